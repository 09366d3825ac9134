import type { RuleCase } from '../../model/rule-case';
import { mskCluster, mskClusterWithPasswords } from './cluster';
import { mskClusterCases } from './cluster-rules.cases';

/** The small description on an MSK cluster, with further changes. */
const on = (settings: object, changes: RuleCase['failing'] = {}): RuleCase['failing'] => ({
  'clusters.main': { ...mskCluster, ...settings },
  ...changes,
});
const network = (changes: object) => on({ network: { ...mskCluster.network, ...changes } });
const subnets = (...ids: string[]) => network({ subnets: ids });
const clients = (name: string) => network({ clients: { [name]: 'sg-00000001' } });
const configuration = (name: string) => on({ configuration: { [name]: 'true' } });

/** With three brokers and three replicas, each broker holds as many replicas as there are partitions. */
const partitions = (instance: string, count: number) =>
  on({ instance }, { 'platform.topics[orders.created].partitions': count, 'platform.applications.billing': undefined });

const environment = (length: number, changes: RuleCase['failing'] = {}) =>
  on({}, { name: 'e'.repeat(length), ...changes });
const longestName = 'a'.repeat(63);
const producer = (topics: readonly string[]) => ({
  owner: 'orders',
  produces: Object.fromEntries(topics.map((name) => [name, {}])),
});
const withTopics = (names: readonly string[], applications: object) => ({
  'platform.topics': Object.fromEntries(names.map((name) => [name, { owner: 'orders', partitions: 1 }])),
  'platform.applications': applications,
});
const users = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`shop-${index}`, producer(['orders.created'])]));
const writer = (count: number) => {
  const names = Array.from({ length: count }, (_, index) => `orders.t${1000 + index}`);
  return withTopics(names, { shop: producer(names) });
};
const topicOf = (length: number) => {
  const name = 't'.repeat(length);
  return withTopics([name], { shop: producer([name]) });
};

export const mskCases: Readonly<Record<string, RuleCase>> = {
  ...mskClusterCases,
  'KFK-K301': { failing: subnets('subnet-0000000a'), nearly: subnets('subnet-0000000a', 'subnet-0000000b') },
  'KFK-K302': { failing: on({ brokers: 4 }), nearly: on({ brokers: 6 }) },
  'KFK-K303': { failing: configuration('log.dirs'), nearly: configuration('delete.topic.enable') },
  'KFK-K304': { failing: configuration('auto.create.topics.enable'), nearly: configuration('delete.topic.enable') },
  'KFK-K305': { failing: on({ storage: '16385GiB' }), nearly: on({ storage: '16384GiB' }) },
  'KFK-K306': { failing: clients('sg_1'), nearly: clients('sg-1') },
  'KFK-K307': { failing: on({}, writer(298)), nearly: on({}, writer(297)) },
  'KFK-K308': {
    failing: on({ existing: 'shared' }),
    nearly: on({ existing: 'shared', network: undefined, secretsKey: 'alias/shared' }),
  },
  'KFK-K309': { failing: network({ vpc: 'vpc-0000000g' }), nearly: network({ vpc: 'vpc-0123456789abcdef0' }) },
  'KFK-K310': { failing: network({ clients: {} }), nearly: network({ monitoring: {} }) },
  'KFK-L301': { failing: on({ brokers: 63 }), nearly: on({ brokers: 60 }) },
  'KFK-L302': {
    failing: { 'clusters.main': mskClusterWithPasswords, 'platform.applications': users(1001) },
    nearly: { 'clusters.main': mskClusterWithPasswords, 'platform.applications': users(1000) },
  },
  'KFK-L303': { failing: partitions('kafka.m7g.large', 1001), nearly: partitions('kafka.m7g.large', 1000) },
  'KFK-L304': { failing: partitions('kafka.m7g.2xlarge', 2001), nearly: partitions('kafka.m7g.2xlarge', 2000) },
  'KFK-L305': { failing: partitions('kafka.m7g.4xlarge', 4001), nearly: partitions('kafka.m7g.4xlarge', 4000) },
  'KFK-L306': { failing: partitions('kafka.m5.large', 1501), nearly: partitions('kafka.m5.large', 1500) },
  'KFK-L307': { failing: partitions('kafka.m5.2xlarge', 3001), nearly: partitions('kafka.m5.2xlarge', 3000) },
  'KFK-L308': { failing: partitions('kafka.m5.4xlarge', 6001), nearly: partitions('kafka.m5.4xlarge', 6000) },
  'KFK-L309': { failing: environment(60), nearly: environment(59) },
  'KFK-L310': {
    failing: environment(57, { [`platform.applications.${longestName}`]: producer(['orders.created']) }),
    nearly: environment(56, { [`platform.applications.${longestName}`]: producer(['orders.created']) }),
  },
  'KFK-L311': { failing: on({}, topicOf(250)), nearly: on({}, topicOf(249)) },
};
