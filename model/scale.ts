import type { Application } from './application';
import type { ClusterRecord } from './cluster-record';
import type { Flow } from './flow';
import type { Key } from './place';
import type { Topic } from './topic';

/** A change against what is recorded, and the steps in which it is done. */
export interface Change {
  /** As `6 partitions instead of 3`. */
  readonly change: string;
  readonly steps: readonly string[];
  /** What is lost or broken by it. Absent: nothing. */
  readonly warns?: readonly string[];
  /** Addresses, in the stacks of the cluster and of what runs beside it, of what bears data and goes with it: it is said by this, and the second key is an approval. Default: nothing goes. */
  readonly leaves?: readonly string[];
}

/** A change of a cluster, by a back end, which knows where the description says what. */
export interface ClusterPlan extends Change {
  /** What changes. */
  readonly kind:
    | 'version'
    | 'brokers'
    | 'volumes-added'
    | 'volumes-removed'
    | 'volume-grown'
    | 'volume-shrunk'
    | 'size'
    | 'units'
    | 'anew'
    | 'setting'
    | 'access';
  /** Why its vendor cannot do it to what is there; the steps say what can be done. Absent: it can. */
  readonly impossible?: string;
  /** Its vendor refuses it, or something is lost, unless the steps before the apply are done. Default: it may be applied at once. */
  readonly prepared?: true;
  /** It is of no use until the steps after the apply are done. Default: it is done with the apply. */
  readonly unfinished?: true;
  /** The pool of brokers or volumes that change. Absent: it is about no pool. */
  readonly pool?: string;
  /** Below the cluster. */
  readonly field: readonly Key[];
}

/** What a plan needs to know of a cluster as it is described. */
export interface ScaledCluster {
  readonly name: string;
  readonly version: string;
  readonly settings: object;
  /** What an inventory would record of it now. Absent: nothing. */
  readonly record?: ClusterRecord;
}

/** Everything that uses clusters, for plans that name who is concerned. */
export interface Users {
  readonly topics: ReadonlyMap<string, Topic>;
  readonly applications: ReadonlyMap<string, Application>;
  readonly flows: readonly Flow[];
}

/** How clusters of a back end change in scale. */
export interface Scale {
  /** What differs from what was recorded; who uses the cluster is told where somebody reads the plans. */
  plansOf(cluster: ScaledCluster, recorded: ClusterRecord | undefined, users?: Users): readonly ClusterPlan[];
  /** How a topic that has records gets another replication factor. */
  replicationSteps(cluster: ScaledCluster, topic: string): readonly string[];
}

/** Of a back end whose clusters nobody here makes, or whose vendor does the rest. */
export const plainScale: Scale = {
  plansOf: () => [],
  replicationSteps: (_, topic) => [
    `kafka-reassign-partitions.sh gives each partition of '${topic}' its new list of brokers; an update of the topic's configuration does not`,
    'apply the description once it is done, so that it and the cluster say the same',
  ],
};
