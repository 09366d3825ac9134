import type { Cluster } from './cluster';
import type { Draft } from './draft';
import { recordedIn } from './inventory';
import { clusterStackName, stackName } from './names';
import { serviceStacks } from './service-stack';

/** A stack, or folder of manifests, that there may be. */
export interface Stack {
  readonly name: string;
  /** Whose it is, for messages: `the cluster 'main'`, `'orders' on 'main'`. */
  readonly what: string;
  readonly cluster: Cluster;
}

type Described = Pick<Draft, 'environment' | 'clusters' | 'owners' | 'inventory' | 'connectClusters' | 'replications'>;

/** Every stack that there may be. A shard keeps the key that the inventory recorded, though its owner may have gone. */
export function stacksOf(described: Described): Stack[] {
  const { environment, clusters, owners, inventory } = described;
  const nouns = recordedIn(inventory);
  const ofServices = serviceStacks(described).map(
    ({ name, service, noun, clusters: [cluster] }): Stack => ({ name, what: `'${noun}' by ${service}`, cluster }),
  );
  const ofClusters = [...clusters.values()].flatMap((cluster) => {
    const recorded = nouns.filter((noun) => noun.cluster === cluster.name).map(({ shard }) => shard);
    const shards = [...new Set([...owners.keys(), ...recorded])].map((key) => ({
      name: stackName(environment.name, cluster.name, key),
      what: `'${key}' on '${cluster.name}'`,
      cluster,
    }));
    if (cluster.life !== 'owned') return shards;
    const own = { name: clusterStackName(environment.name, cluster.name), what: `the cluster '${cluster.name}'` };
    return [{ ...own, cluster }, ...shards];
  });
  return [...ofClusters, ...ofServices];
}
