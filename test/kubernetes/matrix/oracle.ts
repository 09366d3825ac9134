import { Oracle, type Refusal } from '../../support/matrix/refusals';
import { certificateSentences, issued } from './certificate-sentences';
import { features } from './features';
import { saidOf } from './free';

const isolation = 'platform.applications.billing.consumes[orders.created].isolation';
const classification = 'platform.topics[orders.created].classification';
const group = 'platform.applications.billing.consumes[orders.created].group';

const nodesBut = (...few: string[]): string[] =>
  Object.keys(features.nodes ?? {}).filter((level) => !few.includes(level));
const connecting = Object.keys(features.connect ?? {}).filter((level) => level !== 'none');
const cruising = Object.keys(features.cruiseControl ?? {}).filter((level) => level !== 'none');

const sentences: readonly Refusal[] = [
  ...certificateSentences,
  {
    when: { profile: 'production', disposable: 'yes' },
    code: 'KFK-E003',
    because: 'what is in production is not anybody’s to destroy',
  },
  {
    when: { profile: 'production', nodes: 'one' },
    code: 'KFK-K001',
    because: 'one broker holds one copy of each record',
  },
  {
    when: { profile: 'production', nodes: ['one', 'evenControllers'] },
    code: 'KFK-K403',
    because: 'an even quorum is refused by the production profile; one controller is no quorum',
  },
  {
    when: { nodes: 'noControllers' },
    code: 'KFK-K413',
    because: 'Strimzi: a cluster needs a pool with the role controller',
  },
  { when: { nodes: 'noBrokers' }, code: 'KFK-K413', because: 'Strimzi: a cluster needs a pool with the role broker' },
  { when: { nodes: 'poolsAndBrokers' }, code: 'KFK-K415', because: 'two numbers of brokers cannot both be true' },
  { when: { nodes: 'sameVolumeTwice' }, code: 'KFK-K416', because: 'Strimzi: volume ids are unique in a pool' },
  { when: { nodes: 'twoForMetadata' }, code: 'KFK-K416', because: 'Strimzi: one volume has kraftMetadata: shared' },
  { when: { nodes: 'sameIds' }, code: 'KFK-K419', because: 'Strimzi: node ids are unique in a cluster' },
  {
    when: { nodes: 'zonesWithoutRack', 'clusters.main.rack': 'unsaid' },
    code: 'KFK-K420',
    because: 'a zone is a value of a label that nobody names',
  },
  {
    when: { nodes: 'ephemeral', disposable: 'no' },
    code: 'KFK-K417',
    because: 'records that vanish with a pod are for disposable environments',
  },
  {
    when: { nodes: ['one', 'noBrokers'], replicas: ['three', 'overridden'] },
    code: 'KFK-T007',
    because: 'Kafka: INVALID_REPLICATION_FACTOR',
  },
  {
    when: { reach: ['takenPort', 'lowPort', 'twoOnOnePort'] },
    code: 'KFK-K431',
    because: 'Strimzi: ports from 9092 but 9404 and 9999, each once',
  },
  { when: { reach: 'longName' }, code: 'KFK-K430', because: 'Strimzi: ^[a-z0-9]{1,11}$' },
  { when: { reach: 'saidTwice' }, code: 'KFK-K430', because: 'two answers to how clients prove who they are' },
  {
    when: { reach: 'ingressWithoutHost' },
    code: 'KFK-K435',
    because: 'Strimzi: an ingress needs hosts of bootstrap and brokers',
  },
  {
    when: { reach: 'ingressWithoutTls' },
    code: 'KFK-K432',
    because: 'Strimzi: an ingress passes TLS on by its server name',
  },
  { when: { reach: 'oauthWithoutServer' }, code: 'KFK-K435', because: 'nobody could tell a token from another' },
  { when: { reach: 'oauthByBoth' }, code: 'KFK-A032', because: 'RFC 7523: an assertion is shown for a token' },
  {
    when: { reach: 'oauthBySubject' },
    code: 'KFK-A033',
    because: 'Kafka: User:CN=… is who has a certificate',
  },
  { when: { reach: 'oauthBySubject' }, code: 'KFK-K514', because: 'Kubernetes: names are of DNS' },
  { when: { reach: 'oauthAsAnother' }, code: 'KFK-A031', because: 'Kafka: permissions belong to a user' },
  { when: { reach: 'oauthFromNowhere' }, code: 'KFK-A030', because: 'KIP-768: sasl.oauthbearer.token.endpoint.url' },
  {
    when: { reach: ['oauthOfAnotherName', 'oauthAsAnother', 'oauthBySubject'], delivery: ['argoCd', 'flux'] },
    code: 'KFK-K515',
    because: 'whoever prunes knows users by what made them',
  },
  {
    when: {
      reach: ['oauthBySecret', 'oauthByAssertion', 'oauthOfAnotherName', 'oauthFromNowhere'],
      connections: 'accessOperator',
    },
    code: 'KFK-K516',
    because:
      'Access Operator: it reads Secrets of KafkaUsers, and neither a client secret nor an authority of tokens is one',
  },
  {
    when: { secrets: 'vaultHasThem', reach: 'mtls' },
    code: 'KFK-X051',
    because: 'External Secrets makes passwords, and nobody has one',
  },
  { when: { secrets: 'nothingIsMade' }, code: 'KFK-X051', because: 'Strimzi makes passwords where no store has them' },
  {
    when: { reach: 'mtls', 'secrets.users': '="two"' },
    code: 'KFK-X048',
    because: 'nobody has a password, which is what two users are for',
  },
  {
    when: { reach: ['plain', 'ingressWithoutTls'], disposable: 'no' },
    code: 'KFK-K433',
    because: 'encryption everywhere, and nobody is anonymous, but where data is disposable',
  },
  {
    when: { authorization: 'none', restricted: 'everything' },
    code: 'KFK-C001',
    because: 'denials and hosts are nothing to brokers that ask for no permission',
  },
  {
    when: { authorization: 'none', disposable: 'no' },
    code: 'KFK-K433',
    because: 'least privilege, but where data is disposable',
  },
  {
    when: { authorization: 'none', 'clusters.main.superUsers': '=["User:admin"]' },
    code: 'KFK-K445',
    because: 'a super user is one whom no permission holds back, and there are none',
  },
  {
    when: { connections: 'accessOperator', 'clusters.main.issuer': '="company"' },
    code: 'KFK-K443',
    because: 'Access Operator: the Secret that it makes holds the authority of Strimzi',
  },
  {
    when: { connections: 'accessOperator', reach: issued },
    code: 'KFK-K443',
    because: 'as above: that listener has an issuer of its own',
  },
  {
    when: { reach: 'keysHandedOut' },
    code: 'KFK-X095',
    because: 'cert-manager: beside a certificate there is its key, which applications would be let read',
  },
  {
    when: { profile: 'production', certificates: 'said', connections: 'accessOperator' },
    code: 'KFK-X096',
    because: 'Access Operator: its Secret has one authority, while Strimzi replaces the key by itself',
  },
  {
    when: { secrets: 'nobodyReads', reach: Object.keys(features.reach ?? {}).filter((level) => level !== 'mtls') },
    code: 'KFK-K439',
    because: 'External Secrets: a Secret is read by a store that somebody names',
  },
  { when: { version: 'unknown' }, code: 'KFK-K401', because: 'Strimzi 1.2: kafka-versions.yaml' },
  {
    when: { version: 'metadataAhead' },
    code: 'KFK-K424',
    because: 'Kafka: brokers do not know features of later versions',
  },
  { when: { brokerConfig: 'forbidden' }, code: 'KFK-K422', because: 'Strimzi: FORBIDDEN_PREFIXES, listener.' },
  {
    when: { nodes: ['one', 'noBrokers'], cruiseControl: cruising },
    code: 'KFK-K450',
    because: 'Strimzi: Cruise Control needs two brokers',
  },
  {
    when: { cruiseControl: 'littleMemory' },
    code: 'KFK-K468',
    because: 'Cruise Control keeps a model of every replica in memory',
  },
  { when: { cruiseControl: 'unknownGoal' }, code: 'KFK-K451', because: 'Cruise Control has a list of goals' },
  {
    when: { cruiseControl: 'hardGoalNotThere' },
    code: 'KFK-K452',
    because: 'Cruise Control: goals contain default and hard goals',
  },
  {
    when: { cruiseControl: 'withoutHardGoals' },
    code: 'KFK-K454',
    because: 'Cruise Control refuses a rebalance without hard goals',
  },
  { when: { cruiseControl: 'noBrokersNamed' }, code: 'KFK-K453', because: 'Strimzi: add-brokers needs brokers' },
  {
    when: { cruiseControl: 'removesBroker', nodes: nodesBut('five', 'twoKinds') },
    code: 'KFK-K455',
    because: 'Kafka: each replica of a partition is on another broker, and two that stay are too few',
  },
  {
    when: { cruiseControl: 'removesDisk', nodes: nodesBut('jbod', 'sameVolumeTwice', 'twoForMetadata') },
    code: 'KFK-K456',
    because: 'Strimzi: replicas move to another disk of their broker',
  },
  {
    when: { tieredStorage: 'imageLacksIt' },
    code: 'KFK-K460',
    because: 'Strimzi: the plugin must be added to the image',
  },
  {
    when: { tieredStorage: 'topicWithout' },
    code: 'KFK-C001',
    because: 'Kafka: remote.storage.enable needs a remote log storage',
  },
  { when: { quota: 'mixed' }, code: 'KFK-K458', because: 'Strimzi: requestPercentage is a quota of type kafka' },
  ...['shop.quota.produce', 'billing.quota.consume', 'counter.quota.requestPercentage'].map((quota) => ({
    when: {
      quota: ['strimzi', 'ratio', 'mixed'],
      [`platform.applications.${quota}`]: saidOf(`platform.applications.${quota}`),
    },
    code: 'KFK-C001',
    because: 'Strimzi’s quota plugin takes the place of Kafka’s quotas of users',
  })),
  {
    when: { delivery: 'argoCd', 'gitops.secretName': '="deploy-key"' },
    code: 'KFK-G009',
    because: 'Argo CD: the Secret of a repository is found by its label',
  },
  {
    when: {
      delivery: ['argoCd', 'flux'],
      'gitops.operators': 'unsaid',
      'gitops.watchNamespaces': saidOf('gitops.watchNamespaces'),
    },
    code: 'KFK-G011',
    because: 'what watches is told where it is installed',
  },
  { when: { connect: 'pluginInNoImage' }, code: 'KFK-C027', because: 'a connector whose plugin is in no image' },
  { when: { connect: 'imageAndBuild' }, code: 'KFK-C014', because: 'Strimzi: an image and a build exclude each other' },
  {
    when: { connect: ['build', 'imageAndBuild'], 'kubernetes.podSecurity': ['unsaid', '="restricted"'] },
    code: 'KFK-C016',
    because: 'Kaniko and Buildah run as root, which restricted forbids',
  },
  { when: { bridge: 'noFlows' }, code: 'KFK-B008', because: 'a bridge to nothing' },
  { when: { bridge: 'portOfMetrics' }, code: 'KFK-B005', because: 'Strimzi: the bridge has its metrics on 8081' },
  {
    when: { profile: 'production', [classification]: saidOf(classification, '"personal"'), connect: connecting },
    code: 'KFK-X072',
    because: 'GDPR, article 5: no retention of Kafka’s reaches what a sink has written',
  },
  {
    when: { profile: 'production', [classification]: 'overridden ="public"' },
    code: 'KFK-X084',
    because: 'ISO 27001: who owns information classifies it; internal is what nobody classified',
  },
  { when: { profile: 'production', registry: 'http' }, code: 'KFK-M007', because: 'encryption everywhere' },
  { when: { scaling: 'abovePartitions' }, code: 'KFK-A020', because: 'never above its partitions' },
  {
    when: { scaling: 'fewestAboveMost' },
    code: 'KFK-A021',
    because: 'KEDA: minReplicaCount is at most maxReplicaCount',
  },
  { when: { delivery: 'nobodyReads' }, code: 'KFK-G001', because: 'nobody would apply anything' },
  {
    when: {
      'platform.applications.shop.transactional': saidOf('platform.applications.shop.transactional', 'true'),
      [isolation]: saidOf(isolation, '"read_uncommitted"'),
    },
    code: 'KFK-F006',
    because: 'Kafka: records of aborted transactions are read as if they counted',
  },
  {
    when: {
      replication: 'standby',
      'replications.copy.groups': '=["billing"]',
      [group]: saidOf(group),
    },
    code: 'KFK-R007',
    because: 'offsets of a group that nobody has are nobody’s',
  },
];

export const oracle = new Oracle(sentences);
