import type { Construct } from 'constructs';
import { type Metadata, type Named, NamedObject } from '../named-object';
import { externalSecretsApiVersion } from './api';

type ISecretStore = import('@kubernetes-models/external-secrets/external-secrets.io/v1/SecretStore', { with: {
  'resolution-mode': 'import',
}}).ISecretStore;

export interface KubernetesSecretStoreProps {
  readonly metadata: Metadata;
  /** The namespace whose Secrets it reads. */
  readonly remoteNamespace: string;
  /** A ServiceAccount of the store's own namespace that may `get` those Secrets. */
  readonly serviceAccount: string;
}

/** `SecretStore` that reads Secrets of another namespace of the same cluster. https://external-secrets.io/latest/provider/kubernetes/ */
export class KubernetesSecretStore extends NamedObject {
  constructor(scope: Construct, id: string, props: KubernetesSecretStoreProps) {
    super(scope, id, manifest(props));
  }
}

const manifest = (props: KubernetesSecretStoreProps): Named<ISecretStore> => ({
  apiVersion: externalSecretsApiVersion,
  kind: 'SecretStore',
  metadata: props.metadata,
  spec: {
    provider: {
      kubernetes: {
        remoteNamespace: props.remoteNamespace,
        // Kubernetes puts its own authority into every namespace under this name.
        server: { caProvider: { type: 'ConfigMap', name: 'kube-root-ca.crt', key: 'ca.crt' } },
        auth: { serviceAccount: { name: props.serviceAccount } },
      },
    },
  },
});
