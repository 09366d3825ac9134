import type { Signal } from './signal';

const ofVolume = ['persistentvolumeclaim'] as const;
/** 1 while the condition Ready of an object is False, and 0 once it is not. */
const notReady = {
  source: 'external-secrets',
  unit: 'flag',
  labels: ['name', 'exported_namespace', 'condition', 'status'],
  only: { condition: 'Ready', status: 'False' },
} as const;
const ofUsers = { source: 'user-operator', labels: ['kind'], only: { kind: 'KafkaUser' } } as const;

/** What others say about a cluster: its JVMs, its volumes, its operator, Prometheus, and the rules beside the alerts. */
export const surroundingSignals = {
  /** The JMX exporter gives these without a rule. */
  memoryUsed: { metric: 'jvm_memory_used_bytes', source: 'broker', unit: 'bytes', labels: ['area'] },
  memoryMaximum: { metric: 'jvm_memory_max_bytes', source: 'broker', unit: 'bytes', labels: ['area'] },
  garbageCollection: {
    metric: 'jvm_gc_collection_seconds_sum',
    source: 'broker',
    unit: 'seconds',
    counter: true,
    labels: ['gc'],
  },
  processor: { metric: 'process_cpu_seconds_total', source: 'broker', unit: 'seconds', counter: true, labels: [] },

  /** @see https://kubernetes.io/docs/reference/instrumentation/metrics/ */
  volumeAvailable: {
    metric: 'kubelet_volume_stats_available_bytes',
    source: 'kubelet',
    unit: 'bytes',
    labels: ofVolume,
  },
  volumeCapacity: { metric: 'kubelet_volume_stats_capacity_bytes', source: 'kubelet', unit: 'bytes', labels: ofVolume },
  /** Which pod uses a claim: the claim's own labels are exported only where kube-state-metrics is told to. */
  volumeOfPod: {
    metric: 'kube_pod_spec_volumes_persistentvolumeclaims_info',
    source: 'kube-state-metrics',
    unit: 'flag',
    labels: ofVolume,
  },
  /** Of a cluster's authorities, not of its users. */
  certificateExpiry: {
    metric: 'strimzi_certificate_expiration_timestamp_ms',
    source: 'cluster-operator',
    unit: 'timestamp-ms',
    labels: ['cluster', 'type', 'resource_namespace'],
  },
  /**
   * When a certificate is to be made anew, since 1970; `name` is the Certificate's. Prometheus may call its namespace `exported_namespace`.
   * @see https://cert-manager.io/docs/devops-tips/prometheus-metrics/
   */
  certificateRenewal: {
    metric: 'certmanager_certificate_renewal_timestamp_seconds',
    source: 'cert-manager',
    unit: 'seconds',
    labels: ['name'],
  },

  /**
   * The User Operator looks at every user each two minutes, and renews certificates then: it has no metric of their end.
   * One that somebody paused counts among those that succeed.
   * @see https://github.com/strimzi/strimzi-kafka-operator/blob/1.2.0/operator-common/src/main/java/io/strimzi/operator/common/metrics/MetricsHolder.java
   */
  usersReconciled: { metric: 'strimzi_reconciliations_successful_total', unit: 'count', counter: true, ...ofUsers },
  usersNotReconciled: { metric: 'strimzi_reconciliations_failed_total', unit: 'count', counter: true, ...ofUsers },
  usersPaused: { metric: 'strimzi_resources_paused', unit: 'count', ...ofUsers },

  /** @see https://external-secrets.io/latest/api/metrics/ */
  externalSecretNotReady: { metric: 'externalsecret_status_condition', ...notReady },
  pushSecretNotReady: { metric: 'pushsecret_status_condition', ...notReady },
  /** There is one from its start, also while nothing has to be read again: conditions appear when an object is read. */
  externalSecretsReconciled: {
    metric: 'controller_runtime_reconcile_total',
    source: 'external-secrets',
    unit: 'count',
    counter: true,
    labels: ['controller'],
    only: { controller: 'externalsecret' },
  },

  scraped: { metric: 'up', source: 'prometheus', unit: 'flag', labels: [] },
  alerts: { metric: 'ALERTS', source: 'prometheus', unit: 'flag', labels: ['alertname', 'alertstate', 'severity'] },

  /** What a flow of the description promises: `lag: { under }`, in seconds. */
  lagObjective: {
    metric: 'kafka_consumer_lag_objective_seconds',
    source: 'rules',
    unit: 'seconds',
    labels: ['group', 'topic', 'owner'],
  },
} as const satisfies Record<string, Signal>;
