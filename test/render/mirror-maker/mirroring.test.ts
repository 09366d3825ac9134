import { mirroredTopic } from '../../../model/replication';
import { dedicatedMirrorMaker } from '../../../render/mirror-maker/dedicated';
import { type MirroringProps, mirroring } from '../../../render/mirror-maker/mirroring';

const props: MirroringProps = {
  name: 'orders-standby',
  from: 'main',
  to: 'standby',
  topics: ['orders.created', 'orders.paid'],
  groups: ['payment-service', 'ware.house'],
  names: 'prefixed',
  rpo: 60_000,
  tasks: 2,
  replicationFactor: 3,
};
const matches = (list: string, name: string) => list.split(',').some((one) => new RegExp(`^(?:${one})$`).test(name));

test('the topics and groups that are named are copied, and none that only looks like them', () => {
  const { topicsPattern, groupsPattern } = mirroring(props);
  for (const name of props.topics) expect(matches(topicsPattern, name)).toBe(true);
  for (const name of props.groups) expect(matches(groupsPattern, name)).toBe(true);
  for (const name of ['orders-created', 'orders.created.v2', 'old.orders.paid'])
    expect(matches(topicsPattern, name)).toBe(false);
  expect(matches(groupsPattern, 'ware-house')).toBe(false);
});

test("what MirrorMaker would leave out by default is copied: 'x.replica', the group 'connect-x'", () => {
  const { topicsExcludePattern, groupsExcludePattern } = mirroring(props);
  expect(matches(topicsExcludePattern, 'orders.replica')).toBe(false);
  expect(matches(groupsExcludePattern, 'connect-orders')).toBe(false);
  expect(matches(topicsExcludePattern, '__consumer_offsets')).toBe(true);
});

test('the source is only read, its ACLs stay there, aborted transactions too, and both connectors agree', () => {
  const { sourceConnector, checkpointConnector } = mirroring(props);
  for (const connector of [sourceConnector, checkpointConnector])
    expect(connector).toMatchObject({
      'offset-syncs.topic.location': 'target',
      'replication.policy.class': 'org.apache.kafka.connect.mirror.DefaultReplicationPolicy',
    });
  expect(sourceConnector).toMatchObject({
    'sync.topic.acls.enabled': 'false',
    'heartbeats.replication.enabled': 'false',
    'consumer.isolation.level': 'read_committed',
  });
});

test('copies keep their names where both connectors are told so', () => {
  const { sourceConnector, checkpointConnector } = mirroring({ ...props, names: 'same' });
  for (const connector of [sourceConnector, checkpointConnector])
    expect(connector).toMatchObject({
      'replication.policy.class': 'org.apache.kafka.connect.mirror.IdentityReplicationPolicy',
    });
  expect(mirroredTopic({ from: 'main', names: 'same' }, 'orders.created')).toBe('orders.created');
  expect(mirroredTopic({ from: 'main', names: 'prefixed' }, 'orders.created')).toBe('main.orders.created');
});

test.each([
  [1_000, '1', '1'],
  [2_000, '1', '2'],
  [60_000, '30', '60'],
  [3_600_000, '60', '600'],
])('with an RPO of %i ms offsets are synced every %s s and topics looked for every %s s', (rpo, sync, refresh) => {
  const { sourceConnector, checkpointConnector } = mirroring({ ...props, rpo });
  expect(checkpointConnector).toMatchObject({
    'sync.group.offsets.enabled': 'true',
    'sync.group.offsets.interval.seconds': sync,
    'emit.checkpoints.interval.seconds': sync,
    'refresh.groups.interval.seconds': refresh,
  });
  expect(sourceConnector).toMatchObject({
    'refresh.topics.interval.seconds': refresh,
    'sync.topic.configs.interval.seconds': refresh,
  });
});

test('every topic that MirrorMaker makes has as many replicas as the target can hold', () => {
  const { sourceConnector, checkpointConnector, worker } = mirroring({ ...props, replicationFactor: 1 });
  const factors = Object.entries({ ...sourceConnector, ...checkpointConnector, ...worker.config }).filter(([key]) =>
    key.endsWith('replication.factor'),
  );
  expect(factors.map(([, value]) => value)).toEqual(['1', '1', '1', '1', '1', '1']);
});

describe("Kafka's own program", () => {
  const properties = dedicatedMirrorMaker(props, {
    source: { 'bootstrap.servers': 'main:9093' },
    target: { 'bootstrap.servers': 'standby:9093' },
  });

  test('is told the same as the workers in Kubernetes', () => {
    const { sourceConnector, checkpointConnector, worker } = mirroring(props);
    for (const [key, value] of Object.entries({ ...sourceConnector, ...checkpointConnector }))
      expect(properties[`main->standby.${key}`]).toBe(value);
    for (const [key, value] of Object.entries(worker.config)) expect(properties[key]).toBe(value);
    expect(properties).toMatchObject({
      'main->standby.topics': 'orders\\.created,orders\\.paid',
      'main->standby.groups': 'payment-service,ware\\.house',
      'main->standby.tasks.max': '2',
      'standby.group.id': worker.groupId,
      'standby.config.storage.topic': worker.configStorageTopic,
      'standby.offset.storage.topic': worker.offsetStorageTopic,
      'standby.status.storage.topic': worker.statusStorageTopic,
    });
  });

  test('reaches each side as its own client, copies one way, and writes heartbeats nowhere', () => {
    expect(properties).toMatchObject({
      clusters: 'main,standby',
      'main.bootstrap.servers': 'main:9093',
      'standby.bootstrap.servers': 'standby:9093',
      'main->standby.enabled': 'true',
      'standby->main.enabled': 'false',
      'main->standby.emit.heartbeats.enabled': 'false',
      'standby->main.emit.heartbeats.enabled': 'false',
    });
  });
});
