import type { Inventory } from '../../../model/inventory';
import type { RuleCase } from '../../model/rule-case';
import { mskCluster } from './cluster';

const { network } = mskCluster;
const region = 'eu-west-1';

/** The small description on an MSK cluster, with further changes. */
const on = (settings: object, changes: RuleCase['failing'] = {}): RuleCase['failing'] => ({
  'clusters.main': { ...mskCluster, ...settings },
  ...changes,
});
const express = (settings: object, changes: RuleCase['failing'] = {}) => on({ kind: 'express', ...settings }, changes);
const serverless = (settings: object, changes: RuleCase['failing'] = {}) =>
  on({ kind: 'serverless', ...settings }, changes);
const configuration = (name: string, value: string | number) => on({ configuration: { [name]: value } });
const growing = (storageAutoscaling: object, settings: object = {}) =>
  on({ storage: '100GiB', storageAutoscaling, ...settings });
const large = (throughput: number) => on({ instance: 'kafka.m7g.2xlarge', throughput });
const tiered = (topic: object, settings: object = { tieredStorage: true }) =>
  on(settings, {
    'platform.topics[orders.created]': { owner: 'orders', config: { 'remote.storage.enable': 'true' }, ...topic },
  });
const key = (arn: string) => on({ encryptionKey: arn });
const authority = (certificateAuthority: unknown) => on({ authentication: ['mtls'], certificateAuthority });
const open = { open: { reason: 'it was open', until: '2027-01-01' }, authentication: ['scram-sha-512'] };
const multiVpc = (said: object, settings: object = {}) => on({ multiVpc: said, ...settings });

const produced = (produce: string) =>
  express({ authentication: ['scram-sha-512'] }, { 'platform.applications.shop.quota': { produce } });

/** What the environment has of the cluster. */
const applied = (gibibytes: number, authentication = 'iam'): Inventory => ({
  topics: {},
  applications: {},
  clusters: {
    main: {
      backend: 'msk',
      version: '3.9',
      applied: { authentication },
      pools: { broker: { roles: ['broker'], nodes: 3, volumes: { 0: { size: gibibytes * 2 ** 30 } } } },
    },
  },
});
const listening = multiVpc({ accounts: ['111122223333'] }, { authentication: ['scram-sha-512', 'iam'] });
const inCalifornia = (subnets: number, settings: object = {}) =>
  on({
    region: 'us-west-1',
    brokers: 6,
    network: { ...network, subnets: network.subnets.slice(0, subnets) },
    ...settings,
  });
const toInternet = (from: readonly string[], disposable = true) => on({ publicAccess: { from } }, { disposable });
const block = ['198.51.100.0/24'];

const partitions = (count: number, more: object = {}): RuleCase['failing'] => ({
  'platform.topics[orders.created]': { owner: 'orders', partitions: count, ...more },
  'platform.applications.billing': undefined,
});
/** With three brokers and three replicas, each broker holds as many replicas as there are partitions. */
const held = (instance: string, count: number) => express({ instance }, partitions(count));
const between = (instance: string, most: number) => ({
  failing: held(instance, most + 1),
  nearly: held(instance, most),
});
const clusters = (count: number) => ({
  ...serverless({}),
  ...Object.fromEntries(
    Array.from({ length: count - 1 }, (_, index) => [`clusters.other-${index}`, { ...mskCluster, kind: 'serverless' }]),
  ),
});
const groups = (count: number) => ({
  ...serverless({}),
  'platform.applications': Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `reader-${index}`,
      { owner: 'orders', consumes: { 'orders.created': {} } },
    ]),
  ),
});

export const mskClusterCases: Readonly<Record<string, RuleCase>> = {
  'KFK-K320': { failing: express({ storage: '100GiB' }), nearly: express({ rebalancing: false }) },
  'KFK-K321': { failing: on({ instance: 'express.m7g.large' }), nearly: express({ instance: 'express.m7g.large' }) },
  'KFK-K322': { failing: on({ version: '4.2' }), nearly: express({ version: '4.2' }) },
  'KFK-K323': { failing: on({ version: '3.7' }), nearly: on({ version: '3.8' }) },
  'KFK-K324': {
    failing: serverless({ region: 'eu-south-1' }),
    nearly: on({ region: 'eu-south-1' }),
  },
  'KFK-K325': { failing: growing({ maximum: '100GiB' }), nearly: growing({ maximum: '101GiB', target: 80 }) },
  'KFK-K326': { failing: large(249), nearly: large(250) },
  'KFK-K327': {
    failing: growing({ maximum: '500GiB' }),
    nearly: growing({ maximum: '500GiB' }),
    inventory: applied(99),
    nearlyInventory: applied(100),
  },
  'KFK-K328': { failing: tiered({ retention: '71h' }), nearly: tiered({ retention: '72h' }) },
  'KFK-K329': {
    failing: on({ tieredStorage: true, region: 'us-gov-west-1' }),
    nearly: on({ tieredStorage: true, region: 'us-west-1' }),
  },
  'KFK-K330': {
    failing: configuration('replica.lag.time.max.ms', 9_999),
    nearly: configuration('replica.lag.time.max.ms', 10_000),
  },
  'KFK-K331': {
    failing: key(`arn:aws:kms:${region}:111122223333:alias/orders`),
    nearly: key(`arn:aws:kms:${region}:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab`),
  },
  'KFK-K332': {
    failing: authority('arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/11111111-2222'),
    nearly: authority(`arn:aws:acm-pca:${region}:111122223333:certificate-authority/11111111-2222`),
  },
  'KFK-K520': {
    failing: { profile: 'production', ...authority({ years: 2 }) },
    nearly: { profile: 'production', ...authority({ years: 3 }) },
  },
  'KFK-K333': { failing: on({ authentication: ['mtls'] }), nearly: authority({}) },
  'KFK-K334': {
    failing: on({ logs: { cloudwatch: { retention: '31d' } } }),
    nearly: on({ logs: { cloudwatch: { retention: '30d' } } }),
  },
  'KFK-K335': {
    failing: on({ logs: { cloudwatch: false } }),
    nearly: on({ logs: { cloudwatch: false, firehose: 'logs' } }),
  },
  'KFK-K336': {
    failing: on({ openMonitoring: false, network: { ...network, monitoring: { prometheus: 'sg-00000002' } } }),
    nearly: on({ openMonitoring: false }),
  },
  'KFK-K337': { failing: toInternet(block, false), nearly: toInternet(block), inventory: applied(100) },
  'KFK-K338': { failing: toInternet(block), nearly: toInternet(block), nearlyInventory: applied(100) },
  'KFK-K339': {
    failing: toInternet(['0.0.0.0/0']),
    nearly: toInternet(['198.51.0.0/16', '203.0.113.7/32']),
    inventory: applied(100),
  },
  'KFK-K340': {
    failing: multiVpc({ accounts: ['111122223333'] }, open),
    nearly: multiVpc({ accounts: ['111122223333'] }, { authentication: ['scram-sha-512'] }),
  },
  'KFK-K341': { failing: multiVpc({ accounts: ['1111'] }), nearly: multiVpc({ accounts: ['111122223333'] }) },
  'KFK-K342': {
    failing: on({ tieredStorage: true, configuration: { 'log.cleanup.policy': 'compact' } }),
    nearly: on({ tieredStorage: true, configuration: { 'log.cleanup.policy': 'delete' } }),
  },
  'KFK-K343': { failing: produced('15.7MB/s'), nearly: produced('15.6MB/s') },
  'KFK-K344': { failing: inCalifornia(3), nearly: inCalifornia(2) },
  'KFK-K345': {
    failing: listening,
    nearly: listening,
    inventory: applied(100),
    nearlyInventory: applied(100, 'iam, scram-sha-512'),
  },
  'KFK-L320': between('express.m7g.xlarge', 1000),
  'KFK-L321': between('express.m7g.2xlarge', 2500),
  'KFK-L322': between('express.m7g.4xlarge', 6000),
  'KFK-L323': between('express.m7g.8xlarge', 12000),
  'KFK-L324': between('express.m7g.12xlarge', 16000),
  'KFK-L325': between('express.m7g.16xlarge', 20000),
  'KFK-L326': between('express.m7g.large', 1500),
  'KFK-L327': between('express.m7g.xlarge', 2000),
  'KFK-L328': between('express.m7g.2xlarge', 4000),
  'KFK-L329': between('express.m7g.4xlarge', 8000),
  'KFK-L330': between('express.m7g.8xlarge', 16000),
  'KFK-L331': between('express.m7g.12xlarge', 24000),
  'KFK-L332': between('express.m7g.16xlarge', 32000),
  'KFK-L333': { failing: serverless({}, partitions(2401)), nearly: serverless({}, partitions(2400)) },
  'KFK-L334': {
    failing: serverless({}, partitions(121, { cleanup: 'compact' })),
    nearly: serverless({}, partitions(120, { cleanup: 'compact' })),
  },
  'KFK-L335': {
    failing: serverless({}, { 'platform.topics[orders.created].maxMessageSize': '9MiB' }),
    nearly: serverless({}, { 'platform.topics[orders.created].maxMessageSize': '8MiB' }),
  },
  'KFK-L336': { failing: groups(501), nearly: groups(500) },
  'KFK-L337': { failing: clusters(11), nearly: clusters(10) },
  'KFK-L338': {
    failing: on({}, { 'platform.applications.shop.instances': 3000 }),
    nearly: on({}, { 'platform.applications.shop.instances': 2999 }),
  },
  'KFK-L339': {
    failing: on({ brokers: 48 }, { 'clusters.other': { ...mskCluster, brokers: 45 } }),
    nearly: on({ brokers: 45 }, { 'clusters.other': { ...mskCluster, brokers: 45 } }),
  },
};
