import type { Construct } from 'constructs';
import { type Metadata, type Named, NamedObject } from '../named-object';
import { neverPruned } from '../never-pruned';
import { clusterLabel, strimziApiVersion } from './api';

type IKafkaTopic = import('@kubernetes-models/strimzi-kafka-operator/kafka.strimzi.io/v1/KafkaTopic', { with: {
  'resolution-mode': 'import',
}}).IKafkaTopic;

export interface StrimziTopicProps {
  readonly metadata: Metadata;
  /** The name of the `Kafka` that has it, in the same namespace. */
  readonly cluster: string;
  /** The topic's name in Kafka, where it is no legal name of an object; it never changes. Default: the object's name. */
  readonly topicName?: string;
  /** Only ever grows: the Topic Operator refuses fewer. */
  readonly partitions: number;
  /** The Topic Operator changes it only with Cruise Control. */
  readonly replicas: number;
  /** Kafka's topic configurations by their own names. Default: the cluster's. */
  readonly config?: Readonly<Record<string, string>>;
  /** With `false` the Topic Operator leaves the topic alone: deleting the object then leaves its records. Default: true. */
  readonly managed?: boolean;
  /** Whether Argo CD and Flux leave the object when its manifest is gone; deleting it deletes the records. Default: true. */
  readonly protect?: boolean;
}

/** `KafkaTopic`. https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaTopic-reference */
export class StrimziTopic extends NamedObject {
  constructor(scope: Construct, id: string, props: StrimziTopicProps) {
    super(scope, id, manifest(props));
  }
}

function manifest(props: StrimziTopicProps): Named<IKafkaTopic> {
  const { metadata, cluster, topicName, partitions, replicas, config, managed = true, protect = true } = props;
  return {
    apiVersion: strimziApiVersion,
    kind: 'KafkaTopic',
    metadata: {
      ...metadata,
      labels: { ...metadata.labels, ...clusterLabel(cluster) },
      annotations: {
        ...metadata.annotations,
        ...(managed ? {} : { 'strimzi.io/managed': 'false' }),
        ...(protect ? neverPruned : {}),
      },
    },
    spec: { topicName, partitions, replicas, config },
  };
}
