import type { RuleCase } from '../../model/rule-case';
import { mskCluster, mskClusterWithPasswords } from './cluster';

type Changes = RuleCase['failing'];

const pipeline = 'connectClusters.pipeline';
const archive = 'platform.connectors.archive';
const artifacts = [{ group: 'com.example', artifact: 'files', version: '1.0.0' }];
const object = { bucket: 'plugins', key: 'files.zip' };
const sink = {
  owner: 'orders',
  plugin: 'files',
  class: 'com.example.SinkConnector',
  consumes: { 'orders.created': {} },
};

/** The small description on an MSK cluster, with a connector in MSK Connect. */
export const connect = (changes: Changes = {}): Changes => ({
  'clusters.main': mskCluster,
  'platform.plugins.files': { artifacts },
  [archive]: sink,
  [pipeline]: { owner: 'orders', pluginObjects: { files: object } },
  ...changes,
});

const inventory = {
  owner: 'orders',
  plugin: 'files',
  postgres: {
    host: 'database.example.com',
    database: 'shop',
    tables: ['public.orders'],
    credentials: { secret: 'inventory' },
  },
};
const groups = (...ids: string[]) => connect({ [`${pipeline}.securityGroups`]: ids });
const config = (name: string) => connect({ [`${pipeline}.config`]: { [name]: 'x' } });

const secrets = (count: number) =>
  connect({
    [`${archive}.secrets`]: Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `password.${index}`,
        { secret: `archive-${index}`, key: 'password' },
      ]),
    ),
  });

const replication = 'replications.orders-standby';
const standbyCluster = (changes: object = {}) => ({ ...mskCluster, ...changes });

/** The small description on an MSK cluster, which MSK Replicator copies to another one. */
export const replicated = (changes: Changes = {}): Changes => ({
  'clusters.main': mskCluster,
  'clusters.standby': standbyCluster(),
  [replication]: { owner: 'orders', from: 'main', to: 'standby' },
  ...changes,
});
const elsewhere = (multiVpc: object | undefined) =>
  replicated({
    'clusters.standby': standbyCluster({ region: 'eu-central-1' }),
    'clusters.main': multiVpc ? { ...mskCluster, multiVpc } : mskCluster,
  });
const serverless = { backend: 'msk', kind: 'serverless', region: 'eu-west-1', network: mskCluster.network };
const twoZones = (brokers: number) =>
  replicated({
    'clusters.standby': standbyCluster({
      brokers,
      network: { ...mskCluster.network, subnets: mskCluster.network.subnets.slice(0, 2) },
    }),
  });
const topicNamed = (name: string) =>
  replicated({
    'platform.topics': { [name]: { owner: 'orders' } },
    'platform.applications': { shop: { owner: 'orders', produces: { [name]: {} } } },
  });

const definition = '{"type":"string"}';
export const glue = (registries: object): Changes => ({ 'clusters.main': { ...mskCluster, glue: registries } });
const many = (count: number) =>
  glue(Object.fromEntries(Array.from({ length: count }, (_, index) => [`r${index}`, {}])));
const defined = (length: number) =>
  glue({ orders: { schemas: { created: { definition: '"string"'.padEnd(length) } } } });

export const serviceCases: Readonly<Record<string, RuleCase>> = {
  'KFK-C045': {
    failing: connect({
      'platform.applications.pipeline-archive': { owner: 'orders', produces: { 'orders.created': {} } },
    }),
    nearly: connect({
      'platform.applications.pipeline-archives': { owner: 'orders', produces: { 'orders.created': {} } },
    }),
  },
  'KFK-C046': {
    failing: connect({ [`${pipeline}.memory`]: '4GiB' }),
    nearly: connect({ [`${pipeline}.capacityUnits`]: 2, [`${pipeline}.instances`]: 1 }),
  },
  'KFK-C047': {
    failing: connect({ [`${archive}.state`]: 'paused' }),
    nearly: connect({ [`${archive}.state`]: 'running' }),
  },
  'KFK-C048': { failing: connect({ [archive]: { ...sink, plugin: undefined } }), nearly: connect() },
  'KFK-C049': {
    failing: connect({ 'platform.applications.shop.transactional': true }),
    nearly: connect({ 'platform.applications.billing.transactional': true }),
  },
  'KFK-C050': {
    failing: connect({ 'platform.connectors.inventory': inventory }),
    nearly: groups('sg-0000000b'),
  },
  'KFK-C051': {
    failing: connect({ profile: 'production' }),
    nearly: connect({ profile: 'production', [`${pipeline}.pluginObjects.files`]: { ...object, version: '3' } }),
  },
  'KFK-R020': {
    failing: replicated({ 'clusters.standby': { backend: 'kafka' }, [`${replication}.by`]: 'msk-replicator' }),
    nearly: replicated({
      'clusters.standby': { ...mskClusterWithPasswords },
      [`${replication}.by`]: 'msk-replicator',
    }),
  },
  'KFK-R021': {
    failing: replicated({ [`${replication}.names`]: 'prefixed' }),
    nearly: replicated({ [`${replication}.names`]: 'same' }),
  },
  'KFK-R022': { failing: replicated({ [`${replication}.tasks`]: 1 }), nearly: replicated() },
  'KFK-K380': {
    failing: connect({ [`${pipeline}.pluginObjects.files`]: { bucket: 'plugins', key: 'files.tgz' } }),
    nearly: connect({ [`${pipeline}.pluginObjects.files`]: { bucket: 'plug.ins-1', key: 'of/orders/files.jar' } }),
  },
  'KFK-K381': {
    failing: connect({ [`${pipeline}.instances`]: 11 }),
    nearly: connect({ [`${pipeline}.instances`]: 10, [`${pipeline}.capacityUnits`]: 8 }),
  },
  'KFK-K382': { failing: config('consumer.isolation.level'), nearly: config('consumer.max.poll.records') },
  'KFK-K383': {
    failing: connect({ name: 'e'.repeat(48) }),
    nearly: connect({ name: 'e'.repeat(47) }),
  },
  'KFK-K384': {
    failing: connect({ 'clusters.main': serverless }),
    nearly: connect({ 'clusters.main': { ...mskCluster, kind: 'standard' } }),
  },
  'KFK-K385': { failing: groups('default'), nearly: groups('sg-0123456789abcdef0') },
  'KFK-K386': {
    failing: connect({
      [`${archive}.secrets`]: { password: { secret: 'archive', key: 'password' } },
      [`${pipeline}.pluginObjects.files.key`]: 'files.jar',
    }),
    nearly: connect({ [`${archive}.secrets`]: { password: { secret: 'archive', key: 'password' } } }),
  },
  'KFK-K387': { failing: twoZones(2), nearly: twoZones(4) },
  'KFK-K388': {
    failing: elsewhere({ accounts: ['123456789012'] }),
    nearly: elsewhere({ replicator: true }),
  },
  'KFK-K389': {
    failing: replicated({ 'clusters.standby': serverless }),
    nearly: replicated(),
  },
  'KFK-K390': { failing: topicNamed(`o.${'t'.repeat(245)}`), nearly: topicNamed(`o.${'t'.repeat(244)}`) },
  'KFK-K391': {
    failing: replicated({ name: 'e'.repeat(39) }),
    nearly: replicated({ name: 'e'.repeat(38) }),
  },
  'KFK-K392': {
    failing: glue({ orders: { schemas: { 'orders.created': { definition }, orders_created: { definition } } } }),
    nearly: glue({ orders: { schemas: { 'orders.created': { definition }, 'orders-created': { definition } } } }),
  },
  'KFK-K393': { failing: defined(170_001), nearly: defined(170_000) },
  'KFK-K394': { failing: glue({ orders: { readers: ['shopp'] } }), nearly: glue({ orders: { readers: ['shop'] } }) },
  'KFK-K395': { failing: many(101), nearly: many(100) },
  'KFK-K397': { failing: secrets(80), nearly: secrets(50) },
};
