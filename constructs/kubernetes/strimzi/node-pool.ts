import type { Construct } from 'constructs';
import { type Metadata, type Named, NamedObject } from '../named-object';
import { neverPruned } from '../never-pruned';
import { clusterLabel, strimziApiVersion } from './api';

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

/** The disk of each node, which stays when the node or its cluster is deleted. */
export interface Storage {
  /** `100Gi`; it only ever grows. */
  readonly size: string;
  /** A StorageClass. Default: the Kubernetes cluster's default. */
  readonly class?: string;
}

/** Where nodes of a pool must, or should, not come together. */
export interface Spread {
  /** A node label, such as `topology.kubernetes.io/zone`. */
  readonly topologyKey: string;
  readonly whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway';
}

export interface StrimziNodePoolProps {
  /** Unique in its namespace; pods are called `<cluster>-<pool>-<id>`. */
  readonly metadata: Metadata;
  /** The name of the `Kafka` that it belongs to, in the same namespace. */
  readonly cluster: string;
  readonly roles: readonly ('controller' | 'broker')[];
  readonly replicas: number;
  readonly storage: Storage;
  /** Default: none. */
  readonly resources?: Resources;
  /** Strimzi adds none of its own, with `rack` neither. Default: wherever Kubernetes puts the pods. */
  readonly spread?: readonly Spread[];
}

/** `KafkaNodePool` on disks that are never deleted with it. https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaNodePool-reference */
export class StrimziNodePool extends NamedObject {
  constructor(scope: Construct, id: string, props: StrimziNodePoolProps) {
    super(scope, id, manifest(props));
  }
}

function manifest(props: StrimziNodePoolProps): Named<IKafkaNodePool> {
  const { metadata, cluster, roles, replicas, resources, spread = [] } = props;
  const pods = { ...clusterLabel(cluster), 'strimzi.io/pool-name': metadata.name };
  return {
    apiVersion: strimziApiVersion,
    kind: 'KafkaNodePool',
    metadata: {
      ...metadata,
      labels: { ...metadata.labels, ...clusterLabel(cluster) },
      annotations: { ...metadata.annotations, ...neverPruned },
    },
    spec: {
      replicas,
      roles: [...roles],
      storage: jbod(props.storage),
      resources,
      template: spread.length === 0 ? undefined : { pod: { topologySpreadConstraints: spread.map(constraint) } },
    },
  };

  function constraint(where: Spread) {
    return { maxSkew: 1, ...where, labelSelector: { matchLabels: pods } };
  }
}

/** One volume, in the only form to which Strimzi can add more. */
const jbod = (storage: Storage) => ({
  type: 'jbod' as const,
  volumes: [
    { id: 0, type: 'persistent-claim' as const, ...storage, deleteClaim: false, kraftMetadata: 'shared' as const },
  ],
});
