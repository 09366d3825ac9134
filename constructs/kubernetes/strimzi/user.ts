import type { Construct } from 'constructs';
import { type Metadata, type Named, NamedObject } from '../named-object';
import { clusterLabel, strimziApiVersion } from './api';

type IKafkaUser = import('@kubernetes-models/strimzi-kafka-operator/kafka.strimzi.io/v1/KafkaUser', { with: {
  'resolution-mode': 'import',
}}).IKafkaUser;

/** One resource, and what may be done with it. */
export interface StrimziAcl {
  readonly type: 'allow' | 'deny';
  readonly resource: {
    readonly type: 'topic' | 'group' | 'cluster' | 'transactionalId';
    /** Not of the cluster, of which there is one. */
    readonly name?: string;
    /** Kafka's `Prefixed` is `prefix` here. */
    readonly patternType?: 'literal' | 'prefix';
  };
  /** `Read`, `Write`, `Create`, … */
  readonly operations: readonly StrimziOperation[];
  readonly host: string;
}

export type StrimziOperation =
  | 'Read'
  | 'Write'
  | 'Create'
  | 'Delete'
  | 'Alter'
  | 'Describe'
  | 'ClusterAction'
  | 'AlterConfigs'
  | 'DescribeConfigs'
  | 'IdempotentWrite'
  | 'All';

/** What a user may move through each broker. */
export interface StrimziQuotas {
  /** Bytes a second. Default: unlimited. */
  readonly producerByteRate?: number;
  /** Bytes a second. Default: unlimited. */
  readonly consumerByteRate?: number;
  /** Whole percents of one broker's threads. Default: unlimited. */
  readonly requestPercentage?: number;
}

export interface StrimziUserProps {
  /** Its name is the user's; with `tls` the broker knows the user as `CN=<name>`. */
  readonly metadata: Metadata;
  /** The name of the `Kafka` that knows it, in the same namespace. */
  readonly cluster: string;
  /** The User Operator makes the password, or the certificate, in a Secret of the user's name. */
  readonly authentication: 'scram-sha-512' | 'tls';
  /** Default: none; the user may do nothing. */
  readonly acls?: readonly StrimziAcl[];
  /** Default: unlimited. */
  readonly quotas?: StrimziQuotas;
}

/** `KafkaUser` with simple authorization. https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaUser-reference */
export class StrimziUser extends NamedObject {
  constructor(scope: Construct, id: string, props: StrimziUserProps) {
    super(scope, id, manifest(props));
  }
}

const manifest = ({ metadata, cluster, authentication, acls = [], quotas }: StrimziUserProps): Named<IKafkaUser> => ({
  apiVersion: strimziApiVersion,
  kind: 'KafkaUser',
  metadata: { ...metadata, labels: { ...metadata.labels, ...clusterLabel(cluster) } },
  spec: {
    authentication: { type: authentication },
    authorization: { type: 'simple', acls: acls.map((acl) => ({ ...acl, operations: [...acl.operations] })) },
    quotas,
  },
});
