import { type MirroringProps, mirroring } from './mirroring';

/** How MirrorMaker reaches each side, by the names of Kafka's client properties: `bootstrap.servers`, `sasl.jaas.config` … */
export interface MirrorClients {
  readonly source: Readonly<Record<string, string>>;
  readonly target: Readonly<Record<string, string>>;
}

/**
 * Properties of Kafka's own program `connect-mirror-maker`, which needs no Kubernetes. They hold what the clients' hold:
 * a file of them is as secret as theirs.
 * @see https://github.com/apache/kafka/blob/4.3/connect/mirror/README.md
 */
export function dedicatedMirrorMaker(props: MirroringProps, clients: MirrorClients): Record<string, string> {
  const { from, to } = props;
  const told = mirroring(props);
  const { worker } = told;
  return {
    clusters: `${from},${to}`,
    ...worker.config,
    ...prefixed(`${from}.`, clients.source),
    ...prefixed(`${to}.`, {
      ...clients.target,
      'group.id': worker.groupId,
      'config.storage.topic': worker.configStorageTopic,
      'offset.storage.topic': worker.offsetStorageTopic,
      'status.storage.topic': worker.statusStorageTopic,
    }),
    ...prefixed(`${from}->${to}.`, {
      enabled: 'true',
      topics: told.topicsPattern,
      'topics.exclude': told.topicsExcludePattern,
      groups: told.groupsPattern,
      'groups.exclude': told.groupsExcludePattern,
      'tasks.max': String(told.tasksMax),
      ...told.sourceConnector,
      ...told.checkpointConnector,
    }),
    // Strimzi runs no heartbeat connector; without these the program would write heartbeats on both sides.
    ...prefixed(`${from}->${to}.`, { 'emit.heartbeats.enabled': 'false' }),
    ...prefixed(`${to}->${from}.`, { enabled: 'false', 'emit.heartbeats.enabled': 'false' }),
  };
}

const prefixed = (prefix: string, properties: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(properties).map(([key, value]) => [`${prefix}${key}`, value]));
