import { own } from '../../../model/by-name';

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

/**
 * Kafka's features on disk that Kafka 4 starts with, the newest last.
 * @see https://github.com/apache/kafka/blob/4.3/server-common/src/main/java/org/apache/kafka/server/common/MetadataVersion.java
 */
export const metadataVersions: readonly string[] = [
  '3.3-IV3',
  '3.4-IV0',
  ...['3.5-IV0', '3.5-IV1', '3.5-IV2'],
  ...['3.6-IV0', '3.6-IV1', '3.6-IV2'],
  ...['3.7-IV0', '3.7-IV1', '3.7-IV2', '3.7-IV3', '3.7-IV4'],
  '3.8-IV0',
  '3.9-IV0',
  ...['4.0-IV0', '4.0-IV1', '4.0-IV2', '4.0-IV3'],
  ...['4.1-IV0', '4.1-IV1'],
  ...['4.2-IV0', '4.2-IV1'],
  '4.3-IV0',
];

/** Whether a version of Kafka starts on what a metadata version has written. */
export const understands = (version: string, metadataVersion: string): boolean => {
  const latest = own(kafkaVersions, version);
  return latest !== undefined && !isNewer(metadataVersion, latest);
};

/** Whether the first metadata version has what the second has not; one that nobody knows is neither older nor newer. */
export const isNewer = (a: string, b: string): boolean => {
  const [first, second] = [metadataVersions.indexOf(a), metadataVersions.indexOf(b)];
  return first > second && second >= 0;
};

/** Whether the first version of Kafka is older than the second. */
export const isOlderKafka = (a: string, b: string): boolean => {
  const [left, right] = [numbers(a), numbers(b)];
  const index = [0, 1, 2].find((part) => left[part] !== right[part]);
  return index !== undefined && (left[index] ?? 0) < (right[index] ?? 0);
};

const numbers = (version: string): number[] => version.split('.').map(Number);
