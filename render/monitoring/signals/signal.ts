/** Who gives a series. What only a Kubernetes cluster has is marked in {@link onlyOnKubernetes}. */
export type Source =
  /** The JMX exporter in each Kafka node. */
  | 'broker'
  /** The JMX exporter in each MirrorMaker 2 worker. */
  | 'mirror-maker'
  /** The consumer lag exporter beside the cluster. */
  | 'lag-exporter'
  | 'kubelet'
  | 'kube-state-metrics'
  /** Strimzi's Cluster Operator. */
  | 'cluster-operator'
  /** Strimzi's User Operator, one beside each cluster. */
  | 'user-operator'
  /** cert-manager's controller, which its own chart lets Prometheus scrape. */
  | 'cert-manager'
  /** External Secrets' controller, which its own chart lets Prometheus scrape. */
  | 'external-secrets'
  /** Prometheus itself. */
  | 'prometheus'
  /** The recording rules of `rules.ts`. */
  | 'rules';

/** What a local cluster does not have. */
export const onlyOnKubernetes: ReadonlySet<Source> = new Set([
  'kubelet',
  'kube-state-metrics',
  'cluster-operator',
  'user-operator',
  'cert-manager',
  'external-secrets',
]);

export type Unit =
  | 'count'
  | 'bytes'
  | 'seconds'
  | 'milliseconds'
  | 'ratio'
  | 'records'
  | 'timestamp-ms'
  | 'per-minute'
  | 'flag';

/** Labels that a scrape adds to every series: pod labels, not pod names, say which cluster and which role a node has. */
export type TargetLabel =
  | 'namespace'
  | 'pod'
  | 'strimzi_io_cluster'
  | 'strimzi_io_broker_role'
  | 'strimzi_io_controller_role'
  | 'strimzi_io_pool_name';

/** A label's value: one, any of several, anything but one, or a Grafana variable that holds a regular expression. */
export type Match = string | readonly string[] | { readonly not: string } | { readonly variable: string };

/** A series by its name. Alerts and dashboards know no other names. */
export interface Signal {
  /** Prometheus' name. */
  readonly metric: string;
  readonly source: Source;
  readonly unit: Unit;
  /** Whether it only grows, so that only its rate says anything. */
  readonly counter?: true;
  /** Its own labels, beside the target's. */
  readonly labels: readonly string[];
  /** Where two signals share a name: what tells this one. */
  readonly only?: Readonly<Record<string, Match>>;
}

/** A series that the JMX exporter makes of an attribute of MBeans. */
export interface JmxSignal extends Signal {
  readonly source: 'broker' | 'mirror-maker';
  /** `*` is a label of the key's name; keys stand in the order in which Kafka registers them. */
  readonly bean: string;
  readonly attribute: string;
  /** Labels with one value, such as the quantile that an attribute is. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** The attribute is a word: it becomes this label, and the value 1. */
  readonly word?: string;
}
