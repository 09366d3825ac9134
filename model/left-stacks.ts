import { emptyInventory } from './inventory';
import { stackName } from './names';
import type { Resolved, Shard } from './resolved';
import { leftServiceStack } from './service-stack';

export interface WithLeftStacks {
  readonly resolved: Resolved;
  /** Stacks that no described cluster, or more than one, could be the cluster of. */
  readonly unplaced: readonly string[];
}

/**
 * Adds an empty shard, or what takes back what a vendor's service ran, for each stack that holds something and that neither the description nor the inventory knows:
 * what it once applied must be taken back. A stack that could be of two clusters is of neither, because to plan it
 * on the wrong one makes Terraform believe that everything in it is gone.
 */
export function withLeftStacks(resolved: Resolved, stacks: readonly string[]): WithLeftStacks {
  const known = new Set([...resolved.shards, ...resolved.services].map(({ name }) => name));
  const unknown = stacks.filter((stack) => !known.has(stack));
  const services = unknown.flatMap((stack) => leftServiceStack(stack, resolved) ?? []);
  const left = unknown
    .filter((stack) => !services.some(({ name }) => name === stack))
    .map((stack) => ({ stack, fits: fitting(resolved, stack) }));
  const unplaced = left.filter(({ fits }) => fits.length !== 1).map(({ stack }) => stack);
  const emptied = left.flatMap(({ fits }) => (fits.length === 1 ? fits : []));
  return {
    resolved: {
      ...resolved,
      shards: [...resolved.shards, ...emptied],
      services: [...resolved.services, ...services],
    },
    unplaced,
  };
}

function fitting({ environment, clusters }: Resolved, stack: string): Shard[] {
  return [...clusters.values()].flatMap((cluster) => {
    const prefix = stackName(environment.name, cluster.name, '');
    const key = stack.slice(prefix.length);
    // No described name has two dashes in a row: what a vendor's service ran is no shard.
    if (!stack.startsWith(prefix) || key === '' || stack.includes('--')) return [];
    const nothing = {
      ...{ topics: [], topicsBySecret: new Set<string>(), removals: [] },
      ...{ principals: [], groupGrants: [], revoked: [], retired: [] },
    };
    return [{ name: stack, key, environment, cluster, ...nothing, inventory: emptyInventory }];
  });
}
