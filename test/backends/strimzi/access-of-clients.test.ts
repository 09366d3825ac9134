import type { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { strimziCluster } from '../../../backends/strimzi/cluster';
import { strimziDataPlane } from '../../../backends/strimzi/data-plane';
import type { StrimziClusterInput } from '../../../backends/strimzi/description/cluster';
import { changed } from '../../support/change';
import { manifestsOf } from '../../support/chart';
import { type Description, resolve, small } from '../../support/describe';
import type { Manifest } from '../../support/manifests';

type Changes = Readonly<Record<string, unknown>>;
const on = (settings: Partial<StrimziClusterInput> = {}, changes: Changes = {}) =>
  resolve(
    changed<Description>(small, { kubernetes: {}, 'clusters.main': { backend: 'strimzi', ...settings }, ...changes }),
  );
const made = (resolved: ReturnType<typeof on>): Manifest[] =>
  manifestsOf((chart: Chart) => {
    for (const cluster of resolved.clusters.values())
      strimziCluster.place(new Construct(chart, cluster.name), cluster, resolved);
    for (const shard of resolved.shards) strimziDataPlane.place(new Construct(chart, shard.name), shard);
  });
/** An object as whoever reads it does. */
// biome-ignore lint/suspicious/noExplicitAny: a test may reach as deep as an operator does
type Read = any;
const found = (objects: readonly Manifest[], kind: string, name: string): Read =>
  objects.find((object) => object.kind === kind && object.metadata.name === name);
const listeners = (resolved: ReturnType<typeof on>): Read[] =>
  found(made(resolved), 'Kafka', 'main').spec.kafka.listeners;
/** The namespaces that a listener lets in: every one where it names none. */
const letIn = (resolved: ReturnType<typeof on>): Record<string, string[] | 'everybody'> =>
  Object.fromEntries(
    listeners(resolved).map(({ name, networkPolicyPeers }) => [
      name,
      networkPolicyPeers?.flatMap(
        ({ namespaceSelector: { matchLabels } }: Read) => matchLabels?.['kubernetes.io/metadata.name'] ?? [],
      ) ?? 'everybody',
    ]),
  );
const two = { authentication: ['scram-sha-512', 'mtls'] } as const;

describe('a listener lets in', () => {
  test('the namespaces of the applications that use it, and the cluster’s own for what watches it', () => {
    expect(letIn(on())).toEqual({ scram: ['applications', 'kafka'] });
  });

  test('each application’s own namespace, by the way in which it proves who it is, and no namespace too many', () => {
    const resolved = on(two, {
      'platform.applications.shop.namespace': 'shopping',
      'platform.applications.billing.namespace': 'money',
      'platform.applications.billing.authentication': 'mtls',
    });
    expect(letIn(resolved)).toEqual({ scram: ['kafka', 'shopping'], tls: ['money'] });
  });

  test('nobody where nobody uses it', () => {
    expect(letIn(on(two))).toEqual({ scram: ['applications', 'kafka'], tls: [] });
    expect(listeners(on(two))[1].networkPolicyPeers).toEqual([
      { namespaceSelector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'DoesNotExist' }] } },
    ]);
  });

  test('no application without flows', () => {
    const idle = { owner: 'orders', namespace: 'idle' };
    expect(letIn(on({}, { 'platform.applications.idle': idle }))).toEqual({ scram: ['applications', 'kafka'] });
  });

  test('no application of another cluster', () => {
    const resolved = on(
      {},
      {
        'clusters.other': { backend: 'strimzi' },
        'platform.topics[orders.created].cluster': 'main',
        'platform.applications.shop.cluster': 'main',
        'platform.applications.billing.cluster': 'main',
        'platform.topics[elsewhere]': { owner: 'orders', cluster: 'other' },
        'platform.applications.away': {
          owner: 'orders',
          cluster: 'other',
          namespace: 'away',
          produces: { elsewhere: {} },
        },
      },
    );
    expect(letIn(resolved)).toEqual({ scram: ['applications', 'kafka'] });
  });

  test('the cluster’s own namespace where MirrorMaker writes by it', () => {
    const resolved = on(
      {},
      {
        'clusters.copy': { backend: 'strimzi' },
        'replications.orders': { owner: 'orders', from: 'main', to: 'copy' },
      },
    );
    const kafkas = made(resolved).filter(({ kind }) => kind === 'Kafka') as Read[];
    const copy = kafkas.find(({ metadata }) => metadata.name === 'copy').spec.kafka.listeners[0];
    expect(copy.networkPolicyPeers).toEqual([
      { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kafka' } } },
    ]);
  });

  test('everybody from outside, where no policy knows who comes', () => {
    const outside = { port: 9095, type: 'loadbalancer', authentication: 'mtls' } as const;
    expect(letIn(on({ listeners: { scram: { port: 9093, authentication: 'scram-sha-512' }, outside } }))).toEqual({
      scram: ['applications', 'kafka'],
      outside: 'everybody',
    });
  });
});

describe('listeners', () => {
  const inside = { scram: { port: 9093, authentication: 'scram-sha-512' } } as const;
  const rendered = (more: NonNullable<StrimziClusterInput['listeners']>, settings: Partial<StrimziClusterInput> = {}) =>
    on({ listeners: { ...inside, ...more }, ...settings });

  test('stand in the order in which they are written, and decide what applications may use', () => {
    const resolved = rendered({ certs: { port: 9094, authentication: 'mtls' } });
    expect(listeners(resolved).map(({ name, port }) => [name, port])).toEqual([
      ['scram', 9093],
      ['certs', 9094],
    ]);
    expect(resolved.clusters.get('main')?.authentication).toEqual(['scram-sha-512', 'mtls']);
  });

  test('are named by the report where what they mean is translated', () => {
    const places = (resolved: ReturnType<typeof on>) =>
      resolved.translations.filter(({ feature }) => feature === 'mtls').flatMap(({ usedBy }) => usedBy);
    expect(places(rendered({ certs: { port: 9094, authentication: 'mtls' } }))).toEqual([
      'clusters.main.listeners.certs.authentication',
    ]);
    expect(places(on(two))).toEqual(['clusters.main.authentication[1]']);
  });

  test('say every option where Strimzi reads it', () => {
    const [, balanced, routed] = listeners(
      rendered({
        balanced: {
          type: 'loadbalancer',
          port: 9095,
          authentication: 'mtls',
          host: 'kafka.example.com',
          brokerHosts: 'broker-{nodeId}.kafka.example.com',
          class: 'private',
          loadBalancerSourceRanges: ['10.0.0.0/8'],
        },
        routed: {
          type: 'tlsroute',
          port: 9096,
          authentication: 'mtls',
          host: 'edge.example.com',
          brokerHosts: 'edge-{nodeId}.example.com',
          gateway: { name: 'edge', namespace: 'gateways', section: 'kafka' },
        },
      }),
    );
    expect(balanced).toMatchObject({
      type: 'loadbalancer',
      configuration: {
        class: 'private',
        loadBalancerSourceRanges: ['10.0.0.0/8'],
        bootstrap: { alternativeNames: ['kafka.example.com'] },
        advertisedHostTemplate: 'broker-{nodeId}.kafka.example.com',
      },
    });
    expect(routed).toMatchObject({
      type: 'tlsroute',
      configuration: {
        bootstrap: { host: 'edge.example.com' },
        hostTemplate: 'edge-{nodeId}.example.com',
        parentRefs: [{ name: 'edge', namespace: 'gateways', sectionName: 'kafka' }],
      },
    });
  });

  test('present certificates of their own issuer, for the names by which clients call them', () => {
    const objects = made(
      rendered(
        {
          own: { type: 'cluster-ip', port: 9094, authentication: 'mtls', issuer: 'other' },
          outside: {
            type: 'loadbalancer',
            port: 9095,
            authentication: 'mtls',
            host: 'kafka.example.com',
            brokerHosts: 'broker-{nodeId}.kafka.example.com',
          },
        },
        { issuer: 'company' },
      ),
    );
    const certificate = (listener: string) => {
      const { issuerRef, dnsNames } = found(objects, 'Certificate', `main-listener-${listener}`).spec;
      return [issuerRef.name, ...dnsNames.filter((name: string) => !name.endsWith('.cluster.local'))];
    };
    expect(certificate('scram')).toEqual([
      'company',
      'main-kafka-bootstrap.kafka.svc',
      '*.main-kafka-brokers.kafka.svc',
    ]);
    expect(certificate('own')).toEqual(['other', 'main-kafka-own-bootstrap.kafka.svc', '*.kafka.svc']);
    expect(certificate('outside')).toEqual(['company', 'kafka.example.com', '*.kafka.example.com']);
  });

  test('tell applications an address that they reach: inside of Kubernetes, or by the name that it has outside', () => {
    const address = (more: NonNullable<StrimziClusterInput['listeners']>) =>
      found(
        made(on({ listeners: { ...inside, ...more } }, { 'platform.applications.shop.authentication': 'mtls' })),
        'ExternalSecret',
        'shop-kafka',
      ).spec.target.template.data['bootstrap-servers'];
    const host = { host: 'kafka.example.com', brokerHosts: 'b-{nodeId}.example.com', authentication: 'mtls' } as const;
    const gateway = { name: 'edge' };
    expect(address({ a: { port: 9094, authentication: 'mtls' } })).toBe('main-kafka-bootstrap.kafka.svc:9094');
    expect(address({ a: { type: 'cluster-ip', port: 9094, authentication: 'mtls' } })).toBe(
      'main-kafka-a-bootstrap.kafka.svc:9094',
    );
    expect(address({ a: { type: 'loadbalancer', port: 9094, ...host } })).toBe('kafka.example.com:9094');
    expect(address({ a: { type: 'tlsroute', port: 9094, gateway, ...host } })).toBe('kafka.example.com:443');
  });

  test('take tokens of applications, which have rights and bring no credential of the kit', () => {
    const oauth = { issuer: 'https://login.example.com', jwks: 'https://login.example.com/keys', userNameClaim: 'azp' };
    const objects = made(
      on(
        { listeners: { ...inside, tokens: { port: 9095, authentication: 'oauth', oauth } } },
        { 'platform.applications.shop.authentication': 'oauth' },
      ),
    );
    const [, tokens] = found(objects, 'Kafka', 'main').spec.kafka.listeners;
    expect(tokens.authentication.listenerConfig['oauthbearer.sasl.jaas.config']).toContain(
      'oauth.username.claim="azp"',
    );
    expect(found(objects, 'KafkaUser', 'shop').spec.authentication).toBeUndefined();
    expect(found(objects, 'KafkaUser', 'shop').spec.authorization.acls).toHaveLength(1);
    expect(found(objects, 'ExternalSecret', 'shop-kafka').spec.data).toEqual([
      { secretKey: 'ca.crt', remoteRef: { key: 'main-cluster-ca-cert', property: 'ca.crt' } },
    ]);
  });
});

test('a server of tokens that not everybody trusts is known by a Secret that brokers, and no controllers, read', () => {
  const oauth = {
    issuer: 'https://login.example.com',
    jwks: 'https://login.example.com/keys',
    authority: 'login-authority',
  };
  const tokens = { port: 9095, authentication: 'oauth', oauth } as const;
  const objects = made(on({ listeners: { scram: { port: 9093, authentication: 'scram-sha-512' }, tokens } }));
  const { pod, kafkaContainer } = found(objects, 'KafkaNodePool', 'main-broker').spec.template;
  expect(pod.volumes).toEqual([{ name: 'oauth-tokens', secret: { secretName: 'login-authority' } }]);
  const mountPath = '/mnt/oauth-tokens';
  expect(kafkaContainer.volumeMounts).toEqual([{ name: 'oauth-tokens', mountPath, readOnly: true }]);
  expect(JSON.stringify(found(objects, 'Kafka', 'main').spec.kafka.listeners)).toContain(`${mountPath}/ca.crt`);
  expect(found(objects, 'KafkaNodePool', 'main-controller').spec.template.pod).not.toHaveProperty('volumes');
});

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

test('a certificate that somebody else signs is not made, and not delivered', () => {
  const objects = made(
    on({ ...two, clientCertificates: 'external' }, { 'platform.applications.billing.authentication': 'mtls' }),
  );
  expect(found(objects, 'KafkaUser', 'billing').spec.authentication).toEqual({ type: 'tls-external' });
  const { data } = found(objects, 'ExternalSecret', 'billing-kafka').spec;
  expect(data.map(({ secretKey }: Read) => secretKey)).toEqual(['ca.crt']);
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
