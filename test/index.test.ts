import { defineEnvironment, definePlatform } from 'kafka-platform-kit';

/** What the editor refuses: `tsc` fails on a line below that it would accept. */
const owners = { orders: { contact: 'orders@example.com' } };
const platform = definePlatform({
  owners,
  topics: { 'orders.created': { owner: 'orders' } },
  applications: { shop: { owner: 'orders', produces: { 'orders.created': {} } } },
});
const clusters = { main: { backend: 'kafka' } } as const;

test('what is defined is what was given', () => {
  const environment = { name: 'test', platform, clusters };
  expect(defineEnvironment(environment)).toBe(environment);
  expect(Object.keys(platform)).toEqual(['owners', 'topics', 'applications']);
});

test('a platform refuses an owner that it does not have', () => {
  // @ts-expect-error 'order' is no owner
  definePlatform({ owners, topics: { 'orders.created': { owner: 'order' } } });
  // @ts-expect-error 'order' is no owner
  definePlatform({ owners, applications: { shop: { owner: 'order' } } });
  definePlatform({ owners, topics: { 'orders.created': { owner: 'orders' } } });
});

test('a platform refuses a flow to a topic that it does not have', () => {
  const topics = { 'orders.created': { owner: 'orders' } } as const;
  // @ts-expect-error 'orders.create' is no topic
  definePlatform({ owners, topics, applications: { shop: { owner: 'orders', produces: { 'orders.create': {} } } } });
  // @ts-expect-error 'orders.create' is no topic
  definePlatform({ owners, topics, applications: { shop: { owner: 'orders', consumes: { 'orders.create': {} } } } });
  definePlatform({ owners, topics, applications: { shop: { owner: 'orders', consumes: { 'orders.created': {} } } } });
});

test('a platform takes topics that its connectors and dead letters make', () => {
  const topics = { 'orders.created': { owner: 'orders' } } as const;
  const connectors = {
    archive: {
      owner: 'orders',
      class: 'org.example.Sink',
      consumes: { 'inventory.public.orders': {}, 'orders.created': {} },
    },
  } as const;
  definePlatform({ owners, topics, connectors });
  // @ts-expect-error 'orders.create' is no topic, and nothing makes one of two words
  definePlatform({ owners, topics, connectors: { archive: { owner: 'orders', consumes: { 'orders.create': {} } } } });
});

test('a platform refuses quantities without units, and fields that there are not', () => {
  // @ts-expect-error 7 has no unit
  definePlatform({ owners, topics: { 'orders.created': { owner: 'orders', retention: 7 } } });
  // @ts-expect-error '7w' has no unit of time that is known
  definePlatform({ owners, topics: { 'orders.created': { owner: 'orders', retention: '7w' } } });
  // @ts-expect-error partitons is misspelled
  definePlatform({ owners, topics: { 'orders.created': { owner: 'orders', partitons: 3 } } });
});

test('an environment refuses an override of a topic that its platform does not have', () => {
  const base = { name: 'test', platform, clusters };
  // @ts-expect-error 'orders.create' is no topic
  defineEnvironment({ ...base, overrides: { topics: { 'orders.create': { partitions: 3 } } } });
  defineEnvironment({ ...base, overrides: { topics: { 'orders.created': { partitions: 3 } } } });
});

test('an environment refuses a back end that there is not, and a field that its cluster does not have', () => {
  // @ts-expect-error 'kafak' is no back end
  defineEnvironment({ name: 'test', platform, clusters: { main: { backend: 'kafak' } } });
  // @ts-expect-error a cluster has brokers
  defineEnvironment({ name: 'test', platform, clusters: { main: { backend: 'kafka', broker: 3 } } });
});

test('overrides name applications of the platform', () => {
  const platform = definePlatform({
    owners: { orders: { contact: 'orders@example.com' } },
    applications: { shop: { owner: 'orders' } },
  });
  const clusters = { main: { backend: 'kafka' } } as const;
  defineEnvironment({ name: 'test', platform, clusters, overrides: { applications: { shop: { instances: 2 } } } });
  // @ts-expect-error no application is called 'shp'
  defineEnvironment({ name: 'test', platform, clusters, overrides: { applications: { shp: { instances: 2 } } } });
  expect(platform.applications).toHaveProperty('shop');
});
