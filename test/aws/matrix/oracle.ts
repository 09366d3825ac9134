import { Oracle, type Refusal } from '../../support/matrix/refusals';
import { features } from './features';
import { freeLevels } from './free';

const all = (factor: string, ...but: string[]): string[] =>
  Object.keys(features[factor] ?? {}).filter((level) => !but.includes(level));

/** Levels that say a field, here or in overrides: all of them, or those of one value. */
const saidOf = (field: string, value = ''): string[] =>
  Object.keys(freeLevels.get(field) ?? {}).filter((level) => level !== 'unsaid' && level.endsWith(value));

const transactional = 'platform.applications.shop.transactional';
const isolation = 'platform.applications.billing.consumes[orders.created].isolation';
const group = 'platform.applications.billing.consumes[orders.created].group';

const serverless = ['serverless'];
const express = ['express', 'expressSix', 'expressInTwoZones', 'sizeOfStandard'];
const standard = all('brokers', ...serverless, ...express);
/** Those that the kit makes. */
const made = standard.filter((level) => level !== 'existing');
const provisioned = [...standard, ...express];

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

/** What must be refused, by what AWS says; not taken from the rules. */
const sentences: readonly Refusal[] = [
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
    when: { exporters: 'scrapedNowhere', brokers: [...made, ...express] },
    code: 'KFK-K336',
    because: 'nobody listens where it would be scraped',
  },
  {
    when: { reach: ['internet', 'everybody'], disposable: 'no' },
    code: 'KFK-K337',
    because: 'what keeps data is not on the internet',
  },
  {
    when: { reach: ['internet', 'everybody'], life: 'born', disposable: 'yes' },
    code: 'KFK-K338',
    because: 'MSK: not while creating a cluster',
  },
  { when: { reach: 'everybody' }, code: 'KFK-K339', because: 'MSK: as restrictive as possible' },
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
  { when: { roles: 'nobodys' }, code: 'KFK-K352', because: 'a role for nobody' },
  { when: { roles: 'noIssuer' }, code: 'KFK-K351', because: 'IAM: the ARN of an OpenID Connect provider' },
  ...[
    'scram',
    'scramAndIam',
    'certificates',
    'certificatesOfOurs',
    'all',
    'withoutAuthority',
    'authorityElsewhere',
  ].map(
    (mechanisms): Refusal => ({
      when: { brokers: serverless, mechanisms },
      code: 'KFK-C001',
      because: 'MSK: serverless clusters know IAM alone',
    }),
  ),
  {
    when: {
      brokers: serverless,
      mechanisms: ['certificates', 'certificatesOfOurs', 'all', 'authorityAlone', 'authorityElsewhere'],
    },
    code: 'KFK-K320',
    because: 'MSK: serverless clusters know IAM alone',
  },
  {
    when: { brokers: serverless, open: ['yes', 'past'] },
    code: 'KFK-K320',
    because: 'MSK: serverless clusters have no ACLs',
  },
  {
    when: { brokers: serverless, connect: all('connect', 'none') },
    code: 'KFK-K384',
    because: 'no data source tells the security group',
  },
  {
    when: { brokers: serverless, replication: all('replication', 'none', 'toServerless') },
    code: 'KFK-K389',
    because: 'no data source tells the security group',
  },
  {
    when: { brokers: [...express, ...serverless], storage: ['tiered', 'tieredCompacted'] },
    code: 'KFK-C001',
    because: 'MSK: tiered storage is of standard brokers',
  },
  {
    when: { brokers: [...express, ...serverless], storage: ['tiered', 'tieredCompacted'] },
    code: 'KFK-K360',
    because: 'MSK: remote.storage.enable is set by nobody there',
  },
  {
    when: { open: ['yes', 'past'], reach: all('reach', 'unsaid') },
    code: 'KFK-K340',
    because: 'MSK: a cluster that is open stays in its VPC',
  },
  { when: { glue: 'unknownReader' }, code: 'KFK-K394', because: 'nobody has such a policy' },
  { when: { glue: 'empty' }, code: 'KFK-K393', because: 'Glue: SchemaDefinition has .*\\S.*' },
  { when: { connect: 'tooMany' }, code: 'KFK-K381', because: 'MSK Connect: ten workers' },
  { when: { connect: 'oddUnits' }, code: 'KFK-K381', because: 'MSK Connect: 1, 2, 4 or 8 units' },
  { when: { roles: 'sharedRole' }, code: 'KFK-K353', because: 'least privilege: one role is one application' },
  {
    when: { open: ['yes', 'past'], life: 'born', brokers: all('brokers', 'existing') },
    code: 'KFK-K372',
    because: 'a new cluster is born closed',
  },
  {
    when: { open: ['yes', 'past'], mechanisms: ['iam', 'authorityAlone'] },
    code: 'KFK-K373',
    because: 'MSK: ACLs bind nobody who signs in by IAM',
  },
  { when: { open: 'past' }, code: 'KFK-K370', because: 'the day has come' },
  {
    when: { connect: all('connect', 'none'), mechanisms: ['scram', 'certificates', 'authorityElsewhere'] },
    code: 'KFK-C012',
    because: 'MSK Connect signs in by IAM alone',
  },
  {
    when: { replication: all('replication', 'none'), mechanisms: ['scram', 'certificates', 'authorityElsewhere'] },
    code: 'KFK-R020',
    because: 'MSK Replicator signs in by IAM alone',
  },
  {
    when: { connect: ['small', 'large'], [transactional]: saidOf(transactional, 'true') },
    code: 'KFK-C049',
    because: 'MSK Connect: nobody tells its consumers their isolation',
  },
  {
    when: { [transactional]: saidOf(transactional, 'true'), [isolation]: saidOf(isolation, '"read_uncommitted"') },
    code: 'KFK-F006',
    because: 'Kafka: records of aborted transactions are read as if they counted',
  },
  {
    when: { replication: 'some', [group]: saidOf(group) },
    code: 'KFK-R007',
    because: 'offsets of a group that nobody has are nobody’s',
  },
  { when: { connect: 'noPlugin' }, code: 'KFK-C027', because: 'MSK Connect: a connector runs a plugin' },
  { when: { connect: 'ofKubernetes' }, code: 'KFK-C046', because: 'MSK Connect has units, of one processor and 4 GiB' },
  { when: { replication: 'prefixed' }, code: 'KFK-R021', because: 'MSK Replicator prefixes by an alias of its own' },
  { when: { replication: 'promised' }, code: 'KFK-R022', because: 'MSK Replicator promises no age' },
  { when: { replication: 'toServerless' }, code: 'KFK-K389', because: 'no data source tells the security group' },
  {
    when: { streams: 'topology', brokers: [...express, ...serverless] },
    code: 'KFK-C001',
    because: 'MSK: topologies with state fail on express brokers and serverless clusters',
  },
  { when: { tags: 'ofAws' }, code: 'KFK-E023', because: 'AWS: aws: is reserved' },
];

export const oracle = new Oracle(sentences);
