import type { Environment } from './environment';

/** Where an application finds its connection once everything is applied: in what, and under which name. */
export type Delivery =
  | { readonly store: 'key-vault'; readonly vault: string; readonly name: string }
  | { readonly store: 'parameter-store'; readonly name: string }
  | { readonly store: 'kubernetes'; readonly namespace: string; readonly name: string };

/** Of an application on a cluster, both by name; nothing where no stack and no chart delivers it. */
export type DeliveryOf = (environment: Environment, cluster: string, application: string) => Delivery | undefined;
