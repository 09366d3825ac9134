import type { RuleCase } from './rule-case';

/** A Connect cluster on the small description, and a connector that it runs. */
const cluster = { owner: 'orders', image: 'registry.example.com/connect:1', plugins: ['files'] };
const plugin = { artifacts: [{ group: 'org.apache.kafka', artifact: 'connect-file', version: '4.3.1' }] };
const connector = {
  owner: 'orders',
  plugin: 'files',
  class: 'org.apache.kafka.connect.file.FileStreamSinkConnector',
  consumes: { 'orders.created': {} },
};
const connect = {
  'connectClusters.pipeline': cluster,
  'platform.plugins.files': plugin,
  'platform.connectors.archive': connector,
};
const archive = 'platform.connectors.archive';
const pipeline = 'connectClusters.pipeline';
const postgres = {
  host: 'database.example.com',
  database: 'shop',
  tables: ['public.orders'],
  credentials: { secret: 'inventory' },
};
const capture = { owner: 'orders', plugin: 'files', postgres };
const captured = { ...connect, 'platform.connectors.inventory': capture };
const inventory = 'platform.connectors.inventory.postgres';
const history = {
  ...connect,
  [archive]: {
    owner: 'orders',
    plugin: 'files',
    class: 'io.debezium.connector.mysql.MySqlConnector',
    produces: { 'orders.created': {} },
    schemaHistory: 'shop.history',
    config: { 'topic.prefix': 'shop' },
  },
};
const historyTopic = (retention: string) => ({
  'platform.topics[shop.history]': { owner: 'orders', partitions: 1, retention },
});
const kubernetes = (podSecurity: string) => ({
  ...connect,
  kubernetes: { podSecurity },
  'clusters.main': { backend: 'strimzi', authentication: ['scram-sha-512'] },
  [pipeline]: { owner: 'orders', build: { image: 'registry.example.com/connect:1' } },
});
const another = { ...connect, 'connectClusters.other': cluster };
const sha512 = 'a'.repeat(128);
const built = {
  ...connect,
  profile: 'production',
  [pipeline]: { owner: 'orders', build: { image: 'registry.example.com/connect:1' } },
};
const withConfig = (config: object) => ({ ...connect, [`${archive}.config`]: config });

export const connectCases: Readonly<Record<string, RuleCase>> = {
  'KFK-C010': {
    failing: {
      ...kubernetes('baseline'),
      'connectClusters.main-pipeline': cluster,
      [`${archive}.connectCluster`]: 'pipeline',
    },
    nearly: { ...kubernetes('baseline'), 'connectClusters.mainly': cluster, [`${archive}.connectCluster`]: 'pipeline' },
  },
  'KFK-C011': {
    failing: { ...connect, [`${pipeline}.cluster`]: 'elsewhere' },
    nearly: { ...connect, [`${pipeline}.cluster`]: 'main' },
  },
  'KFK-C012': {
    failing: { ...connect, [`${pipeline}.authentication`]: 'mtls' },
    nearly: { ...connect, [`${pipeline}.authentication`]: 'scram-sha-512' },
  },
  'KFK-C013': {
    failing: { ...connect, [`${pipeline}.instances`]: 0 },
    nearly: { ...connect, [`${pipeline}.instances`]: 1, [`${pipeline}.memory`]: '512MiB', [`${pipeline}.cpu`]: 0.1 },
  },
  'KFK-C014': {
    failing: { ...connect, [`${pipeline}.build`]: { image: 'registry.example.com/connect:2' } },
    nearly: { ...connect, [pipeline]: { owner: 'orders', build: { image: 'registry.example.com/connect:2' } } },
  },
  'KFK-C015': {
    failing: { ...connect, [`${pipeline}.plugins`]: ['files', 'flies'] },
    nearly: { ...connect, [`${pipeline}.plugins`]: ['files'] },
  },
  'KFK-C016': { failing: kubernetes('restricted'), nearly: kubernetes('baseline') },
  'KFK-C017': {
    failing: { ...connect, [`${pipeline}.config`]: { 'producer.sasl.jaas.config': 'of somebody else' } },
    nearly: { ...connect, [`${pipeline}.config`]: { 'offset.flush.interval.ms': 10_000, 'producer.linger.ms': 5 } },
  },
  'KFK-C040': {
    failing: { ...connect, [`${pipeline}.config`]: { 'my.extension.password': 'hunter2' } },
    nearly: { ...connect, [`${pipeline}.config`]: { 'my.extension.password.file': '/run/password' } },
  },
  'KFK-C020': {
    failing: withConfig({ 'connection.password': 'hunter2' }),
    nearly: withConfig({ 'connection.password.file': '/run/password', 'tombstone.handler.token.type': 'bearer' }),
  },
  'KFK-C021': {
    failing: withConfig({ 'consumer.override.group.id': 'billing' }),
    nearly: withConfig({ 'errors.log.enable': true }),
  },
  'KFK-C022': {
    failing: { ...connect, [`${archive}.secrets`]: { password: { secret: 'Not a Secret', key: 'password' } } },
    nearly: { ...connect, [`${archive}.secrets`]: { password: { secret: 'archive', key: 'password' } } },
  },
  'KFK-C039': {
    failing: {
      ...kubernetes('baseline'),
      [`${archive}.secrets`]: { key: { secret: 'main-cluster-ca', key: 'ca.key' } },
    },
    nearly: { ...kubernetes('baseline'), [`${archive}.secrets`]: { key: { secret: 'mainly', key: 'ca.key' } } },
  },
  'KFK-C023': {
    failing: { ...connect, 'platform.connectors.Archive': connector },
    nearly: connect,
  },
  'KFK-C024': {
    failing: another,
    nearly: { ...another, [`${archive}.connectCluster`]: 'other' },
  },
  'KFK-C025': {
    failing: { 'platform.plugins.files': plugin, [archive]: connector },
    nearly: connect,
  },
  'KFK-C026': {
    failing: { ...connect, [archive]: { ...connector, class: undefined } },
    nearly: captured,
  },
  'KFK-C027': {
    failing: { ...connect, [`${pipeline}.plugins`]: [] },
    nearly: { ...connect, [`${archive}.plugin`]: undefined, [`${pipeline}.plugins`]: [] },
  },
  'KFK-C028': {
    failing: { ...captured, 'platform.connectors.inventory.tasks': 2 },
    nearly: { ...captured, [`${archive}.tasks`]: 2 },
  },
  'KFK-C029': {
    failing: { ...connect, 'platform.plugins.files.artifacts[0].sha512': 'abc' },
    nearly: { ...connect, 'platform.plugins.files.artifacts[0].sha512': sha512 },
  },
  'KFK-C030': {
    failing: built,
    nearly: { ...built, 'platform.plugins.files.artifacts[0].sha512': sha512 },
  },
  'KFK-C031': {
    failing: { ...captured, [`${inventory}.tables`]: ['orders'] },
    nearly: { ...captured, [`${inventory}.tables`]: ['public.orders', 'public.Order_Lines'] },
  },
  'KFK-C032': {
    failing: { ...captured, [`${inventory}.slot`]: 'with-dashes' },
    nearly: { ...captured, [`${inventory}.slot`]: 'with_underscores', [`${inventory}.heartbeat`]: '1s' },
  },
  'KFK-C033': {
    failing: { ...captured, 'platform.connectors.copy': { ...capture, postgres: { ...postgres, slot: 'inventory' } } },
    nearly: { ...captured, 'platform.connectors.copy': capture },
  },
  'KFK-C034': {
    failing: { ...connect, [`${archive}.consumes`]: undefined },
    nearly: captured,
  },
  'KFK-C035': {
    failing: {
      ...connect,
      'platform.topics[orders.paid]': { owner: 'orders' },
      [`${archive}.consumes`]: { 'orders.created': { deadLetter: {} }, 'orders.paid': {} },
    },
    nearly: { ...connect, [`${archive}.consumes`]: { 'orders.created': { deadLetter: {} } } },
  },
  'KFK-C036': {
    failing: { ...connect, [`${archive}.tasks`]: 4 },
    nearly: { ...connect, [`${archive}.tasks`]: 3 },
  },
  'KFK-C037': {
    failing: { ...history, ...historyTopic('7d') },
    nearly: { ...history, ...historyTopic('unlimited') },
  },
  'KFK-C038': {
    failing: { ...captured, 'overrides.topics[inventory.public.orders]': { partitions: 6 } },
    nearly: { ...captured, 'overrides.topics[orders.created]': { partitions: 6 } },
  },
};
