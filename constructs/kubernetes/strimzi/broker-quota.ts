/** What clients may move through each broker. */
export interface StrimziBrokerQuota {
  /** `kafka`: for each user without a quota of its own. `strimzi`: shared by all clients, by Strimzi's plugin; quotas of users then count for nothing. */
  readonly type: 'kafka' | 'strimzi';
  /** Bytes a second. Default: unlimited. */
  readonly producerByteRate?: number;
  /** Bytes a second. Default: unlimited. */
  readonly consumerByteRate?: number;
  /** Whole percents of one thread, with `kafka`. Default: unlimited. */
  readonly requestPercentage?: number;
  /** Partitions made or deleted a second, with `kafka`. Default: unlimited. */
  readonly controllerMutationRate?: number;
  /** Bytes that a volume keeps free, with `strimzi`: nobody produces beyond. Default: no limit. */
  readonly minAvailableBytesPerVolume?: number;
  /** The same as a part of the volume: 0.1 is a tenth. Default: no limit. */
  readonly minAvailableRatioPerVolume?: number;
  /** Principals that are not held back, with `strimzi`: `User:admin`. Default: none. */
  readonly excludedPrincipals?: readonly string[];
}

/** `spec.kafka.quotas`. https://strimzi.io/docs/operators/latest/configuring.html#type-QuotasPluginKafka-reference */
export const renderBrokerQuota = ({ type, excludedPrincipals, ...bounds }: StrimziBrokerQuota) => ({
  type,
  ...bounds,
  excludedPrincipals: excludedPrincipals && [...excludedPrincipals],
});
