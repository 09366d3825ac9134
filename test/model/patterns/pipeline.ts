import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';

/** Workers with a plugin. */
export const pipeline = {
  'connectClusters.pipeline': { owner: 'orders', image: 'registry.example.com/connect:1', plugins: ['debezium'] },
  'platform.plugins.debezium': { artifacts: [{ group: 'g', artifact: 'a', version: '1' }] },
};
const postgres = {
  host: 'database.example.com',
  database: 'shop',
  tables: ['public.orders', 'public.Order_Lines'],
  credentials: { secret: 'inventory' },
};
/** A connector that captures a database. */
export const capture = { 'platform.connectors.inventory': { owner: 'orders', plugin: 'debezium', postgres } };
/** A sink. */
export const archive = {
  'platform.connectors.archive': {
    owner: 'orders',
    class: 'org.example.Sink',
    consumes: { 'orders.created': {} },
    config: { file: '/tmp/orders' },
  },
};
export const described = (...changes: Readonly<Record<string, unknown>>[]): Description =>
  changed<Description>(small, Object.assign({}, ...changes));
/** What the workers' user may do, but for what workers keep for themselves. */
export const may = (...changes: Readonly<Record<string, unknown>>[]) =>
  resolve(described(pipeline, ...changes))
    .permissions.filter(({ application }) => application === 'pipeline')
    .filter(({ resourceName }) => !/^connect-.*\.internal$/.test(resourceName))
    .map((it) => `${it.operation} ${it.resourceType} ${it.resourceName}${it.patternType === 'Prefixed' ? '*' : ''}`);
/** One that is described, with every default decided. */
export const connector = (name: string, ...changes: Readonly<Record<string, unknown>>[]) =>
  resolve(described(pipeline, ...changes)).connectors.get(name);
