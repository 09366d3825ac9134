import type { Refusal } from '../../support/matrix/refusals';
import { features } from './features';
import { all, express, made, provisioned, serverless, standard } from './levels';

/** What serverless clusters do not have, by factor: every level that says it. */
const notServerless = [
  'version',
  'storage',
  'rebalancing',
  'key',
  'logs',
  'metrics',
  'exporters',
  'reach',
  'configuration',
];

/** What is said of a cluster that exists, too, or says nothing. */
const leftAlone = [
  ...[
    'unsaid',
    'made',
    'none',
    'iam',
    'scram',
    'scramAndIam',
    'withoutAuthority',
    'certificatesOfOurs',
    'authorityElsewhere',
    'scraped',
    'tiered',
    'tieredCompacted',
  ],
  ...Object.keys(features.version ?? {}),
];

/** What says a bucket of an audit log, by name; what says whom alarms tell. */
const auditBuckets = ['bucket', 'trailElsewhere', 'locked', 'noBucket', 'forEver'];
const auditAlarms = ['locked', 'told', 'toldInHalf', 'toldHourly', 'toldSlowly', 'toldElsewhere', 'toldOfNothing'];
const auditOfNothing = ['keptByNobody', 'lockedByNobody', 'openToNobody'];

/** What must be refused of a cluster, by what AWS says; not taken from the rules. */
export const clusterSentences: readonly Refusal[] = [
  { when: { brokers: ['uneven'] }, code: 'KFK-K302', because: 'MSK: as many brokers in each zone' },
  { when: { brokers: 'oneZone' }, code: 'KFK-K301', because: 'MSK: two or three zones' },
  { when: { brokers: 'expressInTwoZones' }, code: 'KFK-K301', because: 'MSK: express brokers are in three zones' },
  { when: { brokers: 'sizeOfExpress' }, code: 'KFK-K321', because: 'MSK: sizes are of a kind' },
  { when: { brokers: 'sizeOfStandard' }, code: 'KFK-K321', because: 'MSK: sizes are of a kind' },
  ...notServerless.map(
    (factor): Refusal => ({
      when: { brokers: serverless, [factor]: all(factor, 'unsaid', 'made') },
      code: 'KFK-K320',
      because: 'MSK: a serverless cluster shows neither brokers nor disks, and AWS decides its version and its keys',
    }),
  ),
  {
    when: { brokers: express, storage: all('storage', 'unsaid') },
    code: 'KFK-K320',
    because: 'MSK: storage of express brokers has no size',
  },
  {
    when: { brokers: standard, rebalancing: all('rebalancing', 'unsaid') },
    code: 'KFK-K320',
    because: 'MSK: intelligent rebalancing is of express brokers',
  },
  {
    when: { brokers: provisioned, otherNetworks: 'one' },
    code: 'KFK-K320',
    because: 'MSK: provisioned brokers are in one VPC',
  },
  {
    when: { brokers: 'existing', exporters: 'none' },
    code: 'KFK-K308',
    because: 'what somebody else made is left as it is',
  },
  ...[...notServerless, 'otherNetworks', 'mechanisms'].map(
    (factor): Refusal => ({
      when: { brokers: 'existing', [factor]: all(factor, ...leftAlone) },
      code: 'KFK-K308',
      because: 'what somebody else made is left as it is',
    }),
  ),
  {
    when: { brokers: all('brokers', 'existing'), secretsKey: 'said' },
    code: 'KFK-K308',
    because: 'the kit makes the key itself',
  },
  {
    when: { brokers: serverless, secretsKey: 'said' },
    code: 'KFK-K320',
    because: 'MSK: serverless clusters know IAM alone',
  },
  {
    when: { brokers: [...express, ...serverless], copies: 'two' },
    code: 'KFK-K361',
    because: 'MSK: three copies of which two acknowledge',
  },
  {
    when: {
      quota: ['bytes', 'requests'],
      mechanisms: ['iam', 'authorityAlone'],
    },
    code: 'KFK-C001',
    because: 'MSK: no quota is of an IAM role',
  },
  {
    when: { quota: ['bytes', 'requests'], brokers: serverless },
    code: 'KFK-C001',
    because: 'MSK: no quota is of an IAM role',
  },
  {
    when: { quota: ['bytes', 'requests'], mechanisms: ['certificatesOfOurs', 'withoutAuthority'] },
    code: 'KFK-K378',
    because: 'MSK: no quota is of an IAM role',
  },
  { when: { connect: 'databaseOutOfReach' }, code: 'KFK-C050', because: 'EC2: security groups let nobody out unasked' },
  { when: { brokers: made, version: 'v4.2' }, code: 'KFK-K322', because: 'MSK: 4.2 is of express brokers' },
  {
    when: { brokers: express, version: ['v3.7', 'v3.8', 'v4.0', 'v4.1'] },
    code: 'KFK-K322',
    because: 'MSK: express brokers run 3.9 and 4.2 with KRaft',
  },
  {
    when: { brokers: provisioned, mechanisms: ['withoutAuthority', 'authorityAlone'] },
    code: 'KFK-K333',
    because: 'MSK: client certificates are those of private authorities that are named',
  },
  {
    when: { mechanisms: 'authorityElsewhere' },
    code: 'KFK-K332',
    because: 'ACM PCA: an authority is of a region',
  },
  {
    when: { storage: ['growsToLess', 'fullTarget'], brokers: standard },
    code: 'KFK-K325',
    because: 'MSK: 10 to 80 percent, up to 16384 GiB',
  },
  { when: { storage: 'tooLarge', brokers: standard }, code: 'KFK-K305', because: 'MSK: a disk has 16384 GiB at most' },
  {
    when: { storage: 'throughput', brokers: standard.filter((level) => level !== 'six') },
    code: 'KFK-K326',
    because: 'MSK: provisioned throughput is of 4xlarge brokers and larger ones',
  },
  { when: { storage: 'tooFast', brokers: standard }, code: 'KFK-K326', because: 'MSK: 2375 MiB a second at most' },
  { when: { storage: 'tieredCompacted' }, code: 'KFK-K328', because: 'MSK: compacted topics have no tiered storage' },
  { when: { key: ['alias', 'elsewhere'] }, code: 'KFK-K331', because: 'MSK: the ARN of a key in the region' },
  {
    when: { logs: ['oddDays', 'noBucket'] },
    code: 'KFK-K334',
    because: 'CloudWatch: retention in steps; S3: names of buckets',
  },
  {
    when: { audit: ['nowhere', 'noBucket', 'forEver', 'noTrail', 'toldElsewhere', 'toldOfNothing'] },
    code: 'KFK-K540',
    because: 'S3: names of buckets, and a hundred years; CloudWatch: alarms tell topics of their region',
  },
  {
    when: { audit: auditAlarms, brokers: serverless },
    code: 'KFK-K540',
    because: 'MSK: a serverless cluster shows no logs of brokers, in which refusals could be counted',
  },
  {
    when: { audit: auditOfNothing },
    code: 'KFK-K541',
    because: 'a trail that exists is kept by whoever made it',
  },
  {
    when: { audit: [...auditBuckets, ...auditAlarms, ...auditOfNothing], brokers: 'existing' },
    code: 'KFK-K541',
    because: 'what somebody else made is left as it is',
  },
  {
    when: { audit: auditBuckets, logs: ['bucket', 'everywhere', 'noBucket'] },
    code: 'KFK-K541',
    because: 'MSK: BrokerLogs has one S3',
  },
  {
    when: { audit: auditAlarms, logs: 'bucket' },
    code: 'KFK-K541',
    because: 'CloudWatch: refusals are counted in a log group',
  },
  {
    when: { exporters: 'scrapedNowhere', brokers: [...made, ...express] },
    code: 'KFK-K336',
    because: 'nobody listens where it would be scraped',
  },
  {
    when: { reach: ['internet', 'everybody'], disposable: 'no', brokers: provisioned },
    code: 'KFK-K337',
    because: 'what keeps data is not on the internet',
  },
  {
    when: { reach: ['internet', 'everybody'], life: 'born', disposable: 'yes', brokers: provisioned },
    code: 'KFK-K338',
    because: 'MSK: not while creating a cluster',
  },
  { when: { reach: 'everybody', brokers: provisioned }, code: 'KFK-K339', because: 'MSK: as restrictive as possible' },
  { when: { reach: 'noAccount' }, code: 'KFK-K341', because: 'AWS: accounts have twelve digits' },
  {
    when: { configuration: 'forbidden', brokers: provisioned },
    code: 'KFK-K303',
    because: 'MSK: msk-configuration-properties',
  },
  {
    when: { configuration: 'ofStandard', brokers: express },
    code: 'KFK-K303',
    because: 'MSK: msk-configuration-express-read-write has fewer',
  },
  { when: { configuration: 'decided' }, code: 'KFK-K304', because: 'a cluster is closed, and the kit says so' },
  { when: { configuration: 'wrong' }, code: 'KFK-K330', because: 'Kafka: message.max.bytes is a number' },
];
