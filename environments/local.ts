import { defineEnvironment } from 'kafka-platform-kit';
import { platform } from './platform';

/** The platform on this machine: `kafka-kit up local`, then `kafka-kit deploy local`. */
export const local = defineEnvironment({
  name: 'local',
  platform,
  disposable: true,
  clusters: {
    main: { backend: 'kafka', local: true, brokers: 3, authentication: ['scram-sha-512', 'mtls'] },
  },
  secrets: { users: 'two' },
  overrides: {
    topics: {
      'orders.created': { partitions: 3 },
      'orders.paid': { partitions: 3 },
      'orders.shipped': { partitions: 3 },
      'notifications.sent': { partitions: 3 },
      'revenue.totals': { partitions: 3 },
    },
    applications: {
      'notification-service': { authentication: 'mtls' },
    },
  },
});
