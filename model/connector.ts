import { z } from 'zod';
import { type ConsumesInput, consumesShape, type ProducesInput, producesShape } from './flow';
import type { Origin } from './place';
import { type Duration, durationShape } from './units';

/** Whether Kafka Connect runs it: `stopped` also gives its tasks' resources back. */
export const connectorStates = ['running', 'paused', 'stopped'] as const;
export type ConnectorState = (typeof connectorStates)[number];

/** One value of a Secret beside the workers; the connector's configuration holds a reference to it. */
export interface ConnectorSecretInput {
  /** The Secret's name. */
  readonly secret: string;
  /** Which of its values. */
  readonly key: string;
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
  readonly credentials: {
    readonly secret: string;
    /** Default: `username`. */
    readonly usernameKey?: string;
    /** Default: `password`. */
    readonly passwordKey?: string;
  };
  /** How often a record is written though nothing changes, so that the write-ahead log can be shortened. Default: `10s`. */
  readonly heartbeat?: Duration;
  /** Makes a topic by which snapshots are asked for while it runs. Default: false. */
  readonly signals?: boolean;
  /** The replication slot, which only this connector reads. Default: the connector's name with underscores. */
  readonly slot?: string;
  /** Partitions of each table's topic. Default: 3. */
  readonly partitions?: number;
}

/** A connector of Kafka Connect: it moves records between topics and another system. */
export interface ConnectorInput<Owner extends string = string, TopicName extends string = string> {
  /** The team that answers for it, one of the platform's owners. */
  readonly owner: Owner;
  /** One sentence, which `explain` prints. Default: none. */
  readonly description?: string;
  /** The plugin that has its class, one of the platform's. */
  readonly plugin: string;
  /** Kafka Connect's `connector.class`. Default: that of `postgres`, which needs none. */
  readonly class?: string;
  /** Captures the changes of a PostgreSQL database by Debezium. Default: it is another connector. */
  readonly postgres?: PostgresInput;
  /** Topics that it writes. Default: none, or those of `postgres`. */
  readonly produces?: { readonly [topic in TopicName]?: ProducesInput };
  /** Topics that it reads; its group is Kafka Connect's `connect-<connector>`. Default: none. */
  readonly consumes?: { readonly [topic in TopicName]?: ConsumesInput };
  /** Kafka Connect's `tasks.max`. Default: 1. */
  readonly tasks?: number;
  /** Whether it runs. Default: `running`. */
  readonly state?: ConnectorState;
  /** Any other configuration of its class, by its own name; no secret. Default: none. */
  readonly config?: Readonly<Record<string, string | number | boolean>>;
  /** Configuration whose value is in a Secret, by its own name. Default: none. */
  readonly secrets?: Readonly<Record<string, ConnectorSecretInput>>;
  /** The Connect cluster that runs it. Default: the environment's only one. */
  readonly connectCluster?: string;
}

export const connectorSecretShape = z.strictObject({
  secret: z.string(),
  key: z.string(),
}) satisfies z.ZodType<ConnectorSecretInput>;

export const postgresShape = z.strictObject({
  host: z.string(),
  port: z.int().optional(),
  database: z.string(),
  tables: z.array(z.string()),
  topicPrefix: z.string().optional(),
  credentials: z.strictObject({
    secret: z.string(),
    usernameKey: z.string().optional(),
    passwordKey: z.string().optional(),
  }),
  heartbeat: durationShape.optional(),
  signals: z.boolean().optional(),
  slot: z.string().optional(),
  partitions: z.int().optional(),
}) satisfies z.ZodType<PostgresInput>;

export const connectorShape = z.strictObject({
  owner: z.string(),
  description: z.string().optional(),
  plugin: z.string(),
  class: z.string().optional(),
  postgres: postgresShape.optional(),
  produces: z.record(z.string(), producesShape).optional(),
  consumes: z.record(z.string(), consumesShape).optional(),
  tasks: z.int().optional(),
  state: z.enum(connectorStates).optional(),
  config: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  secrets: z.record(z.string(), connectorSecretShape).optional(),
  connectCluster: z.string().optional(),
}) satisfies z.ZodType<ConnectorInput>;

/** A connector with every default decided. */
export interface Connector {
  readonly name: string;
  readonly owner: string;
  readonly description?: string;
  readonly connectCluster: string;
  readonly plugin: string;
  readonly class: string;
  readonly tasks: number;
  readonly state: ConnectorState;
  /** The complete configuration of its class by Kafka Connect's own names, but for secrets. */
  readonly config: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, ConnectorSecretInput>>;
  readonly origin: Origin;
}

/** A connector whose topics and flows, and those of `postgres`, are still to be expanded. */
export interface DescribedConnector extends Connector {
  readonly said: ConnectorInput;
}
