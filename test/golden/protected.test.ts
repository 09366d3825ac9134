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
const dataBearing = ['Kafka', 'KafkaNodePool', 'KafkaTopic', 'KafkaUser', 'Namespace'];

/** What would be such kinds, and somebody else makes: Strimzi its claims, projects the definitions of their kinds. */
const neverRendered = ['CustomResourceDefinition', 'PersistentVolume', 'PersistentVolumeClaim', 'StatefulSet'];

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

  test('has objects of every kind that is rendered and bears data, and none that a controller would prune without both keys, but the users of people', () => {
    const kinds = new Set(objects.map(({ kind }) => kind));
    expect([...dataBearing, ...neverRendered].filter((kind) => kinds.has(kind))).toEqual(dataBearing);
    expect(unprotectedIn(objects).sort()).toEqual([...destroyedIn(resolved), ...peopleIn(resolved)].sort());
  });

  test('deletes no disk with its pool, unless it is disposable', () => {
    const pools = objects.filter(({ kind }) => kind === 'KafkaNodePool');
    const claims = pools.flatMap(({ spec }) => claimsIn(spec));
    expect(claims.length).toBeGreaterThan(0);
    expect(claims.filter(({ deleteClaim }) => deleteClaim !== resolved.environment.disposable)).toEqual([]);
  });
});

/** Their access goes with its line, whoever recorded it or not. */
const peopleIn = ({ operators }: Resolved) => [...operators.keys()].map((name) => `KafkaUser/${name}`);

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

describe('an object that bears data, without one of the words by which a controller leaves it alone', () => {
  let objects: readonly KubernetesObject[];

  beforeAll(async () => {
    objects = await rendered(kept);
  });

  /** The objects of a kind without one of their annotations. */
  const without = (kind: string, annotation: string) =>
    objects
      .filter((object) => object.kind === kind)
      .map((object) => changed<KubernetesObject>(object, { [`metadata.annotations[${annotation}]`]: undefined }));

  test.each(
    dataBearing.flatMap((kind) =>
      ['argocd.argoproj.io/sync-options', 'kustomize.toolkit.fluxcd.io/prune'].map((word) => [kind, word] as const),
    ),
  )('is found: %s without %s', (kind, annotation) => {
    const spoilt = without(kind, annotation);
    expect(spoilt.length).toBeGreaterThan(0);
    expect(unprotectedIn(spoilt)).toEqual(spoilt.map(nameOf));
  });
});

describe('both keys', () => {
  const described = (changes: Readonly<Record<string, unknown>>) =>
    changed<Description>(small, {
      kubernetes: {},
      'clusters.main': { backend: 'strimzi' },
      'platform.topics[orders.gone]': {
        owner: 'orders',
        removed: { reason: 'nobody reads it', until: '2026-12-31', data: 'destroy' },
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
