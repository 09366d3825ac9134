import { type ConnectCluster, connectInternals } from '../../model/connect-cluster';

/** What workers are told, whatever runs them. */
export type WorkersProps = Pick<ConnectCluster, 'name' | 'config' | 'exactlyOnce' | 'replicationFactor'>;

/** Where workers find the values that their connectors only refer to. */
export interface ConfigProvider {
  /** The name in a reference: `secrets` of `${secrets:…}`. */
  readonly name: string;
  readonly class: string;
}

/** Workers' settings, by Kafka's own names. */
export interface Workers {
  readonly groupId: string;
  readonly configStorageTopic: string;
  readonly offsetStorageTopic: string;
  readonly statusStorageTopic: string;
  readonly config: Readonly<Record<string, string>>;
}

/**
 * One decision for Strimzi's object and for Kafka's own program.
 * @see https://kafka.apache.org/documentation/#connectconfigs
 */
export function connectWorkers(props: WorkersProps, provider: ConfigProvider): Workers {
  const { replicationFactor } = props;
  return {
    ...connectInternals(props.name),
    config: {
      ...converters(props.config),
      ...props.config,
      'config.storage.replication.factor': String(replicationFactor),
      'offset.storage.replication.factor': String(replicationFactor),
      'status.storage.replication.factor': String(replicationFactor),
      // Topics are described; a connector makes none, and has no client but the workers'.
      'topic.creation.enable': 'false',
      'connector.client.config.override.policy': 'None',
      // Records of aborted transactions would become rows.
      'consumer.isolation.level': 'read_committed',
      ...(props.exactlyOnce ? { 'exactly.once.source.support': 'enabled' } : {}),
      'config.providers': provider.name,
      [`config.providers.${provider.name}.class`]: provider.class,
    },
  };
}

const json = 'org.apache.kafka.connect.json.JsonConverter';

/** Plain JSON, without Connect's own schema around each record, unless the description says something else. */
export const converters = (config: Readonly<Record<string, string>>): Record<string, string> =>
  Object.assign(
    {},
    ...['key.converter', 'value.converter']
      .filter((converter) => config[converter] === undefined)
      .map((converter) => ({ [converter]: json, [`${converter}.schemas.enable`]: 'false' })),
  );
