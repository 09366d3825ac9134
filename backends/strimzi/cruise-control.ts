import type { StrimziCruiseControl } from '../../constructs/kubernetes/strimzi/cruise-control';
import type { Cluster } from '../../model/cluster';

export const cruiseControlOf = (_: Cluster): StrimziCruiseControl | undefined => undefined;
