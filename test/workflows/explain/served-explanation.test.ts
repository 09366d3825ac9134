import { explanationOf } from '../../../workflows/explain/explanation';
import { connect, replicated } from '../../backends/msk/services.cases';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';

const inMskConnect = resolve(changed<Description>(small, connect({ 'connectClusters.pipeline.capacityUnits': 2 })));
const mirrored = resolve(
  changed<Description>(
    small,
    replicated({
      'platform.topics[orders.created].cluster': 'main',
      'platform.applications.shop.cluster': 'main',
      'platform.applications.billing.cluster': 'main',
    }),
  ),
);

test('a Connect cluster in MSK Connect: what each connector has, where plugins are, and in which stack', () => {
  expect(explanationOf(inMskConnect, 'pipeline')).toMatchObject({
    'connect cluster': 'pipeline',
    workers: '2 for each connector, of 2 units',
    plugins: ['files from s3://plugins/files.zip'],
    runs: ['archive as pipeline-archive'],
    stack: 'test-pipeline--connect',
  });
});

test('a connector there, and the application that it is', () => {
  expect(explanationOf(inMskConnect, 'archive')).toMatchObject({
    'run by': 'pipeline',
    consumes: ['orders.created as group connect-test-pipeline-archive'],
  });
  expect(explanationOf(inMskConnect, 'pipeline-archive')).toMatchObject({
    about: "The connector 'archive' in MSK Connect",
    stack: 'test-pipeline--connect',
    becomes: ['aws_iam_policy.pipeline-archive'],
  });
});

test('a replication by MSK Replicator promises no RPO, and has no workers of ours', () => {
  const explained = explanationOf(mirrored, 'orders-standby');
  expect(explained).toMatchObject({
    about: 'MSK Replicator, one way',
    rpo: 'none: AWS promises none',
    copies: expect.arrayContaining(['orders.created as orders.created']),
    stack: 'test-orders-standby--replicator',
  });
  expect(explained).not.toHaveProperty('workers');
});
