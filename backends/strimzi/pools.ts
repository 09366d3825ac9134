import type { StrimziPool } from '../../constructs/kubernetes/strimzi/kafka';
import type { Cluster } from '../../model/cluster';
import type { Environment } from '../../model/environment';
import { quantity } from '../../render/quantity';
import { authorityMounts } from './authorities';
import { type StrimziSettings, strimziSettings } from './description/cluster';
import type { Pool } from './description/pool';
import { reserved } from './resources';

/** Node pools by name. */
export function strimziPools(cluster: Cluster, environment: Environment): Record<string, StrimziPool> {
  const settings = strimziSettings(cluster);
  return Object.fromEntries(
    settings.pools.map((pool) => [
      pool.name,
      {
        ...strimziPool(pool, settings, environment),
        secretMounts: pool.roles.includes('broker') ? authorityMounts(cluster) : [],
      },
    ]),
  );
}

const strimziPool = (pool: Pool, settings: StrimziSettings, environment: Environment): StrimziPool => ({
  roles: pool.roles,
  replicas: pool.nodes,
  volumes: pool.volumes.map(({ id, size, storageClass, metadata }) => ({
    id,
    size: quantity(size),
    class: storageClass,
    metadata,
    ephemeral: pool.ephemeral,
    // Who may destroy data by the description alone need not look for disks that nothing uses.
    deleteClaim: environment.disposable,
  })),
  // The page cache is a part of it.
  resources: reserved(String(pool.cpu), pool.memory),
  jvm: {
    heap: pool.heap === undefined ? undefined : `${Math.floor(pool.heap / 2 ** 20)}m`,
    options: settings.jvmOptions,
  },
  nodes: settings.rack && pool.zones ? { label: settings.rack, values: pool.zones } : undefined,
  nextNodeIds: pool.nodeIds,
});
