import type { Construct } from 'constructs';
import { type Metadata, type Named, NamedObject } from '../named-object';
import { generatorsApiVersion, pushSecretsApiVersion } from './api';
import type { RemoteValue } from './external-secret';

type IPushSecret = import('@kubernetes-models/external-secrets/external-secrets.io/v1alpha1/PushSecret', { with: {
  'resolution-mode': 'import',
}}).IPushSecret;

export interface PushSecretProps {
  readonly metadata: Metadata;
  /** A `SecretStore` of the same namespace, or a `ClusterSecretStore`; it may write what is pushed. */
  readonly secretStore: string;
  /** Default: `SecretStore`. */
  readonly secretStoreKind?: 'SecretStore' | 'ClusterSecretStore';
  /** The `Password` of the same namespace that makes it. */
  readonly generator: string;
  /** Where it is pushed. */
  readonly remote: RemoteValue;
  /** What is pushed, a Go template in which the password is `{{ .password }}`. Default: the password. */
  readonly template?: string;
  /** How often the store is asked whether it is there: `5m`. Default: `1h`. */
  readonly refreshInterval?: string;
}

/**
 * `PushSecret`: makes a password in a store that has none under this name, and leaves one alone that is there; it stays
 * when the object goes. No Secret of Kubernetes holds it on the way.
 * https://external-secrets.io/latest/api/pushsecret/
 */
export class PushSecret extends NamedObject {
  constructor(scope: Construct, id: string, props: PushSecretProps) {
    super(scope, id, manifest(props));
  }
}

/** The one value that is pushed. */
const pushed = 'password';

function manifest(props: PushSecretProps): Named<IPushSecret> {
  const {
    metadata,
    secretStore,
    secretStoreKind = 'SecretStore',
    generator,
    remote,
    template,
    refreshInterval,
  } = props;
  return {
    apiVersion: pushSecretsApiVersion,
    kind: 'PushSecret',
    metadata,
    spec: {
      refreshInterval: refreshInterval ?? '1h',
      updatePolicy: 'IfNotExists',
      // Whoever still has it would be locked out.
      deletionPolicy: 'None',
      secretStoreRefs: [{ kind: secretStoreKind, name: secretStore }],
      selector: { generatorRef: { apiVersion: generatorsApiVersion, kind: 'Password', name: generator } },
      ...(template === undefined ? {} : { template: { engineVersion: 'v2', data: { [pushed]: template } } }),
      data: [
        {
          match: {
            secretKey: pushed,
            remoteRef: { remoteKey: remote.key, ...(remote.property && { property: remote.property }) },
          },
        },
      ],
    },
  };
}
