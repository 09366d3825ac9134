import type { ConnectCluster, ConnectClusterInput, DescribedConnectCluster } from '../connect-cluster';
import { type ConnectorInput, connectorGroup, type DescribedConnector } from '../connector';
import { fieldsSaid } from '../fields-said';
import type { Origin } from '../place';
import type { Postgres, PostgresInput } from '../postgres';
import { defaultReplicationFactor } from '../replicas';
import { parseDuration, parseSize } from '../units';
import type { NormaliseContext, Written } from './normalise-context';
import { normaliseFlows } from './normalise-flows';
import { normaliseWorkload } from './normalise-workload';
import type { Quantities } from './quantities';

/** Decides every default of a connector but what `postgres` stands for, which a pattern does. */
export function normaliseConnector(
  { name, said, origin }: Written<ConnectorInput>,
  { connectClusters, onlyCluster, quantities }: NormaliseContext,
): DescribedConnector {
  const [only, ...others] = connectClusters;
  const connectCluster = only === undefined ? undefined : (said.connectCluster ?? (others.length > 0 ? '' : only));
  const consumes = Object.entries(said.consumes ?? {}).map(
    ([topic, flow]) => [topic, { ...flow, group: connectorGroup(name), isolation: 'read_committed' }] as const,
  );
  const config = textOf(said.config);
  return {
    name,
    owner: said.owner,
    description: said.description,
    connectCluster,
    plugin: said.plugin,
    class: said.class ?? '',
    tasks: said.tasks ?? 1,
    state: said.state ?? 'running',
    config,
    secrets: said.secrets ?? {},
    clients: [],
    schemaHistory: said.schemaHistory,
    said: Object.keys(config),
    flows: normaliseFlows(
      { name: connectCluster ?? '', origin },
      { produces: said.produces, consumes: Object.fromEntries(consumes) },
      quantities,
    ).map((flow) => ({ ...flow, connector: name })),
    postgres: said.postgres && postgresOf(name, said.postgres, origin, quantities),
    onlyCluster,
    origin,
  };
}

function postgresOf(connector: string, said: PostgresInput, origin: Origin, quantities: Quantities): Postgres {
  const { credentials, heartbeat, retention, publication } = said;
  return {
    host: said.host,
    port: said.port ?? 5432,
    database: said.database,
    tables: said.tables,
    topicPrefix: said.topicPrefix ?? connector,
    credentials: {
      secret: credentials.secret,
      usernameKey: credentials.usernameKey ?? 'username',
      passwordKey: credentials.passwordKey ?? 'password',
    },
    heartbeat: quantities.duration(heartbeat, origin, 'postgres', 'heartbeat') ?? parseDuration('10s'),
    signals: said.signals ?? false,
    slot: said.slot ?? connector.replaceAll('-', '_'),
    publication,
    partitions: said.partitions ?? 3,
    retention: quantities.duration(retention, origin, 'postgres', 'retention') ?? parseDuration('7d'),
    classification: said.classification ?? 'internal',
  };
}

/** Decides every default of a Connect cluster but the plugins of an image that is built, which its connectors decide. */
export function normaliseConnectCluster(
  written: Written<ConnectClusterInput>,
  context: NormaliseContext,
): DescribedConnectCluster {
  const { said, origin } = written;
  const workload = normaliseWorkload(written, context);
  const cluster = context.clusters.get(workload.cluster);
  const service = cluster?.services?.connect;
  return {
    ...workload,
    // The vendor vouches for what it runs itself.
    authentication: said.authentication ?? (service === undefined ? workload.authentication : 'iam'),
    service,
    said: fieldsSaid(said),
    instances: said.instances ?? 2,
    image: said.image,
    build: said.build,
    plugins: said.plugins && [...said.plugins].sort(),
    pluginObjects: said.pluginObjects ?? {},
    capacityUnits: said.capacityUnits ?? 1,
    securityGroups: said.securityGroups ?? [],
    memory: context.quantities.size(said.memory, origin, 'memory') ?? parseSize('2GiB'),
    cpu: said.cpu ?? 0.5,
    rack: said.rack,
    exactlyOnce: said.exactlyOnce ?? false,
    config: textOf(said.config),
    replicationFactor: defaultReplicationFactor(cluster),
  };
}

const textOf = (config: ConnectCluster['config'] | ConnectClusterInput['config'] = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(config).map(([key, value]) => [key, String(value)]));
