import type { Construct } from 'constructs';
import { type Metadata, type Named, NamedObject } from '../named-object';
import { neverPruned } from '../never-pruned';
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
  /** Partitions made or deleted a second. Default: unlimited. */
  readonly controllerMutationRate?: number;
}

export interface StrimziUserProps {
  /** Its name is the user's; with `tls` and `tls-external` the broker knows the user as `CN=<name>`. */
  readonly metadata: Metadata;
  /** The name of the `Kafka` that knows it, in the same namespace. */
  readonly cluster: string;
  /**
   * The User Operator makes the password, or the certificate of `tls`, in a Secret of the user's name; the certificate of
   * `tls-external` is somebody else's. Default: the user proves itself in a way that the operator does not know.
   */
  readonly authentication?: 'scram-sha-512' | 'tls' | 'tls-external';
  /** Where a Secret of the same namespace holds the password of `scram-sha-512`. Default: the operator makes one up. */
  readonly password?: { readonly name: string; readonly key: string };
  /** How many days a certificate of `tls` lasts, and how many before its end the next one is made. Default: as what signs it. */
  readonly lifetime?: { readonly validityDays: number; readonly renewalDays: number };
  /** What it may do, an empty list for nothing. Default: none are kept, as a `Kafka` without authorization asks. */
  readonly acls?: readonly StrimziAcl[];
  /** Default: unlimited. */
  readonly quotas?: StrimziQuotas;
  /** Whether Argo CD and Flux leave it alone when its manifest goes: its password would be another one when it comes back. Default: true. */
  readonly protect?: boolean;
}

/** `KafkaUser` with simple authorization. https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaUser-reference */
export class StrimziUser extends NamedObject {
  constructor(scope: Construct, id: string, props: StrimziUserProps) {
    super(scope, id, manifest(props));
  }
}

const manifest = (props: StrimziUserProps): Named<IKafkaUser> => ({
  apiVersion: strimziApiVersion,
  kind: 'KafkaUser',
  metadata: {
    ...props.metadata,
    labels: { ...props.metadata.labels, ...clusterLabel(props.cluster) },
    annotations: { ...props.metadata.annotations, ...((props.protect ?? true) ? neverPruned : {}) },
  },
  spec: {
    authentication: authenticationOf(props),
    authorization: props.acls && {
      type: 'simple',
      acls: props.acls.map((acl) => ({ ...acl, operations: [...acl.operations] })),
    },
    quotas: props.quotas,
  },
});

const authenticationOf = ({ authentication, password, lifetime }: StrimziUserProps) =>
  authentication && {
    type: authentication,
    password: password && { valueFrom: { secretKeyRef: { ...password } } },
    ...(authentication === 'tls' ? lifetime : {}),
  };
