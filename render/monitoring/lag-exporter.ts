import type { MonitoredCluster } from './monitored';

/** The version whose metrics `signals/lag-signals.ts` names. https://github.com/softwaremill/klag-exporter/releases */
export const lagExporterVersion = '0.1.29';

/** Where it answers Prometheus. */
export const lagExporterPort = 8000;

/** Labels that would start a series anew whenever a consumer restarts, and that name its machine. */
export const restlessLabels = [
  'member_host',
  'consumer_id',
  'client_id',
  'compaction_detected',
  'data_loss_detected',
] as const;

/** All that it needs, on every topic and every group: with it nobody reads a record, joins a group or changes anything. */
export const lagExporterPermissions = [
  { resourceType: 'Topic', operations: ['Describe', 'DescribeConfigs'] },
  { resourceType: 'Group', operations: ['Describe'] },
] as const;

/** What it is called, and the user that it is. */
export const lagExporterUser = (cluster: string): string => `${cluster}-lag-exporter`;

export interface LagExporterConfiguration extends Pick<MonitoredCluster, 'cluster'> {
  readonly bootstrapServers: string;
  /** librdkafka's properties by their own names. A variable of the environment is `${NAME}`. */
  readonly properties: Readonly<Record<string, string>>;
  /** Seconds between two looks at the cluster. Default: 30. */
  readonly every?: number;
  /** Default: 8000. */
  readonly port?: number;
}

/**
 * The exporter's TOML file. Time is estimated from how fast a partition grows, not read from records: so the exporter may
 * describe topics and groups and read nothing. https://github.com/softwaremill/klag-exporter#configuration
 */
export function lagExporterConfiguration(props: LagExporterConfiguration): string {
  const { cluster, bootstrapServers, properties, every = 30, port = lagExporterPort } = props;
  const client = Object.entries(properties).map(([key, value]) => `${text(key)} = ${text(value)}\n`);
  return `[exporter]
poll_interval = "${every}s"
http_host = "0.0.0.0"
http_port = ${port}
granularity = "partition"

[exporter.timestamp_sampling]
enabled = true
mode = "rate"

[[clusters]]
name = ${text(cluster)}
bootstrap_servers = ${text(bootstrapServers)}
topic_blacklist = ["^__.*"]

[clusters.consumer_properties]
${client.join('')}`;
}

/** A basic string of TOML has the escapes of JSON. https://toml.io/en/v1.0.0#string */
const text = (value: string): string => JSON.stringify(value);
