/** A Kafka cluster as its series know it. */
export interface MonitoredCluster {
  /** The value of the label `strimzi.io/cluster` on its pods. */
  readonly cluster: string;
  /** The Kubernetes namespace of its pods. */
  readonly namespace: string;
}

/** What a flow promises: the group is never so far behind on the topic. */
export interface LagObjective {
  readonly group: string;
  readonly topic: string;
  /** Milliseconds. */
  readonly under: number;
  /** Becomes the alert's label `owner`, for Alertmanager's routes. Default: none. */
  readonly owner?: string;
}

/** One direction of a MirrorMaker 2. */
export interface MonitoredReplication {
  /** Alias of the cluster that is read. */
  readonly source: string;
  /** Alias of the cluster that is written. */
  readonly target: string;
  /** How old a record may be when it arrives, in milliseconds. Default: 5 minutes. */
  readonly recordAgeUnder?: number;
}

/** What External Secrets brings for a cluster, and makes in a store outside. */
export interface MonitoredSecrets {
  /** Names of ExternalSecrets. */
  readonly brought: readonly string[];
  /** Names of PushSecrets. */
  readonly made: readonly string[];
  /** Where they are: another environment may have the same names elsewhere. */
  readonly namespaces: readonly string[];
  /** How long before its end a certificate among them is to be renewed, in milliseconds. Default: none is a certificate. */
  readonly renewBefore?: number;
}

/** Matchers that choose one cluster's series: labels of the pods, which node pools keep, never the pods' names. */
export const seriesOf = ({ cluster, namespace }: MonitoredCluster) => ({ namespace, strimzi_io_cluster: cluster });

/** Labels that every result about a cluster keeps. */
export const perCluster = ['namespace', 'strimzi_io_cluster'] as const;
