/** What clients may move through each broker. */
export interface StrimziBrokerQuota {
  /** `kafka`: for each user without a quota of its own. `strimzi`: shared by all clients, by Strimzi's plugin. */
  readonly type: 'kafka' | 'strimzi';
  /** Bytes a second. Default: unlimited. */
  readonly producerByteRate?: number;
  /** Bytes a second. Default: unlimited. */
  readonly consumerByteRate?: number;
}

/** `spec.kafka.quotas`. https://strimzi.io/docs/operators/latest/configuring.html#type-QuotasPluginKafka-reference */
export const renderBrokerQuota = ({ type, producerByteRate, consumerByteRate }: StrimziBrokerQuota) => ({
  type,
  producerByteRate,
  consumerByteRate,
});
