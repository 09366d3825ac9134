import { type Inventory, inventoryAfter } from '../../model/inventory';
import type { Shard } from '../../model/resolved';
import type { StackResult } from '../terraform/deploy-result';

type Recorded = Pick<Shard, 'name' | 'key' | 'cluster' | 'inventory'>;

/** What exists once a deploy has ended, be it in the middle: of a stack that failed, what was applied of it. */
export function inventoryAfterDeploy(
  before: Inventory,
  shards: readonly Recorded[],
  results: readonly StackResult[],
): Inventory {
  const resultOf = new Map(results.map((result) => [result.stack, result]));
  return shards.reduce((known, shard) => {
    const result = resultOf.get(shard.name);
    if (!result) return known;
    if (result.status === 'applied' || result.status === 'unchanged') return inventoryAfter(known, shard);
    return result.applied.length > 0 ? inventoryAfter(known, partOf(known, shard, result)) : known;
  }, before);
}

/** What the inventory knew of the shard stays; what is certain to be there is added. */
function partOf(known: Inventory, shard: Recorded, { applied, untouched = [] }: StackResult): Recorded {
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
