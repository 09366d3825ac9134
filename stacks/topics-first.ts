import type { Shard } from '../model/resolved';

/**
 * For each shard those that hold the topics which its applications use: they come before it where access is granted on
 * a topic that must exist. Teams that use each other's topics would wait for each other: of such a circle, what would
 * close it is left out, in the order of the shards.
 */
export function topicsFirst(shards: readonly Shard[]): ReadonlyMap<Shard, readonly Shard[]> {
  const holders = new Map(
    shards.flatMap((shard) => shard.topics.map(({ name }) => [placeOf(shard, name), shard] as const)),
  );
  const before = new Map<Shard, Shard[]>();
  for (const shard of shards) {
    const wanted = new Set(topicsUsed(shard).flatMap((name) => holders.get(placeOf(shard, name)) ?? []));
    before.set(
      shard,
      shards.filter((other) => wanted.has(other) && !waitsFor(before, other).has(shard)),
    );
  }
  return before;
}

const placeOf = ({ cluster }: Shard, topic: string) => `${cluster.name} ${topic}`;

const topicsUsed = ({ principals }: Shard): string[] =>
  principals.flatMap(({ permissions }) =>
    permissions.flatMap(({ resourceType, patternType, resourceName }) =>
      resourceType === 'Topic' && patternType === 'Literal' ? [resourceName] : [],
    ),
  );

/** The shard itself, and all that come before it. */
function waitsFor(before: ReadonlyMap<Shard, readonly Shard[]>, shard: Shard): ReadonlySet<Shard> {
  const found = new Set([shard]);
  for (const one of found) for (const next of before.get(one) ?? []) found.add(next);
  return found;
}
