import type { StrimziClusterInput } from '../../../backends/strimzi/description/cluster';
import { made, objectOf, on, specOf } from './reached';

describe('each option of a cluster is seen in its objects', () => {
  const broker = ['KafkaNodePool', 'main-broker'] as const;
  const controller = ['KafkaNodePool', 'main-controller'] as const;
  const kafka = ['Kafka', 'main'] as const;
  const volume = (change: object) => ({ storage: { volumes: [change] } });

  test.each<[StrimziClusterInput | Partial<StrimziClusterInput>, readonly [string, string], object]>([
    [{}, kafka, { kafka: { version: '4.3.1', metadataVersion: '4.3-IV0' } }],
    [{ version: '4.2.1' }, kafka, { kafka: { version: '4.2.1', metadataVersion: '4.2-IV1' } }],
    [{}, broker, { replicas: 3, ...volume({ size: '100Gi' }), resources: { limits: { memory: '4Gi' } } }],
    [{ brokers: 5 }, broker, { replicas: 5 }],
    [{ controllers: 5 }, controller, { replicas: 5 }],
    [{ storage: '2TB' }, broker, volume({ size: '2T' })],
    [{ storageClass: 'fast' }, broker, volume({ class: 'fast' })],
    [{ storageClass: 'fast' }, controller, volume({ class: 'fast' })],
    [{ memory: '8GiB' }, broker, { resources: { requests: { memory: '8Gi' }, limits: { memory: '8Gi' } } }],
    [{ cpu: 0.5 }, broker, { resources: { requests: { cpu: '0.5' } } }],
    [{ rack: 'zone' }, kafka, { kafka: { rack: { topologyKey: 'zone' } } }],
    [{ version: '4.3.1', metadataVersion: '4.2-IV1' }, kafka, { kafka: { metadataVersion: '4.2-IV1' } }],
    [{ image: 'registry.example.com/kafka:4.3.1' }, kafka, { kafka: { image: 'registry.example.com/kafka:4.3.1' } }],
    [{ config: { 'num.partitions': 6 } }, kafka, { kafka: { config: { 'num.partitions': 6 } } }],
    [{ startsWithin: '2m' }, kafka, { kafka: { livenessProbe: { initialDelaySeconds: 120 } } }],
    [{ startsWithin: '2m' }, kafka, { kafka: { readinessProbe: { initialDelaySeconds: 120 } } }],
    [{ drainCleaner: 'standard' }, kafka, { kafka: { template: { podDisruptionBudget: { maxUnavailable: 1 } } } }],
    [{ drainCleaner: 'legacy' }, kafka, { kafka: { template: { podDisruptionBudget: { maxUnavailable: 0 } } } }],
    [{ priorityClass: 'high' }, broker, { template: { pod: { priorityClassName: 'high' } } }],
    [{ priorityClass: 'high' }, controller, { template: { pod: { priorityClassName: 'high' } } }],
    [{ priorityClass: 'high' }, kafka, { entityOperator: { template: { pod: { priorityClassName: 'high' } } } }],
    [{ heap: '1.5GiB' }, broker, { jvmOptions: { '-Xms': '1536m', '-Xmx': '1536m' } }],
    [{ jvmOptions: { UseG1GC: 'true' } }, controller, { jvmOptions: { '-XX': { UseG1GC: 'true' } } }],
    [{ authentication: ['mtls'] }, kafka, { kafka: { listeners: [{ name: 'tls', authentication: { type: 'tls' } }] } }],
  ])('%j: %j has %j', (settings, [kind, name], expected) => {
    expect(specOf(on(settings), kind, name)).toMatchObject(expected);
  });

  test("of brokers only: controllers keep Strimzi's heap", () => {
    expect(specOf(on({ heap: '1GiB' }), ...controller)).not.toHaveProperty('jvmOptions.-Xmx');
  });

  test('disks outlive their pool, but in a disposable environment', () => {
    expect(specOf(on(), ...broker)).toMatchObject(volume({ deleteClaim: false }));
    expect(specOf(on({}, { disposable: true }), ...broker)).toMatchObject(volume({ deleteClaim: true }));
  });

  test('outside production nodes may share a host, in production they wait for another', () => {
    const constraint = (resolved: ReturnType<typeof on>) => JSON.stringify(specOf(resolved, ...broker));
    expect(constraint(on())).toContain('ScheduleAnyway');
    expect(constraint(on({ rack: 'zone' }, { profile: 'production' }))).toContain('DoNotSchedule');
  });

  test('with an issuer brokers present its certificate, for every name that they are called by, and clients trust it', () => {
    const resolved = on({ issuer: 'company' });
    const kafkaSpec = specOf(resolved, ...kafka);
    expect(kafkaSpec).toMatchObject({
      kafka: { listeners: [{ configuration: { brokerCertChainAndKey: { secretName: 'main-listener-scram' } } }] },
    });
    expect(specOf(resolved, 'Certificate', 'main-listener-scram')).toMatchObject({
      secretName: 'main-listener-scram',
      issuerRef: { name: 'company', kind: 'ClusterIssuer' },
      dnsNames: [
        'main-kafka-bootstrap.kafka.svc',
        'main-kafka-bootstrap.kafka.svc.cluster.local',
        '*.main-kafka-brokers.kafka.svc',
        '*.main-kafka-brokers.kafka.svc.cluster.local',
      ],
    });
    expect(JSON.stringify(specOf(resolved, 'ExternalSecret', 'shop-kafka'))).toContain('main-listener-scram');
    expect(objectOf(on(), 'Certificate', 'main-listener-scram')).toBeUndefined();
  });
});

describe('a topic', () => {
  const removed = (data: 'keep' | 'destroy') =>
    objectOf(
      on(
        {},
        {
          disposable: true,
          'platform.topics[orders.gone]': {
            owner: 'orders',
            removed: { reason: 'nobody reads it', until: '2027-01-01', data },
          },
        },
      ),
      'KafkaTopic',
      'orders.gone',
    )?.metadata.annotations;

  test('has the name that it has in Kafka where Kubernetes takes it', () => {
    expect(specOf(on(), 'KafkaTopic', 'orders.created')).toEqual({
      partitions: 3,
      replicas: 3,
      config: { 'cleanup.policy': 'delete', 'min.insync.replicas': '2', 'retention.ms': '604800000' },
    });
  });

  test('says its name in Kafka where Kubernetes does not', () => {
    const resolved = on({}, { 'platform.topics[Orders_PAID]': { owner: 'orders' } });
    const [object] = made(resolved).filter(({ kind, spec: said }) => kind === 'KafkaTopic' && said?.topicName);
    expect(object?.spec?.topicName).toBe('Orders_PAID');
    expect(object?.metadata.name).toMatch(/^orders-paid-/);
  });

  test('whose data is kept is left alone from now on, and still not pruned', () => {
    expect(removed('keep')).toMatchObject({
      'strimzi.io/managed': 'false',
      'kustomize.toolkit.fluxcd.io/prune': 'disabled',
    });
  });

  test('whose data is destroyed is there until its entry goes, for whoever prunes to find it unprotected', () => {
    expect(removed('destroy')).toBeUndefined();
    expect(objectOf(on(), 'KafkaTopic', 'orders.created')?.metadata.annotations).toBeDefined();
  });
});

describe('an application', () => {
  const mtls = on(
    { authentication: ['scram-sha-512', 'mtls'] },
    {
      'platform.applications.billing.authentication': 'mtls',
      'platform.applications.shop.quota': { produce: '1MB/s' },
    },
  );

  test('has a user that proves itself as it is described, with its quota', () => {
    expect(specOf(mtls, 'KafkaUser', 'shop')).toMatchObject({
      authentication: { type: 'scram-sha-512' },
      quotas: { producerByteRate: 1_000_000 },
    });
    expect(specOf(mtls, 'KafkaUser', 'billing')).toMatchObject({ authentication: { type: 'tls' } });
  });

  test('finds what it needs where it runs, under the names that its client file reads', () => {
    const keys = (name: string) => {
      const { data, dataFrom, target } = specOf(mtls, 'ExternalSecret', name) as {
        data: readonly { secretKey: string; remoteRef: object }[];
        dataFrom: readonly { extract: { key: string } }[];
        target: { template: { data: object } };
      };
      const read = data.map(({ secretKey, remoteRef }) => [secretKey, remoteRef]);
      return { read, joined: dataFrom.map(({ extract }) => extract.key), told: target.template.data };
    };
    expect(objectOf(mtls, 'ExternalSecret', 'shop-kafka')?.metadata.namespace).toBe('applications');
    expect(keys('shop-kafka')).toEqual({
      read: [['password', { key: 'shop', property: 'password' }]],
      joined: ['main-cluster-ca-cert'],
      told: {
        'ca.crt': expect.stringContaining('hasSuffix ".crt"'),
        password: '{{ index . "password" }}',
        username: 'shop',
        'bootstrap-servers': 'main-kafka-bootstrap.kafka.svc:9093',
      },
    });
    expect(keys('billing-kafka')).toEqual({
      read: [
        ['user.crt', { key: 'billing', property: 'user.crt' }],
        ['user.key', { key: 'billing', property: 'user.key' }],
      ],
      joined: ['main-cluster-ca-cert'],
      told: {
        'ca.crt': expect.stringContaining('hasSuffix ".crt"'),
        'user.crt': '{{ index . "user.crt" }}',
        'user.key': '{{ index . "user.key" }}',
        'bootstrap-servers': 'main-kafka-bootstrap.kafka.svc:9094',
      },
    });
  });

  test('has a certificate for as long as the profile lets it, or as the description says', () => {
    const billing = (settings: object, profile: string) =>
      specOf(
        on(
          { authentication: ['scram-sha-512', 'mtls'], rack: 'zone', ...settings },
          { profile, 'platform.applications.billing.authentication': 'mtls' },
        ),
        'KafkaUser',
        'billing',
      )?.authentication;
    expect(billing({}, 'baseline')).toEqual({ type: 'tls' });
    expect(billing({}, 'production')).toEqual({ type: 'tls', validityDays: 90, renewalDays: 30 });
    expect(billing({ certificates: { users: { lasts: '20d', renewBefore: '8d' } } }, 'baseline')).toEqual({
      type: 'tls',
      validityDays: 20,
      renewalDays: 8,
    });
  });

  test('of one team is not read by the store of another', () => {
    const resolved = on(
      {},
      {
        'platform.owners.payments': { contact: 'payments@example.com', page: 'payments-oncall' },
        'platform.applications.billing.owner': 'payments',
      },
    );
    const names = (shard: string) => {
      const role = objectOf(resolved, 'Role', `kafka-main-${shard}`) as unknown as {
        rules: readonly { resourceNames: readonly string[] }[];
      };
      return role.rules.flatMap(({ resourceNames }) => resourceNames);
    };
    expect(names('orders')).toEqual(['main-cluster-ca-cert', 'shop']);
    expect(names('payments')).toEqual(['main-cluster-ca-cert', 'billing']);
  });
});
