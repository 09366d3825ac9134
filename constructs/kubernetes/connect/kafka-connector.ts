import type { Construct } from 'constructs';
import { type Metadata, type Named, NamedObject } from '../named-object';
import { clusterLabel, strimziApiVersion } from '../strimzi/api';

type IKafkaConnector = import('@kubernetes-models/strimzi-kafka-operator/kafka.strimzi.io/v1/KafkaConnector', { with: {
  'resolution-mode': 'import',
}}).IKafkaConnector;

export interface KafkaConnectorProps {
  /** Kafka Connect calls the connector so. */
  readonly metadata: Metadata;
  /** The name of the `KafkaConnect` that runs it, in the same namespace. */
  readonly connectCluster: string;
  /** Kafka Connect's `connector.class`. */
  readonly class: string;
  /** Kafka Connect's `tasks.max`. Default: 1. */
  readonly tasksMax?: number;
  /** `stopped` also gives its tasks' resources back, and lets its offsets be changed. Default: `running`. */
  readonly state?: 'running' | 'paused' | 'stopped';
  /** By the class' own names; secrets as references, `${secrets:<namespace>/<Secret>:<key>}`. Default: none. */
  readonly config?: Readonly<Record<string, string>>;
  /** The ConfigMap to which the operator writes offsets when the annotation `strimzi.io/connector-offsets` says `list`. Default: none. */
  readonly listOffsets?: string;
  /** The ConfigMap from which it takes them when the annotation says `alter`, while the connector is stopped. Default: none. */
  readonly alterOffsets?: string;
}

/**
 * `KafkaConnector`. One that fails is started again, as are its tasks, ever more slowly.
 * @see https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaConnector-reference
 */
export class KafkaConnector extends NamedObject {
  constructor(scope: Construct, id: string, props: KafkaConnectorProps) {
    super(scope, id, manifest(props));
  }
}

function manifest(props: KafkaConnectorProps): Named<IKafkaConnector> {
  const { metadata, connectCluster, tasksMax = 1, state = 'running', config = {}, listOffsets, alterOffsets } = props;
  return {
    apiVersion: strimziApiVersion,
    kind: 'KafkaConnector',
    metadata: { ...metadata, labels: { ...metadata.labels, ...clusterLabel(connectCluster) } },
    spec: {
      class: props.class,
      tasksMax,
      state,
      config: { ...config },
      autoRestart: { enabled: true },
      listOffsets: listOffsets === undefined ? undefined : { toConfigMap: { name: listOffsets } },
      alterOffsets: alterOffsets === undefined ? undefined : { fromConfigMap: { name: alterOffsets } },
    },
  };
}
