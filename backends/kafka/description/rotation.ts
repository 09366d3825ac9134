import type { RotationFacts } from '../../../model/rotation-facts';

const documentation = 'https://kafka.apache.org/documentation';

/** How Apache Kafka itself treats connections whose credential is made anew. */
export const rotation: RotationFacts = {
  connections: {
    password: {
      survive:
        'they stay open: brokers look at a password when a client signs in, and at its permissions with each request',
      endedBy:
        'the permissions of a user that is retired, which go with it; a restart; and connections.max.reauth.ms, where a cluster sets it (0, never, is its default)',
      source: `${documentation}/#brokerconfigs_connections.max.reauth.ms`,
    },
    certificate: {
      survive:
        'they stay open: brokers look at a certificate when a connection is opened, and at no list of revoked ones',
      endedBy: 'a restart; connections.max.reauth.ms is about SASL alone',
      source: `${documentation}/#security_ssl`,
    },
    identity: {
      survive: 'they stay open until their token ends, where connections.max.reauth.ms is set',
      endedBy: 'the end of the token, at which a client signs in again',
      source: `${documentation}/#brokerconfigs_connections.max.reauth.ms`,
    },
  },
  // The admin protocol answers when the controller has written it; brokers follow within their metadata's delay.
  knownAfter: 0,
  renewals: {
    certificate: () => [
      {
        by: 'you',
        what: 'who made its certificate makes another with the same subject: both are good until the earlier one ends',
        source: `${documentation}/#security_ssl`,
      },
    ],
    'broker-certificates': () => [
      {
        by: 'you',
        what: 'whoever runs the brokers puts another key store in place, broker by broker or by a dynamic listener setting',
        source: `${documentation}/#dynamicbrokerconfigs`,
      },
    ],
    authority: () => [
      {
        by: 'you',
        what: 'brokers and clients trust both authorities before the first certificate of the new one is used',
        source: `${documentation}/#security_ssl`,
      },
    ],
    'encryption-key': () => [
      {
        by: 'you',
        what: 'brokers encrypt nothing on disk: the key is that of the disks, and whoever runs them makes it anew',
        source: `${documentation}/#security_overview`,
      },
    ],
  },
};
