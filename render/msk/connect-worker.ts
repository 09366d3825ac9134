import type { ConnectCluster } from '../../model/connect-cluster';
import { servedOffsets } from '../../model/served-connect';
import { converters } from '../connect/workers';

/**
 * Kafka Connect's version of MSK Connect; it has 2.7.1, too.
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect.html, read 2026-11-21
 */
export const kafkaConnectVersion = '3.7.x';

/** AWS' own provider of values from Secrets Manager, whose jar the plugin's zip has to hold. https://github.com/aws-samples/msk-config-providers */
const secretsManager = {
  name: 'secretsmanager',
  class: 'com.amazonaws.kafka.config.providers.SecretsManagerConfigProvider',
} as const;

/** How a connector refers to one value of a secret: `${secretsmanager:inventory-database:password}`. */
export const secretsManagerReference = (secret: string, key: string): string =>
  `\${${secretsManager.name}:${secret}:${key}}`;

/**
 * By default MSK Connect starts a connector again and again when it refers to values of a provider.
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect-config-provider.html
 */
export const keepsRunning = { 'config.action.reload': 'none' } as const;

export interface ConnectWorkerProps {
  /** The application that the connector is: `pipeline-inventory`. */
  readonly application: string;
  readonly region: string;
  /** Whether its configuration refers to secrets. */
  readonly secrets: boolean;
  readonly connectCluster: Pick<ConnectCluster, 'config' | 'replicationFactor'>;
}

/** What the workers of one connector are told; MSK Connect decides the rest and lets nobody say it. */
export const connectWorkerProperties = ({
  application,
  region,
  secrets,
  connectCluster: { config, replicationFactor },
}: ConnectWorkerProps): Record<string, string> => ({
  ...converters(config),
  ...config,
  // Topics are described; a connector makes none.
  'topic.creation.enable': 'false',
  'offset.storage.topic': servedOffsets(application),
  'offset.storage.replication.factor': String(replicationFactor),
  ...(secrets
    ? {
        'config.providers': secretsManager.name,
        [`config.providers.${secretsManager.name}.class`]: secretsManager.class,
        [`config.providers.${secretsManager.name}.param.region`]: region,
      }
    : {}),
});

/**
 * What MSK Connect takes of what workers hand to their clients.
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect-workers.html, read 2026-11-21
 */
const clientProperties = {
  producer: [
    'acks',
    'batch.size',
    'buffer.memory',
    'compression.type',
    'enable.idempotence',
    'key.serializer',
    'max.request.size',
    'metadata.max.age.ms',
    'metadata.max.idle.ms',
    'partitioner.class',
    'reconnect.backoff.max.ms',
    'reconnect.backoff.ms',
    'request.timeout.ms',
    'retry.backoff.ms',
    'value.serializer',
  ],
  consumer: [
    'allow.auto.create.topics',
    'auto.offset.reset',
    'check.crcs',
    'fetch.max.bytes',
    'fetch.max.wait.ms',
    'fetch.min.bytes',
    'heartbeat.interval.ms',
    'key.deserializer',
    'max.partition.fetch.bytes',
    'max.poll.records',
    'metadata.max.age.ms',
    'partition.assignment.strategy',
    'reconnect.backoff.max.ms',
    'reconnect.backoff.ms',
    'request.timeout.ms',
    'retry.backoff.ms',
    'session.timeout.ms',
    'value.deserializer',
  ],
} as const;

const taken: ReadonlySet<string> = new Set(
  Object.entries(clientProperties).flatMap(([client, names]) => names.map((name) => `${client}.${name}`)),
);

/** What MSK Connect decides: names, and what names begin with. The same page. */
const reserved =
  /^((access\.control|admin|client|connect|inter\.worker|internal|listeners\.https|metrics|rest|sasl|security|socket|ssl|topic\.tracking|worker)\.|(bootstrap\.servers|config\.storage\.topic|connections\.max\.idle\.ms|connector\.client\.config\.override\.policy|group\.id|listeners|metric\.reporters|plugin\.path|receive\.buffer\.bytes|response\.http\.headers\.config|scheduled\.rebalance\.max\.delay\.ms|send\.buffer\.bytes|status\.storage\.topic)$)/;

/** Whether MSK Connect takes a property of workers. */
export const isTakenByMskConnect = (name: string): boolean =>
  /^(producer|consumer)\./.test(name) ? taken.has(name) : !reserved.test(name);
