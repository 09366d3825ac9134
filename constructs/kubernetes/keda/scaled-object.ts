import type { Construct } from 'constructs';
import { type Metadata, type Named, NamedObject } from '../named-object';
import { kedaApiVersion } from './api';

/** The lag of one consumer group on one topic. https://keda.sh/docs/latest/scalers/apache-kafka/ */
export interface KafkaTrigger {
  /** Addresses of a listener. */
  readonly bootstrapServers: string;
  readonly topic: string;
  readonly consumerGroup: string;
  /** How many unread records one replica is for. */
  readonly lagThreshold: number;
  /** The name of a `TriggerAuthentication` in the same namespace. */
  readonly authentication: string;
  /** Whether the listener speaks TLS. Default: true. */
  readonly tls?: boolean;
  /** How KEDA proves who it is. Default: by the certificate that `authentication` names. */
  readonly sasl?: 'scram_sha256' | 'scram_sha512';
  /** Where a group without an offset begins to count, as its consumers do. Default: `earliest`. */
  readonly offsetResetPolicy?: 'earliest' | 'latest';
  /** The protocol that KEDA speaks: Kafka 4 refuses what KEDA speaks by itself, Kafka 1.0's. Default: `2.8.0`. */
  readonly version?: string;
}

export interface ScaledObjectProps {
  readonly metadata: Metadata;
  /** A Deployment of the same namespace that says no replicas of its own. */
  readonly deployment: string;
  /** The fewest replicas; 0 lets it sleep while there is nothing to read. */
  readonly minReplicaCount: number;
  /** No more than the largest of the topics has partitions. */
  readonly maxReplicaCount: number;
  /** The one that asks for most decides. */
  readonly triggers: readonly KafkaTrigger[];
  /** Seconds between two looks. Default: KEDA's 30. */
  readonly pollingInterval?: number;
  /** Seconds without lag after which it sleeps, where it may. Default: KEDA's 300. */
  readonly cooldownPeriod?: number;
}

/** `ScaledObject`: replicas of a Deployment that follow the lag of what it reads. https://keda.sh/docs/latest/reference/scaledobject-spec/ */
export class ScaledObject extends NamedObject {
  constructor(scope: Construct, id: string, props: ScaledObjectProps) {
    super(scope, id, manifest(props));
  }
}

interface IScaledObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly spec: Omit<ScaledObjectProps, 'metadata' | 'deployment' | 'triggers'> & {
    readonly scaleTargetRef: { readonly apiVersion: string; readonly kind: string; readonly name: string };
    readonly triggers: readonly {
      readonly type: string;
      /** Numbers and truth are text here. */
      readonly metadata: Readonly<Record<string, string>>;
      readonly authenticationRef: { readonly name: string };
    }[];
  };
}

function manifest(props: ScaledObjectProps): Named<IScaledObject> {
  const { metadata, deployment, minReplicaCount, maxReplicaCount, triggers, pollingInterval, cooldownPeriod } = props;
  return {
    apiVersion: kedaApiVersion,
    kind: 'ScaledObject',
    metadata,
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: deployment },
      pollingInterval,
      cooldownPeriod,
      minReplicaCount,
      maxReplicaCount,
      triggers: triggers.map(trigger),
    },
  };
}

const trigger = (props: KafkaTrigger): IScaledObject['spec']['triggers'][number] => ({
  type: 'kafka',
  metadata: {
    bootstrapServers: props.bootstrapServers,
    consumerGroup: props.consumerGroup,
    topic: props.topic,
    lagThreshold: String(props.lagThreshold),
    offsetResetPolicy: props.offsetResetPolicy ?? 'earliest',
    // Copies that find no partition, or none with something to read, would only make the group rebalance.
    allowIdleConsumers: 'false',
    limitToPartitionsWithLag: 'true',
    ...(props.sasl ? { sasl: props.sasl } : {}),
    tls: props.tls === false ? 'disable' : 'enable',
    // https://github.com/kedacore/keda/issues/6718
    version: props.version ?? '2.8.0',
  },
  authenticationRef: { name: props.authentication },
});
