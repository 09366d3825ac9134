import { emptyInventory, type Inventory } from '../../../model/inventory';
import type { RuleCase } from '../../model/rule-case';
import { mskCluster, mskClusterWithPasswords } from './cluster';

/** The small description on an MSK cluster, with further changes. */
const on = (settings: object, changes: RuleCase['failing'] = {}): RuleCase['failing'] => ({
  'clusters.main': { ...mskCluster, ...settings },
  ...changes,
});
const express = (changes: RuleCase['failing'] = {}) => on({ kind: 'express' }, changes);
const serverless = (changes: RuleCase['failing'] = {}) => on({ kind: 'serverless' }, changes);
const topic = 'platform.topics[orders.created]';

const issuer = 'oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF';
export const roles = { oidcProvider: `arn:aws:iam::111122223333:oidc-provider/${issuer}` };
const existing = (named: Readonly<Record<string, string>>) => ({ roles: { existing: named } });
const named = (application: string) => ({
  [`platform.applications.${application}`]: { owner: 'orders', produces: { 'orders.created': {} } },
});

/** `test-main-` is ten characters of the 64. */
const ofLength = (length: number) => on({ roles }, named('a'.repeat(length)));

const both = { ...mskClusterWithPasswords, ...existing({ shop: 'kafka', billing: 'kafka' }) };
const iamBeside = (role: string) => ({
  'clusters.main': { ...both, ...existing({ shop: 'kafka', billing: role }) },
  'platform.applications.billing.authentication': 'iam',
});

const producers = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `shop-${index}`,
      { owner: 'orders', produces: { 'orders.created': {} } },
    ]),
  );

/** A role of two applications, each with so many topics that it needs five policies, or one topic more and so six. */
const wide = (topics: number) => {
  const names = Array.from({ length: topics }, (_, index) => `orders.t${1000 + index}`);
  const produces = Object.fromEntries(names.map((name) => [name, {}]));
  return {
    clusters: {
      main: { ...mskCluster, ...existing({ shop: 'kafka' }) },
      other: { ...mskCluster, ...existing({ till: 'kafka' }) },
    },
    'platform.topics': Object.fromEntries([
      ...names.map((name) => [name, { owner: 'orders', cluster: 'main' }]),
      ['orders.other', { owner: 'orders', cluster: 'other' }],
    ]),
    'platform.applications': {
      shop: { owner: 'orders', cluster: 'main', produces },
      till: { owner: 'orders', cluster: 'other', produces: { 'orders.other': {} } },
    },
  };
};

/** `test-main-eu-shop` is shop on main-eu, or eu-shop on main. */
const twins = (application: string) => ({
  clusters: { main: mskCluster, 'main-eu': mskCluster },
  'platform.topics': {
    'orders.created': { owner: 'orders', cluster: 'main' },
    'orders.other': { owner: 'orders', cluster: 'main-eu' },
  },
  'platform.applications': {
    [application]: { owner: 'orders', cluster: 'main', produces: { 'orders.created': {} } },
    shop: { owner: 'orders', cluster: 'main-eu', produces: { 'orders.other': {} } },
  },
});

const recorded: Inventory = { ...emptyInventory, clusters: { main: { backend: 'msk', version: '3.9', pools: {} } } };
const madeWith = (cleanup: string): Inventory => ({
  topics: { 'orders.created': { cluster: 'main', shard: 'orders', partitions: 3, cleanup } },
  applications: {},
});
const open = (until: string) => ({
  'clusters.main': { ...mskClusterWithPasswords, open: { reason: 'imported as it was', until } },
});

export const mskAccessCases: Readonly<Record<string, RuleCase>> = {
  'KFK-K350': { failing: ofLength(55), nearly: ofLength(54) },
  'KFK-K351': { failing: on({ roles: { oidcProvider: issuer } }), nearly: on({ roles }) },
  'KFK-K352': { failing: on(existing({ shopp: 'kafka' })), nearly: on(existing({ shop: 'kafka' })) },
  'KFK-K353': {
    failing: on(existing({ shop: 'kafka', billing: 'kafka' })),
    nearly: on(existing({ shop: 'kafka', billing: 'kafka-2' })),
  },
  'KFK-K354': { failing: iamBeside('kafka'), nearly: iamBeside('kafka-2') },
  'KFK-K355': { failing: wide(297), nearly: wide(267) },
  'KFK-K356': {
    failing: on({ roles: { namespace: 'orders' } }),
    nearly: on({ roles: { ...roles, namespace: 'orders' } }),
  },
  'KFK-K357': {
    failing: on({}, { 'platform.applications': producers(1501) }),
    nearly: on({}, { 'platform.applications': producers(1500) }),
  },
  'KFK-K358': {
    failing: on({ kind: 'serverless', existing: 'shared', network: undefined }),
    nearly: on({
      kind: 'serverless',
      existing: 'arn:aws:kafka:eu-west-1:111122223333:cluster/shared/0123456789abcdef-s1',
      network: undefined,
    }),
  },
  'KFK-K359': { failing: twins('eu-shop'), nearly: twins('eu-till') },
  'KFK-K360': {
    failing: express({ [`${topic}.config`]: { 'segment.ms': 60_000 } }),
    nearly: express({ [`${topic}.config`]: { 'compression.type': 'zstd' } }),
  },
  'KFK-K361': {
    failing: express({ [`${topic}.minInsyncReplicas`]: 1 }),
    nearly: express({ [`${topic}.minInsyncReplicas`]: 2 }),
  },
  'KFK-K362': {
    failing: serverless({ [`${topic}.cleanup`]: 'compact' }),
    inventory: madeWith('delete'),
    nearly: serverless({ [`${topic}.cleanup`]: 'compact' }),
    nearlyInventory: madeWith('compact'),
  },
  'KFK-K363': {
    failing: express({
      [`${topic}.cleanup`]: 'compact',
      [`${topic}.config`]: { 'max.compaction.lag.ms': 604_799_999 },
    }),
    nearly: express({ [`${topic}.cleanup`]: 'compact', [`${topic}.config`]: { 'max.compaction.lag.ms': 604_800_000 } }),
  },
  'KFK-K370': { failing: open('2026-11-20'), inventory: recorded, nearly: open('2026-11-21') },
  'KFK-K371': {
    failing: open('2026-12-31'),
    inventory: recorded,
    nearly: { 'clusters.main': mskClusterWithPasswords },
  },
  'KFK-K372': {
    failing: open('2026-12-31'),
    inventory: emptyInventory,
    nearly: open('2026-12-31'),
    nearlyInventory: recorded,
  },
  'KFK-K373': {
    failing: on({ open: { reason: 'imported as it was', until: '2026-12-31' } }),
    inventory: recorded,
    nearly: open('2026-12-31'),
  },
};
