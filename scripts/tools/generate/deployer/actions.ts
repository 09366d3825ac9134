/** What whoever applies a stack is asked for, by Terraform's type of resource or data. */
export interface DeployerActions {
  /** Actions of IAM, as the provider and the service behind it call them: to make, read, change and delete. */
  readonly actions: readonly string[];
  /** What a policy may bound them to; `*` where AWS lets nobody say. */
  readonly on: string;
}

/** What a provider asks for on everything that has tags. */
export const tagged = (service: string): string[] => [`${service}:TagResource`, `${service}:UntagResource`];
