import { defaultReplicationFactor } from '../../../model/replicas';

/** A plugin of the brokers' image that keeps old records in an object store. */
export interface StrimziTieredStorage {
  /** Kafka's `remote.log.storage.manager.class.name`. */
  readonly className: string;
  /** Kafka's `remote.log.storage.manager.class.path`. */
  readonly classPath: string;
  /** The plugin's configuration by its own names. Default: none. */
  readonly config?: Readonly<Record<string, string>>;
}

/** `spec.kafka.tieredStorage`. https://strimzi.io/docs/operators/latest/configuring.html#type-TieredStorageCustom-reference */
export const renderTieredStorage = ({ className, classPath, config }: StrimziTieredStorage) => ({
  type: 'custom' as const,
  remoteStorageManager: { className, classPath, config: config && { ...config } },
});

/** Which remote segments there are is written to a topic of Kafka's own, whose replicas are three by its default. */
export const remoteMetadataConfig = (brokers: number): Record<string, number> => ({
  'rlmm.config.remote.log.metadata.topic.replication.factor': defaultReplicationFactor({ brokers }),
});
