import { counting, extra, placed, shop } from './changes';
import type { RuleCase } from './rule-case';

/** A second cluster that stands by; everything else is on the only one that does not. */
const standby = {
  'clusters.standby': { backend: 'kafka' },
  'replications.orders-standby': { owner: 'orders', from: 'main', to: 'standby' },
};
const replication = 'replications.orders-standby';
const iamOnly = {
  backend: 'msk',
  region: 'eu-west-1',
  network: {
    vpc: 'vpc-00000001',
    subnets: ['subnet-00000001', 'subnet-00000002', 'subnet-00000003'],
    clients: { applications: 'sg-00000001' },
  },
};

export const replicationCases: Readonly<Record<string, RuleCase>> = {
  'KFK-R001': { failing: { ...standby, [`${replication}.to`]: 'stand-by' }, nearly: standby },
  'KFK-R002': {
    failing: {
      ...standby,
      ...placed,
      'replications.orders-back': { owner: 'orders', from: 'standby', to: 'main', topics: [] },
    },
    nearly: {
      ...standby,
      'clusters.archive': { backend: 'kafka' },
      'replications.orders-archive': { owner: 'orders', from: 'main', to: 'archive' },
    },
  },
  'KFK-R003': {
    failing: { ...standby, 'replications.orders-again': { owner: 'orders', from: 'main', to: 'standby' } },
    nearly: {
      ...standby,
      'clusters.archive': { backend: 'kafka' },
      'replications.orders-again': { owner: 'orders', from: 'main', to: 'archive' },
    },
  },
  'KFK-R004': {
    failing: { ...standby, ...placed, [`${shop}.cluster`]: 'standby' },
    nearly: { ...standby, ...placed },
  },
  'KFK-R005': {
    failing: { ...standby, [`${replication}.topics`]: ['orders.create'] },
    nearly: { ...standby, [`${replication}.topics`]: ['orders.created'] },
  },
  'KFK-R006': {
    failing: { ...standby, ...extra('orders.standby.created') },
    nearly: { ...standby, ...extra('orders.main.standby') },
  },
  'KFK-R007': {
    failing: { ...standby, ...counting, [`${replication}.groups`]: ['counter'] },
    nearly: { ...standby, ...counting, [`${replication}.groups`]: ['billing'] },
  },
  'KFK-R008': {
    failing: {
      ...standby,
      'platform.applications.orders-standby-source': { owner: 'orders', consumes: { 'orders.created': {} } },
    },
    nearly: {
      ...standby,
      'platform.applications.orders-standby-sources': { owner: 'orders', consumes: { 'orders.created': {} } },
    },
  },
  'KFK-R009': {
    failing: { ...standby, [`${replication}.rpo`]: '999ms' },
    nearly: { ...standby, [`${replication}.rpo`]: '1s' },
  },
  'KFK-R010': {
    failing: { ...standby, [`${replication}.to`]: 'cloud', 'clusters.cloud': iamOnly },
    nearly: standby,
  },
  'KFK-R011': {
    failing: { ...standby, [`${replication}.topics`]: ['orders.created', 'orders.*'] },
    nearly: { ...standby, [`${replication}.topics`]: ['orders.created'] },
  },
  'KFK-R012': {
    failing: { ...standby, 'clusters.standby': { backend: 'strimzi' }, kubernetes: {} },
    nearly: standby,
  },
};
