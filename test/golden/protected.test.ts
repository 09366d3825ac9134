import { resolve as pathOf } from 'node:path';
import type { Resolved } from '../../model/resolved';
import { loadCompiled } from '../../workflows/load/compiled';
import { type KubernetesObject, objectsOf } from '../../workflows/synth/kubernetes-unit';
import { synth } from '../../workflows/synth/synth';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';
import { everyOption } from '../support/every-option';
import { projectWith } from '../support/written-project';

/** Kinds whose objects are data, or whose deletion deletes data, or a password that nobody can tell again. */
const dataBearing = [
  'CustomResourceDefinition',
  'Kafka',
  'KafkaNodePool',
  'KafkaTopic',
  'KafkaUser',
  'Namespace',
  'PersistentVolumeClaim',
];

const isProtected = ({ metadata: { annotations = {} } }: KubernetesObject) =>
  annotations['argocd.argoproj.io/sync-options'] === 'Prune=false,Delete=false' &&
  annotations['kustomize.toolkit.fluxcd.io/prune'] === 'disabled';

const nameOf = ({ kind, metadata }: KubernetesObject) => `${kind}/${metadata.name}`;

const unprotectedIn = (objects: readonly KubernetesObject[]): string[] =>
  objects.filter((object) => dataBearing.includes(object.kind) && !isProtected(object)).map(nameOf);

const rendered = async (resolved: Resolved) => objectsOf((await synth(resolved, projectWith({}))).units);

const { environments } = loadCompiled({ folder: pathOf(__dirname, '..', '..'), today: '2026-11-21' });
const kept = resolve(
  changed<Description>(small, { name: 'kept', kubernetes: {}, 'clusters.main': { backend: 'strimzi' } }),
);
const onKubernetes = [...environments.flatMap(({ resolved }) => resolved ?? []), everyOption, kept].filter(
  ({ environment }) => environment.kubernetes,
);

describe.each(onKubernetes.map((resolved) => [resolved.environment.name, resolved] as const))('%s', (_, resolved) => {
  let objects: readonly KubernetesObject[];

  beforeAll(async () => {
    objects = await rendered(resolved);
  });

  test('has objects of every kind that is rendered and bears data, and none that a controller would prune without both keys', () => {
    const kinds = new Set(objects.map(({ kind }) => kind).filter((kind) => dataBearing.includes(kind)));
    expect([...kinds].sort()).toEqual(['Kafka', 'KafkaNodePool', 'KafkaTopic', 'KafkaUser', 'Namespace']);
    expect(unprotectedIn(objects)).toEqual(destroyedIn(resolved));
  });

  test('deletes no disk with its pool, unless it is disposable', () => {
    const pools = objects.filter(({ kind }) => kind === 'KafkaNodePool');
    const claims = pools.flatMap(({ spec }) => claimsIn(spec));
    expect(claims.length).toBeGreaterThan(0);
    expect(claims.filter(({ deleteClaim }) => deleteClaim !== resolved.environment.disposable)).toEqual([]);
  });
});

/** What the description says to destroy; the rules have asked for the second key. */
const destroyedIn = ({ shards }: Resolved) =>
  shards
    .flatMap(({ removals }) => removals)
    .filter(({ removed }) => removed?.data === 'destroy')
    .map(({ name }) => `KafkaTopic/${name}`);

/** Every persistent claim, however deep. */
function claimsIn(value: unknown): Readonly<Record<string, unknown>>[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(claimsIn);
  return 'type' in value && value.type === 'persistent-claim'
    ? [value as Readonly<Record<string, unknown>>, ...inside]
    : inside;
}

describe('a kind that bears data', () => {
  const metadata = { name: 'it', annotations: {} };

  test.each(dataBearing)('is found where it is not protected: %s', (kind) => {
    expect(unprotectedIn([{ apiVersion: 'v1', kind, metadata }])).toEqual([`${kind}/it`]);
  });

  test('is not protected by half of it', () => {
    const annotations = { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' };
    expect(unprotectedIn([{ apiVersion: 'v1', kind: 'KafkaTopic', metadata: { name: 'it', annotations } }])).toEqual([
      'KafkaTopic/it',
    ]);
  });
});

describe('both keys', () => {
  const described = (changes: Readonly<Record<string, unknown>>) =>
    changed<Description>(small, {
      kubernetes: {},
      'clusters.main': { backend: 'strimzi' },
      'platform.topics[orders.gone]': {
        owner: 'orders',
        removed: { reason: 'unused', until: '2026-12-31', data: 'destroy' },
      },
      ...changes,
    });
  const inventory = {
    topics: { 'orders.gone': { cluster: 'main', shard: 'orders', partitions: 3, cleanup: 'delete' } },
    applications: {},
  };

  test('let a topic be pruned: the description says so, and the environment is disposable', async () => {
    expect(unprotectedIn(await rendered(resolve(described({ disposable: true }), { inventory })))).toEqual([
      'KafkaTopic/orders.gone',
    ]);
  });

  test('are both needed', () => {
    expect(() => resolve(described({}), { inventory })).toThrow('KFK-I002');
  });
});

test('an environment that is not disposable is among those that are judged', () => {
  expect(onKubernetes.map(({ environment }) => environment.disposable)).toContain(false);
});
