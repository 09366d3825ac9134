import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

export interface SecretReaderProps {
  /** The name of the ServiceAccount, the Role and the RoleBinding. */
  readonly name: string;
  /** Where the ServiceAccount is. */
  readonly namespace: string;
  /** Where the Secrets are. */
  readonly remoteNamespace: string;
  /** The Secrets that it may read; no other, and no list of them. */
  readonly secrets: readonly string[];
  /** Default: none. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** A ServiceAccount that may `get` exactly some Secrets of another namespace. */
export class SecretReader extends Construct {
  readonly serviceAccount: string;

  constructor(scope: Construct, id: string, props: SecretReaderProps) {
    super(scope, id);
    const { name, namespace, remoteNamespace, secrets, labels } = props;
    const remote = { name, namespace: remoteNamespace, labels };
    const account = { kind: 'ServiceAccount', name, namespace };
    const role = { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name };

    new k8s.KubeServiceAccount(this, 'account', { metadata: { name, namespace, labels } });
    new k8s.KubeRole(this, 'role', {
      metadata: remote,
      rules: [{ apiGroups: [''], resources: ['secrets'], resourceNames: [...secrets], verbs: ['get'] }],
    });
    new k8s.KubeRoleBinding(this, 'binding', { metadata: remote, roleRef: role, subjects: [account] });
    this.serviceAccount = name;
  }
}
