import { compare, entriesOf } from './by-name';
import type { ClusterRecord } from './cluster-record';
import { groupBy } from './group-by';

/**
 * The nouns that bear data, as an environment last applied them. It is committed beside the description
 * (`environments/inventory/<environment>.json`): what it knows and the description no longer says is a problem.
 */
export interface Inventory {
  readonly topics: Readonly<Record<string, InventoryTopic>>;
  /** The shard of each application, kept when its owner changes. */
  readonly applications: Readonly<Record<string, InventoryApplication>>;
  /**
   * Shards by cluster that held something once and hold nothing now, of an environment that is recorded before it is
   * applied: the stack of each stays, empty, so that what it applied is taken back. Default: none.
   */
  readonly emptied?: Readonly<Record<string, readonly string[]>>;
  /** What its back end says is to be known of a cluster. Absent: it was recorded before this was, or nothing is. */
  readonly clusters?: Readonly<Record<string, ClusterRecord>>;
}

/** Where a noun is. */
export interface Recorded {
  readonly cluster: string;
  readonly shard: string;
}

export interface InventoryApplication extends Recorded {
  /** How it proves who it is, as `iam`. Absent: it was recorded before this was, or is revoked. */
  readonly authentication?: string;
  /**
   * It is described no longer, and a GitOps controller deletes no user: the user stays, without credentials and rights,
   * until somebody who knows that this was applied deletes the line. Default: it is described.
   */
  readonly revoked?: true;
}

export interface InventoryTopic extends Recorded {
  readonly partitions: number;
  /** Absent: it was recorded before this was, or the vendor decides it. */
  readonly replicationFactor?: number;
  readonly cleanup: string;
  /** Milliseconds; `-1` is unlimited. Absent: it was recorded before this was. */
  readonly retention?: number;
  /** Bytes per partition; `-1` is unlimited. Absent: it was recorded before this was. */
  readonly retentionSize?: number;
  /** It was described to go when it was recorded, before that was applied: the description may forget it. Default: it stays. */
  readonly removed?: true;
}

/** Where an environment is kept, as messages and commands name it. */
export interface DescriptionFiles {
  /** Where its inventory is, or will be. */
  readonly inventory: string;
  /** Where it is, or will be, kept how far its credentials are rotated. */
  readonly rotations: string;
  /** What `--file` names. Default: commands find it in the folder `environments`. */
  readonly description?: string;
}

export const emptyInventory: Inventory = { topics: {}, applications: {} };

/** What of a shard an inventory is made of. */
export interface RecordedShard {
  readonly key: string;
  readonly cluster: { readonly name: string };
  readonly inventory: Inventory;
}

/** What of a cluster an inventory is made of. */
export interface RecordedCluster {
  readonly name: string;
  readonly record?: ClusterRecord;
}

/** What an environment bears once the objects, or the stack, of one of its clusters are applied: whoever applies calls it. */
export function inventoryAfterCluster(before: Inventory, { name, record }: RecordedCluster): Inventory {
  return record ? { ...before, ...clustersOf({ ...before.clusters, [name]: record }) } : before;
}

/** What an environment bears once one of its shards is applied. */
export function inventoryAfter(before: Inventory, applied: RecordedShard): Inventory {
  const isElsewhere = ({ cluster, shard }: Recorded) => cluster !== applied.cluster.name || shard !== applied.key;
  const merge = <Noun extends Recorded>(old: Readonly<Record<string, Noun>>, now: Readonly<Record<string, Noun>>) =>
    Object.fromEntries(
      entriesOf({ ...Object.fromEntries(Object.entries(old).filter(([, noun]) => isElsewhere(noun))), ...now }),
    );
  return {
    topics: merge(before.topics, applied.inventory.topics),
    applications: merge(before.applications, applied.inventory.applications),
    ...emptiedOf(emptiedIn(before).filter(isElsewhere)),
    ...clustersOf(before.clusters),
  };
}

/**
 * What an environment bears once somebody else applies it, recorded before: what it no longer holds may still be there,
 * so the stacks that are to take it back stay, and a topic that is described to go stays in its own.
 */
export function inventoryAhead(
  before: Inventory,
  shards: readonly (RecordedShard & { readonly removals: readonly { readonly name: string }[] })[],
  clusters: Iterable<RecordedCluster> = [],
): Inventory {
  const { topics, applications } = shards.reduce(inventoryAfter, before);
  const going = shards
    .flatMap(({ removals }) => removals)
    .flatMap(({ name }) => {
      const known = Object.hasOwn(before.topics, name) ? before.topics[name] : undefined;
      return known ? [[name, { ...known, removed: true as const }] as const] : [];
    });
  const known = recordedIn(before);
  const emptied = shards
    .filter(({ inventory }) => Object.keys({ ...inventory.topics, ...inventory.applications }).length === 0)
    .map(({ key, cluster }) => ({ cluster: cluster.name, shard: key }))
    .filter(({ cluster, shard }) => known.some((noun) => noun.cluster === cluster && noun.shard === shard));
  return {
    topics: Object.fromEntries(entriesOf({ ...topics, ...Object.fromEntries(going) })),
    applications,
    ...emptiedOf(emptied),
    // What is described no longer is judged by what was recorded until somebody deletes the line.
    ...clustersOf([...clusters].reduce(inventoryAfterCluster, before).clusters),
  };
}

const clustersOf = (clusters: Inventory['clusters'] = {}): Pick<Inventory, 'clusters'> =>
  Object.keys(clusters).length === 0 ? {} : { clusters: Object.fromEntries(entriesOf(clusters)) };

/** Every shard that an inventory knows, once for each noun in it. */
export const recordedIn = (inventory: Inventory): readonly Recorded[] => [
  ...Object.values(inventory.topics),
  ...Object.values(inventory.applications),
  ...emptiedIn(inventory),
];

const emptiedIn = ({ emptied = {} }: Inventory): Recorded[] =>
  Object.entries(emptied).flatMap(([cluster, shards]) => shards.map((shard) => ({ cluster, shard })));

function emptiedOf(recorded: readonly Recorded[]): Pick<Inventory, 'emptied'> {
  if (recorded.length === 0) return {};
  const byCluster = Object.fromEntries(
    [...groupBy(recorded, ({ cluster }) => cluster)].map(([cluster, shards]) => [
      cluster,
      shards.map(({ shard }) => shard).sort(compare),
    ]),
  );
  return { emptied: Object.fromEntries(entriesOf(byCluster)) };
}
