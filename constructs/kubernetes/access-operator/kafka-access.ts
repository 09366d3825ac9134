import type { Construct } from 'constructs';
import { type Metadata, type Named, NamedObject } from '../named-object';

/** https://github.com/strimzi/kafka-access-operator/blob/main/packaging/install/040-Crd-kafkaaccess.yaml */
interface IKafkaAccess {
  readonly apiVersion: 'access.strimzi.io/v1alpha1';
  readonly kind: 'KafkaAccess';
  readonly spec: {
    readonly kafka: { readonly name: string; readonly namespace?: string; readonly listener?: string };
    readonly user?: {
      readonly kind: 'KafkaUser';
      readonly apiGroup: 'kafka.strimzi.io';
      readonly name: string;
      readonly namespace?: string;
    };
    readonly secretName?: string;
  };
}

export interface KafkaAccessProps {
  /** Its namespace is where the Secret is made. */
  readonly metadata: Metadata;
  /** The `Kafka`, and its namespace. */
  readonly kafka: { readonly name: string; readonly namespace: string };
  /** The listener whose address it tells. Default: the first internal one that fits the user. */
  readonly listener?: string;
  /** A `KafkaUser` of the Kafka's namespace, whose credential it brings. Default: none. */
  readonly user?: string;
  /** The Secret that it makes. Default: of its own name. */
  readonly secretName?: string;
}

/** `KafkaAccess`: what an application needs to reach a Kafka, in one Secret. Access Operator 0.3 or later. https://github.com/strimzi/kafka-access-operator#using-the-access-operator */
export class KafkaAccess extends NamedObject {
  constructor(scope: Construct, id: string, props: KafkaAccessProps) {
    super(scope, id, manifest(props));
  }
}

const manifest = ({ metadata, kafka, listener, user, secretName }: KafkaAccessProps): Named<IKafkaAccess> => ({
  apiVersion: 'access.strimzi.io/v1alpha1',
  kind: 'KafkaAccess',
  metadata,
  spec: {
    kafka: { ...kafka, listener },
    user:
      user === undefined
        ? undefined
        : { kind: 'KafkaUser', apiGroup: 'kafka.strimzi.io', name: user, namespace: kafka.namespace },
    secretName,
  },
});
