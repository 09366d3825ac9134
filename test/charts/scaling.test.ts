import { KitChart } from '../../charts/kit-chart';
import { kubernetesApp } from '../../charts/kubernetes-app';
import type { Permission } from '../../model/permissions';
import { explanationOf } from '../../workflows/explain/explanation';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';
import type { Manifest } from '../support/manifests';

const on = (changes: Readonly<Record<string, unknown>> = {}) =>
  resolve(
    changed<Description>(small, {
      kubernetes: {},
      'clusters.main': { backend: 'strimzi', authentication: ['scram-sha-512', 'mtls'] },
      'platform.topics[orders.created].partitions': 6,
      'platform.topics[orders.paid]': { owner: 'orders', partitions: 12 },
      'platform.applications.shop.produces[orders.paid]': {},
      'platform.applications.billing.scaling': {},
      'platform.applications.billing.consumes[orders.paid]': { group: 'billing-paid' },
      ...changes,
    }),
  );
const chartsOf = (resolved: ReturnType<typeof on>) =>
  kubernetesApp(resolved, { folder: 'unused' }).node.findAll().filter(KitChart.isKitChart);
const objects = (resolved: ReturnType<typeof on>, name = 'billing') =>
  chartsOf(resolved)
    .filter(({ node }) => node.id === `${name}--scaling`)
    .flatMap((chart) => chart.toJson() as Manifest[]);
const found = (resolved: ReturnType<typeof on>, kind: string, name?: string) => {
  const object = objects(resolved, name).find((one) => one.kind === kind);
  return object as unknown as { metadata: Manifest['metadata']; data?: object; spec: Record<string, unknown> };
};
const triggers = (resolved: ReturnType<typeof on>, name?: string) =>
  found(resolved, 'ScaledObject', name).spec.triggers as { metadata: Record<string, string> }[];

test('an application that says nothing of it is not scaled, and one that does has a chart of its own', () => {
  expect(objects(on({ 'platform.applications.billing.scaling': undefined }))).toEqual([]);
  expect(objects(on()).map(({ kind, metadata }) => `${metadata.namespace} ${kind}/${metadata.name}`)).toEqual([
    'applications ConfigMap/billing-kafka-scaler',
    'applications TriggerAuthentication/billing-kafka-scaler',
    'applications ScaledObject/billing',
  ]);
  expect(chartsOf(on()).find(({ node }) => node.id === 'billing--scaling')?.unit).toBe('main');
});

test('there is a trigger for each topic that it reads, with its group', () => {
  expect(triggers(on()).map(({ metadata }) => [metadata.topic, metadata.consumerGroup, metadata.lagThreshold])).toEqual(
    [
      ['orders.created', 'billing', '100'],
      ['orders.paid', 'billing-paid', '100'],
    ],
  );
});

test('its copies are as many as its largest topic has partitions, or what it says', () => {
  expect(found(on(), 'ScaledObject').spec).toMatchObject({
    scaleTargetRef: { name: 'billing' },
    minReplicaCount: 1,
    maxReplicaCount: 12,
  });
  const said = { deployment: 'billing-worker', min: 0, max: 4, lagThreshold: 5 };
  const own = on({ 'platform.applications.billing.scaling': said });
  expect(found(own, 'ScaledObject').spec).toMatchObject({
    scaleTargetRef: { name: 'billing-worker' },
    minReplicaCount: 0,
    maxReplicaCount: 4,
  });
  expect(triggers(own)[0]?.metadata.lagThreshold).toBe('5');
});

test('a stream processor is one group on all of its topics, with as many copies as the largest has partitions', () => {
  const resolved = on({
    'platform.topics[orders.counted]': { owner: 'orders' },
    'platform.applications.counter': {
      owner: 'orders',
      consumes: { 'orders.created': {}, 'orders.paid': {} },
      produces: { 'orders.counted': {} },
      streams: { applicationId: 'order-counter' },
      scaling: {},
    },
  });
  expect(found(resolved, 'ScaledObject', 'counter').spec.maxReplicaCount).toBe(12);
  const asked = triggers(resolved, 'counter').map(({ metadata }) => metadata.consumerGroup);
  expect(asked).toEqual(['order-counter', 'order-counter']);
});

describe('KEDA asks as the application itself', () => {
  test('by its password, from the Secret that brings the connection', () => {
    const resolved = on();
    expect(triggers(resolved)[0]?.metadata).toMatchObject({
      bootstrapServers: 'main-kafka-bootstrap.kafka.svc:9093',
      sasl: 'scram_sha512',
      tls: 'enable',
    });
    expect(found(resolved, 'ConfigMap').data).toEqual({ username: 'billing' });
    expect(found(resolved, 'TriggerAuthentication').spec).toEqual({
      secretTargetRef: [
        { parameter: 'ca', name: 'billing-kafka', key: 'ca.crt' },
        { parameter: 'password', name: 'billing-kafka', key: 'password' },
      ],
      configMapTargetRef: [{ parameter: 'username', name: 'billing-kafka-scaler', key: 'username' }],
    });
  });

  test('by its certificate, with no name beside it', () => {
    const resolved = on({ 'platform.applications.billing.authentication': 'mtls' });
    expect(triggers(resolved)[0]?.metadata).toMatchObject({ bootstrapServers: 'main-kafka-bootstrap.kafka.svc:9094' });
    expect(triggers(resolved)[0]?.metadata).not.toHaveProperty('sasl');
    expect(found(resolved, 'ConfigMap')).toBeUndefined();
    expect(found(resolved, 'TriggerAuthentication').spec).toEqual({
      secretTargetRef: [
        { parameter: 'ca', name: 'billing-kafka', key: 'ca.crt' },
        { parameter: 'cert', name: 'billing-kafka', key: 'user.crt' },
        { parameter: 'key', name: 'billing-kafka', key: 'user.key' },
      ],
    });
  });

  test('by the keys of the Access Operator, where that brings the connection', () => {
    const cluster = { backend: 'strimzi', authentication: ['mtls'], connections: 'access-operator' };
    const resolved = on({ 'clusters.main': cluster });
    expect(found(resolved, 'TriggerAuthentication').spec).toMatchObject({
      secretTargetRef: [{ key: 'ssl.truststore.crt' }, { key: 'ssl.keystore.crt' }, { key: 'ssl.keystore.key' }],
    });
  });

  test('in the namespace in which the application runs', () => {
    const resolved = on({ 'platform.applications.billing.namespace': 'billing' });
    expect(new Set(objects(resolved).map(({ metadata }) => metadata.namespace))).toEqual(new Set(['billing']));
  });

  test('and its rights suffice: Read of each topic and of each group, by which Kafka lets it describe both', () => {
    const resolved = on();
    const may = (resourceType: Permission['resourceType'], name: string) =>
      resolved.permissions.some(
        (permission) =>
          permission.application === 'billing' &&
          permission.operation === 'Read' &&
          permission.resourceType === resourceType &&
          permission.resourceName === name &&
          permission.permission === 'Allow',
      );
    const asked = triggers(resolved).map(({ metadata }) => metadata);
    expect(asked).toHaveLength(2);
    for (const { topic = '', consumerGroup = '' } of asked) {
      expect(may('Topic', topic)).toBe(true);
      expect(may('Group', consumerGroup)).toBe(true);
    }
    expect(may('Topic', 'orders.created.billing.dlq')).toBe(false);
  });
});

describe('brokers let KEDA in', () => {
  const peers = (resolved: ReturnType<typeof on>) => {
    const kafka = chartsOf(resolved)
      .flatMap((chart) => chart.toJson() as Manifest[])
      .find(({ kind }) => kind === 'Kafka') as unknown as {
      spec: { kafka: { listeners: { name: string; networkPolicyPeers?: object }[] } };
    };
    return Object.fromEntries(
      kafka.spec.kafka.listeners.map(({ name, networkPolicyPeers }) => [name, JSON.stringify(networkPolicyPeers)]),
    );
  };

  test('by the listener of an application that it scales, and by no other', () => {
    const { scram, tls } = peers(on({ 'platform.applications.shop.authentication': 'mtls' }));
    expect(scram).toContain('"keda"');
    expect(tls).not.toContain('"keda"');
    expect(peers(on({ kubernetes: { kedaNamespace: 'autoscaling' } })).scram).toContain('"autoscaling"');
  });

  test('and nowhere where nothing is scaled', () => {
    expect(JSON.stringify(peers(on({ 'platform.applications.billing.scaling': undefined })))).not.toContain('keda');
  });
});

describe('explain', () => {
  test('tells between how many copies, and for how much lag one is', () => {
    expect(explanationOf(on(), 'billing')?.scaling).toBe(
      '1 to 12 copies of the Deployment billing, one for 100 unread records',
    );
    expect(explanationOf(on(), 'shop')).not.toHaveProperty('scaling');
  });

  test('tells that nothing scales where there is no Kubernetes: the platform may say it all the same', () => {
    const elsewhere = resolve(changed<Description>(small, { 'platform.applications.billing.scaling': {} }));
    expect(explanationOf(elsewhere, 'billing')?.scaling).toBe("none here: 'main' is not on Kubernetes");
  });
});
