import { Oracle, type Refusal } from '../../support/matrix/refusals';
import { clusterSentences } from './cluster-oracle';
import { all, express, saidOf, serverless } from './levels';

const transactional = 'platform.applications.shop.transactional';
const isolation = 'platform.applications.billing.consumes[orders.created].isolation';
const group = 'platform.applications.billing.consumes[orders.created].group';

/** What must be refused, by what AWS says; not taken from the rules. */
const sentences: readonly Refusal[] = [
  ...clusterSentences,
  {
    when: {
      rotation: 'second',
      mechanisms: ['iam', 'certificatesOfOurs', 'withoutAuthority', 'authorityAlone'],
    },
    code: 'KFK-E006',
    because: 'nobody holds what would be made anew',
  },
  {
    when: { rotation: 'second', mechanisms: ['certificates', 'all', 'authorityElsewhere'] },
    code: 'KFK-K379',
    because: 'MSK: a certificate is issued by its authority',
  },
  {
    when: {
      'secrets.users': saidOf('secrets.users', '"two"'),
      mechanisms: all('mechanisms', 'scram', 'scramAndIam', 'all'),
    },
    code: 'KFK-X048',
    because: 'nobody has a password, which is what two users are for',
  },
  {
    when: {
      'secrets.lasts': saidOf('secrets.lasts'),
      mechanisms: ['iam', 'certificatesOfOurs', 'withoutAuthority', 'authorityAlone'],
    },
    code: 'KFK-X048',
    because: 'IAM: sessions end by themselves, and nobody holds a secret',
  },
  { when: { generated: 'byNobody' }, code: 'KFK-X051', because: 'Terraform makes passwords, and no External Secrets' },
  { when: { tokens: 'ofAServer' }, code: 'KFK-A010', because: 'MSK: IAM, SASL/SCRAM and TLS' },
  {
    when: { 'platform.applications.shop.keystores': saidOf('platform.applications.shop.keystores', '"pkcs12"') },
    code: 'KFK-X036',
    because: 'MSK: every JVM trusts who signs its certificates, and its clients’ are no certificates of the kit',
  },
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
  {
    when: {
      open: ['yes', 'past'],
      restricted: 'everything',
      mechanisms: ['scram', 'scramAndIam', 'certificates', 'all', 'authorityElsewhere'],
    },
    code: 'KFK-K502',
    because: 'MSK: the first ACL of a topic closes it for whoever has none',
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
