import { mskCluster } from '../backends/msk/cluster';
import type { RuleCase } from './rule-case';

const shop = (...denies: object[]) => ({ 'platform.applications.shop.denies': denies });
const streaming = (...denies: object[]) => ({
  'platform.topics[orders.counted]': { owner: 'orders' },
  'platform.applications.counter': {
    owner: 'orders',
    consumes: { 'orders.created': {} },
    produces: { 'orders.counted': {} },
    streams: {},
    denies,
  },
});
const fromHosts = (...hosts: string[]) => ({ 'platform.applications.shop.hosts': hosts });
const fromElsewhere = { topic: 'orders.created', operations: ['Write'], hosts: ['10.0.0.7'] };

const onMsk = (said: object, authentication: readonly string[] = ['iam']) => ({
  'clusters.main': { ...mskCluster, authentication },
  'platform.applications.shop': { owner: 'orders', produces: { 'orders.created': {} }, ...said },
});
const onOpen = (more: object) => ({
  'clusters.main': {
    ...mskCluster,
    authentication: ['scram-sha-512', 'iam'],
    open: { reason: 'it lived before', until: '2026-12-31' },
  },
  ...more,
});
const onRoles = (operators: object) => ({
  'clusters.main': { ...mskCluster, roles: { podIdentity: 'apps' } },
  operators,
});
const operator = (said: object) => ({ operators: { oncall: { owner: 'orders', ...said } } });
const signsIn = (authentication: string) => onMsk({ authentication, hosts: ['10.0.0.7'] }, ['iam', 'scram-sha-512']);

export const denialCases: Readonly<Record<string, RuleCase>> = {
  'KFK-X010': {
    failing: shop({ topic: 'orders.created', group: 'shop', operations: ['Delete'] }),
    nearly: shop({ topic: 'orders.created', operations: ['Delete'] }),
  },
  'KFK-X011': {
    failing: shop({ topic: '*', operations: ['Delete'] }),
    nearly: shop({ topic: 'orders.', prefix: true, operations: ['Delete'] }),
  },
  'KFK-X012': {
    failing: streaming({ group: 'counter', operations: ['Write'] }),
    nearly: streaming({ group: 'counter', operations: ['Describe'], hosts: ['10.0.0.7'] }),
  },
  'KFK-X013': {
    failing: shop({ topic: 'orders.created', operations: ['Delete'] }),
    nearly: shop(fromElsewhere),
  },
  'KFK-X014': {
    failing: shop({ topic: 'orders.', prefix: true, operations: ['Describe'] }),
    nearly: streaming({ topic: 'counter-', prefix: true, operations: ['Delete'], hosts: ['10.0.0.7'] }),
  },
  'KFK-X015': { failing: fromHosts('10.0.0.0/8'), nearly: fromHosts('10.0.0.7', 'fe80:0:0:0:0:0:0:1') },
  'KFK-X016': {
    failing: operator({ role: 'admin', denies: [{ topic: 'orders.created', operations: ['Delete'] }] }),
    nearly: {
      ...onMsk({}),
      ...operator({ role: 'admin', denies: [{ topic: 'orders.created', operations: ['Delete'] }] }),
    },
  },
  'KFK-X017': {
    failing: shop({ topic: 'orders.craeted', operations: ['Write'] }),
    nearly: operator({ role: 'admin', denies: [{ topic: 'accounts', operations: ['Delete'] }] }),
  },
  'KFK-K500': {
    failing: onMsk({ denies: [{ group: 'shop', operations: ['AlterConfigs'] }] }),
    nearly: onMsk({ denies: [{ group: 'shop', operations: ['Delete'] }] }),
  },
  'KFK-K502': {
    failing: onOpen({ operators: { oncall: { owner: 'orders', role: 'admin' } } }),
    nearly: onOpen({ operators: { oncall: { owner: 'orders', role: 'admin', authentication: 'iam' } } }),
  },
  'KFK-K503': {
    failing: onRoles({ oncall: { owner: 'orders', role: 'read-only' } }),
    nearly: onRoles({ oncall: { owner: 'orders', role: 'read-only', namespace: 'kafka-operators' } }),
  },
  'KFK-K501': { failing: signsIn('iam'), nearly: signsIn('scram-sha-512') },
};
