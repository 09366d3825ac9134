import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { removedWithoutDestroy } from '../constructs/terraform/removed-block';
import type { RemovalInput } from '../model/removal';
import type { Shard } from '../model/resolved';

/** What the description says to remove, by the address that a plan will name. */
export const removalsOf = ({ cluster, removals }: Shard): ReadonlyMap<string, RemovalInput> =>
  new Map(
    removals.flatMap(({ name, removed }) => (removed ? [[cluster.addresses.topic(name), removed] as const] : [])),
  );

/** Lets go of topics whose data is kept: they leave the shard's state and stay on their cluster. */
export function placeRemovals(scope: Construct, shard: Shard): void {
  for (const [address, { data }] of removalsOf(shard))
    if (data === 'keep') removedWithoutDestroy(TerraformStack.of(scope), address);
}
