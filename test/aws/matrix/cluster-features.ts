import type { Levels, Said } from '../../support/matrix/said';
import { ids } from './base';

/** What is said of the cluster, by its option. */
export const main = (options: Readonly<Record<string, unknown>>): Said =>
  Object.fromEntries(Object.entries(options).map(([option, value]) => [`clusters.main.${option}`, value]));

const tiered = (cleanup: string): Said => ({
  ...main({ tieredStorage: true }),
  'platform.topics[orders.archived].config': { 'remote.storage.enable': true },
  'platform.topics[orders.archived].cleanup': cleanup,
});

const audit = (said: object): Said => main({ audit: said });
const bucket = 'company-kafka-audit';

/** What a description says of the cluster itself. */
export const clusterFeatures: Readonly<Record<string, Levels>> = {
  brokers: {
    standard: {},
    six: main({ brokers: 6, instance: 'kafka.m7g.4xlarge' }),
    twoZones: {
      ...main({ brokers: 4, instance: 'kafka.m5.xlarge' }),
      'clusters.main.network.subnets': ids.subnets.slice(0, 2),
    },
    express: main({ kind: 'express' }),
    expressSix: main({ kind: 'express', brokers: 6, instance: 'express.m7g.4xlarge' }),
    serverless: main({ kind: 'serverless' }),
    existing: { ...main({ existing: 'company-kafka' }), 'clusters.main.network': undefined },
    uneven: main({ brokers: 4 }),
    oneZone: { 'clusters.main.network.subnets': ids.subnets.slice(0, 1) },
    expressInTwoZones: {
      ...main({ kind: 'express', brokers: 4 }),
      'clusters.main.network.subnets': ids.subnets.slice(0, 2),
    },
    sizeOfExpress: main({ instance: 'express.m7g.large' }),
    sizeOfStandard: main({ kind: 'express', instance: 'kafka.m7g.large' }),
  },
  version: {
    unsaid: {},
    ...Object.fromEntries(
      ['3.7', '3.8', '3.9', '4.0', '4.1', '4.2'].map((version) => [`v${version}`, main({ version })]),
    ),
  },
  mechanisms: {
    iam: {},
    scram: main({ authentication: ['scram-sha-512'] }),
    scramAndIam: {
      ...main({ authentication: ['scram-sha-512', 'iam'] }),
      'platform.applications.counter.authentication': 'iam',
    },
    certificates: main({ authentication: ['mtls'], certificateAuthority: {} }),
    certificatesOfOurs: main({ authentication: ['iam', 'mtls'], certificateAuthority: ids.authority }),
    all: {
      ...main({
        authentication: ['iam', 'scram-sha-512', 'mtls'],
        certificateAuthority: { commonName: 'Matrix', years: 5 },
      }),
      'platform.applications.shop.authentication': 'mtls',
      'platform.applications.billing.authentication': 'scram-sha-512',
    },
    withoutAuthority: main({ authentication: ['iam', 'mtls'] }),
    authorityAlone: main({ certificateAuthority: {} }),
    authorityElsewhere: main({
      authentication: ['mtls'],
      certificateAuthority: ids.authority.replace('eu-west-1', 'eu-west-2'),
    }),
  },
  storage: {
    unsaid: {},
    said: main({ storage: '200GiB' }),
    grows: main({ storageAutoscaling: { maximum: '2000GiB' } }),
    growsEarly: main({ storage: '500GiB', storageAutoscaling: { maximum: '1000GiB', target: 40 } }),
    throughput: main({ storage: '1000GiB', throughput: 500 }),
    tiered: tiered('delete'),
    growsToLess: main({ storage: '500GiB', storageAutoscaling: { maximum: '400GiB' } }),
    fullTarget: main({ storageAutoscaling: { maximum: '400GiB', target: 95 } }),
    tooLarge: main({ storage: '20000GiB' }),
    tooFast: main({ storage: '1000GiB', throughput: 5000 }),
    tieredCompacted: tiered('compact'),
  },
  rebalancing: { unsaid: {}, on: main({ rebalancing: true }), off: main({ rebalancing: false }) },
  key: {
    made: {},
    ours: main({ encryptionKey: ids.key }),
    alias: main({ encryptionKey: 'alias/kafka' }),
    elsewhere: main({ encryptionKey: ids.key.replace('eu-west-1', 'eu-central-1') }),
  },
  logs: {
    unsaid: {},
    days: main({ logs: { cloudwatch: { retention: '30d' } } }),
    bucket: main({ logs: { cloudwatch: false, s3: { bucket: 'company-kafka-logs', prefix: 'matrix' } } }),
    everywhere: main({ logs: { s3: { bucket: 'company-kafka-logs' }, firehose: 'kafka-logs' } }),
    oddDays: main({ logs: { cloudwatch: { retention: '42d' } } }),
    noBucket: main({ logs: { s3: { bucket: 'Company Logs' } } }),
  },
  audit: {
    none: {},
    bucket: audit({ bucket }),
    trailElsewhere: audit({ bucket, trail: ids.trail }),
    locked: audit({ bucket, retention: '3650d', mode: 'compliance', alarms: { notify: ids.alarms } }),
    trail: audit({ trail: ids.trail }),
    told: audit({ alarms: { notify: ids.alarms, moreThan: 20, within: '15m' } }),
    toldInHalf: audit({ alarms: { notify: ids.alarms, within: '30m' } }),
    toldHourly: audit({ alarms: { notify: ids.alarms, within: '1h' } }),
    toldSlowly: audit({ alarms: { notify: ids.alarms, within: '6h' } }),
    nowhere: audit({}),
    noBucket: audit({ bucket: 'Company Audit' }),
    forEver: audit({ bucket, retention: '40000d' }),
    noTrail: audit({ trail: 'company' }),
    toldElsewhere: audit({ alarms: { notify: ids.alarms.replace('eu-west-1', 'eu-central-1') } }),
    toldOfNothing: audit({ alarms: { notify: ids.alarms, moreThan: -1 } }),
    keptByNobody: audit({ trail: ids.trail, retention: '3650d' }),
    lockedByNobody: audit({ trail: ids.trail, mode: 'compliance' }),
    openToNobody: audit({ trail: ids.trail, mode: 'governance' }),
  },
  metrics: {
    unsaid: {},
    ...Object.fromEntries(
      ['default', 'per-broker', 'per-topic-per-broker', 'per-topic-per-partition'].map((metrics) => [
        metrics,
        main({ metrics }),
      ]),
    ),
  },
  exporters: {
    unsaid: {},
    scraped: { 'clusters.main.network.monitoring': { prometheus: ids.scraper } },
    none: main({ openMonitoring: false }),
    scrapedNowhere: {
      ...main({ openMonitoring: false }),
      'clusters.main.network.monitoring': { prometheus: ids.scraper },
    },
  },
  reach: {
    unsaid: {},
    accounts: main({ multiVpc: { accounts: ['210987654321'] } }),
    byIam: main({
      multiVpc: { accounts: ['210987654321', '345678901234'], authentication: ['iam'], replicator: true },
    }),
    internet: main({ publicAccess: { from: ['198.51.100.0/24'] } }),
    noAccount: main({ multiVpc: { accounts: ['company'] } }),
    everybody: main({ publicAccess: { from: ['0.0.0.0/0'] } }),
  },
  otherNetworks: {
    none: {},
    one: main({
      otherNetworks: {
        analytics: { vpc: 'vpc-0a1b2c3d4e5f60719', subnets: ids.subnets, clients: { jobs: ids.clients } },
      },
    }),
  },
  configuration: {
    unsaid: {},
    known: main({ configuration: { 'message.max.bytes': 2_097_152 } }),
    ofStandard: main({ configuration: { 'log.cleaner.delete.retention.ms': 86_400_000 } }),
    forbidden: main({ configuration: { listeners: 'PLAINTEXT://:9092' } }),
    decided: main({ configuration: { 'allow.everyone.if.no.acl.found': true } }),
    wrong: main({ configuration: { 'message.max.bytes': 'much' } }),
  },
};
