import { azureProd } from '../../../environments/azure-prod';
import { dev } from '../../../environments/dev';
import { local } from '../../../environments/local';
import { emptyInventory } from '../../../model/inventory';
import { explanationOf } from '../../../workflows/explain/explanation';
import { resolve } from '../../support/describe';

const resolved = resolve(local);

test('a topic: whose it is, where, how it is configured, who uses it, and what it becomes', () => {
  expect(explanationOf(resolved, 'orders.paid')).toEqual({
    topic: 'orders.paid',
    about: 'records',
    owner: 'payments, payments@example.com, pages payments-oncall',
    cluster: 'main (kafka 4.3.1, 3 brokers)',
    classification: 'confidential',
    partitions: '3, 3 replicas, 2 in sync to acknowledge',
    config: ['cleanup.policy=delete', 'min.insync.replicas=2', 'retention.ms=2592000000'],
    'produced by': ['payment-service'],
    'consumed by': [
      'inventory-service as group inventory-service',
      'notification-service as group notification-service',
      'revenue-stream as group revenue-stream',
    ],
    stack: 'local-main-payments',
    becomes: 'kafka_topic.orders_paid',
  });
});

test('an application: what it may do, and the addresses of exactly that', () => {
  const explained = explanationOf(resolved, 'payment-service');
  expect(explained).toMatchObject({
    application: 'payment-service',
    authentication: 'scram-sha-512',
    produces: ['orders.paid', 'orders.created.payment-service.dlq'],
    consumes: [
      'orders.created as group payment-service, read_uncommitted; 3 tries 200ms apart, then orders.created.payment-service.dlq; lag under 1m',
    ],
    stack: 'local-main-payments',
  });
  const own = resolved.permissions.filter(({ application }) => application === 'payment-service');
  expect(explained?.may).toHaveLength(own.length);
  expect(explained?.may).toContain('Write TransactionalId payment-service-*');
  expect(explained?.becomes).toContain('kafka_acl.payment-service_write_topic_orders_paid');
});

test('an operator: its role, until when and why, what it may and what it may not, and from where', () => {
  const denies = [{ topic: 'orders.paid', operations: ['Read'] as const }];
  const oncall = { owner: 'orders', role: 'break-glass', until: '2026-11-23', reason: 'INC-4711' } as const;
  const described = resolve({ ...local, operators: { oncall: { ...oncall, hosts: ['10.0.0.7'], denies } } });
  expect(explanationOf(described, 'oncall')).toMatchObject({
    about: 'break-glass until 2026-11-23: INC-4711',
    may: [
      'All Cluster kafka-cluster from 10.0.0.7',
      'All Group * from 10.0.0.7',
      'All Topic * from 10.0.0.7',
      'not Read Topic orders.paid',
      'All TransactionalId * from 10.0.0.7',
    ],
    becomes: expect.arrayContaining([
      'kafka_acl.oncall_all_from_10_0_0_7_topic_any',
      'kafka_acl.oncall_deny_read_topic_orders_paid',
    ]),
  });
});

describe('on Event Hubs', () => {
  const azure = resolve(azureProd);

  test('a topic is said to have neither brokers nor replicas: the vendor decides how often a record is stored', () => {
    const explained = explanationOf(azure, 'orders.paid');
    expect(explained).toMatchObject({ cluster: 'main (event-hubs premium)', partitions: '24' });
    expect(JSON.stringify(explained)).not.toMatch(/replica|in sync|broker/);
  });

  test('an application is told what is lost of what it asks for, and becomes nothing that there is not', () => {
    const consumer = explanationOf(azure, 'notification-service');
    expect(consumer?.translated).toEqual([
      'group-permissions: Entra ID knows no Kafka consumer groups: whoever may receive from a hub may use any group',
    ]);
    expect(consumer?.becomes).toContain('azurerm_role_assignment.notification-service_read_topic_orders_paid');
    expect(consumer?.becomes).not.toContain('–');
    expect(explanationOf(azure, 'payment-service')?.translated).toContainEqual(
      expect.stringMatching(/^prefixed-permissions: /),
    );
  });
});

test('a dead letter is explained like any topic', () => {
  expect(explanationOf(resolved, 'orders.paid.inventory-service.dlq')).toMatchObject({
    owner: expect.stringMatching(/^fulfilment/),
    'produced by': ['inventory-service'],
    'consumed by': [],
  });
});

test.each(['nothing', 'constructor', ''])('%j is neither', (name) => {
  expect(explanationOf(resolved, name)).toBeUndefined();
});

test('a replication: what it copies and under which name, whose offsets, and who MirrorMaker is', () => {
  expect(explanationOf(resolve(dev), 'orders-standby')).toEqual({
    replication: 'orders-standby',
    about: 'MirrorMaker 2, one way',
    owner: 'orders, orders@example.com, pages orders-oncall',
    from: 'main (strimzi 4.3.1, 3 brokers)',
    to: 'standby (strimzi 4.3.1, 3 brokers)',
    copies: [
      'orders.created as main.orders.created',
      'orders.paid as main.orders.paid',
      'orders.shipped as main.orders.shipped',
    ],
    'offsets of': ['inventory-service', 'notification-service', 'payment-service'],
    rpo: '1m',
    users: ['orders-standby-source', 'orders-standby-target'],
    workers: '1 in the group mm2-orders-standby, tasks.max 1',
    manifests: 'kubernetes/standby/kafka-dev/orders-standby--mirror-maker.yaml',
  });
});

describe('a cluster', () => {
  test('is explained by what it is made of, and what is on it', () => {
    expect(explanationOf(resolve(dev), 'main')).toEqual({
      cluster: 'main',
      about: 'strimzi, Kafka 4.3.1',
      life: 'made from this description',
      'metadata version': '4.3-IV0',
      pools: [
        'broker: 3 broker nodes, each with volume 0 of 50GiB',
        'controller: 3 controller nodes, each with volume 0 of 20GiB',
      ],
      authentication: ['scram-sha-512', 'mtls'],
      holds: expect.stringMatching(/^\d+ topics, \d+ applications$/),
    });
    expect(explanationOf(resolved, 'main')).toMatchObject({ life: 'runs on this machine', brokers: '3' });
    expect(explanationOf(resolve(azureProd), 'main')).not.toHaveProperty('brokers');
  });

  test('and a topic that change in scale are explained with the steps', () => {
    const main = resolve(dev).clusters.get('main')?.record;
    if (!main?.pools.broker) throw new Error('nothing of dev is recorded');
    const changing = resolve(dev, {
      inventory: {
        ...emptyInventory,
        topics: { 'orders.shipped': { cluster: 'main', shard: 'fulfilment', partitions: 3, cleanup: 'delete' } },
        clusters: { main: { ...main, pools: { ...main.pools, broker: { ...main.pools.broker, nodes: 4 } } } },
      },
    });
    expect(explanationOf(changing, 'orders.shipped')?.plan).toContain('6 partitions instead of 3:');
    expect(explanationOf(changing, 'main')?.plan).toEqual([
      "3 brokers instead of 4 in the pool 'broker':",
      expect.stringMatching(/^1\. find the highest id of the pool/),
      expect.stringMatching(/^2\. apply: before a broker goes, Strimzi moves its replicas/),
      expect.stringMatching(/^3\. check: /),
      expect.stringMatching(/^careful: /),
    ]);
    expect(explanationOf(changing, 'standby')).not.toHaveProperty('plan');
  });
});

test('a topic that says who may read it, and how a person is erased from it, tells both', () => {
  const topics = { 'orders.paid': { readers: ['fulfilment', 'analytics'], erasure: 'nobody is named in it' } };
  expect(explanationOf(resolve({ ...local, overrides: { ...local.overrides, topics } }), 'orders.paid')).toMatchObject({
    'may be read by': ['payments', 'fulfilment', 'analytics'],
    erasure: 'nobody is named in it',
  });
});
