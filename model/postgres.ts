import { z } from 'zod';
import { type Classification, classifications } from './topic';
import { type Duration, durationShape } from './units';

/** The database's user and password, as values of a Secret beside the workers. */
export interface PostgresCredentialsInput {
  /** The Secret's name. */
  readonly secret: string;
  /** Which of its values is the user. Default: `username`. */
  readonly usernameKey?: string;
  /** Which of its values is the password. Default: `password`. */
  readonly passwordKey?: string;
}

/** Debezium reads a PostgreSQL database's write-ahead log: one topic a table. */
export interface PostgresInput {
  /** The database's host. */
  readonly host: string;
  /** Default: 5432. */
  readonly port?: number;
  /** The database's name. */
  readonly database: string;
  /** `schema.table` of each table whose changes are published. */
  readonly tables: readonly string[];
  /** The beginning of the topics' names, unique on the cluster: `<topicPrefix>.<schema>.<table>`. Default: the connector's name. */
  readonly topicPrefix?: string;
  /** The database's user and password, as values of a Secret beside the workers. */
  readonly credentials: PostgresCredentialsInput;
  /** How often a record is written though nothing changes, so that the write-ahead log can be shortened. Default: `10s`. */
  readonly heartbeat?: Duration;
  /** Makes the topic `debezium-signal.<topicPrefix>`, by which snapshots are asked for while it runs. Default: false. */
  readonly signals?: boolean;
  /** The replication slot, which only this connector reads. Default: the connector's name with underscores. */
  readonly slot?: string;
  /** A publication of exactly these tables, which somebody else made. Default: the connector makes one with the slot's name, for which its user must own the tables. */
  readonly publication?: string;
  /** Partitions of each table's topic. Default: 3. */
  readonly partitions?: number;
  /** How long changes stay. Default: `7d`. */
  readonly retention?: Duration;
  /** How much harm a row does in the wrong hands. Default: `internal`. */
  readonly classification?: Classification;
}

export const postgresCredentialsShape = z.strictObject({
  secret: z.string(),
  usernameKey: z.string().optional(),
  passwordKey: z.string().optional(),
}) satisfies z.ZodType<PostgresCredentialsInput>;

export const postgresShape = z.strictObject({
  host: z.string(),
  port: z.int().optional(),
  database: z.string(),
  tables: z.array(z.string()),
  topicPrefix: z.string().optional(),
  credentials: postgresCredentialsShape,
  heartbeat: durationShape.optional(),
  signals: z.boolean().optional(),
  slot: z.string().optional(),
  publication: z.string().optional(),
  partitions: z.int().optional(),
  retention: durationShape.optional(),
  classification: z.enum(classifications).optional(),
}) satisfies z.ZodType<PostgresInput>;

/** The database with every default decided. */
export interface Postgres
  extends Required<Omit<PostgresInput, 'credentials' | 'heartbeat' | 'retention' | 'publication'>> {
  readonly credentials: Required<PostgresCredentialsInput>;
  /** Milliseconds. */
  readonly heartbeat: number;
  readonly publication?: string;
  /** Milliseconds. */
  readonly retention: number;
}

/** What Debezium calls its topics and, for signals, its group. */
export const postgresNames = (topicPrefix: string) => ({
  table: (table: string): string => `${topicPrefix}.${table}`,
  // Debezium's own beginning, `__debezium-heartbeat`, is Kafka's: MirrorMaker and other tools leave such topics out.
  heartbeat: `debezium-heartbeat.${topicPrefix}`,
  signal: `debezium-signal.${topicPrefix}`,
  signalGroup: `debezium-signal.${topicPrefix}`,
});
