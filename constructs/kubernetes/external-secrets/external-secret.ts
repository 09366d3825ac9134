import type { Construct } from 'constructs';
import { type Metadata, type Named, NamedObject } from '../named-object';
import { externalSecretsApiVersion } from './api';

type IExternalSecret = import('@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret', { with: {
  'resolution-mode': 'import',
}}).IExternalSecret;

/** One value in the store. */
export interface RemoteValue {
  /** The secret's name in the store. */
  readonly key: string;
  /** Which of the secret's values. Default: the whole secret. */
  readonly property?: string;
}

export interface ExternalSecretProps {
  /** The Secret that it makes has the same name. */
  readonly metadata: Metadata;
  /** A `SecretStore` of the same namespace, or a `ClusterSecretStore`. */
  readonly secretStore: string;
  /** Default: `SecretStore`. */
  readonly secretStoreKind?: 'SecretStore' | 'ClusterSecretStore';
  /** What is read, by the name that it has in the Secret and in `template`. */
  readonly values: Readonly<Record<string, RemoteValue>>;
  /** Go templates over the values, and plain text; in the Secret they stand beside the values. Default: none. */
  readonly template?: Readonly<Record<string, string>>;
  /** How often the store is read again: `5m`. Default: `1h`. */
  readonly refreshInterval?: string;
}

/** `ExternalSecret`: a Secret that follows a store. https://external-secrets.io/latest/api/externalsecret/ */
export class ExternalSecret extends NamedObject {
  constructor(scope: Construct, id: string, props: ExternalSecretProps) {
    super(scope, id, manifest(props));
  }
}

function manifest(props: ExternalSecretProps): Named<IExternalSecret> {
  const {
    metadata,
    secretStore,
    secretStoreKind = 'SecretStore',
    values,
    template = {},
    refreshInterval = '1h',
  } = props;
  return {
    apiVersion: externalSecretsApiVersion,
    kind: 'ExternalSecret',
    metadata,
    spec: {
      refreshInterval,
      secretStoreRef: { kind: secretStoreKind, name: secretStore },
      target: {
        name: metadata.name,
        // When the source is gone the Secret stays: clients that are connected fail only when they should.
        creationPolicy: 'Owner',
        deletionPolicy: 'Retain',
        template: { engineVersion: 'v2', mergePolicy: 'Merge', data: { ...template } },
      },
      data: Object.entries(values).map(([secretKey, remoteRef]) => ({ secretKey, remoteRef: { ...remoteRef } })),
    },
  };
}
