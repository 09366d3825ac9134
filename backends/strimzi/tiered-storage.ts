import type { StrimziTieredStorage } from '../../constructs/kubernetes/strimzi/tiered-storage';
import type { Cluster } from '../../model/cluster';
import { strimziSettings } from './description/cluster';

/** Tiered storage as it is described; Strimzi switches it on, and says how brokers keep account of what is where. */
export const tieredStorageOf = (cluster: Cluster): StrimziTieredStorage | undefined =>
  strimziSettings(cluster).tieredStorage;
