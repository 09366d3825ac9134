import { changed } from '../../support/change';
import { compileDescription, type Description, small } from '../../support/describe';
import { mskCluster } from './cluster';
import { connect } from './services.cases';

const told = (changes: Readonly<Record<string, unknown>>) =>
  compileDescription(changed<Description>(small, connect(changes as never)))
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => `${code} ${path}`);
const state = (said: object) => ({ state: { backend: 's3', bucket: 'kit-state', region: 'eu-west-1', ...said } });
const pipeline = 'connectClusters.pipeline';

/** Everywhere that a description says a name of a bucket. */
const buckets = (bucket: string) => ({
  ...state({ bucket }),
  'clusters.main': { ...mskCluster, logs: { s3: { bucket } } },
  [`${pipeline}.pluginObjects.files.bucket`]: bucket,
});

describe('a bucket has one form, for states, logs and plugins', () => {
  test.each(['kafka-logs', 'kafka.logs.example.com', '1-2'])('%s is a name', (bucket) => {
    expect(told(buckets(bucket))).toEqual([]);
  });

  test.each(['xn--kafka', 'sthree-kafka', 'kafka-s3alias', 'Kafka', 'a..b', '192.168.0.1', 'ab', 's3://kafka'])(
    '%s is none',
    (bucket) => {
      expect(told(buckets(bucket)).sort()).toEqual([
        'KFK-E020 state.bucket',
        'KFK-K334 clusters.main.logs.s3.bucket',
        `KFK-K380 ${pipeline}.pluginObjects.files.bucket`,
      ]);
    },
  );
});

describe('a region has one form', () => {
  test.each(['eu-west-1', 'us-gov-west-1', 'eusc-de-east-1'])('%s is one, of a state and of a cluster', (region) => {
    expect(told({ ...state({ region }), 'clusters.main': { ...mskCluster, region } })).toEqual([]);
  });

  test('a zone is none', () => {
    const region = 'eu-west-1a';
    expect(told({ ...state({ region }), 'clusters.main': { ...mskCluster, region } })).toEqual(
      expect.arrayContaining(['KFK-E020 state.region', 'KFK-K309 clusters.main.region']),
    );
  });
});

test.each([
  ['sg-0123456789abcdef0', []],
  ['sg-01234567', []],
  ['default', ['KFK-K309 clusters.main.network.clients.applications', `KFK-K385 ${pipeline}.securityGroups[0]`]],
])('the id of a security group has one form, of clients and of workers: %s', (group, expected) => {
  const network = { ...mskCluster.network, clients: { applications: group } };
  expect(told({ 'clusters.main': { ...mskCluster, network }, [`${pipeline}.securityGroups`]: [group] }).sort()).toEqual(
    expected,
  );
});
