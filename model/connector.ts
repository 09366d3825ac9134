import { z } from 'zod';
import {
  type DeadLetterInput,
  deadLetterShape,
  type Flow,
  type LagInput,
  lagShape,
  type ProducesInput,
  producesShape,
} from './flow';
import type { Origin } from './place';
import { type Postgres, type PostgresInput, postgresShape } from './postgres';

/** Whether Kafka Connect runs it: `stopped` also gives its tasks' resources back. MSK Connect knows `running` alone. */
export const connectorStates = ['running', 'paused', 'stopped'] as const;
export type ConnectorState = (typeof connectorStates)[number];

/** One value of a Secret beside the workers, or for MSK Connect of a secret in Secrets Manager; the connector's configuration holds a reference to it. */
export interface ConnectorSecretInput {
  /** The Secret's name. */
  readonly secret: string;
  /** Which of its values. */
  readonly key: string;
}

/** A connector consumes a topic as the group that Kafka Connect gives it, `connect-<connector>`, and reads committed records. In MSK Connect the group is named after what that calls it, and reads all. */
export interface ConnectorConsumesInput {
  /** Makes `<topic>.connect-<connector>.dlq`, to which Kafka Connect writes what the connector cannot take. Default: the connector fails. */
  readonly deadLetter?: DeadLetterInput;
  /** How far behind the group may be. Default: no objective. */
  readonly lag?: LagInput;
}

/** A connector of Kafka Connect: it moves records between topics and another system. */
export interface ConnectorInput<Owner extends string = string, TopicName extends string = string> {
  /** The team that answers for it, one of the platform's owners. */
  readonly owner: Owner;
  /** One sentence, which `explain` prints. Default: none. */
  readonly description?: string;
  /** The plugin that has its class, one of the platform's; MSK Connect needs one. Default: its class is one of Kafka's own, which every image has. */
  readonly plugin?: string;
  /** Kafka Connect's `connector.class`. Default: that of `postgres`, which needs none. */
  readonly class?: string;
  /** Captures the changes of a PostgreSQL database by Debezium. Default: it is another connector. */
  readonly postgres?: PostgresInput;
  /** Topics that it writes. Default: none, or those of `postgres`. */
  readonly produces?: { readonly [topic in TopicName]?: ProducesInput };
  /** Topics that it reads: Kafka Connect's `topics`. Default: none. */
  readonly consumes?: { readonly [topic in TopicName]?: ConnectorConsumesInput };
  /** The topic in which Debezium keeps what tables looked like, for databases whose log does not say it; PostgreSQL needs none. Default: none. */
  readonly schemaHistory?: TopicName;
  /** Kafka Connect's `tasks.max`. Default: 1. */
  readonly tasks?: number;
  /** Whether it runs. Default: `running`. */
  readonly state?: ConnectorState;
  /** Any other configuration of its class, by its own name; no secret. Default: none. */
  readonly config?: Readonly<Record<string, string | number | boolean>>;
  /** Configuration whose value is in a Secret, by its own name. Default: none. */
  readonly secrets?: Readonly<Record<string, ConnectorSecretInput>>;
  /** The Connect cluster that runs it. Default: the environment's only one; an environment that has none runs no connector. */
  readonly connectCluster?: string;
}

export const connectorSecretShape = z.strictObject({
  secret: z.string(),
  key: z.string(),
}) satisfies z.ZodType<ConnectorSecretInput>;

export const connectorConsumesShape = z.strictObject({
  deadLetter: deadLetterShape.optional(),
  lag: lagShape.optional(),
}) satisfies z.ZodType<ConnectorConsumesInput>;

export const connectorShape = z.strictObject({
  owner: z.string(),
  description: z.string().optional(),
  plugin: z.string().optional(),
  class: z.string().optional(),
  postgres: postgresShape.optional(),
  produces: z.record(z.string(), producesShape).optional(),
  consumes: z.record(z.string(), connectorConsumesShape).optional(),
  schemaHistory: z.string().optional(),
  tasks: z.int().optional(),
  state: z.enum(connectorStates).optional(),
  config: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  secrets: z.record(z.string(), connectorSecretShape).optional(),
  connectCluster: z.string().optional(),
}) satisfies z.ZodType<ConnectorInput>;

/** A Kafka client that a connector has beside Kafka Connect's: its properties begin with `prefix`. */
export interface OwnClient {
  readonly bootstrapServers: string;
  readonly prefix: string;
}

/** A connector with every default decided. */
export interface Connector {
  readonly name: string;
  readonly owner: string;
  readonly description?: string;
  /** Absent: nothing runs it in this environment. Empty: it does not say which of several does. */
  readonly connectCluster?: string;
  /** Absent: its class is one of Kafka's own. */
  readonly plugin?: string;
  readonly class: string;
  readonly tasks: number;
  readonly state: ConnectorState;
  /** The configuration of its class by Kafka Connect's own names, but for secrets and for how its own clients reach the cluster. */
  readonly config: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, ConnectorSecretInput>>;
  readonly clients: readonly OwnClient[];
  readonly schemaHistory?: string;
  /** The database that it captures. Absent: it is another connector. */
  readonly postgres?: Postgres;
  /** The keys of `config` that its description by hand says; all others the kit decides. */
  readonly said: readonly string[];
  readonly origin: Origin;
}

/** A connector whose flows are known, while what `postgres` stands for is still to be expanded. */
export interface DescribedConnector extends Connector {
  readonly flows: readonly Flow[];
  /** Where its topics are, when nothing runs it here. */
  readonly onlyCluster?: string;
}

/** The group in which Kafka Connect reads for a connector. */
export const connectorGroup = (connector: string): string => `connect-${connector}`;

/** The group in which Debezium reads its schema history again. */
export const historyGroup = (topicPrefix: string): string => `${topicPrefix}-schemahistory`;
