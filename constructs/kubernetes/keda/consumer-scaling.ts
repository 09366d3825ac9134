import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { Metadata } from '../named-object';
import { type KafkaTrigger, ScaledObject, type ScaledObjectProps } from './scaled-object';
import { TriggerAuthentication, type TriggerParameter } from './trigger-authentication';

export interface ConsumerScalingProps
  extends Pick<ScaledObjectProps, 'deployment' | 'minReplicaCount' | 'maxReplicaCount'>,
    Pick<KafkaTrigger, 'bootstrapServers' | 'sasl' | 'tls' | 'lagThreshold'> {
  /** Of the ScaledObject and what it presents, in the namespace of the Deployment. */
  readonly metadata: Metadata;
  /** The consumer's user; needed with `sasl`. Default: the certificate has the name. */
  readonly username?: string;
  /** Where the consumer's own secrets are: `password`, `ca`, `cert`, `key`. Default: none. */
  readonly secrets?: Readonly<Record<string, TriggerParameter>>;
  /** What it reads. */
  readonly topics: readonly Pick<KafkaTrigger, 'topic' | 'consumerGroup'>[];
}

/**
 * Replicas that follow the lag of one consumer. KEDA asks as the consumer itself: to read a topic, and offsets of one's
 * own group, is to be allowed to describe them, and nobody else needs a user.
 */
export class ConsumerScaling extends Construct {
  constructor(scope: Construct, id: string, props: ConsumerScalingProps) {
    super(scope, id);
    const { metadata, username, secrets } = props;
    const { name } = metadata;
    const named = { ...metadata, name: `${name}-kafka-scaler` };
    // A parameter is in a Secret or a ConfigMap, and the name of a user is no secret.
    if (username !== undefined) new k8s.KubeConfigMap(this, 'username', { metadata: named, data: { username } });
    new TriggerAuthentication(this, 'authentication', {
      metadata: named,
      secrets,
      configMaps: username === undefined ? undefined : { username: { name: named.name, key: 'username' } },
    });
    new ScaledObject(this, 'scaled', {
      metadata,
      deployment: props.deployment,
      minReplicaCount: props.minReplicaCount,
      maxReplicaCount: props.maxReplicaCount,
      triggers: props.topics.map(({ topic, consumerGroup }) => ({
        bootstrapServers: props.bootstrapServers,
        topic,
        consumerGroup,
        lagThreshold: props.lagThreshold,
        authentication: named.name,
        sasl: props.sasl,
        tls: props.tls,
      })),
    });
  }
}
