/** The only version that Strimzi 1.0 and later serves. https://github.com/strimzi/strimzi-kafka-operator/releases/tag/1.0.0 */
export const strimziApiVersion = 'kafka.strimzi.io/v1';

/** Says which `Kafka` of its namespace an object belongs to. */
export const clusterLabel = (cluster: string) => ({ 'strimzi.io/cluster': cluster });
