import { emptyInventory, type Inventory } from '../../model/inventory';
import type { RuleCase } from './rule-case';

const bySecret = { 'clusters.main': { backend: 'kafka', authentication: ['scram-sha-512', 'mtls'] } };
const shop = 'platform.applications.shop.authentication';
const inventory: Inventory = {
  ...emptyInventory,
  applications: { shop: { cluster: 'main', shard: 'orders', authentication: 'scram-sha-512' } },
};

/** Of applications that were recorded. */
export const recordedApplicationCases: Readonly<Record<string, RuleCase>> = {
  'KFK-I024': { failing: { ...bySecret, [shop]: 'mtls' }, nearly: { ...bySecret, [shop]: 'scram-sha-512' }, inventory },
};
