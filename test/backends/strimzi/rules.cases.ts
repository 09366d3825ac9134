import type { RuleCase } from '../../model/rule-case';
import { authorityCases } from './authority.cases';
import { balancingCases } from './balancing.cases';
import { certificateCases } from './certificate.cases';
import { listenerCases } from './listener.cases';
import { strimziPoolCases } from './pool.cases';
import { strimziRecordedCases } from './recorded.cases';
import { vaultCases } from './vault.cases';

const cluster = (settings: object) => ({
  kubernetes: {},
  'clusters.main': { backend: 'strimzi', ...settings },
});
const limited = (requestPercentage: number) => ({ 'platform.applications.shop.quota': { requestPercentage } });
const topicCalled = (name: string) => ({
  ...cluster({}),
  'platform.topics': { [name]: { owner: 'orders' } },
  'platform.applications': { shop: { owner: 'orders', produces: { [name]: {} } } },
});
const partitions = (count: number) => ({ ...cluster({}), 'platform.topics[orders.created].partitions': count });
const applicationCalled = (name: string) => ({
  ...cluster({}),
  [`platform.applications.${name}`]: { owner: 'orders', consumes: { 'orders.created': {} } },
});
const replicationCalled = (name: string) => ({
  ...cluster({}),
  'clusters.standby': { backend: 'strimzi' },
  [`replications.${name}`]: { owner: 'orders', from: 'main', to: 'standby' },
});
/** All that a production environment asks besides. */
const production = { profile: 'production' };

export const strimziCases: Readonly<Record<string, RuleCase>> = {
  ...strimziPoolCases,
  ...strimziRecordedCases,
  'KFK-K401': { failing: cluster({ version: '4.1.0' }), nearly: cluster({ version: '4.2.1' }) },
  'KFK-K402': { failing: { ...cluster({}), kubernetes: undefined }, nearly: cluster({}) },
  'KFK-K404': { failing: cluster({ storage: '1GB' }), nearly: cluster({ storage: '1GiB' }) },
  'KFK-K405': {
    failing: { kubernetes: {}, clusters: { ['a'.repeat(24)]: { backend: 'strimzi' } } },
    nearly: { kubernetes: {}, clusters: { ['a'.repeat(23)]: { backend: 'strimzi' } } },
  },
  'KFK-K406': {
    failing: { ...cluster({}), 'secrets.versions': { shop: 2 } },
    nearly: { ...cluster({}), 'secrets.versions': { shop: 1 } },
  },
  'KFK-K407': { failing: { ...cluster({}), ...limited(12.5) }, nearly: { ...cluster({}), ...limited(12) } },
  'KFK-K408': {
    failing: { ...cluster({}), ...production },
    nearly: { ...cluster({ rack: 'topology.kubernetes.io/zone' }), ...production },
  },
  'KFK-K409': { failing: applicationCalled('main-clients-ca'), nearly: applicationCalled('mainly-clients-ca') },
  'KFK-K410': { failing: replicationCalled('standby'), nearly: replicationCalled('standbys') },
  'KFK-K411': {
    failing: { ...cluster({}), kubernetes: { namespace: 'shared', applicationNamespace: 'shared' } },
    nearly: { ...cluster({}), kubernetes: { namespace: 'shared', applicationNamespace: 'shared-too' } },
  },
  'KFK-L401': { failing: topicCalled('a'.repeat(250)), nearly: topicCalled('a'.repeat(249)) },
  'KFK-L402': { failing: partitions(2001), nearly: partitions(2000) },
  ...listenerCases,
  ...balancingCases,
  ...certificateCases,
  ...vaultCases,
  ...authorityCases,
};
