import type { ClientSettings } from '../../../model/client-settings';

/**
 * Azure closes connections that are idle for 240 seconds, and those with a request of more than 1,046,528 bytes; the
 * only compression it knows is gzip, and not on every tier.
 * https://learn.microsoft.com/azure/event-hubs/apache-kafka-configurations
 */
export const clientSettings: ClientSettings = {
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
};
