/**
 * What Strimzi's API `v1`, the only one since 1.0, no longer has, and what takes its place. Read 2026-11-21.
 * @see https://strimzi.io/docs/operators/latest/deploying.html#assembly-api-conversion-str
 * @see https://github.com/strimzi/strimzi-kafka-operator/tree/1.0.0/v1-api-conversion
 */

/** Codes of what is wrong in a manifest. Never reused. */
export const importCodes = {
  'KFK-V001': 'a file of manifests cannot be read',
  'KFK-V002': 'a version of the API is served no longer',
  'KFK-V003': 'a kind is gone',
  'KFK-V004': 'something that v1 needs is missing',
  'KFK-V005': 'a field is gone',
  'KFK-V006': 'a field has another name or place',
  'KFK-V007': 'a type is gone',
  'KFK-V008': 'an annotation does nothing any more (a warning)',
  'KFK-V009': 'something will go (a warning)',
} as const;

export type ImportCode = keyof typeof importCodes;

/** Kinds that `v1` has, and what each needs in its `spec`; a default is what earlier versions assumed. */
export const kinds = {
  Kafka: { kafka: 'write spec.kafka' },
  KafkaNodePool: {
    replicas: 'write how many nodes it has',
    roles: "write roles: ['broker'], ['controller'] or both",
    storage: 'write its storage, of type jbod to let it grow',
  },
  KafkaConnect: {
    replicas: 'write replicas: 3, which was the default',
    bootstrapServers: 'write the addresses of the Kafka cluster',
    groupId: "write groupId: what config['group.id'] said, or 'connect-cluster', which was the default",
    configStorageTopic:
      "write configStorageTopic: what config['config.storage.topic'] said, or 'connect-cluster-configs', which was the default",
    statusStorageTopic:
      "write statusStorageTopic: what config['status.storage.topic'] said, or 'connect-cluster-status', which was the default",
    offsetStorageTopic:
      "write offsetStorageTopic: what config['offset.storage.topic'] said, or 'connect-cluster-offsets', which was the default",
  },
  KafkaMirrorMaker2: {
    replicas: 'write replicas: 3, which was the default',
    target:
      "write target: { alias, bootstrapServers, groupId, configStorageTopic, offsetStorageTopic, statusStorageTopic }; the defaults were 'mirrormaker2-cluster', and that with -configs, -offsets and -status",
    mirrors: 'write one mirror for each source, each with its source: { alias, bootstrapServers }',
  },
  KafkaBridge: {
    replicas: 'write replicas: 1, which was the default',
    bootstrapServers: 'write the addresses of the Kafka cluster',
  },
  KafkaConnector: {},
  KafkaTopic: {},
  KafkaUser: {},
  KafkaRebalance: {},
} as const satisfies Record<string, Readonly<Record<string, string>>>;

export type StrimziKind = keyof typeof kinds;

/** Kinds that earlier versions had. */
export const goneKinds = {
  KafkaMirrorMaker: 'describe it as a KafkaMirrorMaker2: MirrorMaker 1 is in no Kafka since 4.0',
  KafkaConnectS2I: 'describe it as a KafkaConnect with build, which makes an image anywhere',
} as const satisfies Record<string, string>;

/** Annotations that switched on what is now the only way. */
export const ignoredAnnotations = {
  'strimzi.io/kraft': 'remove it: every cluster is one of KRaft',
  'strimzi.io/node-pools': 'remove it: every cluster has node pools',
} as const satisfies Record<string, string>;

/** A place below `spec`; `*` stands for every element of a list. */
export interface Change {
  readonly code: Exclude<ImportCode, 'KFK-V001' | 'KFK-V002' | 'KFK-V003' | 'KFK-V004' | 'KFK-V008'>;
  readonly path: string;
  /** Only where it is one of these values, or a mapping. Default: wherever it is there. */
  readonly when?: readonly string[] | 'mapping';
  readonly fix: string;
}

const gone = (path: string, fix: string, when?: Change['when']): Change => ({ code: 'KFK-V005', path, when, fix });
const moved = (path: string, fix: string, when?: Change['when']): Change => ({ code: 'KFK-V006', path, when, fix });
const typeGone = (path: string, type: readonly string[], fix: string): Change => ({
  code: 'KFK-V007',
  path,
  when: type,
  fix,
});

const oauth = (at: string) =>
  typeGone(
    `${at}.type`,
    ['oauth'],
    'write type: custom, sasl: true, and in config sasl.mechanism: OAUTHBEARER, sasl.jaas.config and sasl.login.callback.handler.class; mount its secrets by template',
  );
const jaeger = typeGone(
  'tracing.type',
  ['jaeger'],
  'write type: opentelemetry, and where traces go as environment of the container in template',
);
const metrics = (at: string) =>
  moved(
    `${at}metrics`,
    `write ${at}metricsConfig: { type: jmxPrometheusExporter, valueFrom } with a ConfigMap of these rules`,
  );
const scheduling = (at: string, pod: string) =>
  ['affinity', 'tolerations'].map((field) => moved(`${at}${field}`, `write it as ${pod}.${field}`));
const externalLogging = (at: string) =>
  moved(`${at}logging.name`, `write ${at}logging.valueFrom.configMapKeyRef: { name, key: log4j2.properties }`);
const external = gone(
  'externalConfiguration',
  'write template: { pod: { volumes }, connectContainer: { env, volumeMounts } }; what config providers read is then below /mnt',
);

const workers: readonly Change[] = [
  external,
  gone('template.deployment', 'write what it said as template.podSet'),
  jaeger,
  metrics(''),
  ...scheduling('', 'template.pod'),
  externalLogging(''),
];

/** What differs in each kind. */
export const changes = {
  Kafka: [
    gone('zookeeper', 'remove it: metadata is on controllers, a KafkaNodePool with roles: [controller]'),
    gone('jmxTrans', 'remove it; read metrics by metricsConfig or kafkaExporter'),
    gone('topicOperator', 'write entityOperator: { topicOperator }'),
    moved(
      'kafka.replicas',
      "write replicas of each KafkaNodePool with the label strimzi.io/cluster of this cluster's name",
    ),
    moved('kafka.storage', 'write storage of each KafkaNodePool'),
    moved('kafka.resources', 'write resources of each KafkaNodePool'),
    moved('kafka.listeners', 'write a list: [{ name: tls, port: 9093, type: internal, tls: true }]', 'mapping'),
    oauth('kafka.listeners.*.authentication'),
    gone(
      'kafka.listeners.*.authentication.secrets',
      'mount them by kafka.template: { pod: { volumes }, kafkaContainer: { volumeMounts } }',
    ),
    typeGone(
      'kafka.authorization.type',
      ['keycloak', 'opa'],
      'write type: custom, authorizerClass, and its options in kafka.config; the plugin of Open Policy Agent must be added to the image',
    ),
    gone('kafka.template.statefulset', 'write what it said as template.podSet of each KafkaNodePool'),
    gone('kafka.tlsSidecar', 'remove it: there is no sidecar'),
    gone('cruiseControl.tlsSidecar', 'remove it: there is no sidecar'),
    gone('cruiseControl.template.tlsSidecarContainer', 'remove it: there is no sidecar'),
    gone('cruiseControl.brokerCapacity.cpuUtilization', 'write cpu, in processors'),
    gone('cruiseControl.brokerCapacity.disk', 'remove it: capacity of disks is read from storage'),
    gone('kafkaExporter.template.service', 'remove it: the exporter has no Service; use a PodMonitor'),
    gone('entityOperator.tlsSidecar', 'remove it: there is no sidecar'),
    gone('entityOperator.template.tlsSidecarContainer', 'remove it: there is no sidecar'),
    ...(['topicOperator', 'userOperator'] as const).flatMap((operator) => [
      moved(
        `entityOperator.${operator}.reconciliationIntervalSeconds`,
        `write entityOperator.${operator}.reconciliationIntervalMs, a thousand times as much`,
      ),
      gone(`entityOperator.${operator}.zookeeperSessionTimeoutSeconds`, 'remove it: there is no ZooKeeper'),
      externalLogging(`entityOperator.${operator}.`),
    ]),
    gone('entityOperator.topicOperator.topicMetadataMaxAttempts', 'remove it: the Topic Operator does not poll'),
    metrics('kafka.'),
    metrics('cruiseControl.'),
    externalLogging('kafka.'),
    externalLogging('cruiseControl.'),
    ...scheduling('kafka.', 'template.pod of each KafkaNodePool'),
    ...scheduling('entityOperator.', 'entityOperator.template.pod'),
    {
      code: 'KFK-V009',
      path: 'kafka.listeners.*.type',
      when: ['ingress'],
      fix: 'use tlsroute, loadbalancer or nodeport: the Ingress controller that it was made for is no longer developed',
    },
  ],
  KafkaNodePool: [
    gone('storage.overrides', 'remove it: give each zone a pool with a StorageClass of its own'),
    gone('storage.volumes.*.overrides', 'remove it: give each zone a pool with a StorageClass of its own'),
  ],
  KafkaConnect: [
    ...workers,
    oauth('authentication'),
    moved('build.output.additionalKanikoOptions', 'write build.output.additionalBuildOptions, in the words of Buildah'),
    ...['group.id', 'config.storage.topic', 'status.storage.topic', 'offset.storage.topic'].map((key) =>
      moved(`config['${key}']`, `write it as spec.${camel(key)}`),
    ),
  ],
  KafkaMirrorMaker2: [
    ...workers,
    moved('connectCluster', 'write the cluster of that alias as spec.target'),
    moved(
      'clusters',
      "write one as spec.target, with groupId, configStorageTopic, offsetStorageTopic and statusStorageTopic in place of its config's group.id and storage topics, and each other as source of its mirror",
    ),
    oauth('clusters.*.authentication'),
    oauth('target.authentication'),
    oauth('mirrors.*.source.authentication'),
    moved('mirrors.*.sourceCluster', 'write the cluster of that alias as source'),
    moved('mirrors.*.targetCluster', 'remove it: every mirror writes to spec.target'),
    gone(
      'mirrors.*.heartbeatConnector',
      'remove it; if heartbeats are read, run a KafkaConnector of class MirrorHeartbeatConnector at the source',
    ),
    ...['sourceConnector', 'checkpointConnector'].map((connector) =>
      moved(`mirrors.*.${connector}.pause`, `write ${connector}.state: paused or running`),
    ),
    moved('mirrors.*.topicsBlacklistPattern', 'write topicsExcludePattern'),
    moved('mirrors.*.groupsBlacklistPattern', 'write groupsExcludePattern'),
  ],
  KafkaBridge: [
    oauth('authentication'),
    jaeger,
    moved(
      'enableMetrics',
      'write metricsConfig: { type: strimziMetricsReporter }, or jmxPrometheusExporter with rules; metrics are on port 8081',
    ),
    externalLogging(''),
  ],
  KafkaConnector: [moved('pause', 'write state: paused or running')],
  KafkaTopic: [],
  KafkaUser: [
    moved(
      'authorization.acls.*.operation',
      'write operations, a list; convert it before Strimzi 0.49, whose User Operator reads no other',
    ),
  ],
  KafkaRebalance: [],
} as const satisfies Record<StrimziKind, readonly Change[]>;

/** `config.storage.topic` is `configStorageTopic`. */
function camel(key: string): string {
  return key.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());
}
