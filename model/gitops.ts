import { z } from 'zod';

/** Who applies Kubernetes objects: `kafka-kit deploy`, or a GitOps controller that reads them from a repository. */
export const deliveries = ['apply', 'gitops'] as const;
export type KubernetesDelivery = (typeof deliveries)[number];

/** The GitOps controller, and where it reads what `synth` writes. */
export interface GitOpsInput {
  readonly controller: 'argo-cd' | 'flux';
  /** The repository into which `out/<environment>/kubernetes` is committed: `https://…` or `ssh://…`. */
  readonly repository: string;
  /** The branch or tag. Default: `main`. */
  readonly revision?: string;
  /** The folder of the repository that is this environment's `kubernetes`. Default: `out/<environment>/kubernetes`. */
  readonly path?: string;
  /** The namespace of the controller and its objects. Default: `argocd`, or `flux-system`. */
  readonly namespace?: string;
  /** Operators that it installs, each in a version that the kit was made for. Default: none, they are there. */
  readonly operators?: readonly OperatorName[];
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
  operators: z.array(z.enum(operatorNames)).optional(),
}) satisfies z.ZodType<GitOpsInput>;

/** GitOps with every default decided. */
export type GitOps = Required<GitOpsInput>;

export const gitOpsOf = (said: GitOpsInput, environment: string): GitOps => ({
  controller: said.controller,
  repository: said.repository,
  revision: said.revision ?? 'main',
  path: said.path ?? `out/${environment}/kubernetes`,
  namespace: said.namespace ?? { 'argo-cd': 'argocd', flux: 'flux-system' }[said.controller],
  operators: said.operators ?? [],
});
