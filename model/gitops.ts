import { z } from 'zod';

/** Who applies Kubernetes objects: `kafka-kit deploy`, or a GitOps controller that reads them from a repository. */
export const deliveries = ['apply', 'gitops'] as const;
export type KubernetesDelivery = (typeof deliveries)[number];

/** The GitOps controller, and where it reads what `synth` writes. */
export interface GitOpsInput {
  /** Which controller it is. */
  readonly controller: 'argo-cd' | 'flux';
  /** The repository into which `out/<environment>` is committed: `https://…` or `ssh://…`, without credentials. */
  readonly repository: string;
  /** The branch. Default: `main`. */
  readonly revision?: string;
  /** The folder of the repository that is this environment's output, with `kubernetes` and `gitops` in it. Default: `out/<environment>`. */
  readonly path?: string;
  /** The namespace of the controller and its objects. Default: `argocd`, or `flux-system`. */
  readonly namespace?: string;
  /** The name of the Secret, in that namespace, by which Flux reads a private repository. Default: none; Argo CD knows its repositories' by itself. */
  readonly secretName?: string;
  /** Operators that it installs, each in a version that the kit was made for; of several environments on one Kubernetes cluster, one says them. Default: none; whoever runs the Kubernetes cluster installs them. */
  readonly operators?: readonly OperatorName[];
  /** Namespaces that Strimzi watches besides this environment's: those of other environments on the same Kubernetes cluster. Default: none. */
  readonly watchNamespaces?: readonly string[];
}

/** What the kit's objects are read by. */
export const operatorNames = [
  'strimzi',
  'cert-manager',
  'external-secrets',
  'kube-prometheus-stack',
  'keda',
  'access-operator',
  'drain-cleaner',
] as const;
export type OperatorName = (typeof operatorNames)[number];

export const gitOpsShape = z.strictObject({
  controller: z.enum(['argo-cd', 'flux']),
  repository: z.string(),
  revision: z.string().optional(),
  path: z.string().optional(),
  namespace: z.string().optional(),
  secretName: z.string().optional(),
  operators: z.array(z.enum(operatorNames)).optional(),
  watchNamespaces: z.array(z.string()).optional(),
}) satisfies z.ZodType<GitOpsInput>;

/** GitOps with every default decided. */
export type GitOps = Required<Omit<GitOpsInput, 'secretName'>> & Pick<GitOpsInput, 'secretName'>;

export const gitOpsOf = (said: GitOpsInput, environment: string): GitOps => ({
  controller: said.controller,
  repository: said.repository,
  revision: said.revision ?? 'main',
  path: said.path ?? `out/${environment}`,
  namespace: said.namespace ?? { 'argo-cd': 'argocd', flux: 'flux-system' }[said.controller],
  secretName: said.secretName,
  operators: said.operators ?? [],
  watchNamespaces: said.watchNamespaces ?? [],
});

/**
 * `kafka-dev--main`: what the controller calls a unit of an environment. No name that is described has two dashes in a
 * row, so that no two environments on one controller get the same one.
 */
export const gitOpsName = (environment: string, ...parts: readonly string[]): string =>
  [`kafka-${environment}`, ...parts].join('--');
