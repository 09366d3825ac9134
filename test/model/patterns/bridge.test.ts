import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';

const bridged = (bridge: object, changes: Readonly<Record<string, unknown>> = {}): Description =>
  changed<Description>(small, {
    kubernetes: {},
    'clusters.main': { backend: 'strimzi' },
    'bridges.web': { owner: 'orders', ...bridge },
    ...changes,
  });
const allowed = (description: Description) =>
  resolve(description)
    .permissions.filter(({ application }) => application === 'web')
    .map(({ operation, resourceType, resourceName, from }) => `${operation} ${resourceType} ${resourceName}: ${from}`);

test('a bridge may do what its flows say, each for its own reason, and nothing else', () => {
  const produces = { 'orders.created': {} };
  expect(allowed(bridged({ produces }))).toEqual([
    "Write Topic orders.created: bridges.web.produces['orders.created']",
  ]);
  const from = "bridges.web.consumes['orders.created']";
  expect(allowed(bridged({ consumes: { 'orders.created': { group: 'readers' } } }))).toEqual([
    `Read Group readers: ${from}`,
    `Read Topic orders.created: ${from}`,
  ]);
});

test('its group is called as it is, unless it says another', () => {
  expect(allowed(bridged({ consumes: { 'orders.created': {} } }))[0]).toContain('Read Group web:');
});

test('it reads committed records of a topic that somebody writes in transactions', () => {
  const consumes = { 'orders.created': {} };
  const isolationOf = (description: Description) =>
    resolve(description).flows.flatMap((flow) =>
      flow.application === 'web' && flow.direction === 'consume' ? [flow.isolation] : [],
    );
  expect(isolationOf(bridged({ consumes }))).toEqual(['read_uncommitted']);
  const transactional = { 'platform.applications.shop.transactional': true };
  expect(isolationOf(bridged({ consumes }, transactional))).toEqual(['read_committed']);
});

test('its connection stays beside the cluster: no application is given it', () => {
  const { connections, applications } = resolve(bridged({ produces: { 'orders.created': {} } }));
  expect(connections.map(({ application }) => application)).not.toContain('web');
  expect(applications.get('web')).toMatchObject({ workload: { kind: 'bridge', name: 'web' }, owner: 'orders' });
});

test('it lets in the namespace of applications, and speaks HTTPS on another port', () => {
  const produces = { 'orders.created': {} };
  const bridge = (more: object) => resolve(bridged({ produces, ...more })).bridges.get('web');
  expect(bridge({})).toMatchObject({ clients: ['applications'], port: 8080, instances: 1 });
  expect(bridge({ issuer: 'company' })).toMatchObject({ port: 8443 });
});

test('it lets in each namespace that an application on its cluster names, and no other cluster’s', () => {
  const elsewhere = {
    'clusters.other': { backend: 'strimzi' },
    'bridges.web.cluster': 'main',
    'platform.topics[orders.created].cluster': 'main',
    'platform.applications.shop': {
      owner: 'orders',
      produces: { 'orders.created': {} },
      cluster: 'main',
      namespace: 'shop',
    },
    'platform.applications.billing.cluster': 'main',
    'platform.applications.stranger': { owner: 'orders', cluster: 'other', namespace: 'elsewhere' },
    'overrides.applications.billing.namespace': 'billing',
  };
  const produces = { 'orders.created': {} };
  const clientsOf = (more: object) => resolve(bridged({ produces, ...more }, elsewhere)).bridges.get('web')?.clients;
  expect(clientsOf({})).toEqual(['applications', 'billing', 'shop']);
  expect(clientsOf({ clients: ['web-shop'] })).toEqual(['web-shop']);
});

test('its memory is what is said, which is enough to start', () => {
  const produces = { 'orders.created': {} };
  const memory = (more: object) => resolve(bridged({ produces, ...more })).bridges.get('web')?.memory;
  expect([memory({}), memory({ memory: '1GiB' })]).toEqual([512 * 2 ** 20, 2 ** 30]);
});
