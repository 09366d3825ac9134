import { type Capable, capabilitiesOf } from '../../../backends/msk/description/capabilities';
import { mskClusterFacts } from '../../../backends/msk/description/cluster';
import type { MskClusterInput } from '../../../backends/msk/description/input';
import { mskSettings } from '../../../backends/msk/description/settings';
import type { Feature } from '../../../model/capabilities';
import type { Cluster } from '../../../model/cluster';
import { unaudited } from '../../support/unaudited';
import { mskCluster } from './cluster';

const factsOf = (more: Partial<MskClusterInput> = {}) => mskClusterFacts({ ...mskCluster, ...more }, unaudited);
const settingsOf = (more: Partial<MskClusterInput> = {}) => mskSettings(factsOf(more) as Cluster);

test('the least that is said is a small cluster by IAM, whose certificates every client knows', () => {
  expect(factsOf()).toMatchObject({
    version: '3.9',
    brokers: 3,
    tier: 'kafka.m7g.large',
    authentication: ['iam'],
    dataPlane: 'msk-iam',
    appliedBy: 'terraform',
    life: 'owned',
    asked: false,
    secretStores: ['secrets-manager'],
    certificateAuthority: 'public',
  });
  expect(settingsOf()).toEqual({
    kind: 'standard',
    said: ['backend', 'region', 'network'],
    kafkaVersion: '3.9.x.kraft',
    region: 'eu-west-1',
    glue: {},
    instance: 'kafka.m7g.large',
    volumeSize: 100,
    tieredStorage: false,
    rebalancing: false,
    metrics: 'per-broker',
    openMonitoring: true,
    logs: { cloudwatchDays: 365 },
    network: { ...mskCluster.network, monitoring: {} },
    otherNetworks: {},
    configuration: {},
  });
});

test.each<[Partial<MskClusterInput>, object]>([
  [{ version: '4.1' }, { kafkaVersion: '4.1.x.kraft' }],
  [{ region: 'eu-central-1' }, { region: 'eu-central-1' }],
  [{ instance: 'kafka.m5.large' }, { instance: 'kafka.m5.large' }],
  [{ storage: '1000GiB' }, { volumeSize: 1000 }],
  [{ storageAutoscaling: { maximum: '500GiB' } }, { storageAutoscaling: { maximum: 500, target: 60 } }],
  [{ storageAutoscaling: { maximum: '500GiB', target: 80 } }, { storageAutoscaling: { maximum: 500, target: 80 } }],
  [{ logs: { cloudwatch: {} } }, { logs: { cloudwatchDays: 365 } }],
  [{ logs: { cloudwatch: false, firehose: 'stream' } }, { logs: { cloudwatchDays: undefined, firehose: 'stream' } }],
  [{ multiVpc: {} }, { multiVpc: { accounts: [], replicator: false, authentication: ['iam'] } }],
  [
    { authentication: ['scram-sha-512'], multiVpc: { accounts: ['111122223333'] } },
    { multiVpc: { accounts: ['111122223333'], authentication: ['scram-sha-512'] } },
  ],
  [{ kind: 'express' }, { instance: 'express.m7g.large', volumeSize: 0, rebalancing: true }],
  [{ kind: 'express', rebalancing: false }, { rebalancing: false }],
  [{ kind: 'serverless' }, { instance: 'serverless', volumeSize: 0, kafkaVersion: 'serverless' }],
  [{ configuration: { 'log.roll.ms': 5 } }, { configuration: { 'log.roll.ms': '5' } }],
])('%j is %j', (said, settings) => {
  expect(settingsOf(said)).toMatchObject(settings);
});

test('a serverless cluster has no brokers to count, and topics that AWS’ API does not make', () => {
  expect(factsOf({ kind: 'serverless' })).toMatchObject({
    tier: 'serverless',
    storedByVendor: true,
    dataPlane: 'msk-serverless',
  });
});

test('a cluster that exists is found by its name, and its network is nobody’s to say', () => {
  const { network: _, ...found } = mskCluster;
  expect(mskClusterFacts({ ...found, existing: 'shared' }, unaudited)).toMatchObject({ life: 'existing' });
  expect(mskSettings(mskClusterFacts({ ...found, existing: 'shared' }, unaudited) as Cluster)).toMatchObject({
    existing: 'shared',
    network: undefined,
  });
});

test.each<[MskClusterInput['authentication'], string]>([
  [['iam'], 'msk-iam'],
  [['scram-sha-512'], 'msk-acl'],
  [['iam', 'scram-sha-512'], 'msk-acl'],
])('applications that use %j are managed by %s', (authentication, dataPlane) => {
  expect(factsOf({ authentication }).dataPlane).toBe(dataPlane);
});

describe('what a cluster can do', () => {
  const supportOf = (feature: Feature, more: Partial<Capable> = {}) =>
    capabilitiesOf({
      ...({ kind: 'standard', version: '3.9', authentication: ['iam'], tieredStorage: false } as const),
      recorded: { logs: true, trail: false, told: false },
      ...more,
    })[feature].support;

  test.each([
    ['user-quotas', 'unsupported', 'native'],
    ['mirroring', 'unsupported', 'native'],
    ['scram-sha-512', 'unsupported', 'native'],
    ['iam', 'native', 'unsupported'],
    ['idempotence', 'translated', 'native'],
    ['transactions', 'native', 'native'],
    ['share-groups', 'unsupported', 'unsupported'],
  ] as const)('%s is %s by IAM and %s by passwords', (feature, byIam, byPasswords) => {
    expect(supportOf(feature)).toBe(byIam);
    expect(supportOf(feature, { authentication: ['scram-sha-512'] })).toBe(byPasswords);
  });

  test.each<[Feature, string, Partial<Capable>]>([
    ['mtls', 'native', { authentication: ['mtls'] }],
    ['user-quotas', 'native', { authentication: ['mtls'] }],
    ['mirroring', 'unsupported', { authentication: ['mtls'] }],
    ['tiered-storage', 'native', { tieredStorage: true }],
    ['tiered-storage', 'unsupported', { kind: 'express' }],
    ['streams', 'preview', { kind: 'express' }],
    ['streams', 'preview', { kind: 'serverless' }],
    ['consumer-protocol', 'unsupported', { kind: 'serverless', version: '4.0' }],
  ])('%s is %s with %j', (feature, support, more) => {
    expect(supportOf(feature, more)).toBe(support);
  });

  test('the new protocol of consumers comes with Kafka 4', () => {
    expect(supportOf('consumer-protocol')).toBe('unsupported');
    expect(supportOf('consumer-protocol', { version: '4.0' })).toBe('native');
  });
});
