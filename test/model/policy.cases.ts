import { namespace, ownKey } from '../backends/event-hubs/namespace';
import type { RuleCase } from './rule-case';

const waiver = (expires: string) => ({
  code: 'KFK-K001',
  path: 'clusters.main.brokers',
  reason: 'a proof of concept that nobody relies on',
  owner: 'orders',
  expires,
});
const topic = 'platform.topics[orders.created]';
const regulated = { profile: 'regulated' };
const production = { profile: 'production' };
const classified = (classification: string) => ({ [`${topic}.classification`]: classification });
const personal = classified('personal');
const compacted = { ...production, ...personal, [`${topic}.cleanup`]: 'compact' };
const lag = (days: number) => ({ [`${topic}.config`]: { 'max.compaction.lag.ms': days * 86_400_000 } });
/** `billing` is another team's. */
const billing = {
  'platform.owners.payments': { contact: 'payments@example.com', page: 'payments-oncall' },
  'platform.applications.billing.owner': 'payments',
};
const overridden = (classification: string) => ({ 'overrides.topics': { 'orders.created': { classification } } });
const readers = (...names: string[]) => ({ [`${topic}.readers`]: names });
const onKubernetes = (region?: string) => ({
  kubernetes: {},
  'clusters.main': { backend: 'strimzi', rack: 'topology.kubernetes.io/zone', ...(region ? { region } : {}) },
});
const bridge = (more: object = {}) => ({
  ...onKubernetes(),
  'bridges.web': { owner: 'orders', produces: { 'orders.created': {} }, ...more },
});
const onAzure = (more: object = {}) => ({ 'clusters.main': { ...namespace, ...more } });
const capture = {
  capture: {
    storageAccount: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/kitcapture',
    container: 'orders',
  },
};
const balanced = (ranges: readonly string[]) => ({
  kubernetes: {},
  'clusters.main': {
    backend: 'strimzi',
    rack: 'topology.kubernetes.io/zone',
    listeners: {
      outside: {
        type: 'loadbalancer',
        port: 9095,
        authentication: 'scram-sha-512',
        host: 'kafka.example.com',
        loadBalancerSourceRanges: ranges,
      },
    },
  },
});
const transactional = {
  'platform.applications.shop.transactional': true,
  accepts: { transactions: { reason: 'tried with its users', owner: 'orders', until: '2027-05-31' } },
};

/** Of classifications, exposure and waivers. */
export const policyCases: Readonly<Record<string, RuleCase>> = {
  'KFK-W003': {
    failing: { profile: 'production', waivers: [waiver('2027-11-22')] },
    nearly: { profile: 'production', waivers: [waiver('2027-11-21')] },
  },
  'KFK-X060': { failing: regulated, nearly: { ...regulated, ...classified('internal') } },
  'KFK-X061': {
    failing: { ...production, ...personal, [`${topic}.retention`]: '731d' },
    nearly: { ...production, ...personal, [`${topic}.retention`]: '730d' },
  },
  'KFK-X062': { failing: compacted, nearly: { ...compacted, [`${topic}.erasure`]: 'shop writes tombstones at once' } },
  'KFK-X063': { failing: { ...compacted, ...lag(731) }, nearly: { ...compacted, ...lag(730) } },
  'KFK-X064': {
    failing: { ...billing, ...readers('shop') },
    nearly: { ...billing, ...readers('shop', 'payments') },
  },
  'KFK-X065': {
    failing: { ...regulated, ...billing, ...classified('confidential') },
    nearly: { ...regulated, ...billing, ...classified('confidential'), ...readers('billing') },
  },
  'KFK-X066': { failing: readers('biling'), nearly: readers('billing', 'orders') },
  'KFK-X067': { failing: readers('shop'), nearly: readers('billing') },
  'KFK-X068': {
    failing: { ...personal, ...onKubernetes('us-east-1'), residency: ['eu-west-1'] },
    nearly: { ...personal, ...onKubernetes('eu-west-1'), residency: ['eu-west-1'] },
  },
  'KFK-X069': { failing: { ...regulated, ...personal }, nearly: { ...regulated, ...classified('internal') } },
  'KFK-X070': {
    failing: { ...bridge(), ...personal },
    nearly: { ...bridge({ issuer: 'company' }), ...personal },
  },
  'KFK-X071': {
    failing: { ...regulated, ...bridge({ issuer: 'company' }), ...personal },
    nearly: { ...regulated, ...bridge({ issuer: 'company' }), ...classified('internal') },
  },
  'KFK-X072': {
    failing: { ...production, ...personal, ...onAzure({ hubs: { 'orders.created': capture } }) },
    nearly: { ...production, ...classified('confidential'), ...onAzure({ hubs: { 'orders.created': capture } }) },
  },
  'KFK-X073': {
    failing: { ...regulated, ...personal, ...onAzure() },
    nearly: { ...regulated, ...personal, ...onAzure({ encryption: ownKey }) },
  },
  'KFK-X074': {
    failing: { ...regulated, ...balanced(['0.0.0.0/0']) },
    nearly: { ...regulated, ...balanced(['10.0.0.0/8']) },
  },
  'KFK-X075': {
    failing: { ...regulated, ...onAzure({ authentication: ['entra-id', 'sas'] }) },
    nearly: { ...regulated, ...onAzure({ authentication: ['entra-id'] }) },
  },
  'KFK-X076': {
    failing: { ...regulated, ...onAzure(), ...transactional },
    nearly: { ...production, ...onAzure(), ...transactional },
  },
  'KFK-X084': {
    failing: { ...production, ...personal, ...overridden('confidential') },
    nearly: { ...production, ...classified('confidential'), ...overridden('personal') },
  },
  'KFK-X078': {
    failing: { ...personal, 'platform.topics[orders.created.billing.dlq]': { owner: 'orders', retention: '14d' } },
    nearly: {
      ...personal,
      'platform.topics[orders.created.billing.dlq]': { owner: 'orders', retention: '14d', classification: 'personal' },
    },
  },
};
