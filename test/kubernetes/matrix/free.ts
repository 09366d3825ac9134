import type { Factor } from './covering';
import { fieldAt } from './fields';
import type { Said } from './said';

/**
 * Fields that go with everything, each where the schema has it; where the schema lists what it may be, each of those
 * is a level, else what is given here. What is below `platform` is said there, or in `overrides`.
 */
const free: Readonly<Record<string, readonly unknown[]>> = {
  'platform.owners.orders.description': ['Orders and what becomes of them.'],
  'platform.topics[orders.created].description': ['An order that a customer placed.'],
  'platform.topics[orders.created].partitions': [6],
  'platform.topics[orders.created].classification': [],
  'platform.topics[orders.created].retention': ['3d', '14d'],
  'platform.topics[orders.created].retentionSize': ['10GiB'],
  'platform.topics[orders.created].maxMessageSize': ['2MiB'],
  'platform.topics[orders.totals].cleanup': [],
  'platform.topics[orders.totals].config': [{ 'segment.ms': 3_600_000, 'compression.type': 'zstd' }],
  'platform.applications.shop.description': ['Takes orders.'],
  'platform.applications.shop.transactional': [],
  'platform.applications.shop.instances': [3],
  'platform.applications.shop.namespace': ['shop'],
  'platform.applications.shop.quota.produce': ['1MB/s'],
  'platform.applications.billing.quota.consume': ['2MB/s'],
  'platform.applications.counter.quota.requestPercentage': [50],
  'platform.applications.billing.consumes[orders.created].group': ['billing-2'],
  'platform.applications.billing.consumes[orders.created].deadLetter.attempts': [5],
  'platform.applications.billing.consumes[orders.created].deadLetter.backoff': ['2s'],
  'platform.applications.billing.consumes[orders.created].deadLetter.retention': ['20d'],
  'platform.applications.billing.consumes[orders.created].lag.under': ['5m'],
  'platform.applications.billing.consumes[orders.created].isolation': [],
  'platform.applications.counter.streams.applicationId': ['order-counter'],
  'platform.applications.counter.streams.processingGuarantee': [],
  'platform.applications.billing.scaling.deployment': ['billing-consumers'],
  'platform.applications.billing.scaling.min': [0],
  'platform.applications.billing.scaling.lagThreshold': [500],
  'platform.connectors.archive.description': ['Every order, on a disk.'],
  'platform.connectors.archive.tasks': [2],
  'platform.connectors.archive.state': [],
  'platform.connectors.archive.consumes[orders.created].deadLetter.attempts': [3],
  'platform.connectors.archive.consumes[orders.created].deadLetter.backoff': ['5s'],
  'platform.connectors.archive.consumes[orders.created].deadLetter.retention': ['21d'],
  'platform.connectors.archive.consumes[orders.created].lag.under': ['10m'],
  'platform.connectors.archive.secrets.password': [{ secret: 'archive', key: 'password' }],
  'platform.connectors.archive.connectCluster': ['connect'],
  'platform.connectors.inventory.postgres.port': [5433],
  'platform.connectors.inventory.postgres.topicPrefix': ['stock'],
  'platform.connectors.inventory.postgres.credentials.usernameKey': ['user'],
  'platform.connectors.inventory.postgres.credentials.passwordKey': ['secret'],
  'platform.connectors.inventory.postgres.heartbeat': ['30s'],
  'platform.connectors.inventory.postgres.signals': [],
  'platform.connectors.inventory.postgres.publication': ['stock_changes'],
  'platform.connectors.inventory.postgres.retention': ['30d'],
  'platform.connectors.inventory.postgres.classification': [],
  'platform.connectors.inventory.postgres.slot': ['stock_changes'],
  'platform.connectors.inventory.postgres.partitions': [6],
  'platform.plugins.files.repository': ['https://maven.example.com/releases'],
  'clusters.main.storage': ['200GiB'],
  'clusters.main.storageClass': ['fast'],
  'clusters.main.memory': ['8GiB'],
  'clusters.main.cpu': [2],
  'clusters.main.rack': ['topology.kubernetes.io/zone'],
  'clusters.main.issuer': ['company'],
  'clusters.main.superUsers': [['User:admin']],
  'clusters.main.heap': ['1GiB'],
  'clusters.main.jvmOptions': [{ MaxGCPauseMillis: '20' }],
  'clusters.main.startsWithin': ['2m'],
  'clusters.main.priorityClass': ['platform-critical'],
  'clusters.main.tolerations': [[{ key: 'dedicated', value: 'kafka', effect: 'NoSchedule' }]],
  'clusters.main.operatorMemory': ['1GiB'],
  'clusters.main.drainCleaner': [],
  'kubernetes.namespace': ['kafka-matrix'],
  'kubernetes.applicationNamespace': ['applications-matrix'],
  'kubernetes.prometheusLabels': [{ prometheus: 'main' }],
  'kubernetes.prometheusNamespace': ['observability'],
  'kubernetes.operatorNamespace': ['strimzi'],
  'kubernetes.podSecurity': [],
  'kubernetes.kedaNamespace': ['autoscaling'],
  'kubernetes.runbooks': ['https://example.com/runbooks'],
  'secrets.versions': [{ shop: 1 }],
  'gitops.revision': ['release'],
  'gitops.path': ['rendered/matrix'],
  'gitops.namespace': ['delivery'],
  'gitops.secretName': ['deploy-key'],
  'gitops.operators': [
    [
      'strimzi',
      'cert-manager',
      'external-secrets',
      'kube-prometheus-stack',
      'keda',
      'access-operator',
      'drain-cleaner',
    ],
  ],
  'gitops.watchNamespaces': [['kafka-other']],
  'replications.copy.topics': [['orders.created', 'orders.totals']],
  'replications.copy.groups': [['billing']],
  'replications.copy.names': [],
  'replications.copy.rpo': ['5m'],
  'replications.copy.tasks': [2],
  'replications.copy.instances': [2],
  'connectClusters.connect.instances': [3],
  'connectClusters.connect.memory': ['4GiB'],
  'connectClusters.connect.cpu': [1],
  'connectClusters.connect.rack': ['topology.kubernetes.io/zone'],
  'connectClusters.connect.config': [{ 'offset.flush.interval.ms': 30_000 }],
  'connectClusters.connect.exactlyOnce': [],
  'bridges.http.instances': [2],
  'bridges.http.port': [8888],
  'bridges.http.allowedOrigins': [['https://shop.example.com']],
  'bridges.http.memory': ['1GiB'],
  'bridges.http.clients': [['legacy', 'partners']],
  'schemaRegistries.schemas.instances': [3],
  'schemaRegistries.schemas.memory': ['2GiB'],
  'schemaRegistries.schemas.image': ['registry.example.com/apicurio:3.3.3'],
  'schemaRegistries.schemas.clients': [['legacy']],
};

export const keysOf = (path: string): string[] =>
  [...path.matchAll(/\[([^\]]+)\]|([^.[\]]+)/g)].map(([, bracketed, plain]) => bracketed ?? plain ?? '');

const overridable = /^platform\.(?:topics|applications|connectors)\b/;

/** What each level of a free field says. */
export const freeLevels: ReadonlyMap<string, Readonly<Record<string, Said>>> = new Map(
  Object.entries(free).map(([path, given]) => {
    const listed = fieldAt(keysOf(path))?.values ?? [];
    const values = given.length > 0 ? given : listed;
    if (values.length === 0) throw new Error(`${path}: say which values are tried`);
    const levels = values.flatMap((value) => [
      // The sign keeps numbers from coming first.
      [`=${JSON.stringify(value)}`, { [path]: value }] as const,
      ...(overridable.test(path)
        ? [[`overridden =${JSON.stringify(value)}`, { [path.replace('platform', 'overrides')]: value }] as const]
        : []),
    ]);
    return [path, { unsaid: {}, ...Object.fromEntries(levels) }];
  }),
);

export const freeFactors: readonly Factor[] = [...freeLevels].map(([name, levels]) => ({
  name,
  levels: Object.keys(levels),
}));
