import type { Cluster } from '../cluster';
import type { DescribedConnector } from '../connector';
import { millisecondsOfDay } from '../days';
import type { Flow } from '../flow';
import { Origin } from '../place';
import { type Postgres, postgresNames } from '../postgres';
import { defaultMinInsyncReplicas, defaultReplicationFactor } from '../replicas';
import type { Topic } from '../topic';

const day = millisecondsOfDay;

/** Topics, flows and configuration of Debezium's connector for PostgreSQL. */
export function expandPostgres(connector: PostgresConnector, cluster: Cluster | undefined) {
  const { postgres } = connector;
  return {
    // Where nothing runs it and there are several clusters, nothing says where its topics would be.
    topics: cluster ? topicsOf(connector, cluster) : [],
    flows: flowsOf(connector),
    config: { ...defaults, ...connector.config, ...decided(postgres) },
    secrets: {
      ...connector.secrets,
      'database.user': { secret: postgres.credentials.secret, key: postgres.credentials.usernameKey },
      'database.password': { secret: postgres.credentials.secret, key: postgres.credentials.passwordKey },
    },
    clients: postgres.signals
      ? [{ bootstrapServers: 'signal.kafka.bootstrap.servers', prefix: 'signal.consumer.' }]
      : [],
  };
}

type PostgresConnector = DescribedConnector & { readonly postgres: Postgres };

export const postgresConnectorClass = 'io.debezium.connector.postgresql.PostgresConnector';

/**
 * What a description may say otherwise. By Debezium's own default the password crosses the network in clear text where
 * the database asks for no TLS.
 * @see https://debezium.io/documentation/reference/3.7/connectors/postgresql.html#postgresql-connector-properties
 */
const defaults = {
  'database.sslmode': 'require',
  'plugin.name': 'pgoutput',
  'snapshot.mode': 'initial',
  'tombstones.on.delete': 'true',
} as const;

/** By `postgres` alone: names that permissions, topics and the database know. */
function decided(postgres: Postgres): Record<string, string> {
  const { topicPrefix, slot, publication, tables } = postgres;
  const names = postgresNames(topicPrefix);
  return {
    'database.hostname': postgres.host,
    'database.port': String(postgres.port),
    'database.dbname': postgres.database,
    'topic.prefix': topicPrefix,
    // Debezium reads regular expressions, which must match the whole name.
    'table.include.list': tables.map((table) => table.replaceAll('.', '\\.').replaceAll('$', '\\$')).join(','),
    'slot.name': slot,
    'publication.name': publication ?? slot,
    'publication.autocreate.mode': publication ? 'disabled' : 'filtered',
    'heartbeat.interval.ms': String(postgres.heartbeat),
    'topic.heartbeat.prefix': 'debezium-heartbeat',
    ...(postgres.signals
      ? {
          'signal.enabled.channels': 'kafka',
          'signal.kafka.topic': names.signal,
          'signal.kafka.groupId': names.signalGroup,
          // Debezium looks every five seconds, and by its default does not wait: a TLS connection is then never made in time.
          'signal.kafka.poll.timeout.ms': '1000',
          'signal.poll.interval.ms': '1000',
          // Snapshots by signals then write nothing to the database.
          'read.only': 'true',
        }
      : {}),
  };
}

/** What `decided` may say: a description that said it, too, would not be heard. */
export const decidedByPostgres: readonly string[] = [
  'database.hostname',
  'database.port',
  'database.dbname',
  'database.user',
  'database.password',
  'topic.prefix',
  'table.include.list',
  'slot.name',
  'publication.name',
  'publication.autocreate.mode',
  'heartbeat.interval.ms',
  'topic.heartbeat.prefix',
  'signal.enabled.channels',
  'signal.kafka.topic',
  'signal.kafka.groupId',
  'signal.kafka.poll.timeout.ms',
  'signal.poll.interval.ms',
  'read.only',
];

const topicsOf = (connector: PostgresConnector, cluster: Cluster): Topic[] => {
  const { postgres } = connector;
  const names = postgresNames(postgres.topicPrefix);
  const topic = (
    name: string,
    of: Pick<Topic, 'description' | 'partitions' | 'retention' | 'classification'>,
  ): Topic => {
    const replicationFactor = defaultReplicationFactor(cluster);
    return {
      name,
      owner: connector.owner,
      cluster: cluster.name,
      replicationFactor,
      minInsyncReplicas: defaultMinInsyncReplicas(replicationFactor),
      cleanup: 'delete',
      retentionSize: -1,
      config: {},
      role: 'records',
      madeBy: connector.name,
      origin: new Origin(connector.origin.at('postgres')),
      ...of,
    };
  };
  const { partitions, retention, classification } = postgres;
  return [
    ...postgres.tables.map((table) =>
      topic(names.table(table), { description: `Changes of ${table}`, partitions, retention, classification }),
    ),
    topic(names.heartbeat, {
      description: `Heartbeats of ${connector.name}`,
      partitions: 1,
      retention: day,
      classification: 'internal',
    }),
    ...(postgres.signals
      ? [
          topic(names.signal, {
            description: `What ${connector.name} is asked to do`,
            partitions: 1,
            retention: 7 * day,
            classification: 'internal',
          }),
        ]
      : []),
  ];
};

function flowsOf({ name, connectCluster = '', postgres, origin }: PostgresConnector) {
  const names = postgresNames(postgres.topicPrefix);
  const at = (...field: string[]) => new Origin(origin.at('postgres', ...field));
  const produce = (topic: string, field: string): Flow => ({
    direction: 'produce',
    application: connectCluster,
    topic,
    connector: name,
    origin: at(field),
  });
  const signals: Flow = {
    direction: 'consume',
    application: connectCluster,
    topic: names.signal,
    group: names.signalGroup,
    isolation: 'read_uncommitted',
    connector: name,
    origin: at('signals'),
  };
  return [
    ...postgres.tables.map((table) => produce(names.table(table), 'tables')),
    produce(names.heartbeat, 'heartbeat'),
    ...(postgres.signals ? [signals] : []),
  ];
}
