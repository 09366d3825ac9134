import type { Inventory, InventoryTopic } from '../../model/inventory';
import { namespace } from '../backends/event-hubs/namespace';
import { eventHubsCases } from '../backends/event-hubs/rules.cases';
import { mskAccessCases } from '../backends/msk/access.cases';
import { mskQuotaCases } from '../backends/msk/quota.cases';
import { mskCases } from '../backends/msk/rules.cases';
import { scaleCases } from '../backends/msk/scale.cases';
import { mskSecretVersionCases } from '../backends/msk/secret-version.cases';
import { serviceCases } from '../backends/msk/services.cases';
import { strimziCases } from '../backends/strimzi/rules.cases';
import { auditCases } from './audits.cases';
import { authenticationCases } from './authentication.cases';
import { bridgeCases } from './bridges.cases';
import { connectCases } from './connect.cases';
import { denialCases } from './denials.cases';
import { gitOpsCases } from './gitops.cases';
import { secretCases } from './literals.cases';
import { moveCases } from './moves.cases';
import { operatorCases } from './operators.cases';
import { policyCases } from './policy.cases';
import { recordedApplicationCases } from './recorded-applications.cases';
import { rotationCases } from './rotations.cases';
import type { RuleCase } from './rule-case';
import { scalingCases } from './scaling.cases';
import { schemaRegistryCases } from './schema-registries.cases';
import { stateCases } from './state.cases';
import { strangeTextCases } from './strange-texts.cases';
import { tagCases } from './tags.cases';

const topic = 'platform.topics[orders.created]';
const shop = 'platform.applications.shop';
const consumes = 'platform.applications.billing.consumes[orders.created]';
const had = (partitions: number, cleanup = 'delete', cluster = 'main'): Inventory => ({
  topics: { 'orders.created': { cluster, shard: 'orders', partitions, cleanup } },
  applications: {},
});
const extra = (name: string) => ({
  [`platform.topics[${name}]`]: { owner: 'orders' },
  [`${shop}.produces[${name}]`]: {},
});
const renamed = (name: string) => ({
  'platform.topics': { [name]: { owner: 'orders' } },
  'platform.applications': { shop: { owner: 'orders', produces: { [name]: {} } } },
});
const removal = (until: string, data = 'keep') => ({
  'platform.topics[orders.gone]': { owner: 'orders', removed: { reason: 'unused', until, data } },
});
const approval = (expires: string) => [
  { code: 'KFK-D001', address: 'kafka_topic.orders_gone', reason: 'agreed', owner: 'orders', expires },
];
const bounded = { ...had(3).topics['orders.created'], retention: 604_800_000, retentionSize: -1 } as InventoryTopic;
const recordsGo = [{ ...approval('2027-01-01')[0], code: 'KFK-D006', address: 'kafka_topic.orders_created' }];
const elsewhere = { state: { backend: 's3', bucket: 'state', region: 'eu-west-1' } };
const everything: Inventory = {
  topics: { 'orders.created': bounded, 'orders.created.billing.dlq': bounded },
  applications: { shop: { cluster: 'main', shard: 'orders' }, billing: { cluster: 'main', shard: 'orders' } },
};
const gone: Inventory = {
  topics: { 'orders.gone': { cluster: 'main', shard: 'orders', partitions: 3, cleanup: 'delete' } },
  applications: {},
};
const streams = {
  owner: 'orders',
  consumes: { 'orders.created': {} },
  produces: { 'orders.counted': {} },
  streams: {},
};
const counting = {
  'platform.topics[orders.counted]': { owner: 'orders' },
  'platform.applications.counter': streams,
};
const two = { 'clusters.other': { backend: 'kafka' } };
const placed = {
  [`${topic}.cluster`]: 'main',
  [`${shop}.cluster`]: 'main',
  'platform.applications.billing.cluster': 'main',
};
/** A second cluster that stands by; everything else is on the only one that does not. */
const standby = {
  'clusters.standby': { backend: 'kafka' },
  'replications.orders-standby': { owner: 'orders', from: 'main', to: 'standby' },
};
const replication = 'replications.orders-standby';
const iamOnly = {
  backend: 'msk',
  region: 'eu-west-1',
  network: {
    vpc: 'vpc-00000001',
    subnets: ['subnet-00000001', 'subnet-00000002', 'subnet-00000003'],
    clients: { applications: 'sg-00000001' },
  },
};
const accepted = { reason: 'decided', owner: 'orders', until: '2026-12-31' };
const production = { profile: 'production' };

export const cases: Readonly<Record<string, RuleCase>> = {
  // References
  'KFK-O001': { failing: { [`${topic}.owner`]: 'order' }, nearly: { [`${topic}.owner`]: 'orders' } },
  'KFK-F001': {
    failing: { [`${shop}.produces`]: { 'orders.create': {} } },
    nearly: { [`${shop}.produces`]: { 'orders.created': {} } },
  },
  'KFK-P001': { failing: { ...two }, nearly: { ...two, ...placed } },
  'KFK-F007': { failing: { ...two, ...placed, [`${shop}.cluster`]: 'other' }, nearly: { ...two, ...placed } },
  'KFK-E001': {
    failing: { 'overrides.topics': { 'orders.create': { partitions: 6 } } },
    nearly: { 'overrides.topics': { 'orders.created': { partitions: 6 } } },
  },
  // Topics
  'KFK-T001': { failing: renamed('orders created'), nearly: renamed('orders.created_2-x') },
  'KFK-T002': {
    failing: { [`${topic}.config`]: { 'retention.ms': 1 } },
    nearly: { [`${topic}.config`]: { 'segment.ms': 1 } },
  },
  'KFK-T003': {
    failing: { [`${topic}.config`]: { 'segment.ms': 0 } },
    nearly: { [`${topic}.config`]: { 'segment.ms': 1 } },
  },
  'KFK-T004': { failing: renamed('OrdersCreated'), nearly: renamed('orders-2.created') },
  'KFK-T005': { failing: extra('orders_created'), nearly: extra('orders-created.v2') },
  'KFK-T006': { failing: extra('__orders.created'), nearly: extra('o__.created') },
  'KFK-T007': { failing: { [`${topic}.replicationFactor`]: 4 }, nearly: { [`${topic}.replicationFactor`]: 3 } },
  'KFK-T008': {
    failing: { ...production, [`${topic}.replicationFactor`]: 2 },
    nearly: { ...production, [`${topic}.replicationFactor`]: 3 },
  },
  'KFK-T009': { failing: { [`${topic}.minInsyncReplicas`]: 3 }, nearly: { [`${topic}.minInsyncReplicas`]: 2 } },
  'KFK-T010': {
    failing: { ...production, [`${topic}.minInsyncReplicas`]: 1 },
    nearly: { ...production, [`${topic}.minInsyncReplicas`]: 2 },
  },
  'KFK-T011': { failing: { [`${topic}.partitions`]: 0 }, nearly: { [`${topic}.partitions`]: 1 } },
  'KFK-T012': {
    failing: { [`${topic}.classification`]: 'personal', [`${topic}.retention`]: 'unlimited' },
    nearly: { [`${topic}.classification`]: 'confidential', [`${topic}.retention`]: 'unlimited' },
  },
  'KFK-T013': {
    failing: { [`${topic}.cleanup`]: 'compact', [`${topic}.retention`]: '7d' },
    nearly: { [`${topic}.cleanup`]: 'compact,delete', [`${topic}.retention`]: '7d' },
  },
  'KFK-T014': { failing: { [shop]: undefined }, nearly: { 'platform.applications.billing': undefined } },
  'KFK-T015': { failing: { 'platform.topics[orders.unused]': { owner: 'orders' } }, nearly: extra('orders.used') },
  'KFK-T016': {
    failing: { ...production, [`${topic}.config`]: { 'unclean.leader.election.enable': true } },
    nearly: { ...production, [`${topic}.config`]: { 'unclean.leader.election.enable': false } },
  },
  'KFK-T017': {
    failing: { [`${topic}.classification`]: 'personal', [`${topic}.retention`]: '6d' },
    nearly: { [`${topic}.classification`]: 'personal', [`${topic}.retention`]: '7d' },
  },
  // Applications
  'KFK-A001': {
    failing: { 'platform.applications.Shop_1': { owner: 'orders', produces: { 'orders.created': {} } } },
    nearly: { 'platform.applications.shop-1': { owner: 'orders', produces: { 'orders.created': {} } } },
  },
  'KFK-A002': { failing: { 'platform.applications.idle': { owner: 'orders' } }, nearly: {} },
  'KFK-A003': {
    failing: {
      'platform.applications.audit': { owner: 'orders', consumes: { 'orders.created': { group: 'billing' } } },
    },
    nearly: {
      'platform.applications.audit': { owner: 'orders', consumes: { 'orders.created': { group: 'billing-2' } } },
    },
  },
  'KFK-A004': { failing: { [`${consumes}.group`]: 'billing:eu' }, nearly: { [`${consumes}.group`]: 'billing.eu' } },
  'KFK-A011': {
    failing: {
      ...extra('orders.paid'),
      'platform.applications.billing.consumes': { 'orders.created': { group: 'a.b' }, 'orders.paid': { group: 'a_b' } },
    },
    nearly: {
      ...extra('orders.paid'),
      'platform.applications.billing.consumes': { 'orders.created': { group: 'a.b' }, 'orders.paid': { group: 'a.b' } },
    },
  },
  'KFK-A005': {
    failing: { [`${shop}.transactional`]: true, [`${shop}.produces`]: undefined },
    nearly: { [`${shop}.transactional`]: true },
  },
  'KFK-A006': {
    failing: { ...counting, ...extra('counter-orders.created') },
    nearly: { ...counting, ...extra('counters.created') },
  },
  'KFK-A008': {
    failing: { 'platform.applications.billing.instances': 4 },
    nearly: { 'platform.applications.billing.instances': 3 },
  },
  'KFK-A009': { failing: { [`${shop}.instances`]: 0 }, nearly: { [`${shop}.instances`]: 1 } },
  'KFK-A010': {
    failing: { [`${shop}.authentication`]: 'mtls' },
    nearly: { [`${shop}.authentication`]: 'scram-sha-512' },
  },
  // Flows
  'KFK-A012': {
    failing: { ...counting, 'platform.applications.counter.consumes[orders.created].group': 'counting' },
    nearly: { ...counting, 'platform.applications.counter.consumes[orders.created].group': 'counter' },
  },
  'KFK-F002': {
    failing: { [`${consumes}.deadLetter.attempts`]: 0 },
    nearly: { [`${consumes}.deadLetter.attempts`]: 1 },
  },
  'KFK-F003': {
    failing: { [`${consumes}.deadLetter`]: { attempts: 6, backoff: '1m' } },
    nearly: { [`${consumes}.deadLetter`]: { attempts: 5, backoff: '1m' } },
  },
  'KFK-F004': {
    failing: { [`${consumes}.deadLetter.retention`]: '6d' },
    nearly: { [`${consumes}.deadLetter.retention`]: '7d' },
  },
  'KFK-F005': {
    failing: { 'platform.applications.billing.produces': { 'orders.created': {} } },
    nearly: { ...extra('orders.billed'), 'platform.applications.billing.produces': { 'orders.billed': {} } },
  },
  'KFK-F006': {
    failing: { [`${shop}.transactional`]: true, [`${consumes}.isolation`]: 'read_uncommitted' },
    nearly: { [`${shop}.transactional`]: true },
  },
  'KFK-F010': {
    failing: {
      ...extra('orders'),
      'platform.applications.audit': {
        owner: 'orders',
        consumes: { orders: { group: 'created.billing', deadLetter: {} } },
      },
    },
    nearly: {
      ...extra('orders'),
      'platform.applications.audit': {
        owner: 'orders',
        consumes: { orders: { group: 'created-billing', deadLetter: {} } },
      },
    },
  },
  'KFK-F008': { failing: { ...production, [`${consumes}.deadLetter`]: undefined }, nearly: { ...production } },
  'KFK-F009': {
    failing: { [`${topic}.removed`]: { reason: 'unused', until: '2027-01-01', data: 'keep' } },
    nearly: removal('2027-01-01'),
  },
  // Environments and owners
  'KFK-E002': { failing: { name: 'Test 1' }, nearly: { name: 'test-1' } },
  'KFK-E003': { failing: { ...production, disposable: true }, nearly: { ...production, disposable: false } },
  'KFK-E004': { failing: { promotesFrom: 'test' }, nearly: { promotesFrom: 'dev' } },
  'KFK-E005': { failing: removal('2026-11-20'), nearly: removal('2026-11-21') },
  'KFK-E009': { failing: { 'secrets.store': 'key-vault' }, nearly: { 'secrets.store': 'files' } },
  'KFK-E010': {
    failing: { kubernetes: { namespace: 'Kafka_NS' } },
    nearly: { kubernetes: { namespace: '3-kafka--ns' } },
  },
  'KFK-E006': {
    failing: { secrets: { store: 'files', versions: { shop: 0 } } },
    nearly: { secrets: { store: 'files', versions: { shop: 1 } } },
  },
  'KFK-O002': {
    failing: { 'platform.owners.orders.contact': 'the orders team' },
    nearly: { 'platform.owners.orders.contact': 'https://chat.example.com/orders' },
  },
  'KFK-O003': {
    failing: { 'platform.owners.ghosts': { contact: 'ghosts@example.com' } },
    nearly: { 'platform.owners.ghosts': { contact: 'ghosts@example.com' }, [`${shop}.owner`]: 'ghosts' },
  },
  'KFK-O004': {
    failing: { ...production, [`${consumes}.lag`]: { under: '1m' }, 'platform.owners.orders.page': undefined },
    nearly: { ...production, [`${consumes}.lag`]: { under: '1m' } },
  },
  // Clusters and limits
  'KFK-C001': {
    failing: { [`${shop}.transactional`]: true, 'clusters.main.features': { transactions: false } },
    nearly: { [`${shop}.transactional`]: true, 'clusters.main.features': { 'share-groups': false } },
  },
  'KFK-C002': {
    failing: { [`${shop}.transactional`]: true, 'accepts.transactions': accepted },
    nearly: {
      [`${shop}.transactional`]: true,
      'accepts.transactions': accepted,
      'clusters.main': namespace,
    },
  },
  'KFK-K001': {
    failing: { ...production, 'clusters.main.brokers': 2 },
    nearly: { ...production, 'clusters.main.brokers': 3 },
  },
  'KFK-K002': { failing: { 'clusters.main.brokers': 0 }, nearly: { 'clusters.main.brokers': 1 } },
  'KFK-K003': { failing: { clusters: {} }, nearly: {} },
  'KFK-N001': {
    failing: {
      'platform.owners': { orders: { contact: 'orders@example.com' }, 'x-orders': { contact: 'x@example.com' } },
      clusters: { main: { backend: 'kafka' }, 'main-x': { backend: 'kafka' } },
    },
    nearly: {
      'platform.owners': { orders: { contact: 'orders@example.com' }, 'y-orders': { contact: 'x@example.com' } },
      clusters: { main: { backend: 'kafka' }, 'main-x': { backend: 'kafka' } },
    },
  },
  'KFK-L001': { failing: extra(`o.${'x'.repeat(248)}`), nearly: extra(`o.${'x'.repeat(247)}`) },
  'KFK-L002': { failing: { [`${topic}.partitions`]: 2001 }, nearly: { [`${topic}.partitions`]: 2000 } },
  // Inventory
  'KFK-I001': { failing: {}, nearly: removal('2027-01-01'), inventory: gone },
  'KFK-I002': {
    failing: removal('2027-01-01', 'destroy'),
    nearly: { ...removal('2027-01-01', 'destroy'), approvals: approval('2027-01-01') },
    inventory: gone,
  },
  'KFK-I003': { failing: { [`${topic}.partitions`]: 5 }, nearly: { [`${topic}.partitions`]: 6 }, inventory: had(6) },
  'KFK-I004': {
    failing: { [`${topic}.cleanup`]: 'compact', [`${topic}.partitions`]: 7 },
    nearly: { [`${topic}.cleanup`]: 'compact', [`${topic}.partitions`]: 6 },
    inventory: had(6, 'compact'),
  },
  'KFK-T019': {
    failing: { ...counting, [`${topic}.partitions`]: 7 },
    nearly: { ...counting, [`${topic}.partitions`]: 6 },
    inventory: had(6),
  },
  'KFK-I005': {
    failing: { ...two, ...placed, [`${topic}.cluster`]: 'other' },
    nearly: { ...two, ...placed },
    inventory: had(3),
  },
  'KFK-I006': { failing: elsewhere, nearly: elsewhere, nearlyInventory: everything },
  'KFK-I007': {
    failing: { [`${topic}.retention`]: '1h' },
    nearly: { [`${topic}.retention`]: '1h', approvals: recordsGo },
    inventory: { topics: { 'orders.created': bounded }, applications: {} },
  },
  // Replications
  'KFK-R001': { failing: { ...standby, [`${replication}.to`]: 'stand-by' }, nearly: standby },
  'KFK-R002': {
    failing: {
      ...standby,
      ...placed,
      'replications.orders-back': { owner: 'orders', from: 'standby', to: 'main', topics: [] },
    },
    nearly: {
      ...standby,
      'clusters.archive': { backend: 'kafka' },
      'replications.orders-archive': { owner: 'orders', from: 'main', to: 'archive' },
    },
  },
  'KFK-R003': {
    failing: { ...standby, 'replications.orders-again': { owner: 'orders', from: 'main', to: 'standby' } },
    nearly: {
      ...standby,
      'clusters.archive': { backend: 'kafka' },
      'replications.orders-again': { owner: 'orders', from: 'main', to: 'archive' },
    },
  },
  'KFK-R004': {
    failing: { ...standby, ...placed, [`${shop}.cluster`]: 'standby' },
    nearly: { ...standby, ...placed },
  },
  'KFK-R005': {
    failing: { ...standby, [`${replication}.topics`]: ['orders.create'] },
    nearly: { ...standby, [`${replication}.topics`]: ['orders.created'] },
  },
  'KFK-R006': {
    failing: { ...standby, ...extra('orders.standby.created') },
    nearly: { ...standby, ...extra('orders.main.standby') },
  },
  'KFK-R007': {
    failing: { ...standby, ...counting, [`${replication}.groups`]: ['counter'] },
    nearly: { ...standby, ...counting, [`${replication}.groups`]: ['billing'] },
  },
  'KFK-R008': {
    failing: {
      ...standby,
      'platform.applications.orders-standby-source': { owner: 'orders', consumes: { 'orders.created': {} } },
    },
    nearly: {
      ...standby,
      'platform.applications.orders-standby-sources': { owner: 'orders', consumes: { 'orders.created': {} } },
    },
  },
  'KFK-R009': {
    failing: { ...standby, [`${replication}.rpo`]: '999ms' },
    nearly: { ...standby, [`${replication}.rpo`]: '1s' },
  },
  'KFK-R010': {
    failing: { ...standby, [`${replication}.to`]: 'cloud', 'clusters.cloud': iamOnly },
    nearly: standby,
  },
  'KFK-R011': {
    failing: { ...standby, [`${replication}.topics`]: ['orders.created', 'orders.*'] },
    nearly: { ...standby, [`${replication}.topics`]: ['orders.created'] },
  },
  'KFK-R012': {
    failing: { ...standby, 'clusters.standby': { backend: 'strimzi' }, kubernetes: {} },
    nearly: standby,
  },
  // The kafka back end
  'KFK-K101': { failing: { 'clusters.main.version': 'latest' }, nearly: { 'clusters.main.version': '4.3' } },
  'KFK-K102': {
    failing: { 'clusters.main': { backend: 'kafka', local: true, version: '4.2.0' } },
    nearly: { 'clusters.main': { backend: 'kafka', local: false, version: '4.2.0' } },
  },
  'KFK-K104': {
    failing: { 'clusters.main': { backend: 'kafka', local: true, brokers: 10 } },
    nearly: { 'clusters.main': { backend: 'kafka', local: true, brokers: 9 } },
  },
  'KFK-K103': {
    failing: { 'clusters.main': { backend: 'kafka', local: true, authentication: ['scram-sha-256'] } },
    nearly: { 'clusters.main': { backend: 'kafka', authentication: ['scram-sha-256'] } },
  },
  ...eventHubsCases,
  ...strimziCases,
  ...connectCases,
  ...mskCases,
  ...mskAccessCases,
  ...mskQuotaCases,
  ...mskSecretVersionCases,
  ...scalingCases,
  ...denialCases,
  ...operatorCases,
  ...gitOpsCases,
  ...moveCases,
  ...secretCases,
  ...strangeTextCases,
  ...recordedApplicationCases,
  ...rotationCases,
  ...scaleCases,
  ...serviceCases,
  ...stateCases,
  ...tagCases,
  ...bridgeCases,
  ...schemaRegistryCases,
  ...auditCases,
  ...policyCases,
  ...authenticationCases,
};
