import type { ClusterRecord } from '../../../model/cluster-record';
import { emptyInventory, type Inventory } from '../../../model/inventory';
import type { RuleCase } from '../../model/rule-case';
import { mskCluster } from './cluster';

/** The cluster `main` of {@link mskCluster}, as it was recorded. */
export const recordedMsk: ClusterRecord = {
  backend: 'msk',
  version: '3.9',
  fixed: {
    kind: 'standard',
    region: 'eu-west-1',
    'network.vpc': 'vpc-00000001',
    'network.subnets': 'subnet-0000000a, subnet-0000000b, subnet-0000000c',
    encryptionKey: "the kit's own",
  },
  applied: { authentication: 'iam' },
  pools: { broker: { roles: ['broker'], nodes: 6, size: 'kafka.m7g.large', volumes: { 0: { size: 100 * 2 ** 30 } } } },
};
/** The same with what was turned on, beside listeners for IAM alone. */
export const recordedWith = (applied: ClusterRecord['applied'], more: Partial<ClusterRecord> = {}): Inventory =>
  recorded({ applied: { ...recordedMsk.applied, ...applied }, ...more });
export const recorded = (more: Partial<ClusterRecord> = {}): Inventory => ({
  ...emptyInventory,
  clusters: { main: { ...recordedMsk, ...more } },
});
const on = (settings: object) => ({ 'clusters.main': { ...mskCluster, brokers: 6, ...settings } });

const withPasswords: Inventory = {
  ...recorded({ applied: { authentication: 'iam, scram-sha-512' } }),
  applications: { shop: { cluster: 'main', shard: 'orders', authentication: 'scram-sha-512' } },
};

/** Of clusters that exist, whose vendor changes them. */
export const scaleCases: Readonly<Record<string, RuleCase>> = {
  'KFK-I020': { failing: on({ storage: '99GiB' }), nearly: on({ storage: '101GiB' }), inventory: recorded() },
  'KFK-I021': { failing: on({ brokers: 3 }), nearly: on({ brokers: 9 }), inventory: recorded() },
  'KFK-I023': {
    failing: on({ glue: { records: {} } }),
    nearly: on({ glue: { records: { schemas: { order: { definition: '"string"' } } } } }),
    inventory: recorded({ holds: { 'glue/records': 'a registry', 'glue/records/schemas/order': 'a schema' } }),
  },
  'KFK-K374': {
    failing: on({}),
    nearly: on({ authentication: ['scram-sha-512', 'iam'] }),
    inventory: withPasswords,
  },
  'KFK-I022': { failing: on({ brokers: 9 }), nearly: on({ instance: 'kafka.m7g.xlarge' }), inventory: recorded() },
};
