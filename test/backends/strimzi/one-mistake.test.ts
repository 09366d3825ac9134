import { emptyInventory } from '../../../model/inventory';
import { changed } from '../../support/change';
import { compileDescription, small } from '../../support/describe';

const onStrimzi = {
  ...small,
  kubernetes: {},
  clusters: { main: { backend: 'strimzi', authentication: ['scram-sha-512'] } },
};
const scram = { port: 9093, authentication: 'scram-sha-512' };

/** One mistake, and the codes of everything that is said about it. */
const told = (changes: Readonly<Record<string, unknown>>) =>
  compileDescription(changed<unknown>(onStrimzi, changes))
    .problems.map(({ code, path }) => `${code} ${path}`)
    .filter((line) => !line.startsWith('KFK-I006'));

const listeners = (scramListener: object) => ({
  'clusters.main': { backend: 'strimzi', listeners: { scram: scramListener } },
});
const pools = (more: object) => ({ 'clusters.main': { backend: 'strimzi', pools: more } });
const gitops = { controller: 'flux', repository: 'https://example.com/kafka' };
const pipeline = {
  'connectClusters.pipeline': { owner: 'orders', image: 'registry.example.com/connect:1' },
  'platform.connectors.archive': { owner: 'orders', class: 'org.example.Sink', consumes: { 'orders.created': {} } },
};

test('there is no mistake to begin with', () => {
  expect(told({})).toEqual([]);
  expect(told(listeners(scram))).toEqual([]);
  expect(told(pools({ all: { roles: ['controller', 'broker'], nodes: 3 } }))).toEqual([]);
  expect(told({ gitops })).toEqual([]);
  expect(told(pipeline)).toEqual([]);
});

test.each<[string, Record<string, unknown>, string[]]>([
  [
    'a type',
    listeners({ ...scram, type: 'load-balancer', host: 'kafka.example.com' }),
    ['KFK-S004 clusters.main.listeners.scram.type'],
  ],
  ['no port', listeners({ authentication: 'scram-sha-512' }), ['KFK-S003 clusters.main.listeners.scram.port']],
  [
    'an authentication',
    listeners({ port: 9093, authentication: 'scram' }),
    ['KFK-S004 clusters.main.listeners.scram.authentication'],
  ],
])('a listener with %s that is wrong is not said to be missing as well', (_, changes, lines) => {
  expect(told(changes)).toEqual(lines);
});

test('a role that is misspelled is not said to be missing as well', () => {
  expect(told(pools({ control: { roles: ['controler'], nodes: 3 }, broker: { nodes: 3 } }))).toEqual([
    'KFK-S004 clusters.main.pools.control.roles[0]',
  ]);
});

test('controllers are not counted where a pool is left out', () => {
  const broken = pools({ a: { roles: ['controller'], nodes: 2 }, b: { roles: ['controller', 'broker'], nodes: '3' } });
  expect(told(broken)).toEqual(['KFK-S002 clusters.main.pools.b.nodes']);
  expect(told({ ...broken, profile: 'production' })).not.toContain('KFK-K403 clusters.main.pools');
});

test('pools without a broker are told once, where they are', () => {
  const controllers = pools({ control: { roles: ['controller'], nodes: 3 } });
  expect(told(controllers)).toEqual(['KFK-K413 clusters.main.pools']);
  expect(told({ ...controllers, disposable: true })).toEqual(['KFK-K413 clusters.main.pools']);
});

test('too few brokers for production are told where they are counted', () => {
  const two = pools({ all: { roles: ['controller'], nodes: 3 }, broker: { nodes: 2 } });
  expect(told({ ...two, profile: 'production' }).filter((line) => line.startsWith('KFK-K001'))).toEqual([
    'KFK-K001 clusters.main.pools',
  ]);
});

test.each([
  [2, "keep 3 brokers, or add cruiseControl: {} to 'main' before any of them goes"],
  [4, "use 3, or add cruiseControl: {} to 'main'"],
])('replicas that nobody moves: with %s brokers the fix is one that helps', (brokers, fix) => {
  const known = { cluster: 'main', shard: 'orders', partitions: 3, replicationFactor: 3, cleanup: 'delete' } as const;
  const { problems } = compileDescription(
    changed<unknown>(onStrimzi, {
      'clusters.main.brokers': brokers,
      'platform.topics[orders.created]': { owner: 'orders', partitions: 3, replicationFactor: 2 },
    }),
    { inventory: { ...emptyInventory, topics: { 'orders.created': known } } },
  );
  expect(problems.filter(({ code }) => code === 'KFK-T018').map((problem) => problem.fix)).toEqual([fix]);
});

test('volumes of one id are told once', () => {
  const volumes = [
    { id: 0, size: '10GiB' },
    { id: 0, size: '10GiB' },
  ];
  expect(told(pools({ all: { roles: ['controller', 'broker'], nodes: 3, volumes } }))).toEqual([
    'KFK-K416 clusters.main.pools.all.volumes[1].id',
  ]);
});

test.each<[string, Record<string, unknown>, string[]]>([
  ['controller', { gitops: { ...gitops, controller: 'fluxcd' }, delivery: 'gitops' }, ['KFK-S004 gitops.controller']],
  ['delivery', { gitops, delivery: 'gitop' }, ['KFK-S004 delivery']],
])('a GitOps %s that is unknown is not said to be missing as well', (_, changes, lines) => {
  expect(told(changes)).toEqual(lines);
});

test('a connector of an unknown Connect cluster is not said to move nothing', () => {
  expect(told({ ...pipeline, 'platform.connectors.archive.connectCluster': 'pipelin' })).toEqual([
    'KFK-C024 connectors.archive.connectCluster',
  ]);
});

test('a connector that names no plugin of the platform, in an image that is built, is told once', () => {
  expect(
    told({
      ...pipeline,
      'kubernetes.podSecurity': 'baseline',
      'connectClusters.pipeline': { owner: 'orders', build: { image: 'registry.example.com/connect:1' } },
      'platform.connectors.archive.plugin': 'files',
    }),
  ).toEqual(['KFK-C027 connectors.archive.plugin']);
});

test.each(['orders created', 'Orders/created'])('a topic that Kafka cannot have is told once: %s', (name) => {
  expect(told({ [`platform.topics[${name}]`]: { owner: 'orders' } })).toEqual([`KFK-T001 topics['${name}']`]);
});
