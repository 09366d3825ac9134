import type { SecretRef } from './secret-ref';

/** What reaches a cluster, in the provider's and the clients' terms; values are known only when something is applied. */
export const connectionFields = ['bootstrap_servers', 'ca_certificate', 'admin_username', 'admin_password'] as const;
export type ConnectionField = (typeof connectionFields)[number];

/** A named place where Terraform, Kubernetes and clients meet: the cluster's address or one of its credentials. */
export interface ConnectionRef {
  readonly cluster: string;
  readonly field: ConnectionField;
}

/** A Terraform variable that is given a value when its stack is applied, and where that value comes from. */
export interface Variable {
  readonly name: string;
  readonly from: ConnectionRef | SecretRef;
}

export const isSecret = (from: ConnectionRef | SecretRef): from is SecretRef => 'store' in from;
