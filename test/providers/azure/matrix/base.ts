import { ids } from './ids';

/**
 * What every description of the matrix begins with: a namespace, and flows of two teams. Nothing is wrong with it.
 */
export const base = {
  name: 'matrix',
  clusters: {
    main: {
      backend: 'event-hubs',
      namespace: 'matrix-orders',
      location: 'westeurope',
      resourceGroup: 'kafka',
      subnet: ids.subnet,
    },
  },
  secrets: { store: 'key-vault', vault: 'matrix-orders' },
  platform: {
    owners: {
      orders: { contact: 'orders@example.com', page: 'orders-oncall' },
      data: { contact: 'https://example.com/teams/data', page: 'data-oncall' },
    },
    topics: {
      'orders.created': { owner: 'orders' },
      'orders.totals': { owner: 'data' },
      'orders.archived': { owner: 'data' },
    },
    applications: {
      shop: { owner: 'orders', produces: { 'orders.created': {} } },
      billing: { owner: 'orders', consumes: { 'orders.created': { deadLetter: { retention: '7d' } } } },
      counter: { owner: 'data', consumes: { 'orders.created': {} }, produces: { 'orders.totals': {} } },
    },
  },
} as const;
