import { changed } from '../../support/change';
import { compileDescription, type Description, small } from '../../support/describe';
import { mskCluster } from './cluster';

const told = (changes: Readonly<Record<string, unknown>>) =>
  compileDescription(
    changed<Description>(small, { 'clusters.main': changed({ ...mskCluster }, changes) }),
  ).problems.map(({ code, path, problem, fix }) => `${code} ${path}: ${problem}; ${fix}`);
const digits = 'with 17 hexadecimal digits';

test.each<[Readonly<Record<string, unknown>>, string]>([
  [{ region: 'mars-1' }, "region: 'mars-1' is not AWS' name of a region; write a region such as 'eu-west-1'"],
  [{ 'network.vpc': 'nope' }, `network.vpc: 'nope' is not a VPC's id; write 'vpc-…' ${digits}`],
  [
    { 'network.subnets': ['kafka-subnet', ...mskCluster.network.subnets.slice(1)] },
    `network.subnets[0]: 'kafka-subnet' is not a subnet's id; write 'subnet-…' ${digits}`,
  ],
  [
    { 'network.clients': { applications: '0.0.0.0/0' } },
    `network.clients.applications: '0.0.0.0/0' is not a security group's id; write 'sg-…' ${digits}`,
  ],
  [
    { 'network.monitoring': { prometheus: 'hello' } },
    `network.monitoring.prometheus: 'hello' is not a security group's id; write 'sg-…' ${digits}`,
  ],
  [
    { existing: 'shared', network: undefined, secretsKey: 'arn:aws:kms:eu-west-1:1:key/a' },
    "secretsKey: 'arn:aws:kms:eu-west-1:1:key/a' is not a key's alias; write 'alias/…'",
  ],
])('%j is told with the form that it has', (changes, problem) => {
  expect(told(changes)).toEqual([`KFK-K309 clusters.main.${problem}`]);
});

test('of a network that is wrong in one place nobody is told that its subnets are missing', () =>
  expect(told({ 'network.clients': ['sg-00000001'] })).toEqual([
    'KFK-S002 clusters.main.network.clients: a list is given where a map is needed; write a map',
  ]));

test.each(['eu-west-1', 'us-gov-east-1', 'us-iso-east-1', 'ap-southeast-7', 'cn-northwest-1', 'eusc-de-east-1'])(
  '%s is a region',
  (region) => {
    expect(told({ region })).toEqual([]);
  },
);

test.each([
  [
    { version: '3.6' },
    "version: '3.6' is not allowed: MSK has it without KRaft only, and its support ended on 2026-06-01: https://docs.aws.amazon.com/msk/latest/developerguide/supported-kafka-versions.html; use one of: '3.7', '3.8', '3.9', '4.0', '4.1', '4.2'",
  ],
  [{ version: '2.8' }, "version: '2.8' is not allowed; use one of: '3.7', '3.8', '3.9', '4.0', '4.1', '4.2'"],
  [
    { instance: 'kafka.t3.small' },
    expect.stringMatching(
      /^instance: 'kafka\.t3\.small' is not allowed: MSK has it without KRaft only .*; use one of: 'kafka\.m5\.large'/,
    ) as string,
  ],
  [{ instance: 'kafka.m7g.larg' }, "instance: 'kafka.m7g.larg' is not allowed; did you mean 'kafka.m7g.large'?"],
])('%j is told with what may be written', (changes, problem) => {
  expect(told(changes).map((text) => text.replace('KFK-S004 clusters.main.', ''))).toEqual([problem]);
});

const authority = (region: string) => `arn:aws:acm-pca:${region}:111122223333:certificate-authority/1`;

test.each<[Readonly<Record<string, unknown>>, string]>([
  [
    { region: 'us-isob-east-1' },
    "KFK-K324 clusters.main.region: Amazon MSK has no endpoint in 'us-isob-east-1', as of 2026-11-21; use a region that has it, or say in a waiver since when AWS has it there",
  ],
  [
    { kind: 'express', region: 'us-west-1' },
    "KFK-K344 clusters.main.kind: express brokers are in three zones, and MSK has two in us-west-1; use kind: 'standard' with two subnets, or another region",
  ],
  [
    { kind: 'serverless', region: 'sa-east-1' },
    "KFK-K324 clusters.main.region: Amazon MSK has no serverless clusters in 'sa-east-1', as of 2026-11-21; use a region that has it, or say in a waiver since when AWS has it there",
  ],
  [
    { kind: 'express', storage: '100GiB' },
    "KFK-K320 clusters.main.storage: it is not for kind 'express': express brokers have storage without a size: https://docs.aws.amazon.com/msk/latest/developerguide/msk-broker-types-express.html; leave it out, or use kind: 'standard'",
  ],
  [
    { kind: 'serverless', version: '3.9' },
    "KFK-K320 clusters.main.version: it is not for kind 'serverless': MSK decides what serverless clusters run: https://docs.aws.amazon.com/msk/latest/developerguide/serverless.html; leave it out, or use kind: 'standard' or 'express'",
  ],
  [
    { kind: 'express', 'network.subnets': mskCluster.network.subnets.slice(1), brokers: 2 },
    'KFK-K301 clusters.main.network.subnets: three different subnets are needed; given: subnet-0000000b, subnet-0000000c; name one subnet in each of three availability zones',
  ],
  [
    { kind: 'express', brokers: 4 },
    'KFK-K302 clusters.main.brokers: 4 brokers do not spread evenly over 3 subnets; use 6',
  ],
  [
    { kind: 'express', instance: 'kafka.m5.large' },
    "KFK-K321 clusters.main.instance: 'kafka.m5.large' is a size of standard brokers; those of this cluster are express; say kind: 'standard', or use one of: express.m7g.large, express.m7g.xlarge, express.m7g.2xlarge, express.m7g.4xlarge, express.m7g.8xlarge, express.m7g.12xlarge, express.m7g.16xlarge",
  ],
  [
    { kind: 'express', version: '4.1' },
    "KFK-K322 clusters.main.version: express brokers do not run Kafka 4.1 with KRaft, as of 2026-11-21; use one of: '3.9', '4.2'",
  ],
  [
    { version: '3.7' },
    "KFK-K323 clusters.main.version: support of Kafka 3.7 ended on 2026-09-01: from then on MSK upgrades it on a day of its own choice; try '3.9' in the environment before this one, then here",
  ],
  [
    { throughput: 250 },
    'KFK-K326 clusters.main.throughput: kafka.m7g.large has no provisioned throughput: kafka.m5.4xlarge, kafka.m7g.2xlarge and larger have; leave it out, or use larger brokers',
  ],
  [
    { storageAutoscaling: { maximum: '200GiB' }, region: 'af-south-1' },
    'KFK-K325 clusters.main.storageAutoscaling: disks do not grow by themselves in af-south-1, as of 2026-11-21: https://docs.aws.amazon.com/msk/latest/developerguide/msk-autoexpand.html; leave it out, and let storage be large enough',
  ],
  [
    { kind: 'express', configuration: { 'num.io.threads': 8 } },
    "KFK-K303 clusters.main.configuration['num.io.threads']: MSK lets nobody set 'num.io.threads' of express brokers with Kafka 3.9; leave it out: MSK decides it",
  ],
  [
    { version: '4.0', configuration: { 'log.message.timestamp.difference.max.ms': 5 } },
    "KFK-K303 clusters.main.configuration['log.message.timestamp.difference.max.ms']: MSK lets nobody set 'log.message.timestamp.difference.max.ms' of standard brokers with Kafka 4.0; leave it out: MSK decides it",
  ],
  [
    { configuration: { 'compression.type': 'lz5' } },
    "KFK-K330 clusters.main.configuration['compression.type']: 'lz5' is not one of gzip, snappy, lz4, zstd, uncompressed, producer; write one of gzip, snappy, lz4, zstd, uncompressed, producer",
  ],
  [
    { encryptionKey: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab' },
    "KFK-K331 clusters.main.encryptionKey: it is in us-east-1, and the cluster in eu-west-1; write 'arn:aws:kms:eu-west-1:<account>:key/<id>', or leave it out: one is made",
  ],
  [
    { certificateAuthority: authority('eu-west-1') },
    "KFK-K333 clusters.main.certificateAuthority: nobody signs in by a certificate: 'mtls' is not in authentication; add 'mtls' to authentication, or leave it out",
  ],
  [
    { existing: 'shared', network: undefined, logs: {}, metrics: 'default' },
    "KFK-K308 clusters.main.logs: 'shared' exists and is left as it is; leave it out, or leave out 'existing'",
  ],
])('%j is told what MSK has in its place', (changes, problem) => {
  expect(told(changes)).toContain(problem);
});

describe('public access', () => {
  const toldOf = (from: readonly string[], disposable: boolean) =>
    compileDescription(
      changed<Description>(small, { 'clusters.main': { ...mskCluster, publicAccess: { from } }, disposable }),
    ).problems.map(({ code, path }) => `${code} ${path}`);
  const publicAccess = 'clusters.main.publicAccess';

  test('is refused to what is kept, and to what is not there yet', () => {
    expect(toldOf(['198.51.100.7/32'], false)).toEqual([`KFK-K337 ${publicAccess}`]);
    expect(toldOf(['198.51.100.7/32'], true)).toEqual([`KFK-K338 ${publicAccess}`]);
  });

  test('is refused to everybody, to wide blocks, and to what is none', () => {
    const blocks = ['0.0.0.0/0', '10.0.0.0/8', '300.1.1.1/32', '198.51.100.7', '198.51.100.7/33', '198.51.100.7/32'];
    expect(toldOf(blocks, true)).toEqual([
      `KFK-K338 ${publicAccess}`,
      ...[0, 1, 2, 3, 4].map((index) => `KFK-K339 ${publicAccess}.from[${index}]`),
    ]);
  });
});

test('a topic in tiered storage needs a cluster that has it', () => {
  const topic = { owner: 'orders', config: { 'remote.storage.enable': 'true' } };
  const codes = (settings: object) =>
    compileDescription(
      changed<Description>(small, {
        'clusters.main': { ...mskCluster, ...settings },
        'platform.topics[orders.created]': topic,
      }),
    ).problems.map(({ code }) => code);
  expect(codes({})).toEqual(['KFK-C001']);
  expect(codes({ kind: 'express' })).toContain('KFK-C001');
  expect(codes({ tieredStorage: true })).toEqual([]);
});

test.each(['iam', 'scram-sha-512', 'mtls'])(
  'a serverless cluster that is to know %s is told what it knows',
  (mechanism) => {
    const problems = told({ kind: 'serverless', authentication: [mechanism] });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(
      mechanism === 'iam' ? [] : expect.arrayContaining(['KFK-C001']),
    );
  },
);

test('a serverless cluster that another VPC is to reach would be another cluster', () => {
  const batch = { ...mskCluster.network, vpc: 'vpc-00000009' };
  const description = (settings: object) =>
    changed<Description>(small, { 'clusters.main': { ...mskCluster, kind: 'serverless', ...settings } });
  const record = compileDescription(description({})).resolved?.clusters.get('main')?.record;
  const told = (settings: object) =>
    compileDescription(description(settings), {
      inventory: { topics: {}, applications: {}, clusters: record ? { main: record } : {} },
    }).problems.flatMap(({ code, path }) => (code === 'KFK-I006' ? [] : [`${code} ${path}`]));
  expect(told({})).toEqual([]);
  expect(told({ otherNetworks: { batch } })).toEqual(['KFK-I020 clusters.main.otherNetworks']);
});
