import { applications, owners, topics } from '../../../support/matrix/platform';
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
    owners,
    topics,
    applications: {
      ...applications,
      // Dead letters stay fourteen days by themselves, and on standard seven at most.
      billing: { owner: 'orders', consumes: { 'orders.created': { deadLetter: { retention: '7d' } } } },
    },
  },
} as const;
