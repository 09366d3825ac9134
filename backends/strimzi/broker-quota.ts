import type { StrimziBrokerQuota } from '../../constructs/kubernetes/strimzi/broker-quota';
import type { Cluster } from '../../model/cluster';
import { quotaBytes } from './description/broker-quota';
import { strimziSettings } from './description/cluster';

/** What clients may move, as it is described. */
export function quotasOf(cluster: Cluster): StrimziBrokerQuota | undefined {
  const { quota } = strimziSettings(cluster);
  if (!quota) return undefined;
  const { produce, consume, minAvailable } = quotaBytes(quota);
  return {
    type: quota.type,
    producerByteRate: produce,
    consumerByteRate: consume,
    requestPercentage: quota.requestPercentage,
    controllerMutationRate: quota.controllerMutationRate,
    minAvailableBytesPerVolume: minAvailable,
    minAvailableRatioPerVolume: quota.minAvailableRatio,
    excludedPrincipals: quota.excludedPrincipals,
  };
}
