import { type Changes, found, made, on, type Read, two } from './reached';

describe('a connection', () => {
  const apart = on({}, { 'platform.applications.shop.namespace': 'shopping' });

  test('comes to the namespace in which its application runs, and the reader of one namespace reads nothing of another', () => {
    const objects = made(apart);
    expect(found(objects, 'ExternalSecret', 'shop-kafka').metadata.namespace).toBe('shopping');
    expect(found(objects, 'ExternalSecret', 'billing-kafka').metadata.namespace).toBe('applications');
    const reads = (role: string) => found(objects, 'Role', role).rules[0].resourceNames;
    expect(reads('kafka-main-orders')).toEqual(['main-cluster-ca-cert', 'billing']);
    expect(reads('kafka-main-orders--shopping')).toEqual(['main-cluster-ca-cert', 'shop']);
    expect(found(objects, 'RoleBinding', 'kafka-main-orders--shopping').subjects).toEqual([
      { kind: 'ServiceAccount', name: 'kafka-main-orders--shopping', namespace: 'shopping' },
    ]);
  });

  test('is reported where it comes to', () => {
    expect(apart.connections.map(({ application, delivered }) => [application, delivered])).toEqual([
      ['billing', { store: 'kubernetes', namespace: 'applications', name: 'billing-kafka' }],
      ['shop', { store: 'kubernetes', namespace: 'shopping', name: 'shop-kafka' }],
    ]);
  });

  test('is brought by the Access Operator where that is said, and nothing else reads Secrets', () => {
    const resolved = on({ connections: 'access-operator' }, { 'platform.applications.shop.namespace': 'shopping' });
    const objects = made(resolved);
    expect(found(objects, 'KafkaAccess', 'shop-kafka')).toMatchObject({
      metadata: { namespace: 'shopping' },
      spec: {
        kafka: { name: 'main', namespace: 'kafka', listener: 'scram' },
        user: { kind: 'KafkaUser', name: 'shop', namespace: 'kafka' },
      },
    });
    const kinds = objects.map(({ kind }) => kind);
    for (const kind of ['ExternalSecret', 'SecretStore', 'Role', 'RoleBinding']) expect(kinds).not.toContain(kind);
    expect(resolved.connections[0]?.delivered).toMatchObject({ by: 'access-operator' });
  });
});

describe('a password', () => {
  const stored = (store: string, more: Changes = {}) =>
    made(on(two, { 'kubernetes.secretStore': 'company', secrets: { store }, ...more }));

  test('is made up by the operator where nothing else is said', () => {
    expect(found(made(on()), 'KafkaUser', 'shop').spec.authentication).toEqual({ type: 'scram-sha-512' });
    expect(found(made(on()), 'ExternalSecret', 'shop-password')).toBeUndefined();
  });

  test.each([
    ['vault', { key: 'test/main/shop', property: 'password' }],
    ['secrets-manager', { key: 'AmazonMSK_test/main/shop', property: 'password' }],
    ['key-vault', { key: 'test-main-shop' }],
  ])('comes from %s, as a Secret beside the cluster of another name than the operator’s', (store, remoteRef) => {
    const objects = stored(store, store === 'key-vault' ? { 'secrets.vault': 'company' } : {});
    expect(found(objects, 'ExternalSecret', 'shop-password')).toMatchObject({
      metadata: { namespace: 'kafka' },
      spec: {
        secretStoreRef: { kind: 'ClusterSecretStore', name: 'company' },
        data: [{ secretKey: 'password', remoteRef }],
      },
    });
    expect(found(objects, 'KafkaUser', 'shop').spec.authentication).toEqual({
      type: 'scram-sha-512',
      password: { valueFrom: { secretKeyRef: { name: 'shop-password', key: 'password' } } },
    });
  });

  test('is nothing that a certificate needs, whatever the store, and the report says so', () => {
    const resolved = on(two, {
      'kubernetes.secretStore': 'company',
      secrets: { store: 'vault' },
      'platform.applications.billing.authentication': 'mtls',
    });
    expect(found(made(resolved), 'KafkaUser', 'billing').spec.authentication).toEqual({ type: 'tls' });
    expect(resolved.connections.map(({ credential }) => credential?.store)).toEqual(['kubernetes', 'vault']);
  });
});

describe('PKCS12', () => {
  const read = (keystores: string | undefined, authentication: string) =>
    found(
      made(
        on(two, {
          'platform.applications.shop.keystores': keystores,
          'platform.applications.shop.authentication': authentication,
        }),
      ),
      'ExternalSecret',
      'shop-kafka',
    ).spec;
  const files = ({ data }: Read) =>
    Object.fromEntries(
      data.map(({ secretKey, remoteRef }: Read) => [secretKey, `${remoteRef.key} ${remoteRef.property}`]),
    );

  test('of Strimzi comes beside PEM, each with its password', () => {
    const spec = read('pkcs12', 'mtls');
    expect(files(spec)).toEqual({
      'user.crt': 'shop user.crt',
      'user.key': 'shop user.key',
      'user.p12': 'shop user.p12',
      'user.password': 'shop user.password',
      'ca.p12': 'main-cluster-ca-cert ca.p12',
      'ca.password': 'main-cluster-ca-cert ca.password',
    });
    expect(spec.target.template.data).toMatchObject({ 'user.p12': '{{ index . "user.p12" }}' });
  });

  test('holds whom to trust where there is a password, and comes to nobody who does not ask', () => {
    expect(Object.keys(files(read('pkcs12', 'scram-sha-512'))).sort()).toEqual(['ca.p12', 'ca.password', 'password']);
    expect(Object.keys(files(read('pem', 'mtls'))).sort()).toEqual(['user.crt', 'user.key']);
    expect(Object.keys(files(read(undefined, 'mtls'))).sort()).toEqual(['user.crt', 'user.key']);
  });
});

test.each([
  ['the Access Operator', { connections: 'access-operator' }],
  ['an issuer', { issuer: 'company' }],
] as const)('PKCS12 is refused with %s, which has none', (_, settings) => {
  expect(() => on(settings, { 'platform.applications.shop.keystores': 'pkcs12' })).toThrow(/KFK-X037/);
});

test('a certificate that somebody else signs is not made, and not delivered', () => {
  const objects = made(
    on({ ...two, clientCertificates: 'external' }, { 'platform.applications.billing.authentication': 'mtls' }),
  );
  expect(found(objects, 'KafkaUser', 'billing').spec.authentication).toEqual({ type: 'tls-external' });
  const { data, dataFrom } = found(objects, 'ExternalSecret', 'billing-kafka').spec;
  expect(data.map(({ secretKey }: Read) => secretKey)).toEqual([]);
  expect(dataFrom).toMatchObject([{ extract: { key: 'main-cluster-ca-cert' } }]);
});

test('with a foreign authority of clients Strimzi makes none, and principals are listed as it lists them', () => {
  const { clientsCa, kafka } = found(
    made(on({ ...two, clientCertificates: 'external', superUsers: ['User:admin', 'User:CN=root'] })),
    'Kafka',
    'main',
  ).spec;
  expect(clientsCa).toMatchObject({ generateCertificateAuthority: false });
  expect(kafka.authorization.superUsers).toEqual(['admin', 'CN=root']);
  expect(found(made(on()), 'Kafka', 'main').spec.clientsCa).not.toHaveProperty('generateCertificateAuthority');
});

test('where nobody looks at rights, users have none: the operator would refuse them', () => {
  const objects = made(on({ authorization: 'none' }, { disposable: true }));
  expect(found(objects, 'KafkaUser', 'shop').spec.authorization).toBeUndefined();
  expect(found(made(on()), 'KafkaUser', 'shop').spec.authorization).toBeDefined();
});
