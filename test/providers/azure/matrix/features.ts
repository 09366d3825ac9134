import type { Levels, Said } from '../../../support/matrix/said';
import { ids } from './ids';
import { namespaceFeatures } from './namespace-features';

const main = 'clusters.main';
const decided = { reason: 'tried for a quarter', owner: 'orders', until: '2027-05-31' };
const created = 'platform.topics[orders.created]';
/** With what nobody could process. */
const kept = (retention: string): Said => ({
  [`${created}.retention`]: retention,
  'platform.applications.billing.consumes[orders.created].deadLetter.retention': retention,
});
const totals = 'platform.topics[orders.totals]';
const hub = (said: object): Said => ({ [`${main}.hubs[orders.totals]`]: said });
const capture = (said: object): Said =>
  hub({ capture: { storageAccount: ids.storageAccount, container: 'records', ...said } });
const schemas = (said: object): Said => ({ [`${main}.schemaGroups`]: { orders: said } });
const removed = (data: string): Said => ({
  'platform.topics[orders.archived].removed': { reason: 'nobody reads it', until: '2027-01-01', data },
});
const stream = { streams: {}, consumes: { 'orders.created': {} }, produces: { 'orders.totals': {} } };
const reader = { owner: 'data', consumes: { 'orders.created': {} } };
/** An application that knows nothing but passwords, and one hub. */
const legacy = (said: object): Said => ({
  'platform.applications.legacy': {
    owner: 'orders',
    produces: { 'orders.exported': {} },
    authentication: 'sas',
    ...said,
  },
  'platform.topics[orders.exported]': { owner: 'orders' },
});
const sas = { [`${main}.authentication`]: ['entra-id', 'sas'], 'accepts.sas': decided };

/**
 * What does not go together freely: each factor is one decision, each level what it says. The first level of each is
 * the least. What a level breaks, alone or with another, the oracle says.
 */
export const features: Readonly<Record<string, Levels>> = {
  profile: { baseline: {}, production: { profile: 'production' } },
  disposable: { no: {}, yes: { disposable: true } },
  ...namespaceFeatures,
  partitions: {
    unsaid: {},
    thirtyTwo: { [`${created}.partitions`]: 32 },
    thirtyThree: { [`${created}.partitions`]: 33 },
    hundred: { [`${created}.partitions`]: 100 },
    hundredAndOne: { [`${created}.partitions`]: 101 },
    thousandAndMore: { [`${created}.partitions`]: 1025 },
  },
  retention: {
    unsaid: {},
    day: { [`${created}.retention`]: '1d' },
    overridden: { 'overrides.topics[orders.created].retention': '2d' },
    month: kept('30d'),
    quarter: kept('90d'),
    quarterAndDay: kept('91d'),
    minutes: { [`${created}.retention`]: '90m' },
  },
  cleanup: {
    unsaid: {},
    compact: { [`${totals}.cleanup`]: 'compact' },
    tombstones: { [`${totals}.cleanup`]: 'compact', [`${totals}.config`]: { 'delete.retention.ms': 172_800_000 } },
    overridden: {
      'overrides.topics[orders.totals].cleanup': 'compact',
      'overrides.topics[orders.totals].config': { 'delete.retention.ms': 3_600_000 },
    },
    both: { [`${totals}.cleanup`]: 'compact,delete' },
    ignored: { [`${totals}.config`]: { 'segment.ms': 3_600_000 } },
    sized: { [`${totals}.retentionSize`]: '10GiB' },
  },
  capture: {
    none: {},
    said: capture({}),
    byIdentity: capture({ identity: ids.captureIdentity }),
    least: capture({ every: '1m', size: '10MiB', skipEmpty: false }),
    most: capture({ every: '15m', size: '500MiB', skipEmpty: true }),
    named: capture({
      nameFormat: '{Namespace}/{EventHub}/{Year}/{Month}/{Day}/{PartitionId}/{Hour}/{Minute}/{Second}',
    }),
    namedShortly: capture({ nameFormat: '{EventHub}/{Year}/{Month}/{Day}' }),
    tooSeldom: capture({ every: '16m' }),
    tooSmall: capture({ size: '9MiB' }),
    noSuchTopic: {
      [`${main}.hubs[orders.create]`]: { capture: { storageAccount: ids.storageAccount, container: 'records' } },
    },
  },
  access: {
    entraId: {},
    sas: { ...sas, ...legacy({}) },
    sasReads: { ...sas, ...legacy({ produces: {}, consumes: { 'orders.exported': {} } }) },
    sasRotated: { ...sas, ...legacy({}), 'secrets.versions': { legacy: 2 } },
    sasOnTwo: { ...sas, ...legacy({ consumes: { 'orders.totals': {} } }) },
    sasNotAccepted: { [`${main}.authentication`]: ['entra-id', 'sas'], ...legacy({}) },
    tokens: {
      'platform.applications.shop.authentication': 'oauth',
      'platform.applications.shop.oauth': { clientId: 'shop', user: 'shop' },
    },
    sasOnCompacted: { ...sas, ...legacy({}), 'platform.topics[orders.exported].cleanup': 'compact' },
  },
  consumerGroups: {
    none: {},
    two: { [`${main}.hubs[orders.totals].consumerGroups`]: ['stream-analytics', 'functions'] },
    vendors: { [`${main}.hubs[orders.totals].consumerGroups`]: ['$Default'] },
  },
  identities: {
    made: {},
    federated: { [`${main}.identities`]: { issuer: 'https://oidc.example.com/cluster' } },
    federatedElsewhere: {
      [`${main}.identities`]: { issuer: 'https://oidc.example.com/cluster', namespace: 'applications' },
    },
    federatedByEnvironment: {
      [`${main}.identities`]: { issuer: 'https://oidc.example.com/cluster' },
      kubernetes: { applicationNamespace: 'shops' },
    },
    existing: { [`${main}.identities`]: { existing: { shop: { name: 'shop' } } } },
    existingElsewhere: {
      [`${main}.identities`]: {
        existing: { shop: { name: 'shop', resourceGroup: 'orders' }, counter: { name: 'sums' } },
      },
    },
    ofNobody: { [`${main}.identities`]: { existing: { shopping: { name: 'shop' } } } },
    noIdentity: { [`${main}.identities`]: { existing: { shop: { name: 'a' } } } },
    shared: { [`${main}.identities`]: { existing: { shop: { name: 'shop' }, counter: { name: 'shop' } } } },
    nobodyFederates: { [`${main}.identities`]: { namespace: 'applications' } },
  },
  groups: {
    none: {},
    ofTwo: {
      'platform.applications.audit': reader,
      'platform.applications.fraud': reader,
      [`${main}.identities.groups.readers`]: {
        id: '00000000-0000-0000-0000-000000000001',
        members: ['audit', 'fraud'],
      },
    },
    ofOthers: {
      [`${main}.identities.groups.all`]: {
        id: '00000000-0000-0000-0000-000000000001',
        members: ['shop', 'counter'],
      },
    },
  },
  schemaGroups: {
    none: {},
    avro: schemas({ type: 'avro', compatibility: 'forward', readers: ['billing'], writers: ['shop'] }),
    unknown: schemas({ type: 'unknown', compatibility: 'none' }),
    json: schemas({ type: 'json', readers: ['billing'] }),
    backward: schemas({ type: 'avro', compatibility: 'backward', writers: ['shop'] }),
    ofNobody: schemas({ readers: ['nobody'] }),
  },
  quota: {
    none: {},
    produce: { 'platform.applications.shop.quota': { produce: '1MB/s' } },
    consume: { 'platform.applications.billing.quota': { consume: '2MB/s' } },
    request: { 'platform.applications.shop.quota': { requestPercentage: 50 } },
  },
  streams: {
    none: {},
    accepted: {
      'platform.applications.counter': { owner: 'data', ...stream },
      'accepts.streams': decided,
      'accepts.transactions': decided,
    },
    notAccepted: { 'platform.applications.counter': { owner: 'data', ...stream }, 'accepts.transactions': decided },
  },
  transactions: {
    none: {},
    accepted: { 'platform.applications.shop.transactional': true, 'accepts.transactions': decided },
    notAccepted: { 'platform.applications.shop.transactional': true },
  },
  secrets: {
    unsaid: {},
    otherGroup: { [`${main}.vaultResourceGroup`]: 'security' },
    nowhere: { secrets: undefined },
    vaultUnnamed: { 'secrets.vault': undefined },
    files: { secrets: { store: 'files' } },
    kubernetes: { secrets: { store: 'kubernetes' } },
    secretsManager: { secrets: { store: 'secrets-manager' } },
    vault: { secrets: { store: 'vault' } },
    madeByNobody: { 'secrets.generated': false },
    versionOfNothing: { 'secrets.versions': { shop: 2 } },
    noVault: { 'secrets.vault': 'matrix--orders' },
  },
  state: {
    local: {},
    azurerm: {
      state: { backend: 'azurerm', resourceGroup: 'terraform', storageAccount: 'matrixstate', container: 'state' },
    },
    s3: { state: { backend: 's3', bucket: 'matrix-state', region: 'eu-central-1' } },
  },
  renamed: {
    no: {},
    application: { moves: { main: { bookkeeping: 'billing' } } },
  },
  removal: {
    none: {},
    keep: removed('keep'),
    destroy: removed('destroy'),
    overridden: {
      'overrides.topics[orders.archived].removed': {
        reason: 'nobody reads it here',
        until: '2027-01-01',
        data: 'keep',
      },
    },
  },
  /** What overrides may repeat. */
  repeated: {
    no: {},
    yes: {
      'overrides.topics[orders.created].owner': 'orders',
      'overrides.applications.shop.owner': 'orders',
      'overrides.applications.shop.produces': { 'orders.created': {} },
    },
  },
};
