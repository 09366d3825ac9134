import { definePlatform } from 'kafka-platform-kit';

/** Order processing: an order is created, paid, shipped, and its customer is told. */
export const platform = definePlatform({
  owners: {
    orders: { contact: 'orders@example.com', page: 'orders-oncall' },
    payments: { contact: 'payments@example.com', page: 'payments-oncall' },
    fulfilment: { contact: 'fulfilment@example.com', page: 'fulfilment-oncall' },
    analytics: { contact: 'analytics@example.com', page: 'analytics-oncall' },
  },

  topics: {
    'orders.created': { owner: 'orders', partitions: 12, classification: 'confidential' },
    'orders.paid': { owner: 'payments', partitions: 12, retention: '30d', classification: 'confidential' },
    'orders.shipped': { owner: 'fulfilment', partitions: 12, classification: 'confidential' },
    'notifications.sent': {
      owner: 'fulfilment',
      partitions: 6,
      retention: '90d',
      classification: 'personal',
      config: { 'segment.ms': 86_400_000 },
    },
    'revenue.totals': { owner: 'analytics', partitions: 6, cleanup: 'compact' },
  },

  applications: {
    'order-service': {
      owner: 'orders',
      description: 'Takes orders over HTTP',
      produces: { 'orders.created': {} },
      quota: { produce: '10MB/s' },
    },
    'payment-service': {
      owner: 'payments',
      description: 'Charges each order exactly once',
      consumes: {
        'orders.created': { deadLetter: { attempts: 3, backoff: '200ms' }, lag: { under: '1m' } },
      },
      produces: { 'orders.paid': {} },
      transactional: true,
      instances: 3,
    },
    'inventory-service': {
      owner: 'fulfilment',
      description: 'Reserves and ships what is paid',
      consumes: { 'orders.paid': { deadLetter: { attempts: 5, backoff: '200ms' }, lag: { under: '5m' } } },
      produces: { 'orders.shipped': {} },
    },
    'notification-service': {
      owner: 'fulfilment',
      description: 'Tells customers what happens to their orders',
      consumes: {
        'orders.paid': { deadLetter: { attempts: 3, backoff: '200ms' } },
        'orders.shipped': { deadLetter: { attempts: 3, backoff: '200ms' } },
      },
      produces: { 'notifications.sent': {} },
    },
    'revenue-stream': {
      owner: 'analytics',
      description: 'Adds up revenue by day (Kafka Streams)',
      consumes: { 'orders.paid': { lag: { under: '10m' } } },
      produces: { 'revenue.totals': {} },
      streams: {},
    },
  },
});
