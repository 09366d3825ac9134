import type { ClientSettings } from '../../../model/client-settings';

/**
 * Azure closes connections that are idle for 240 seconds, and those with a request of more than 1,046,528 bytes; the
 * only compression it knows is gzip, and not on every tier.
 * https://learn.microsoft.com/azure/event-hubs/apache-kafka-configurations
 *
 * librdkafka asks the machine for a token, and is told for which namespace: with no query it refuses its configuration.
 * https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md: sasl.oauthbearer.config
 */
export const clientSettingsOf = (namespace: string): ClientSettings => ({
  java: {
    'metadata.max.age.ms': '180000',
    'connections.max.idle.ms': '180000',
    'request.timeout.ms': '60000',
    'session.timeout.ms': '30000',
    'max.request.size': '1000000',
    'compression.type': 'none',
  },
  librdkafka: {
    'socket.keepalive.enable': 'true',
    'metadata.max.age.ms': '180000',
    'request.timeout.ms': '60000',
    'session.timeout.ms': '30000',
    'message.max.bytes': '1000000',
    'compression.codec': 'none',
  },
  byMechanism: { OAUTHBEARER: tokens(namespace), PLAIN: keys },
});

const tokens = (namespace: string) => ({
  java: {},
  librdkafka: {
    // Since 2.12 it asks Azure's instance metadata itself.
    'sasl.oauthbearer.metadata.authentication.type': 'azure_imds',
    'sasl.oauthbearer.config': `query=api-version=2018-02-01&resource=https://${namespace}.servicebus.windows.net`,
  },
  left: {
    java: [
      "Kafka's library asks nobody for a token of Entra ID: set sasl.login.callback.handler.class,",
      'see docs/guides/event-hubs.md of Kafka Platform Kit (What clients need)',
    ],
    librdkafka: [
      'librdkafka 2.12 or later asks the machine for a token. With several identities on it, add &client_id= to the end',
      "of sasl.oauthbearer.config, and what the connection's client-id holds. With a workload identity a pod needs more:",
      'see docs/guides/event-hubs.md of Kafka Platform Kit (What clients need)',
    ],
  },
});

/** https://learn.microsoft.com/azure/event-hubs/azure-event-hubs-apache-kafka-overview#shared-access-signature-sas */
const asItIs = [
  'The user name is $ConnectionString, letter for letter: in a shell or a template its $ must not be replaced.',
];
const keys = { java: {}, librdkafka: {}, left: { java: asItIs, librdkafka: asItIs } };
