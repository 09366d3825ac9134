import type { ApplicationInput } from '../../model/application';
import { type Description, resolve, small } from '../support/describe';

const topics = { 'orders.created': { owner: 'orders' }, 'orders.paid': { owner: 'orders' } };
const described = (applications: Record<string, Omit<ApplicationInput, 'owner'>>): Description => ({
  ...small,
  platform: {
    owners: small.platform.owners,
    topics,
    applications: Object.fromEntries(
      Object.entries(applications).map(([name, said]) => [name, { owner: 'orders', ...said }]),
    ),
  },
});
const other = { produces: { 'orders.created': {}, 'orders.paid': {} } };
/** What one application may do, as `Write Topic orders.created`; prefixes end with `*`. */
const may = (said: Omit<ApplicationInput, 'owner'>, name = 'shop') =>
  resolve(described({ other, [name]: said }))
    .permissions.filter(({ application }) => application === name)
    .map((it) => `${it.operation} ${it.resourceType} ${it.resourceName}${it.patternType === 'Prefixed' ? '*' : ''}`);

test('a producer may write its topic; it may not read it, and no other topic', () => {
  expect(may({ produces: { 'orders.created': {} } })).toEqual(['Write Topic orders.created']);
});

test('a consumer may read its topic as its own group; it may not write, and no other group', () => {
  expect(may({ consumes: { 'orders.created': {} } })).toEqual(['Read Group shop', 'Read Topic orders.created']);
  expect(may({ consumes: { 'orders.created': { group: 'till' } } })).toEqual([
    'Read Group till',
    'Read Topic orders.created',
  ]);
});

test('a transactional producer may use transactional ids that start with its name; a plain one may use none', () => {
  const produces = { 'orders.created': {} };
  expect(may({ produces, transactional: true })).toEqual([
    'Write Topic orders.created',
    'Write TransactionalId shop-*',
  ]);
  expect(may({ produces, transactional: false })).toEqual(['Write Topic orders.created']);
});

describe('a stream processor', () => {
  const flows = { consumes: { 'orders.created': {} }, produces: { 'orders.paid': {} } };
  const topicsOf = (id: string) =>
    ['Create', 'Delete', 'Read', 'Write'].map((operation) => `${operation} Topic ${id}-*`);

  test('may make, fill, read and empty topics that start with its application id, and write exactly once', () => {
    expect(may({ ...flows, streams: {} })).toEqual([
      'Read Group shop',
      'Read Topic orders.created',
      'Write Topic orders.paid',
      ...topicsOf('shop'),
      'Write TransactionalId shop-*',
    ]);
  });

  test('that writes at least once may use no transactional id', () => {
    expect(may({ ...flows, streams: { processingGuarantee: 'at_least_once' } })).not.toContainEqual(
      expect.stringContaining('TransactionalId'),
    );
  });

  test('goes by its application id, not by its name', () => {
    const told = may({ ...flows, streams: { applicationId: 'till' } });
    expect(told).toEqual(
      expect.arrayContaining(['Read Group till', ...topicsOf('till'), 'Write TransactionalId till-*']),
    );
    expect(told.join()).not.toContain('shop');
  });
});

test('an application without flows may do nothing', () => {
  expect(may({})).toEqual([]);
});

test('what two flows ask for is there once, and says both', () => {
  const { permissions } = resolve(
    described({ other, shop: { consumes: { 'orders.created': {}, 'orders.paid': {} } } }),
  );
  const groups = permissions.filter(({ resourceType }) => resourceType === 'Group');
  expect(groups.map(({ from }) => from)).toEqual([
    "applications.shop.consumes['orders.created']; applications.shop.consumes['orders.paid']",
  ]);
});

test('each permission names the cluster, the principal, any host, and the place that asks for it', () => {
  const [permission] = resolve(
    described({ shop: { produces: { 'orders.created': {} }, transactional: true } }),
  ).permissions;
  expect(permission).toEqual({
    cluster: 'main',
    application: 'shop',
    principal: 'User:shop',
    resourceType: 'Topic',
    resourceName: 'orders.created',
    patternType: 'Literal',
    operation: 'Write',
    permission: 'Allow',
    host: '*',
    from: "applications.shop.produces['orders.created']",
  });
});

test('permissions are sorted by application and resource, and none is there twice', () => {
  const consumes = { 'orders.paid': { deadLetter: {} }, 'orders.created': { deadLetter: {} } };
  const { permissions } = resolve(described({ zoo: { consumes }, other, ant: { consumes, transactional: true } }));
  const keys = permissions.map((it) =>
    [it.application, it.resourceType, it.resourceName, it.patternType, it.operation].join(' '),
  );
  expect(keys).toEqual([...new Set(keys)].sort());
});
