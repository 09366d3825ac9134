import { Oracle, type Refusal } from '../../../support/matrix/refusals';
import { namespaceSentences } from './namespace-oracle';

const later = (level: string): string[] => [`=${level}`, `overridden =${level}`];

const classification = 'platform.topics[orders.totals].classification';
const compacted = ['compact', 'tombstones', 'overridden'];
const captured = ['said', 'byIdentity', 'least', 'most', 'named', 'namedShortly', 'tooSeldom', 'tooSmall'];
const withKeys = ['sas', 'sasReads', 'sasRotated', 'sasOnTwo', 'sasNotAccepted', 'sasOnCompacted'];

const sentences: readonly Refusal[] = [
  ...namespaceSentences,
  {
    when: { profile: 'production', disposable: 'yes' },
    code: 'KFK-E003',
    because: 'what is in production is not anybody’s to destroy',
  },
  {
    when: { profile: 'production', state: 'local', life: ['owned', 'groupExists'] },
    code: 'KFK-E030',
    because: 'the state of a production namespace is not to be lost with one machine',
  },
  {
    when: { profile: 'production', [classification]: later('"personal"'), cleanup: compacted },
    code: 'KFK-X062',
    because: 'GDPR, article 17: what is compacted stays as long as its key',
  },
  {
    when: { profile: 'production', [classification]: later('"personal"'), capture: captured },
    code: 'KFK-X072',
    because: 'GDPR, article 5: no retention of Kafka’s reaches what was copied',
  },
  {
    when: { profile: 'production', [classification]: 'overridden ="public"' },
    code: 'KFK-X084',
    because: 'ISO 27001: who owns information classifies it; internal is what nobody classified',
  },
  {
    when: { tier: 'standard', partitions: ['thirtyThree', 'hundred', 'hundredAndOne', 'thousandAndMore'] },
    code: 'KFK-L203',
    because: 'Azure: an event hub of a standard namespace has 32 partitions at most',
  },
  {
    when: { tier: ['premium'], partitions: ['hundredAndOne', 'thousandAndMore'] },
    code: 'KFK-L204',
    because: 'Azure: an event hub of a premium namespace has 100 partitions at most',
  },
  {
    when: { tier: 'premium', units: 'unsaid', partitions: ['hundred', 'hundredAndOne', 'thousandAndMore'] },
    code: 'KFK-L205',
    because: 'Azure: 200 partitions in a namespace for each processing unit',
  },
  {
    when: { tier: 'premium', units: 'two', partitions: ['thousandAndMore'] },
    code: 'KFK-L205',
    because: 'Azure: 200 partitions in a namespace for each processing unit',
  },
  {
    when: { tier: 'standard', retention: ['month', 'quarter', 'quarterAndDay'] },
    code: 'KFK-L206',
    because: 'Azure: a standard namespace keeps records 7 days at most',
  },
  {
    when: { tier: 'premium', retention: 'quarterAndDay' },
    code: 'KFK-L207',
    because: 'Azure: a premium namespace keeps records 90 days at most',
  },
  { when: { retention: 'minutes' }, code: 'KFK-K212', because: 'azurerm: retention_time_in_hours' },
  { when: { cleanup: 'both' }, code: 'KFK-K209', because: 'azurerm: cleanup_policy is Compact or Delete' },
  { when: { cleanup: 'ignored' }, code: 'KFK-K207', because: 'Azure: segments are nobody’s to set' },
  { when: { cleanup: 'sized' }, code: 'KFK-K207', because: 'Azure: an event hub keeps records for a time' },
  { when: { streams: 'notAccepted' }, code: 'KFK-C001', because: 'Azure: Kafka Streams is a preview' },
  {
    when: { tier: 'standard', streams: ['accepted', 'notAccepted'] },
    code: 'KFK-C001',
    because: 'Azure: Kafka Streams is of premium and dedicated',
  },
  {
    when: { transactions: 'notAccepted', streams: ['none'] },
    code: 'KFK-C001',
    because: 'Azure: transactions are a preview',
  },
  {
    when: { tier: 'standard', transactions: ['accepted', 'notAccepted'] },
    code: 'KFK-C001',
    because: 'Azure: transactions are of premium and dedicated',
  },
  { when: { secrets: 'vaultUnnamed' }, code: 'KFK-K214', because: 'a store that nobody finds' },
  { when: { secrets: 'noVault' }, code: 'KFK-K216', because: 'Azure: no two dashes in a row in a vault’s name' },
  { when: { access: 'sasNotAccepted' }, code: 'KFK-C001', because: 'a key that never ends is accepted in writing' },
  {
    when: { tier: 'standard', quota: ['produce', 'consume', 'request'] },
    code: 'KFK-C001',
    because: 'Azure: application groups are of premium and dedicated',
  },
  {
    when: { quota: 'request' },
    code: 'KFK-K253',
    because: 'Azure: policies throttle bytes and messages, nobody’s threads',
  },
  { when: { capture: 'noSuchTopic' }, code: 'KFK-K240', because: 'nobody would be captured' },
  {
    when: { capture: ['tooSeldom', 'tooSmall', 'namedShortly'] },
    code: 'KFK-K241',
    because: 'azurerm: 60 to 900 seconds, 10 to 500 MiB, all nine parts of a name',
  },
  {
    when: {
      capture: captured,
      cleanup: ['compact', 'tombstones', 'overridden', 'both'],
    },
    code: 'KFK-K242',
    because: 'azurerm: an update of a hub that is captured leaves its policy out, which Azure refuses',
  },
  { when: { consumerGroups: 'vendors' }, code: 'KFK-K244', because: 'Azure: every event hub has $Default' },
  { when: { identities: 'ofNobody' }, code: 'KFK-K245', because: 'nobody would have that identity' },
  { when: { identities: 'shared' }, code: 'KFK-K246', because: 'who is one identity has what the other may do' },
  {
    when: { identities: ['noIdentity', 'nobodyFederates'] },
    code: 'KFK-K247',
    because: 'Azure: 3 to 128 characters; a namespace belongs to an issuer',
  },
  { when: { secrets: 'versionOfNothing' }, code: 'KFK-E006', because: 'Entra ID gives tokens: there is no secret' },
  {
    when: { secrets: ['files', 'kubernetes', 'secretsManager', 'vault'] },
    code: 'KFK-E009',
    because: 'what Azure’s identities read is a Key Vault',
  },
  { when: { access: 'tokens' }, code: 'KFK-A010', because: 'Event Hubs: tokens of Entra ID, and keys' },
  { when: { secrets: 'madeByNobody' }, code: 'KFK-X051', because: 'Azure makes keys, and no External Secrets' },
  {
    when: { 'platform.applications.shop.keystores': later('"pkcs12"') },
    code: 'KFK-X036',
    because: 'authorities that every JVM trusts signed the certificates of Azure',
  },
  {
    when: { 'secrets.users': '="two"' },
    code: 'KFK-X048',
    because: 'Event Hubs: a rule has two keys, and its user is the same',
  },
  {
    when: { 'secrets.lasts': '="90d"', access: 'entraId' },
    code: 'KFK-X048',
    because: 'Entra ID: tokens end by themselves, and nobody holds a secret',
  },
  { when: { access: 'sasOnTwo' }, code: 'KFK-K248', because: 'Azure: a key opens a hub, or the whole namespace' },
  {
    when: { access: 'sasOnCompacted' },
    code: 'KFK-K249',
    because: 'azurerm #25563: an authorization rule on a compacted hub fails',
  },
  {
    when: { access: withKeys, secrets: 'nowhere' },
    code: 'KFK-K250',
    because: 'a key that nobody may see has to lie somewhere',
  },
  {
    when: { access: 'sasOnTwo', cleanup: ['compact', 'tombstones', 'overridden', 'both'] },
    code: 'KFK-K249',
    because: 'azurerm #25563: an authorization rule on a compacted hub fails',
  },
  { when: { groups: 'ofOthers' }, code: 'KFK-K252', because: 'Entra ID: a group’s roles are each member’s' },
  { when: { schemaGroups: 'ofNobody' }, code: 'KFK-K256', because: 'nobody reads schemas by that name' },
  {
    when: { schemaGroups: ['avro', 'backward', 'json', 'unknown'], life: 'existing' },
    code: 'KFK-K257',
    because: 'the group is made with the namespace, by somebody else',
  },
  {
    when: { tier: ['dedicated', 'dedicatedMade', 'dedicatedOfTwo'], retention: 'quarterAndDay' },
    code: 'KFK-L233',
    because: 'Azure: dedicated keeps records 90 days at most',
  },
  {
    when: { tier: ['dedicated', 'dedicatedMade', 'dedicatedOfTwo'], partitions: 'thousandAndMore' },
    code: 'KFK-L231',
    because: 'Azure: 1,024 partitions of a hub on dedicated',
  },
  {
    when: {
      transactions: ['accepted', 'notAccepted'],
      'platform.applications.billing.consumes[orders.created].isolation': later('"read_uncommitted"'),
    },
    code: 'KFK-F006',
    because: 'Kafka: records of aborted transactions are read as if they counted',
  },
  {
    when: { tier: ['dedicated', 'dedicatedMade'], units: 'unsaid', partitions: 'thousandAndMore' },
    code: 'KFK-L232',
    because: 'Azure: 2,000 partitions for each capacity unit',
  },
];

export const oracle = new Oracle(sentences);
