import type { Capabilities } from '../../../model/capabilities';

const docs = (type: string) => `https://strimzi.io/docs/operators/latest/configuring.html#type-${type}-reference`;
const kip = (number: number) => `https://cwiki.apache.org/confluence/display/KAFKA/KIP-${number}`;

/** What Strimzi 1.2 makes of each feature, with any version of Kafka that it runs. Read 2026-11-21. */
export const capabilities: Capabilities = {
  topics: { support: 'native', source: docs('KafkaTopicSpec') },
  compaction: { support: 'native', source: docs('KafkaTopicSpec') },
  idempotence: { support: 'native', source: kip(679) },
  transactions: { support: 'native', source: kip(98) },
  streams: { support: 'native', source: docs('AclRule') },
  'consumer-protocol': { support: 'native', source: kip(848) },
  'share-groups': { support: 'native', source: kip(932) },
  'tiered-storage': {
    support: 'unsupported',
    instead: "lower the topic's retention or give brokers larger disks: tiered storage needs an image with a plugin",
    source: docs('TieredStorageCustom'),
  },
  'prefixed-permissions': { support: 'native', source: docs('AclRule') },
  'deny-permissions': { support: 'native', source: docs('AclRule') },
  'group-permissions': { support: 'native', source: docs('AclRule') },
  'user-quotas': { support: 'native', source: docs('KafkaUserQuotas') },
  'client-quotas': {
    support: 'unsupported',
    instead: "give each application a quota: a KafkaUser's quotas hold for all of its clients",
    source: 'https://github.com/strimzi/strimzi-kafka-operator/issues/13020',
  },
  'scram-sha-256': {
    support: 'unsupported',
    instead: "use 'scram-sha-512'",
    source: docs('KafkaListenerAuthenticationScramSha512'),
  },
  'scram-sha-512': { support: 'native', source: docs('KafkaUserScramSha512ClientAuthentication') },
  mtls: {
    support: 'translated',
    loses: "the plain name: brokers, and their logs, know the application as 'User:CN=<application>'",
    source: docs('KafkaUserTlsClientAuthentication'),
  },
  iam: { support: 'unsupported', instead: "use 'scram-sha-512' or 'mtls'", source: docs('GenericKafkaListener') },
  'entra-id': {
    support: 'unsupported',
    instead: "use 'scram-sha-512' or 'mtls'",
    source: docs('GenericKafkaListener'),
  },
  mirroring: { support: 'native', source: docs('KafkaMirrorMaker2Spec') },
};
