import type { ClusterRecord, PoolRecord, VolumeRecord } from '../../../model/cluster-record';
import type { Pool, Volume } from './pool';

/** What an inventory records of a cluster: what its disks hold, and where they are. */
export const recordOf = (version: string, metadataVersion: string, pools: readonly Pool[]): ClusterRecord => ({
  backend: 'strimzi',
  version,
  metadataVersion,
  pools: Object.fromEntries(pools.map((pool) => [pool.name, poolRecord(pool)])),
});

const poolRecord = ({ roles, nodes, volumes, ephemeral }: Pool): PoolRecord => ({
  roles,
  nodes,
  volumes: Object.fromEntries(volumes.map((volume) => [String(volume.id), volumeRecord(volume, ephemeral)])),
});

const volumeRecord = ({ size, storageClass }: Volume, ephemeral: boolean): VolumeRecord => ({
  size,
  ...(storageClass === undefined ? {} : { storageClass }),
  ...(ephemeral ? { ephemeral: true as const } : {}),
});
