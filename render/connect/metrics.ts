/** Of each worker: what connectors and tasks do, whether they fail, and how the workers share them. */
export const connectMetrics: readonly string[] = [
  'kafka_connect_connect_coordinator_metrics.*',
  'kafka_connect_connect_worker_metrics.*',
  'kafka_connect_connect_worker_rebalance_metrics.*',
  'kafka_connect_connector_metrics.*',
  'kafka_connect_connector_task_metrics.*',
  'kafka_connect_sink_task_metrics.*',
  'kafka_connect_source_task_metrics.*',
  'kafka_connect_task_error_metrics.*',
];
