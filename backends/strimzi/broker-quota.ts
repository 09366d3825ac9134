import type { StrimziBrokerQuota } from '../../constructs/kubernetes/strimzi/broker-quota';
import type { Cluster } from '../../model/cluster';

export const quotasOf = (_: Cluster): StrimziBrokerQuota | undefined => undefined;
