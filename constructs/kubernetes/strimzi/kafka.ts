import { Construct } from 'constructs';
import { brokerReplication } from '../../../render/broker-replication';
import { type Metadata, type Named, NamedObject } from '../named-object';
import { neverPruned } from '../never-pruned';
import { restrictedContainers } from '../restricted';
import { strimziApiVersion } from './api';
import { renderBrokerQuota, type StrimziBrokerQuota } from './broker-quota';
import { renderCruiseControl, type StrimziCruiseControl } from './cruise-control';
import { renderListener, type StrimziListener } from './listener';
import { type PoolSpread, type Resources, type Spread, StrimziNodePool, type StrimziNodePoolProps } from './node-pool';
import { isPlaced, type Placed, placed } from './placed';
import { remoteMetadataConfig, renderTieredStorage, type StrimziTieredStorage } from './tiered-storage';

type IKafka = import('@kubernetes-models/strimzi-kafka-operator/kafka.strimzi.io/v1/Kafka', { with: {
  'resolution-mode': 'import',
}}).IKafka;

/** Nodes of one kind. */
export type StrimziPool = Omit<StrimziNodePoolProps, 'metadata' | 'cluster' | 'spread' | keyof Placed>;

export interface StrimziKafkaProps extends Placed {
  /** Pods, Services and Secrets begin with its name: `main-kafka-bootstrap`. */
  readonly metadata: Metadata;
  /** One that the operator supports: `4.3.1`. */
  readonly version: string;
  /** Kafka's features on disk, such as `4.3-IV0`; it stays behind during an upgrade that may be taken back. Default: the version's. */
  readonly metadataVersion?: string;
  /** Nodes by pool: the pool `fast` of `main` is the KafkaNodePool `main-fast`. At least one has controllers, and one brokers. */
  readonly pools: Readonly<Record<string, StrimziPool>>;
  readonly listeners: readonly StrimziListener[];
  /** Who may do what: by ACLs (`simple`), or everybody everything (`none`). Default: `simple`. */
  readonly authorization?: 'simple' | 'none';
  /** Principals that no ACL holds back. Default: none. */
  readonly superUsers?: readonly string[];
  /** Kafka's broker configurations beside those that the number of brokers decides. Default: none. */
  readonly config?: Readonly<Record<string, string | number | boolean>>;
  /** Settings of Log4j 2, beside those that the operator has: `logger.authorizer.level`. Default: the operator's alone. */
  readonly loggers?: Readonly<Record<string, string>>;
  /** Kafka's image. Default: the operator's, for the version. */
  readonly image?: string;
  /** A node label, such as `topology.kubernetes.io/zone`: replicas and pods are spread over its values. Default: over hosts only. */
  readonly rack?: string;
  /** Whether pods wait rather than share a host, or a rack, while others have fewer. Default: `DoNotSchedule`, they wait. */
  readonly whenUnsatisfiable?: Spread['whenUnsatisfiable'];
  /** Seconds after its start before a node is asked whether it lives and is ready. Default: Strimzi's 15. */
  readonly initialDelaySeconds?: number;
  /** Nodes that Kubernetes may take away at a time; 0 where Strimzi's Drain Cleaner, in legacy mode, does it. Default: 1. */
  readonly maxUnavailable?: number;
  /** What the Topic Operator gets; its heap is a fifth of the memory. Default: 100m of a processor, and 512Mi of memory, which it is held to. */
  readonly topicOperator?: Resources;
  /** What the User Operator gets; its heap is a fifth of the memory. Default: as the Topic Operator. */
  readonly userOperator?: Resources;
  /** The key of a ConfigMap with the JMX exporter's configuration. Default: no metrics. */
  readonly metricsConfig?: { readonly name: string; readonly key: string };
  /** Moves replicas. Default: none. */
  readonly cruiseControl?: StrimziCruiseControl;
  /** Keeps old records in an object store. Default: brokers keep all. */
  readonly tieredStorage?: StrimziTieredStorage;
  /** What clients may move through each broker. Default: unlimited. */
  readonly quotas?: StrimziBrokerQuota;
  /** The authority that signs what brokers present. Default: the operator's, for a year, renewed 30 days before its end. */
  readonly clusterCa?: StrimziAuthority;
  /** The authority that signs what clients present. Default: as `clusterCa`. */
  readonly clientsCa?: StrimziAuthority;
  /** When pods may restart for a new certificate, as cron expressions of Quartz in UTC. Default: at any time. */
  readonly maintenanceTimeWindows?: readonly string[];
}

/** https://strimzi.io/docs/operators/latest/configuring.html#type-CertificateAuthority-reference */
export interface StrimziAuthority {
  /** False: the Secrets `<cluster>-cluster-ca` and `<cluster>-cluster-ca-cert`, or `-clients-…`, are there, with an authority of somebody else. Default: true. */
  readonly generateCertificateAuthority?: boolean;
  /** Of the authority, and of what it signs. Default: 365. */
  readonly validityDays?: number;
  /** How long before the end the next one is made. Default: 30. */
  readonly renewalDays?: number;
  /** Whether the next one has the same key. Default: `renew-certificate`, it has. */
  readonly certificateExpirationPolicy?: 'renew-certificate' | 'replace-key';
}

/** `Kafka` and its node pools. https://strimzi.io/docs/operators/latest/configuring.html#type-Kafka-reference */
export class StrimziKafka extends Construct {
  constructor(scope: Construct, id: string, props: StrimziKafkaProps) {
    super(scope, id);
    const { metadata, pools, priorityClass, tolerations } = props;
    new NamedObject(this, 'kafka', manifest(props));
    // Two clusters may share a namespace: a pool's name begins with its cluster's.
    for (const [name, pool] of Object.entries(pools))
      new StrimziNodePool(this, `pool-${name}`, {
        ...pool,
        metadata: { ...metadata, name: `${metadata.name}-${name}` },
        cluster: metadata.name,
        spread: spreadOf(props),
        priorityClass,
        tolerations,
      });
  }
}

/** On one host no two brokers are of two pools either: replicas of a partition are on brokers of all. */
function spreadOf({ rack, whenUnsatisfiable = 'DoNotSchedule' }: StrimziKafkaProps): PoolSpread[] {
  const host: PoolSpread = { topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable, over: 'role' };
  return rack === undefined ? [host] : [{ topologyKey: rack, whenUnsatisfiable }, host];
}

function manifest(props: StrimziKafkaProps): Named<IKafka> {
  const { metadata, cruiseControl } = props;
  return {
    apiVersion: strimziApiVersion,
    kind: 'Kafka',
    metadata: { ...metadata, annotations: { ...metadata.annotations, ...neverPruned } },
    spec: {
      kafka: kafkaOf(props),
      entityOperator: entityOperatorOf(props),
      cruiseControl: cruiseControl && renderCruiseControl(cruiseControl),
      // The authorities' keys outlive the object: brokers that come back on the old disks keep their identity.
      clusterCa: { generateSecretOwnerReference: false, ...props.clusterCa },
      clientsCa: { generateSecretOwnerReference: false, ...props.clientsCa },
      maintenanceTimeWindows: props.maintenanceTimeWindows && [...props.maintenanceTimeWindows],
    },
  };
}

function kafkaOf(props: StrimziKafkaProps): NonNullable<IKafka['spec']>['kafka'] {
  const { version, metadataVersion, image, listeners, rack, metricsConfig, tieredStorage, quotas } = props;
  const { initialDelaySeconds, maxUnavailable = 1, loggers } = props;
  const probe = initialDelaySeconds === undefined ? undefined : { initialDelaySeconds };
  return {
    version,
    metadataVersion,
    image,
    listeners: listeners.map(renderListener),
    authorization: authorizationOf(props),
    config: {
      ...brokerReplication(brokersIn(props.pools)),
      ...(tieredStorage ? remoteMetadataConfig(brokersIn(props.pools)) : {}),
      ...props.config,
    },
    logging: loggers && { type: 'inline', loggers: { ...loggers } },
    rack: rack === undefined ? undefined : { topologyKey: rack },
    livenessProbe: probe,
    readinessProbe: probe,
    metricsConfig: metricsConfig && {
      type: 'jmxPrometheusExporter',
      valueFrom: { configMapKeyRef: { ...metricsConfig } },
    },
    tieredStorage: tieredStorage && renderTieredStorage(tieredStorage),
    quotas: quotas && renderBrokerQuota(quotas),
    // Draining nodes of Kubernetes takes one broker at a time, so that a partition keeps its minimum in sync.
    template: { podDisruptionBudget: { maxUnavailable } },
  };
}

const authorizationOf = ({ authorization = 'simple', superUsers }: StrimziKafkaProps) =>
  authorization === 'simple' ? { type: 'simple' as const, superUsers: superUsers && [...superUsers] } : undefined;

const entityOperatorOf = (props: StrimziKafkaProps) => ({
  topicOperator: { resources: props.topicOperator ?? operator },
  userOperator: { resources: props.userOperator ?? operator },
  template: {
    ...(isPlaced(props) ? { pod: placed(props) } : {}),
    ...restrictedContainers('topicOperatorContainer', 'userOperatorContainer'),
  },
});

const operator: Resources = { requests: { cpu: '100m', memory: '512Mi' }, limits: { memory: '512Mi' } };

const brokersIn = (pools: StrimziKafkaProps['pools']): number =>
  Object.values(pools)
    .filter(({ roles }) => roles.includes('broker'))
    .reduce((sum, { replicas }) => sum + replicas, 0);
