/**
 * The versions of Kafka that Strimzi 1.2 runs, each with its latest metadata version, the newest last. Read 2026-11-21.
 * @see https://github.com/strimzi/strimzi-kafka-operator/blob/1.2.0/kafka-versions.yaml
 */
export const kafkaVersions: Readonly<Record<string, string>> = {
  '4.2.1': '4.2-IV1',
  '4.3.0': '4.3-IV0',
  '4.3.1': '4.3-IV0',
};

export const latestVersion: string = Object.keys(kafkaVersions).at(-1) ?? '';
