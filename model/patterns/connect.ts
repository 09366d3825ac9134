import type { Application } from '../application';
import type { Cluster } from '../cluster';
import {
  type ConnectCluster,
  connectorApplication,
  type DescribedConnectCluster,
  servedConnector,
} from '../connect-cluster';
import { grantsOfConnectCluster } from '../connect-permissions';
import { type Connector, type DescribedConnector, historyGroup } from '../connector';
import type { Environment } from '../environment';
import type { Flow } from '../flow';
import { Origin } from '../place';
import { grantsOfServedConnector, type ServedConnector, servedFlow } from '../served-connect';
import type { Topic } from '../topic';
import type { Made } from './made';
import { expandPostgres, postgresConnectorClass } from './postgres';
import { workloadApplication } from './workload';

/** Connect clusters and connectors with everything decided, and what they stand for. */
export interface MadeByConnect extends Made {
  readonly connectors: ReadonlyMap<string, Connector>;
  readonly connectClusters: ReadonlyMap<string, ConnectCluster>;
}

export interface DescribedConnect {
  readonly environment: Pick<Environment, 'name'>;
  readonly clusters: ReadonlyMap<string, Cluster>;
  readonly connectors: ReadonlyMap<string, DescribedConnector>;
  readonly connectClusters: ReadonlyMap<string, DescribedConnectCluster>;
}

/**
 * Each Connect cluster is an application, the user of its workers; what its connectors move are its flows. Where a vendor's
 * service runs them, each connector is an application, for each has a role of its own. Where nothing
 * runs a connector its topics are there all the same: they are the platform's, and others read them.
 */
export function expandConnect(described: DescribedConnect): MadeByConnect {
  const { connectClusters } = described;
  const expanded = [...described.connectors.values()].map((connector) => expandConnector(connector, described));
  const connectors = new Map(expanded.map(({ connector }) => [connector.name, connector]));
  return {
    topics: expanded.flatMap(({ topics }) => topics),
    flows: expanded.flatMap(({ connector, flows }) =>
      connectClusters.has(connector.connectCluster ?? '') ? flows : [],
    ),
    applications: [...connectClusters.values()].flatMap((cluster) =>
      cluster.service === undefined
        ? [applicationOf(cluster)]
        : connectorsOf(cluster.name, connectors).map((connector) => servedApplication(cluster, connector, described)),
    ),
    connectors,
    connectClusters: new Map([...connectClusters].map(([name, cluster]) => [name, withPlugins(cluster, connectors)])),
  };
}

interface ExpandedConnector {
  readonly connector: Connector;
  readonly topics: readonly Topic[];
  readonly flows: readonly Flow[];
}

function expandConnector(
  described: DescribedConnector,
  { clusters, connectClusters, environment }: DescribedConnect,
): ExpandedConnector {
  const { flows, onlyCluster, ...connector } = described;
  const { postgres } = connector;
  const history = historyOf(described);
  const workers = connectClusters.get(connector.connectCluster ?? '');
  const cluster = clusters.get(workers?.cluster ?? onlyCluster ?? '');
  const made = postgres && expandPostgres({ ...described, postgres }, cluster);
  return {
    connector: {
      ...connector,
      class: connector.class || (postgres ? postgresConnectorClass : ''),
      config: { ...(made?.config ?? connector.config), ...history.config, ...sinkConfig(flows) },
      secrets: made?.secrets ?? connector.secrets,
      clients: [...(made?.clients ?? []), ...history.clients],
    },
    topics: made?.topics ?? [],
    flows: [...flows, ...(made?.flows ?? []), ...history.flows].map((flow) =>
      workers?.service === undefined
        ? flow
        : servedFlow(flow, servedAs(workers.name, connector.name, environment), connector.name),
    ),
  };
}

function servedAs(
  connectCluster: string,
  connector: string,
  environment: DescribedConnect['environment'],
): ServedConnector {
  const application = connectorApplication(connectCluster, connector);
  return { application, served: servedConnector(environment.name, application) };
}

/** Kafka Connect has one list of topics for all of a connector's tasks, and one dead letter. */
function sinkConfig(flows: readonly Flow[]): Record<string, string> {
  const consumed = flows.flatMap((flow) => (flow.direction === 'consume' ? [flow] : []));
  const deadLetter = consumed.find((flow) => flow.deadLetter)?.deadLetter;
  return {
    ...(consumed.length > 0 ? { topics: consumed.map(({ topic }) => topic).join(',') } : {}),
    ...(deadLetter
      ? {
          'errors.tolerance': 'all',
          'errors.retry.timeout': String((deadLetter.attempts - 1) * deadLetter.backoff),
          'errors.retry.delay.max.ms': String(deadLetter.backoff),
          'errors.deadletterqueue.topic.name': deadLetter.topic,
          'errors.deadletterqueue.context.headers.enable': 'true',
        }
      : {}),
  };
}

interface History extends Pick<Connector, 'config' | 'clients'> {
  readonly flows: readonly Flow[];
}

/**
 * Debezium writes the history by a producer, and reads it again by a consumer, of its own.
 * @see https://debezium.io/documentation/reference/3.7/connectors/mysql.html#debezium-mysql-connector-kafka-schema-history-configuration-properties
 */
function historyOf({ name, schemaHistory, connectCluster = '', config, origin }: DescribedConnector): History {
  if (!schemaHistory) return { config: {}, clients: [], flows: [] };
  const shared = {
    application: connectCluster,
    topic: schemaHistory,
    connector: name,
    origin: new Origin(origin.at('schemaHistory')),
  };
  const flows: Flow[] = [
    { direction: 'produce', ...shared },
    {
      direction: 'consume',
      group: historyGroup(config['topic.prefix'] ?? name),
      isolation: 'read_committed',
      ...shared,
    },
  ];
  const bootstrapServers = 'schema.history.internal.kafka.bootstrap.servers';
  return {
    config: { 'schema.history.internal.kafka.topic': schemaHistory },
    clients: ['producer', 'consumer'].map((one) => ({
      bootstrapServers,
      prefix: `schema.history.internal.${one}.`,
    })),
    flows,
  };
}

const applicationOf = (connectCluster: DescribedConnectCluster): Application =>
  workloadApplication(connectCluster, {
    kind: 'connect-cluster',
    description: 'Workers of Kafka Connect',
    grants: grantsOfConnectCluster(connectCluster),
  });

const servedApplication = (
  connectCluster: DescribedConnectCluster,
  { name, owner, origin }: Connector,
  { environment }: DescribedConnect,
): Application => {
  const as = servedAs(connectCluster.name, name, environment);
  return {
    ...workloadApplication(
      { ...connectCluster, name: as.application, owner, origin },
      {
        kind: 'connect-cluster',
        description: `The connector '${name}' in MSK Connect`,
        grants: grantsOfServedConnector(as),
      },
    ),
    workload: { kind: 'connect-cluster', name: connectCluster.name },
    service: connectCluster.service,
  };
};

/** An image that is built holds what its connectors need, unless the description says what. */
const withPlugins = (cluster: DescribedConnectCluster, connectors: ReadonlyMap<string, Connector>): ConnectCluster => {
  const needed = connectorsOf(cluster.name, connectors).flatMap(({ plugin }) => plugin ?? []);
  const found = cluster.service === undefined ? [] : Object.keys(cluster.pluginObjects).sort();
  return { ...cluster, plugins: cluster.plugins ?? (cluster.build ? [...new Set(needed)].sort() : found) };
};

const connectorsOf = (connectCluster: string, connectors: ReadonlyMap<string, Connector>): Connector[] =>
  [...connectors.values()].filter((connector) => connector.connectCluster === connectCluster);
