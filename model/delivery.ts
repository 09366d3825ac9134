import type { Application } from './application';
import type { Environment } from './environment';

/** Where an application finds its connection once everything is applied: in what, and under which name. */
export type Delivery =
  | { readonly store: 'key-vault'; readonly vault: string; readonly name: string }
  | { readonly store: 'parameter-store'; readonly name: string }
  | {
      readonly store: 'kubernetes';
      readonly namespace: string;
      readonly name: string;
      /** Whose names its keys have. Default: those of `connectionFiles`. */
      readonly by?: 'access-operator';
    };

/** Of an application on a cluster; nothing where no stack and no chart delivers it. */
export type DeliveryOf = (
  environment: Environment,
  cluster: { readonly name: string; readonly settings: object },
  application: Pick<Application, 'name' | 'namespace'>,
) => Delivery | undefined;
