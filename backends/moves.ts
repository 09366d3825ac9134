import type { TerraformStack } from 'cdktf';
import { movedSubtree } from '../constructs/terraform/moved-subtree';
import type { Application } from '../model/application';
import type { Environment } from '../model/environment';
import { movedFrom } from '../model/moves';
import { terraformId } from '../model/names';
import type { Shard } from '../model/resolved';

export interface Moving {
  readonly environment: Environment;
  /** Whose resources are in the stack. */
  readonly applications: readonly Application[];
  /** Names of other resources of the stack that may begin as an application's. Default: none. */
  readonly others?: readonly string[];
}

/** Lets renamed applications keep what the state of their stack knows of them; called once everything is placed. */
export function moveApplications(stack: TerraformStack, { environment, applications, others = [] }: Moving): void {
  const except = [...applications.map(({ name }) => name), ...others];
  for (const application of applications) {
    const from = movedFrom(environment, application);
    if (from !== undefined) movedSubtree(stack, { from, to: application.name, except });
  }
}

/** The same of a shard. */
export const placeMoves = (stack: TerraformStack, { environment, topics, removals, principals }: Shard): void =>
  moveApplications(stack, {
    environment,
    applications: principals.map(({ application }) => application),
    others: [...topics, ...removals].map(({ name }) => terraformId(name)),
  });
