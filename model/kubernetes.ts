import { z } from 'zod';

/** Where an environment's Kubernetes objects go. */
export interface KubernetesInput {
  /** The namespace of clusters, users and MirrorMaker. Default: `kafka`. */
  readonly namespace?: string;
  /** The namespace in which applications run, and get their connections. Default: `applications`. */
  readonly applicationNamespace?: string;
  /** Labels by which Prometheus selects monitors and rules. Default: `{ release: 'kube-prometheus-stack' }`. */
  readonly prometheusLabels?: Readonly<Record<string, string>>;
  /** The namespace in which Prometheus runs, for policies to let it in. Default: `monitoring`. */
  readonly prometheusNamespace?: string;
  /** The namespace in which KEDA runs, for brokers to let it in where it scales an application. Default: `keda`. */
  readonly kedaNamespace?: string;
  /** The namespace of Strimzi's Cluster Operator, for Prometheus to ask it when certificate authorities end; one environment of a Kubernetes cluster says it. Default: it is asked already. */
  readonly operatorNamespace?: string;
  /** The ClusterSecretStore of External Secrets that reads the store in which `secrets` says credentials live; needed on Kubernetes where that is not `kubernetes`. Default: none. */
  readonly secretStore?: string;
  /** The Pod Security Standard that its namespace enforces. Default: `restricted`. */
  readonly podSecurity?: 'restricted' | 'baseline';
  /** Where alerts send people: the address of `docs/runbooks`, as `https://…`. Default: alerts have no link. */
  readonly runbooks?: string;
}

export const kubernetesShape = z.strictObject({
  namespace: z.string().optional(),
  applicationNamespace: z.string().optional(),
  prometheusLabels: z.record(z.string(), z.string()).optional(),
  prometheusNamespace: z.string().optional(),
  kedaNamespace: z.string().optional(),
  operatorNamespace: z.string().optional(),
  secretStore: z.string().optional(),
  podSecurity: z.enum(['restricted', 'baseline']).optional(),
  // A relative path leads nowhere from Alertmanager.
  // Not `z.url`, which leaves line feeds and tabs out of what it lets through.
  runbooks: z
    .string()
    .regex(/^https?:\/\/[\w.-]+(:\d+)?(\/[^\s"'<>\\`{|}]*)?$/, "an address such as 'https://…/docs/runbooks'")
    .optional(),
}) satisfies z.ZodType<KubernetesInput>;

/** Where objects go, with every default decided. */
export type Kubernetes = Required<Omit<KubernetesInput, 'operatorNamespace' | 'secretStore' | 'runbooks'>> &
  Pick<KubernetesInput, 'operatorNamespace' | 'secretStore' | 'runbooks'>;

export const kubernetesOf = (said: KubernetesInput): Kubernetes => ({
  namespace: said.namespace ?? 'kafka',
  applicationNamespace: said.applicationNamespace ?? 'applications',
  prometheusLabels: said.prometheusLabels ?? { release: 'kube-prometheus-stack' },
  prometheusNamespace: said.prometheusNamespace ?? 'monitoring',
  kedaNamespace: said.kedaNamespace ?? 'keda',
  operatorNamespace: said.operatorNamespace,
  secretStore: said.secretStore,
  podSecurity: said.podSecurity ?? 'restricted',
  runbooks: said.runbooks,
});
