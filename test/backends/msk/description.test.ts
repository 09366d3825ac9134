import { capabilitiesOf } from '../../../backends/msk/description/capabilities';
import type { MskClusterInput } from '../../../backends/msk/description/cluster';
import { mskClusterFacts, mskSettings } from '../../../backends/msk/description/cluster';
import type { Cluster } from '../../../model/cluster';
import { mskCluster } from './cluster';

const factsOf = (more: Partial<MskClusterInput> = {}) => mskClusterFacts({ ...mskCluster, ...more });
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
    kafkaVersion: '3.9.x.kraft',
    region: 'eu-west-1',
    instance: 'kafka.m7g.large',
    volumeSize: 100,
    network: { ...mskCluster.network, monitoring: {} },
    configuration: {},
  });
});

test.each<[Partial<MskClusterInput>, object]>([
  [{ version: '4.1' }, { kafkaVersion: '4.1.x.kraft' }],
  [{ region: 'eu-central-1' }, { region: 'eu-central-1' }],
  [{ instance: 'kafka.m5.large' }, { instance: 'kafka.m5.large' }],
  [{ storage: '1000GiB' }, { volumeSize: 1000 }],
  [{ configuration: { 'log.roll.ms': 5 } }, { configuration: { 'log.roll.ms': '5' } }],
])('%j is %j', (said, settings) => {
  expect(settingsOf(said)).toMatchObject(settings);
});

test('a cluster that exists is found by its name, and its network is nobody’s to say', () => {
  const { network: _, ...found } = mskCluster;
  expect(mskClusterFacts({ ...found, existing: 'shared' })).toMatchObject({ life: 'existing' });
  expect(mskSettings(mskClusterFacts({ ...found, existing: 'shared' }) as Cluster)).toMatchObject({
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
  test.each([
    ['user-quotas', 'unsupported', 'native'],
    ['mirroring', 'unsupported', 'native'],
    ['scram-sha-512', 'unsupported', 'native'],
    ['iam', 'native', 'unsupported'],
    ['idempotence', 'translated', 'native'],
    ['transactions', 'native', 'native'],
    ['share-groups', 'unsupported', 'unsupported'],
  ] as const)('%s is %s by IAM and %s by passwords', (feature, byIam, byPasswords) => {
    expect(capabilitiesOf('3.9', ['iam'])[feature].support).toBe(byIam);
    expect(capabilitiesOf('3.9', ['scram-sha-512'])[feature].support).toBe(byPasswords);
  });

  test('the new protocol of consumers comes with Kafka 4', () => {
    expect(capabilitiesOf('3.9', ['iam'])['consumer-protocol'].support).toBe('unsupported');
    expect(capabilitiesOf('4.0', ['iam'])['consumer-protocol'].support).toBe('native');
  });
});
