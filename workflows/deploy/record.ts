import { ownedClusters } from '../../model/cluster';
import { type Inventory, inventoryAfter, inventoryAfterCluster, inventoryAhead } from '../../model/inventory';
import { clusterStackName } from '../../model/names';
import type { Resolved, Shard } from '../../model/resolved';
import type { KubernetesResult } from '../kubernetes/result';
import type { StackResult } from '../terraform/deploy-result';

type Recorded = Pick<Shard, 'name' | 'key' | 'cluster' | 'inventory'>;
type Result = Pick<StackResult, 'stack' | 'status' | 'applied' | 'untouched'>;

/** What exists once a deploy has ended, be it in the middle: of a stack that failed, what was applied of it. */
export function inventoryAfterDeploy(
  before: Inventory,
  shards: readonly Recorded[],
  results: readonly Result[],
): Inventory {
  const resultOf = new Map(results.map((result) => [result.stack, result]));
  return shards.reduce((known, shard) => {
    const result = resultOf.get(shard.name);
    if (!result) return known;
    if (isDone(result)) return inventoryAfter(known, shard);
    return result.applied.length > 0 ? inventoryAfter(known, partOf(known, shard, result)) : known;
  }, before);
}

const isDone = ({ status }: Result): boolean => status === 'applied' || status === 'unchanged';

/** The same of stacks, with the clusters that some of them make. */
export const inventoryAfterStacks = (
  before: Inventory,
  { environment, clusters, shards }: Resolved,
  results: readonly Result[],
): Inventory => {
  const done = new Set(results.filter(isDone).map(({ stack }) => stack));
  return ownedClusters(clusters, 'terraform')
    .filter(({ name }) => done.has(clusterStackName(environment.name, name)))
    .reduce(inventoryAfterCluster, inventoryAfterDeploy(before, shards, results));
};

/** The same of Kubernetes objects: a shard is done when everything is, a cluster when its unit is. */
export function inventoryAfterObjects(
  before: Inventory,
  { clusters, shards }: Resolved,
  { objects }: Pick<KubernetesResult, 'objects'>,
): Inventory {
  const isThere = ({ status }: KubernetesResult['objects'][number]) => status === 'applied' || status === 'unchanged';
  const status = objects.every((object) => isThere(object) || object.status === 'deleted' || object.status === 'left')
    ? 'applied'
    : 'failed';
  const certain = objects.filter(isThere).map(({ address }) => address);
  const results = shards
    .filter(({ cluster }) => cluster.appliedBy === 'kubernetes')
    .map(({ name }): Result => ({ stack: name, status, applied: certain }));
  const unfinished = new Set(objects.filter((object) => !isThere(object)).map(({ unit }) => unit));
  return ownedClusters(clusters, 'kubernetes')
    .filter(({ name }) => !unfinished.has(name))
    .reduce(inventoryAfterCluster, inventoryAfterDeploy(before, shards, results));
}

/** The same of objects that a GitOps controller applies once they are committed: recorded before, with what it applies. */
export const inventoryAheadOfObjects = (before: Inventory, { clusters, shards }: Resolved): Inventory =>
  inventoryAhead(
    before,
    shards.filter(({ cluster }) => cluster.appliedBy === 'kubernetes'),
    [...clusters.values()].filter(({ appliedBy }) => appliedBy === 'kubernetes'),
  );

/** What the inventory knew of the shard stays; what is certain to be there is added. */
function partOf(known: Inventory, shard: Recorded, { applied, untouched = [] }: Result): Recorded {
  const certain = new Set([...untouched, ...applied]);
  const isHere = ([, noun]: [string, { readonly cluster: string; readonly shard: string }]) =>
    noun.cluster === shard.cluster.name && noun.shard === shard.key;
  const had = <Noun extends { readonly cluster: string; readonly shard: string }>(
    nouns: Readonly<Record<string, Noun>>,
  ) => Object.entries(nouns).filter(isHere);
  const topics = Object.entries(shard.inventory.topics).filter(([name]) =>
    certain.has(shard.cluster.addresses.topic(name)),
  );
  return {
    ...shard,
    inventory: {
      topics: Object.fromEntries([...had(known.topics), ...topics]),
      // Where an application belongs is decided with the first thing that is made for it.
      applications: Object.fromEntries([...had(known.applications), ...Object.entries(shard.inventory.applications)]),
    },
  };
}
