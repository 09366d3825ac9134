import type { Resources } from '../../constructs/kubernetes/strimzi/node-pool';
import type { Cluster } from '../../model/cluster';
import type { Resolved } from '../../model/resolved';
import { quantity } from '../../render/quantity';
import { strimziSettings } from './description/cluster';
import { operatorMemory } from './description/operators';

/** Memory is reserved whole, so that no neighbour takes it; processors may be borrowed. */
export const reserved = (cpu: string, memory: number): Resources => ({
  requests: { cpu, memory: quantity(memory) },
  limits: { memory: quantity(memory) },
});

/** What each operator gets, by how many objects it keeps. */
export function operatorResources(cluster: Cluster, { topics, applications }: Resolved) {
  const said = strimziSettings(cluster).operatorMemory;
  const here = (all: Iterable<{ readonly cluster: string }>) =>
    [...all].filter((one) => one.cluster === cluster.name).length;
  return {
    topicOperator: reserved('100m', said ?? operatorMemory(here(topics.values()))),
    userOperator: reserved('100m', said ?? operatorMemory(here(applications.values()))),
  };
}
