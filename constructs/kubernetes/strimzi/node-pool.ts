import type { Construct } from 'constructs';
import { type Metadata, type Named, NamedObject } from '../named-object';
import { neverPruned } from '../never-pruned';
import { restrictedContainer } from '../restricted';
import { clusterLabel, strimziApiVersion } from './api';
import { isPlaced, placed, type Toleration } from './placed';

type IKafkaNodePool = import('@kubernetes-models/strimzi-kafka-operator/kafka.strimzi.io/v1/KafkaNodePool', { with: {
  'resolution-mode': 'import',
}}).IKafkaNodePool;

/** What a container is given, in Kubernetes' quantities: `500m`, `2Gi`. */
export interface Resources {
  /** What is reserved for it. Default: nothing. */
  readonly requests?: { readonly cpu?: string; readonly memory?: string };
  /** What it never exceeds. Default: none. */
  readonly limits?: { readonly cpu?: string; readonly memory?: string };
}

/** One disk of each node, or space on the Kubernetes node's own. */
export interface Volume {
  /** What Strimzi knows it by; it never changes. */
  readonly id: number;
  /** `100Gi`; it only ever grows. */
  readonly size: string;
  /** A StorageClass. Default: the Kubernetes cluster's default. */
  readonly class?: string;
  /** Whether the cluster's metadata is here; of one volume of each node it is. Default: false. */
  readonly metadata?: boolean;
  /** Whether it is space on the Kubernetes node's own disk, gone with the pod, of at most `size`. Default: false. */
  readonly ephemeral?: boolean;
  /** Whether the disk is deleted with its pool or cluster. Default: false, it stays. */
  readonly deleteClaim?: boolean;
}

/** Where nodes of a pool must, or should, not come together. */
export interface Spread {
  /** A node label, such as `topology.kubernetes.io/zone`. */
  readonly topologyKey: string;
  readonly whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway';
}

/** Who keeps apart: pods of the pool, or of all pools of the cluster with the role. */
export interface PoolSpread extends Spread {
  /** With `role` brokers, also those that are controllers too, else controllers. Default: `pool`. */
  readonly over?: 'pool' | 'role';
}

/** The only nodes of Kubernetes on which pods may run. */
export interface NodeSelection {
  /** A node label, such as `topology.kubernetes.io/zone`. */
  readonly label: string;
  readonly values: readonly string[];
}

/** The JVM that Kafka runs in. */
export interface Jvm {
  /** As Java writes it, `2048m`: taken when it starts, and never exceeded (`-Xms` and `-Xmx`). Default: Strimzi's: half of the memory's limit, at most 5GiB. */
  readonly heap?: string;
  /** Its `-XX` options, by name. Default: Strimzi's. */
  readonly options?: Readonly<Record<string, string>>;
}

/** A Secret of the same namespace that Kafka's containers read as files. */
export interface SecretMount {
  /** Of the volume. */
  readonly name: string;
  readonly secretName: string;
  /** A folder below `/mnt`, where Strimzi lets volumes be mounted. */
  readonly mountPath: string;
}

export interface StrimziNodePoolProps {
  /** Unique in its namespace; pods are called `<cluster>-<pool>-<id>`. */
  readonly metadata: Metadata;
  /** The name of the `Kafka` that it belongs to, in the same namespace. */
  readonly cluster: string;
  readonly roles: readonly ('controller' | 'broker')[];
  readonly replicas: number;
  /** At least one; exactly one has the metadata. */
  readonly volumes: readonly Volume[];
  /** Default: none. */
  readonly resources?: Resources;
  /** Default: Strimzi's. */
  readonly jvm?: Jvm;
  /** Strimzi adds none of its own, with `rack` neither. Default: wherever Kubernetes puts the pods. */
  readonly spread?: readonly PoolSpread[];
  /** Default: any node. */
  readonly nodes?: NodeSelection;
  /** Ids that new nodes get, as `[0-9,20]` (`strimzi.io/next-node-ids`). Default: the lowest that are free. */
  readonly nextNodeIds?: string;
  /** The PriorityClass of its pods. Default: the Kubernetes cluster's default. */
  readonly priorityClass?: string;
  /** Taints of Kubernetes nodes that its pods bear. Default: none. */
  readonly tolerations?: readonly Toleration[];
  /** Default: none. */
  readonly secretMounts?: readonly SecretMount[];
}

/** `KafkaNodePool` on disks that stay. https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaNodePool-reference */
export class StrimziNodePool extends NamedObject {
  constructor(scope: Construct, id: string, props: StrimziNodePoolProps) {
    super(scope, id, manifest(props));
  }
}

function manifest(props: StrimziNodePoolProps): Named<IKafkaNodePool> {
  const { metadata, cluster, roles, replicas, volumes, resources, nextNodeIds } = props;
  return {
    apiVersion: strimziApiVersion,
    kind: 'KafkaNodePool',
    metadata: {
      ...metadata,
      labels: { ...metadata.labels, ...clusterLabel(cluster) },
      annotations: {
        ...metadata.annotations,
        ...(nextNodeIds === undefined ? {} : { 'strimzi.io/next-node-ids': nextNodeIds }),
        ...neverPruned,
      },
    },
    spec: {
      replicas,
      roles: [...roles],
      // The only form to which Strimzi can add volumes.
      storage: { type: 'jbod', volumes: volumes.map(renderVolume) },
      resources,
      jvmOptions: renderJvm(props),
      template: renderTemplate(props),
    },
  };
}

function renderVolume({ id, size, class: storageClass, metadata, ephemeral, deleteClaim = false }: Volume) {
  const kraftMetadata = metadata ? ('shared' as const) : undefined;
  return ephemeral
    ? { id, type: 'ephemeral' as const, sizeLimit: size, kraftMetadata }
    : { id, type: 'persistent-claim' as const, size, class: storageClass, deleteClaim, kraftMetadata };
}

function renderJvm({ jvm: { heap, options } = {} }: StrimziNodePoolProps) {
  if (heap === undefined && options === undefined) return undefined;
  return { '-Xms': heap, '-Xmx': heap, '-XX': options && { ...options } };
}

function renderTemplate(props: StrimziNodePoolProps): NonNullable<IKafkaNodePool['spec']>['template'] {
  const { secretMounts = [] } = props;
  const volumeMounts = secretMounts.map(({ name, mountPath }) => ({ name, mountPath, readOnly: true }));
  return {
    pod: podOf(props),
    kafkaContainer: { ...restrictedContainer, ...(volumeMounts.length > 0 ? { volumeMounts } : {}) },
    // It is there with a rack, which it reads.
    initContainer: restrictedContainer,
  };
}

function podOf(props: StrimziNodePoolProps) {
  const { spread = [], nodes, priorityClass, tolerations, secretMounts = [] } = props;
  if (spread.length === 0 && !nodes && !isPlaced(props) && secretMounts.length === 0) return undefined;
  return {
    topologySpreadConstraints: spread.length === 0 ? undefined : spread.map((where) => constraint(where, props)),
    affinity: nodes && { nodeAffinity: onlyOn(nodes) },
    ...placed({ priorityClass, tolerations }),
    volumes:
      secretMounts.length === 0
        ? undefined
        : secretMounts.map(({ name, secretName }) => ({ name, secret: { secretName } })),
  };
}

function constraint({ over, ...where }: PoolSpread, { metadata, cluster, roles }: StrimziNodePoolProps) {
  const role = roles.includes('broker') ? 'broker' : 'controller';
  const pods: Record<string, string> =
    over === 'role' ? { [`strimzi.io/${role}-role`]: 'true' } : { 'strimzi.io/pool-name': metadata.name };
  return { maxSkew: 1, ...where, labelSelector: { matchLabels: { ...clusterLabel(cluster), ...pods } } };
}

const onlyOn = ({ label, values }: NodeSelection) => ({
  requiredDuringSchedulingIgnoredDuringExecution: {
    nodeSelectorTerms: [{ matchExpressions: [{ key: label, operator: 'In', values: [...values] }] }],
  },
});
