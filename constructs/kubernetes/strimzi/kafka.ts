import { Construct } from 'constructs';
import { type Metadata, type Named, NamedObject } from '../named-object';
import { neverPruned } from '../never-pruned';
import { strimziApiVersion } from './api';
import { type Resources, type Spread, type Storage, StrimziNodePool } from './node-pool';

type IKafka = import('@kubernetes-models/strimzi-kafka-operator/kafka.strimzi.io/v1/Kafka', { with: {
  'resolution-mode': 'import',
}}).IKafka;

/** A port for clients inside of the Kubernetes cluster, always over TLS. */
export interface StrimziListener {
  /** At most eleven lower-case letters and digits. */
  readonly name: string;
  /** From 9092. */
  readonly port: number;
  readonly authentication: 'scram-sha-512' | 'tls';
  /** Namespaces whose pods may connect; Strimzi makes the NetworkPolicy. Default: every namespace. */
  readonly namespaces?: readonly string[];
  /** A Secret with `tls.crt` and `tls.key` that brokers present. Default: certificates of the cluster's own authority. */
  readonly certificateSecret?: string;
}

/** The nodes of one role. */
export interface StrimziNodes {
  readonly replicas: number;
  readonly storage: Storage;
  /** Default: none. */
  readonly resources?: Resources;
}

export interface StrimziKafkaProps {
  /** Pods, Services and Secrets begin with its name: `main-kafka-bootstrap`. */
  readonly metadata: Metadata;
  /** One that the operator supports: `4.3.1`. */
  readonly version: string;
  /** Kafka's features on disk, such as `4.3-IV0`; it stays behind during an upgrade that may be taken back. Default: the version's. */
  readonly metadataVersion?: string;
  /** Three or five; they hold the cluster's metadata. */
  readonly controllers: StrimziNodes;
  /** They hold the records. */
  readonly brokers: StrimziNodes;
  readonly listeners: readonly StrimziListener[];
  /** Principals that no ACL holds back. Default: none. */
  readonly superUsers?: readonly string[];
  /** Kafka's broker configurations beside those that the number of brokers decides. Default: none. */
  readonly config?: Readonly<Record<string, string | number | boolean>>;
  /** A node label, such as `topology.kubernetes.io/zone`: replicas and pods are spread over its values. Default: over hosts only. */
  readonly rack?: string;
  /** Whether pods wait rather than share a host or rack. Default: `DoNotSchedule`, they wait. */
  readonly whenUnsatisfiable?: Spread['whenUnsatisfiable'];
  /** The key of a ConfigMap with the JMX exporter's configuration. Default: no metrics. */
  readonly metricsConfig?: { readonly name: string; readonly key: string };
}

/** `Kafka` with controllers and brokers apart. https://strimzi.io/docs/operators/latest/configuring.html#type-Kafka-reference */
export class StrimziKafka extends Construct {
  constructor(scope: Construct, id: string, props: StrimziKafkaProps) {
    super(scope, id);
    new NamedObject(this, 'kafka', manifest(props));
    this.addPool('controller', props);
    this.addPool('broker', props);
  }

  /** Two clusters may share a namespace: a pool's name begins with its cluster's. */
  private addPool(role: 'controller' | 'broker', props: StrimziKafkaProps): void {
    const { metadata } = props;
    new StrimziNodePool(this, role, {
      ...props[`${role}s`],
      metadata: { ...metadata, name: `${metadata.name}-${role}` },
      cluster: metadata.name,
      roles: [role],
      spread: spreadOf(props),
    });
  }
}

function spreadOf({ rack, whenUnsatisfiable = 'DoNotSchedule' }: StrimziKafkaProps): Spread[] {
  const keys = [...(rack ? [rack] : []), 'kubernetes.io/hostname'];
  return keys.map((topologyKey) => ({ topologyKey, whenUnsatisfiable }));
}

function manifest(props: StrimziKafkaProps): Named<IKafka> {
  const { metadata, version, metadataVersion, listeners, superUsers, rack, metricsConfig } = props;
  return {
    apiVersion: strimziApiVersion,
    kind: 'Kafka',
    metadata: { ...metadata, annotations: { ...metadata.annotations, ...neverPruned } },
    spec: {
      kafka: {
        version,
        metadataVersion,
        listeners: listeners.map(listener),
        authorization: { type: 'simple', superUsers: superUsers && [...superUsers] },
        config: { ...configOf(props.brokers.replicas), ...props.config },
        rack: rack === undefined ? undefined : { topologyKey: rack },
        metricsConfig: metricsConfig && {
          type: 'jmxPrometheusExporter',
          valueFrom: { configMapKeyRef: { ...metricsConfig } },
        },
        // Draining nodes of Kubernetes takes one broker at a time, so that a partition keeps its minimum in sync.
        template: { podDisruptionBudget: { maxUnavailable: 1 } },
      },
      entityOperator: { topicOperator: { resources: operator }, userOperator: { resources: operator } },
      // The authorities' keys outlive the object: brokers that come back on the old disks keep their identity.
      clusterCa: { generateSecretOwnerReference: false },
      clientsCa: { generateSecretOwnerReference: false },
    },
  };
}

const operator = { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '256Mi' } };

function listener({ name, port, authentication, namespaces, certificateSecret }: StrimziListener) {
  return {
    name,
    port,
    type: 'internal' as const,
    tls: true,
    authentication: { type: authentication },
    networkPolicyPeers: namespaces?.map((namespace) => ({
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
    })),
    configuration: certificateSecret
      ? { brokerCertChainAndKey: { secretName: certificateSecret, certificate: 'tls.crt', key: 'tls.key' } }
      : undefined,
  };
}

/**
 * Kafka's own topics and new ones have three replicas, or as many as there are brokers, and stay writable without one.
 * A topic is described or it is not there: nothing creates one by using it.
 */
function configOf(brokers: number): Record<string, number | boolean> {
  const replicas = Math.min(3, brokers);
  const inSync = Math.max(1, replicas - 1);
  return {
    'auto.create.topics.enable': false,
    'default.replication.factor': replicas,
    'min.insync.replicas': inSync,
    'offsets.topic.replication.factor': replicas,
    'transaction.state.log.replication.factor': replicas,
    'transaction.state.log.min.isr': inSync,
    'share.coordinator.state.topic.replication.factor': replicas,
    'share.coordinator.state.topic.min.isr': inSync,
  };
}
