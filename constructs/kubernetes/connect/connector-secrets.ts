import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

export interface ConnectorSecretsProps {
  /** The name of the `KafkaConnect`, whose ServiceAccount Strimzi makes. */
  readonly connectCluster: string;
  /** Of the `KafkaConnect` and of the Secrets. */
  readonly namespace: string;
  /** The Secrets that connectors may refer to; no other, and no list of them. */
  readonly secrets: readonly string[];
  /** Default: none. */
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * Lets workers `get` exactly these Secrets, for connectors that refer to their values: `${secrets:<namespace>/<Secret>:<key>}`.
 * Unlike a mounted volume it changes without a restart of the workers, and each value is asked for when a connector starts.
 * @see https://github.com/strimzi/kafka-kubernetes-config-provider
 */
export class ConnectorSecrets extends Construct {
  constructor(scope: Construct, id: string, props: ConnectorSecretsProps) {
    super(scope, id);
    const { connectCluster, namespace, secrets, labels } = props;
    const name = `${connectCluster}-connect-secrets`;
    const metadata = { name, namespace, labels };
    const account = { kind: 'ServiceAccount', name: `${connectCluster}-connect`, namespace };
    const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name };

    new k8s.KubeRole(this, 'role', {
      metadata,
      rules: [{ apiGroups: [''], resources: ['secrets'], resourceNames: [...secrets], verbs: ['get'] }],
    });
    new k8s.KubeRoleBinding(this, 'binding', { metadata, roleRef, subjects: [account] });
  }
}

/** The provider that workers look these values up by. */
export const secretsProvider = {
  name: 'secrets',
  class: 'io.strimzi.kafka.KubernetesSecretConfigProvider',
} as const;
