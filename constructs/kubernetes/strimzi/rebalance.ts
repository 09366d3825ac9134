import type { Construct } from 'constructs';
import { type Metadata, type Named, NamedObject } from '../named-object';
import { clusterLabel, strimziApiVersion } from './api';

type IKafkaRebalance = import('@kubernetes-models/strimzi-kafka-operator/kafka.strimzi.io/v1/KafkaRebalance', { with: {
  'resolution-mode': 'import',
}}).IKafkaRebalance;

export interface StrimziRebalanceProps {
  readonly metadata: Metadata;
  /** The name of the `Kafka` whose Cruise Control proposes it, in the same namespace. */
  readonly cluster: string;
  /** Whether it is what auto-rebalance follows, and nothing that is done by itself. Default: false. */
  readonly template?: boolean;
  /** Default: `full`. */
  readonly mode?: 'full' | 'add-brokers' | 'remove-brokers' | 'remove-disks';
  /** Ids of the brokers that came, or go; needed with `add-brokers` and `remove-brokers`. Default: none. */
  readonly brokers?: readonly number[];
  /** Goals by Cruise Control's short names. Default: Cruise Control's default goals. */
  readonly goals?: readonly string[];
  /** Whether a proposal may do without hard goals. Default: false. */
  readonly skipHardGoalCheck?: boolean;
  /** Whether disks of each broker are balanced in place of brokers. Default: false. */
  readonly rebalanceDisk?: boolean;
  /** Volumes that are emptied, with `remove-disks`. Default: none. */
  readonly moveReplicasOffVolumes?: readonly { readonly brokerId: number; readonly volumeIds: readonly number[] }[];
}

/** `KafkaRebalance`, done once it is approved. https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaRebalance-reference */
export class StrimziRebalance extends NamedObject {
  constructor(scope: Construct, id: string, props: StrimziRebalanceProps) {
    super(scope, id, manifest(props));
  }
}

function manifest(props: StrimziRebalanceProps): Named<IKafkaRebalance> {
  const { metadata, cluster, template = false, mode, brokers, goals, skipHardGoalCheck, rebalanceDisk } = props;
  return {
    apiVersion: strimziApiVersion,
    kind: 'KafkaRebalance',
    metadata: {
      ...metadata,
      labels: { ...metadata.labels, ...clusterLabel(cluster) },
      annotations: { ...metadata.annotations, ...(template ? { 'strimzi.io/rebalance-template': 'true' } : {}) },
    },
    spec: {
      mode,
      brokers: brokers && [...brokers],
      goals: goals && [...goals],
      skipHardGoalCheck,
      rebalanceDisk,
      moveReplicasOffVolumes: props.moveReplicasOffVolumes?.map(({ brokerId, volumeIds }) => ({
        brokerId,
        volumeIds: [...volumeIds],
      })),
    },
  };
}
