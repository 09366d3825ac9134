import type { StrimziTieredStorage } from '../../constructs/kubernetes/strimzi/tiered-storage';
import type { Cluster } from '../../model/cluster';

export const tieredStorageOf = (_: Cluster): StrimziTieredStorage | undefined => undefined;
