import { namespace } from '../backends/event-hubs/namespace';
import { extra, production, shop, topic } from './changes';
import type { RuleCase } from './rule-case';

const accepted = { reason: 'decided in INC-4711', owner: 'orders', until: '2026-12-31' };

export const clusterCases: Readonly<Record<string, RuleCase>> = {
  'KFK-C001': {
    failing: { [`${shop}.transactional`]: true, 'clusters.main.features': { transactions: false } },
    nearly: { [`${shop}.transactional`]: true, 'clusters.main.features': { 'share-groups': false } },
  },
  'KFK-C002': {
    failing: { [`${shop}.transactional`]: true, 'accepts.transactions': accepted },
    nearly: {
      [`${shop}.transactional`]: true,
      'accepts.transactions': accepted,
      'clusters.main': namespace,
    },
  },
  'KFK-K001': {
    failing: { ...production, 'clusters.main.brokers': 2 },
    nearly: { ...production, 'clusters.main.brokers': 3 },
  },
  'KFK-K002': { failing: { 'clusters.main.brokers': 0 }, nearly: { 'clusters.main.brokers': 1 } },
  'KFK-K003': { failing: { clusters: {} }, nearly: {} },
  'KFK-N001': {
    failing: {
      'platform.owners': { orders: { contact: 'orders@example.com' }, 'x-orders': { contact: 'x@example.com' } },
      clusters: { main: { backend: 'kafka' }, 'main-x': { backend: 'kafka' } },
    },
    nearly: {
      'platform.owners': { orders: { contact: 'orders@example.com' }, 'y-orders': { contact: 'x@example.com' } },
      clusters: { main: { backend: 'kafka' }, 'main-x': { backend: 'kafka' } },
    },
  },
  'KFK-L001': { failing: extra(`o.${'x'.repeat(248)}`), nearly: extra(`o.${'x'.repeat(247)}`) },
  'KFK-L002': { failing: { [`${topic}.partitions`]: 2001 }, nearly: { [`${topic}.partitions`]: 2000 } },
  'KFK-K101': { failing: { 'clusters.main.version': 'latest' }, nearly: { 'clusters.main.version': '4.3' } },
  'KFK-K102': {
    failing: { 'clusters.main': { backend: 'kafka', local: true, version: '4.2.0' } },
    nearly: { 'clusters.main': { backend: 'kafka', local: false, version: '4.2.0' } },
  },
  'KFK-K104': {
    failing: { 'clusters.main': { backend: 'kafka', local: true, brokers: 10 } },
    nearly: { 'clusters.main': { backend: 'kafka', local: true, brokers: 9 } },
  },
  'KFK-K103': {
    failing: { 'clusters.main': { backend: 'kafka', local: true, authentication: ['scram-sha-256'] } },
    nearly: { 'clusters.main': { backend: 'kafka', authentication: ['scram-sha-256'] } },
  },
};
