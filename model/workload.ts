import { z } from 'zod';
import type { Origin } from './place';
import type { Side } from './replication';
import { type Size, sizeShape } from './units';

/** What the kit runs beside a cluster, as a user of it; the nouns that describe it have these names. */
export type Workload =
  | { readonly kind: 'replication'; readonly name: string; readonly side: Side }
  | { readonly kind: 'connect-cluster'; readonly name: string }
  | { readonly kind: 'bridge'; readonly name: string }
  | { readonly kind: 'schema-registry'; readonly name: string };

/** Services of vendors that run workloads, by the names under which back ends register them. */
export const serviceNames = ['msk-connect', 'msk-replicator', 'glue'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** What a cluster's vendor runs beside it: a stack each, with roles of its own. */
export interface VendorServices {
  /** Runs connectors. Absent: the kit's own workers would. */
  readonly connect?: ServiceName;
  /** Copies to another cluster that names the same one. Absent: none does. */
  readonly replicator?: ServiceName;
  /** Keeps the schemas that the cluster's description says. Absent: it says none. */
  readonly registries?: ServiceName;
}

/** How such a workload can prove who it is: with nothing but a secret. */
export const workloadAuthentications: readonly string[] = ['scram-sha-512', 'scram-sha-256', 'mtls'];

/** Of what a cluster offers, what a secret can prove. */
export const provedBySecret = (offered: readonly string[]): readonly string[] =>
  offered.filter((way) => workloadAuthentications.includes(way));

/** Unless it is said, the first of these is a workload's own; empty where there is none, which a rule refuses. */
export const workloadAuthentication = (offered: readonly string[] = []): string => provedBySecret(offered)[0] ?? '';

const chartEndings = {
  replication: 'mirror-maker',
  'connect-cluster': 'connect',
  bridge: 'bridge',
  'schema-registry': 'schema-registry',
} as const satisfies Record<Workload['kind'], string>;

/** The chart, and so the file of manifests, that holds it; no described name has two dashes in a row. */
export const workloadChart = ({ kind, name }: Pick<Workload, 'kind' | 'name'>): string =>
  `${name}--${chartEndings[kind]}`;

/** What every workload on one cluster is described by. */
export interface ClusterWorkloadInput<Owner extends string = string> {
  /** The team that answers for it, one of the platform's owners. */
  readonly owner: Owner;
  /** The cluster that it works on. Default: the environment's only cluster. */
  readonly cluster?: string;
  /** How it proves who it is, one of what its cluster offers. Default: the cluster's first that a secret can prove. */
  readonly authentication?: string;
}

/** What every workload that programs call is described by. It asks nobody who he is: `clients` decides who reaches it. */
export interface CalledWorkloadInput<Owner extends string = string> extends ClusterWorkloadInput<Owner> {
  /** Namespaces whose pods may call it. Default: that of applications, and those that applications on its cluster name. */
  readonly clients?: readonly string[];
  /** A ClusterIssuer of cert-manager that signs its certificate. Default: plain HTTP inside of the namespaces that may reach it. */
  readonly issuer?: string;
  /** What each copy gets. Default: `512MiB` of a bridge, `1GiB` of a schema registry. */
  readonly memory?: Size;
}

export const clusterWorkloadShape = z.strictObject({
  owner: z.string(),
  cluster: z.string().optional(),
  authentication: z.string().optional(),
}) satisfies z.ZodType<ClusterWorkloadInput>;

export const calledWorkloadShape = clusterWorkloadShape.extend({
  clients: z.array(z.string()).optional(),
  issuer: z.string().optional(),
  memory: sizeShape.optional(),
}) satisfies z.ZodType<CalledWorkloadInput>;

/** A workload on one cluster with every default decided. */
export interface ClusterWorkload {
  readonly name: string;
  readonly owner: string;
  readonly cluster: string;
  readonly instances: number;
  readonly authentication: string;
  readonly origin: Origin;
}

/** A workload that programs call. */
export interface CalledWorkload extends ClusterWorkload {
  /** Bytes. */
  readonly memory: number;
  readonly clients: readonly string[];
  readonly issuer?: string;
}

/** The Secret with the certificate of a workload that has an issuer. */
export const workloadCertificate = (name: string): string => `${name}-tls`;
