/**
 * Kafka's versions that standard brokers run with KRaft, as MSK calls them.
 * https://docs.aws.amazon.com/msk/latest/developerguide/supported-kafka-versions.html, read 2026-11-21
 */
export const kafkaVersions = {
  '3.8': '3.8.x.kraft',
  '3.9': '3.9.x.kraft',
  '4.0': '4.0.x.kraft',
  '4.1': '4.1.x.kraft',
} as const;

export type KafkaVersion = keyof typeof kafkaVersions;
export const versions = Object.keys(kafkaVersions) as [KafkaVersion, ...KafkaVersion[]];

/** Why a version that MSK has is not among them, read 2026-11-21. */
export const otherVersions: Readonly<Record<string, string>> = {
  '4.2': 'it is for Express brokers only, which the kit does not make',
};
