import { entriesOf } from './by-name';

/**
 * The nouns that bear data, as an environment last applied them. It is committed beside the description
 * (`environments/inventory/<environment>.json`): what it knows and the description no longer says is a problem.
 */
export interface Inventory {
  readonly topics: Readonly<Record<string, InventoryTopic>>;
  /** The shard of each application, kept when its owner changes. */
  readonly applications: Readonly<Record<string, { readonly cluster: string; readonly shard: string }>>;
}

export interface InventoryTopic {
  readonly cluster: string;
  readonly shard: string;
  readonly partitions: number;
  readonly cleanup: string;
}

export const emptyInventory: Inventory = { topics: {}, applications: {} };

/** What an environment bears once one of its shards is applied. */
export function inventoryAfter(
  before: Inventory,
  applied: { readonly key: string; readonly cluster: { readonly name: string }; readonly inventory: Inventory },
): Inventory {
  const elsewhere = <Noun extends { readonly cluster: string; readonly shard: string }>(
    nouns: Readonly<Record<string, Noun>>,
  ) => Object.entries(nouns).filter(([, noun]) => noun.cluster !== applied.cluster.name || noun.shard !== applied.key);
  const merge = <Noun extends { readonly cluster: string; readonly shard: string }>(
    old: Readonly<Record<string, Noun>>,
    now: Readonly<Record<string, Noun>>,
  ) => Object.fromEntries(entriesOf({ ...Object.fromEntries(elsewhere(old)), ...now }));
  return {
    topics: merge(before.topics, applied.inventory.topics),
    applications: merge(before.applications, applied.inventory.applications),
  };
}
