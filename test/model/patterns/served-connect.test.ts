import { connect } from '../../backends/msk/services.cases';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';

const described = (changes: object = {}) => resolve(changed<Description>(small, connect({ ...changes })));
const twice = {
  'platform.connectors.audit': {
    owner: 'orders',
    plugin: 'files',
    class: 'com.example.SinkConnector',
    consumes: { 'orders.created': { deadLetter: {} } },
  },
};

describe('a connector that MSK Connect runs', () => {
  test('is an application of its own, and its Connect cluster is none', () => {
    const { applications } = described(twice);
    expect([...applications.keys()]).toEqual(['billing', 'pipeline-archive', 'pipeline-audit', 'shop']);
    expect(applications.get('pipeline-audit')).toMatchObject({
      authentication: 'iam',
      service: 'msk-connect',
      workload: { kind: 'connect-cluster', name: 'pipeline' },
    });
  });

  test('has no permission of another one on the same Connect cluster', () => {
    const { permissions } = described(twice);
    const may = (application: string) =>
      permissions.filter((one) => one.application === application).map((it) => `${it.operation} ${it.resourceName}`);
    expect(may('pipeline-audit')).toContain('Write orders.created.connect-audit.dlq');
    expect(may('pipeline-archive')).not.toContain('Write orders.created.connect-audit.dlq');
    expect(may('pipeline-archive').join()).not.toContain('audit');
  });

  test('reads in the group that Kafka Connect names after what MSK Connect calls it; its dead letter is called as everywhere', () => {
    const { flows, topics } = described(twice);
    const read = flows.find(({ connector, direction }) => connector === 'audit' && direction === 'consume');
    expect(read).toMatchObject({ group: 'connect-test-pipeline-audit', isolation: 'read_uncommitted' });
    expect([...topics.keys()]).toContain('orders.created.connect-audit.dlq');
  });

  test('is in no shard, and has no connection that is delivered', () => {
    const { shards, connections, services } = described();
    const principals = shards.flatMap((shard) => shard.principals.map(({ application }) => application.name));
    expect(principals).toEqual(['billing', 'shop']);
    expect(connections.map(({ application }) => application)).toEqual(['billing', 'shop']);
    expect(services).toMatchObject([{ name: 'test-pipeline--connect', service: 'msk-connect', noun: 'pipeline' }]);
  });
});
