import type { k8s } from 'cdk8s-plus-28';
import { registryPorts } from '../../../model/schema-registry';
import type { KafkaClient } from '../strimzi/kafka-client';

/** What a registry must be told. */
export interface SchemaRegistrySettings {
  /** How its one user reaches the brokers. */
  readonly kafka: KafkaClient;
  /** Its topics, which it never makes itself. Journal and snapshots lose nothing: `cleanup.policy=delete`, `retention.ms=-1`. */
  readonly topics: { readonly journal: string; readonly snapshots: string; readonly events: string };
  /** What the groups begin with that it makes up, one for each start of each copy. */
  readonly groupPrefix: string;
  /** Whether the folder `/etc/registry/certificate` has `tls.crt` and `tls.key`. Default: false, HTTP. */
  readonly tls?: boolean;
}

/** Where its pod finds files. */
export const registryFolders = { authority: '/etc/kafka/authority', certificate: '/etc/registry/certificate' } as const;

/**
 * Apicurio's settings as variables of its environment.
 * Its own default is not to compare the brokers' names with their certificates: then anybody with a certificate of the
 * same authority could be the broker.
 * @see https://www.apicur.io/registry/docs/apicurio-registry/3.3.x/getting-started/assembly-registry-reference.html
 */
export const registryVariables = (settings: SchemaRegistrySettings): k8s.EnvVar[] => [
  ...variables({
    APICURIO_STORAGE_KIND: 'kafkasql',
    APICURIO_KAFKASQL_BOOTSTRAP_SERVERS: settings.kafka.bootstrapServers,
    APICURIO_KAFKASQL_TOPIC: settings.topics.journal,
    APICURIO_KAFKASQL_SNAPSHOTS_TOPIC: settings.topics.snapshots,
    APICURIO_EVENTS_KAFKA_TOPIC: settings.topics.events,
    APICURIO_KAFKASQL_TOPIC_AUTO_CREATE: 'false',
    APICURIO_KAFKASQL_CONSUMER_GROUP_PREFIX: settings.groupPrefix,
    APICURIO_KAFKA_COMMON_SSL_ENDPOINT_IDENTIFICATION_ALGORITHM: 'https',
    QUARKUS_MANAGEMENT_PORT: String(registryPorts.management),
  }),
  ...proof(settings.kafka),
  ...((settings.kafka.trustedCertificates ?? []).length > 0
    ? variables({
        APICURIO_KAFKA_COMMON_SSL_TRUSTSTORE_TYPE: 'PEM',
        APICURIO_KAFKA_COMMON_SSL_TRUSTSTORE_LOCATION: `${registryFolders.authority}/ca.crt`,
      })
    : []),
  ...variables(settings.tls ? https : { QUARKUS_HTTP_PORT: String(registryPorts.http) }),
];

/** A renewed certificate is read within the hour. */
const https = {
  QUARKUS_HTTP_INSECURE_REQUESTS: 'disabled',
  QUARKUS_HTTP_SSL_PORT: String(registryPorts.https),
  QUARKUS_HTTP_SSL_CERTIFICATE_FILES: `${registryFolders.certificate}/tls.crt`,
  QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES: `${registryFolders.certificate}/tls.key`,
  QUARKUS_HTTP_SSL_CERTIFICATE_RELOAD_PERIOD: '1h',
};

function proof({ authentication }: KafkaClient): k8s.EnvVar[] {
  if (authentication.type === 'tls') {
    const { secretName, certificate, key } = authentication.certificateAndKey;
    return [
      ...variables({
        APICURIO_KAFKA_COMMON_SECURITY_PROTOCOL: 'SSL',
        APICURIO_KAFKA_COMMON_SSL_KEYSTORE_TYPE: 'PEM',
      }),
      ofSecret('APICURIO_KAFKA_COMMON_SSL_KEYSTORE_CERTIFICATE_CHAIN', secretName, certificate),
      ofSecret('APICURIO_KAFKA_COMMON_SSL_KEYSTORE_KEY', secretName, key),
    ];
  }
  const { type, username, passwordSecret } = authentication;
  const login = `org.apache.kafka.common.security.scram.ScramLoginModule required username="${username}" password="$(KAFKA_PASSWORD)";`;
  return [
    // Kubernetes puts it in where `$(…)` stands, so it comes first.
    ofSecret('KAFKA_PASSWORD', passwordSecret.secretName, passwordSecret.password),
    ...variables({
      APICURIO_KAFKA_COMMON_SECURITY_PROTOCOL: 'SASL_SSL',
      APICURIO_KAFKA_COMMON_SASL_JAAS_CONFIG: login,
      APICURIO_KAFKA_COMMON_SASL_MECHANISM: type.toUpperCase(),
    }),
  ];
}

const variables = (values: Readonly<Record<string, string>>): k8s.EnvVar[] =>
  Object.entries(values).map(([name, value]) => ({ name, value }));

const ofSecret = (name: string, secret: string, key: string): k8s.EnvVar => ({
  name,
  valueFrom: { secretKeyRef: { name: secret, key } },
});
