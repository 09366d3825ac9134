import type { StrimziBrokerQuota } from '../../constructs/kubernetes/strimzi/broker-quota';
import type { Cluster } from '../../model/cluster';
import { strimziSettings } from './description/cluster';

/** What clients may move, as it is described. */
export function quotasOf(cluster: Cluster): StrimziBrokerQuota | undefined {
  const { quota } = strimziSettings(cluster);
  if (!quota) return undefined;
  return {
    type: quota.type,
    producerByteRate: quota.bytes.produce,
    consumerByteRate: quota.bytes.consume,
    requestPercentage: quota.requestPercentage,
    controllerMutationRate: quota.controllerMutationRate,
    minAvailableBytesPerVolume: quota.bytes.minAvailable,
    minAvailableRatioPerVolume: quota.minAvailableRatio,
    excludedPrincipals: quota.excludedPrincipals,
  };
}
