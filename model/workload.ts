import type { Side } from './replication';

/** What the kit runs beside a cluster, as a user of it; the nouns that describe it have these names. */
export type Workload =
  | { readonly kind: 'replication'; readonly name: string; readonly side: Side }
  | { readonly kind: 'connect-cluster'; readonly name: string }
  | { readonly kind: 'bridge'; readonly name: string }
  | { readonly kind: 'schema-registry'; readonly name: string };

/** How such a workload can prove who it is: with nothing but a secret. The first that its cluster offers is its own. */
export const workloadAuthentications: readonly string[] = ['scram-sha-512', 'scram-sha-256', 'mtls'];
