import type { Construct } from 'constructs';
import { PasswordGenerator } from '../../constructs/kubernetes/external-secrets/password-generator';
import { PushSecret } from '../../constructs/kubernetes/external-secrets/push-secret';
import type { Shard } from '../../model/resolved';
import { passwordSecret } from './description/delivery';
import { namespacesOf } from './namespaces';
import { remoteValue, storedPassword } from './users';

/**
 * Makes the passwords that live in a store outside of Kubernetes, in that store and nowhere else: where there is none
 * yet one is pushed, with its user's name beside it where the store takes more than one value.
 */
export function placePasswords(scope: Construct, { cluster, environment, key, principals }: Shard): void {
  if (!environment.secrets.generated) return;
  const wanted = principals.flatMap(({ application, users }) =>
    users.flatMap((user) => {
      const stored = storedPassword(application, user);
      return stored ? [{ user: user.name, owner: application.owner, stored }] : [];
    }),
  );
  if (wanted.length === 0) return;
  const generator = `${cluster.name}-${key}-passwords`;
  new PasswordGenerator(scope, 'passwords', { metadata: { name: generator, labels: { owner: key } } });
  for (const { user, owner, stored } of wanted) {
    const { key: name, property } = remoteValue(stored);
    new PushSecret(scope, `${user}-made-password`, {
      metadata: { name: passwordSecret(user), labels: { owner } },
      secretStore: namespacesOf(environment).secretStore ?? '',
      secretStoreKind: 'ClusterSecretStore',
      generator,
      // As a whole: by its parts, what is there already would be asked for each, and a store may only look at the name.
      remote: { key: name },
      template: property && `{"username": "${user}", "password": "{{ .password }}"}`,
      refreshInterval: '5m',
    });
  }
}
