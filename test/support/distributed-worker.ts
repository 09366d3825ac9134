import { connectWorkers, type WorkersProps } from '../../render/connect/workers';

export interface DistributedProps extends WorkersProps {
  /** How the workers reach their cluster, by the names of Kafka's client properties: `bootstrap.servers`, `sasl.jaas.config` … */
  readonly client: Readonly<Record<string, string>>;
  /** Where the REST interface listens: `http://127.0.0.1:8083`. */
  readonly listener: string;
  /** Folders that hold plugins, one a folder. */
  readonly pluginPath: readonly string[];
}

/** The name and class by which a file is a secret's value: `${directory:/run/secrets/inventory:password}`. */
const directoryProvider = {
  name: 'directory',
  class: 'org.apache.kafka.common.config.provider.DirectoryConfigProvider',
} as const;

/**
 * Properties of Kafka's own program `connect-distributed`, which needs no Kubernetes. They hold what the client's hold: a
 * file of them is as secret as theirs.
 */
export function distributedWorker(props: DistributedProps): Record<string, string> {
  const { client, listener, pluginPath } = props;
  const { groupId, configStorageTopic, offsetStorageTopic, statusStorageTopic, config } = connectWorkers(
    props,
    directoryProvider,
  );
  const { 'bootstrap.servers': bootstrapServers = '', ...security } = client;
  const prefixed = ['', 'producer.', 'consumer.', 'admin.'].flatMap((prefix) =>
    Object.entries(security).map(([key, value]) => [`${prefix}${key}`, value]),
  );
  return {
    'bootstrap.servers': bootstrapServers,
    ...Object.fromEntries(prefixed),
    'group.id': groupId,
    'config.storage.topic': configStorageTopic,
    'offset.storage.topic': offsetStorageTopic,
    'status.storage.topic': statusStorageTopic,
    ...config,
    listeners: listener,
    'plugin.path': pluginPath.join(','),
  };
}
