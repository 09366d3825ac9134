import type { Capabilities, Capability } from '../../../model/capabilities';
import type { AuditRecords } from '../../../render/audit/loggers';
import type { BrokerQuotaInput } from './broker-quota';
import type { TieredStorageInput } from './tiered-storage';

const docs = (type: string) => `https://strimzi.io/docs/operators/latest/configuring.html#type-${type}-reference`;
const kip = (number: number) => `https://cwiki.apache.org/confluence/display/KAFKA/KIP-${number}`;

/** Where brokers' loggers are set, and where the authorizer's is told of. */
const logging = docs('InlineLogging');
const authorizerLog = 'https://kafka.apache.org/43/security/authorization-and-acls/';

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
    instead:
      "add tieredStorage: { className, classPath } and image, one with that plugin, to the cluster; or lower the topic's retention and remove 'remote.storage.enable'",
    source: docs('TieredStorageCustom'),
  },
  'prefixed-permissions': { support: 'native', source: docs('AclRule') },
  'deny-permissions': { support: 'native', source: docs('AclRule') },
  'group-permissions': { support: 'native', source: docs('AclRule') },
  'host-permissions': { support: 'native', source: docs('AclRule') },
  'operator-permissions': { support: 'native', source: docs('AclRule') },
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
  iam: {
    support: 'unsupported',
    instead: "use 'scram-sha-512', 'mtls' or 'oauth': IAM is AWS'",
    source: docs('GenericKafkaListener'),
  },
  sas: {
    support: 'unsupported',
    instead: "use 'scram-sha-512', 'mtls' or 'oauth': these keys are Event Hubs'",
    source: docs('GenericKafkaListener'),
  },
  'entra-id': {
    support: 'unsupported',
    instead: "use 'oauth' with Entra ID as the issuer of its tokens, 'scram-sha-512' or 'mtls'",
    source: docs('GenericKafkaListener'),
  },
  oauth: {
    support: 'translated',
    loses:
      'a credential of the kit: a server of tokens makes it, and brokers know the application by a claim of its token',
    source: 'https://github.com/strimzi/strimzi-kafka-oauth#configuring-the-kafka-broker',
  },
  mirroring: { support: 'native', source: docs('KafkaMirrorMaker2Spec') },
  'audit-logins': {
    support: 'translated',
    loses:
      'the name that was tried, and logins that succeed: brokers write the address of a login that failed, and how it was tried',
    source: logging,
  },
  'audit-denials': { support: 'native', source: authorizerLog },
  'audit-administration': {
    support: 'unsupported',
    instead: "say audit: 'administration' of the cluster: brokers write who made, changed or removed what",
    source: authorizerLog,
  },
  'audit-access': {
    support: 'unsupported',
    instead: "say audit: 'access' of the cluster: brokers write a line for each request and what it is about",
    source: authorizerLog,
  },
  'audit-alarms': {
    support: 'translated',
    loses: 'who is told: rules of Prometheus raise the alarms, and whoever runs its Alertmanager sends them on',
    source: 'https://prometheus.io/docs/alerting/latest/overview/',
  },
};

/** The cells of one cluster, by what it says of storage, quotas and its audit log. */
export const capabilitiesOf = ({
  tieredStorage,
  quota,
  audit = 'denials',
  authorization,
}: {
  readonly tieredStorage?: TieredStorageInput;
  readonly quota?: BrokerQuotaInput;
  readonly audit?: AuditRecords;
  readonly authorization?: 'simple' | 'none';
}): Capabilities => ({
  ...capabilities,
  ...(authorization === 'none' ? nobodyAsks : recorded[audit]),
  ...(tieredStorage ? { 'tiered-storage': { support: 'native', source: docs('TieredStorageCustom') } } : {}),
  ...(quota?.type === 'strimzi'
    ? {
        'user-quotas': {
          support: 'unsupported',
          instead: "remove it, or use quota: { type: 'kafka' } of the cluster: Strimzi's plugin looks at no user",
          source: docs('QuotasPluginStrimzi'),
        },
      }
    : {}),
});

const native: Capability = { support: 'native', source: authorizerLog };

/** What the authorizer writes, by what it is told to. */
const recorded: Readonly<Record<AuditRecords, Partial<Capabilities>>> = {
  denials: {},
  administration: { 'audit-administration': native },
  access: { 'audit-administration': native, 'audit-access': native },
};

const noAuthorizer: Capability = {
  support: 'unsupported',
  instead: "use authorization: 'simple': who asks no permission is written by nobody",
  source: authorizerLog,
};

/** Where nobody looks at permissions, what narrows them would be a promise. */
const unheeded: Capability = {
  support: 'unsupported',
  instead: "leave it out here, or remove authorization: 'none': everybody may do everything there",
  source: docs('KafkaAuthorizationSimple'),
};

const nobodyAsks: Partial<Capabilities> = {
  'deny-permissions': unheeded,
  'host-permissions': unheeded,
  'operator-permissions': unheeded,
  'audit-denials': noAuthorizer,
  'audit-administration': noAuthorizer,
  'audit-access': noAuthorizer,
};
