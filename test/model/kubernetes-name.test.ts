import fc from 'fast-check';
import { kubernetesName } from '../../model/kubernetes-name';
import { changed } from '../support/change';
import { compileDescription, small } from '../support/describe';

test('a name that Kubernetes takes stays as it is', () => {
  for (const name of ['orders.created', 'a', '0', 'orders.created.billing.dlq'])
    expect(kubernetesName(name)).toBe(name);
});

test('any other becomes legible, and is told from its neighbours by a hash', () => {
  expect(kubernetesName('Orders_created')).toMatch(/^orders-created-[0-9a-f]{8}$/);
  expect(kubernetesName('_orders')).toMatch(/^orders-[0-9a-f]{8}$/);
  expect(kubernetesName('orders.')).toMatch(/^orders-[0-9a-f]{8}$/);
  expect(kubernetesName('...')).toMatch(/^[0-9a-f]{8}$/);
});

const topic = fc.stringMatching(/^[A-Za-z0-9._-]{1,249}$/);

test('every name of a topic becomes a name that Kubernetes takes', () => {
  fc.assert(
    fc.property(topic, (name) => {
      const made = kubernetesName(name);
      expect(made).toMatch(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/);
      expect(made.length).toBeLessThanOrEqual(253);
    }),
  );
});

test('no two topics meet in one name', () => {
  fc.assert(fc.property(topic, topic, (a, b) => a === b || kubernetesName(a) !== kubernetesName(b)));
});

/** What a namespace may be called is a label; most other objects may have dots. */
const label = {
  may: ['kafka', '3--kafka', 'a'.repeat(63)],
  mayNot: ['Kafka_NS', 'kafka.dev', '-kafka', 'a'.repeat(64)],
};
const subdomain = {
  may: ['kafka.dev', '3--kafka', 'a'.repeat(253)],
  mayNot: ['No Store', 'a..b', 'a.-b', 'a'.repeat(254)],
};

const scaled = { 'platform.applications.billing.scaling': {} };
const registered = { 'schemaRegistries.schemas': { owner: 'orders' } };
const delivered = {
  delivery: 'gitops',
  gitops: { controller: 'flux', repository: 'https://git.example.com/platform' },
};
const connected = {
  'connectClusters.pipeline': { owner: 'orders' },
  'platform.connectors.archive': { owner: 'orders', class: 'org.example.Sink', consumes: { 'orders.created': {} } },
};
const secret = (name: string) => ({ 'platform.connectors.archive.secrets': { token: { secret: name, key: 'token' } } });

test.each<[string, typeof label, string, (name: string) => object]>([
  ['namespace', label, 'KFK-E010', (name) => ({ 'kubernetes.namespace': name })],
  ['applicationNamespace', label, 'KFK-E010', (name) => ({ 'kubernetes.applicationNamespace': name })],
  ['prometheusNamespace', label, 'KFK-E010', (name) => ({ 'kubernetes.prometheusNamespace': name })],
  ['operatorNamespace', label, 'KFK-E010', (name) => ({ 'kubernetes.operatorNamespace': name })],
  ['kedaNamespace', label, 'KFK-E010', (name) => ({ 'kubernetes.kedaNamespace': name })],
  ['secretStore', subdomain, 'KFK-E010', (name) => ({ 'kubernetes.secretStore': name })],
  ["an application's namespace", label, 'KFK-E010', (name) => ({ 'platform.applications.shop.namespace': name })],
  [
    'a client of a registry',
    label,
    'KFK-M008',
    (name) => ({ ...registered, 'schemaRegistries.schemas.clients': [name] }),
  ],
  [
    "a registry's issuer",
    subdomain,
    'KFK-M012',
    (name) => ({ ...registered, 'schemaRegistries.schemas.issuer': name }),
  ],
  ["a connector's Secret", subdomain, 'KFK-C022', (name) => ({ ...connected, ...secret(name) })],
  ["a controller's namespace", label, 'KFK-G010', (name) => ({ ...delivered, 'gitops.namespace': name })],
  ["a repository's Secret", subdomain, 'KFK-G010', (name) => ({ ...delivered, 'gitops.secretName': name })],
  [
    'a Deployment',
    subdomain,
    'KFK-A024',
    (name) => ({ ...scaled, 'platform.applications.billing.scaling.deployment': name }),
  ],
  [
    'a pool',
    { may: ['kafka', '3--kafka'], mayNot: label.mayNot },
    'KFK-K418',
    (name) => ({
      'clusters.main': {
        backend: 'strimzi',
        pools: { controller: { roles: ['controller'], nodes: 3 }, [name]: { nodes: 3 } },
      },
    }),
  ],
])('%s has a name that Kubernetes takes, and every one of them', (_, { may, mayNot }, code, change) => {
  const refused = (name: string) =>
    compileDescription(
      changed<unknown>(small, { kubernetes: {}, 'clusters.main': { backend: 'strimzi' }, ...change(name) }),
    ).problems.some((problem) => problem.code === code);
  expect(may.filter(refused)).toEqual([]);
  expect(mayNot.filter((name) => !refused(name))).toEqual([]);
});
