import type { Construct } from 'constructs';
import { type Metadata, type Named, NamedObject } from '../named-object';
import { kedaApiVersion } from './api';

/** A key of a Secret or a ConfigMap in the same namespace. */
export interface TriggerParameter {
  /** The name of the Secret or the ConfigMap. */
  readonly name: string;
  readonly key: string;
}

export interface TriggerAuthenticationProps {
  readonly metadata: Metadata;
  /** Where each secret parameter of the trigger is: `password`, `ca`, `cert`, `key`. Default: none. */
  readonly secrets?: Readonly<Record<string, TriggerParameter>>;
  /** Where each parameter is that is no secret, such as `username`. Default: none. */
  readonly configMaps?: Readonly<Record<string, TriggerParameter>>;
}

/** `TriggerAuthentication`: what KEDA presents, of its own namespace only. https://keda.sh/docs/latest/concepts/authentication/ */
export class TriggerAuthentication extends NamedObject {
  constructor(scope: Construct, id: string, props: TriggerAuthenticationProps) {
    super(scope, id, manifest(props));
  }
}

/** https://keda.sh/docs/latest/concepts/authentication/#secrets */
interface ITriggerAuthentication {
  readonly apiVersion: string;
  readonly kind: string;
  readonly spec: {
    readonly secretTargetRef?: readonly (TriggerParameter & { readonly parameter: string })[];
    readonly configMapTargetRef?: readonly (TriggerParameter & { readonly parameter: string })[];
  };
}

const manifest = ({ metadata, secrets, configMaps }: TriggerAuthenticationProps): Named<ITriggerAuthentication> => ({
  apiVersion: kedaApiVersion,
  kind: 'TriggerAuthentication',
  metadata,
  spec: { secretTargetRef: parameters(secrets), configMapTargetRef: parameters(configMaps) },
});

const parameters = (found: TriggerAuthenticationProps['secrets']) =>
  found && Object.entries(found).map(([parameter, { name, key }]) => ({ parameter, name, key }));
