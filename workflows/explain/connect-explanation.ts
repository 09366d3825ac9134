import { type ConnectCluster, connectInternals, connectorApplication } from '../../model/connect-cluster';
import type { Connector } from '../../model/connector';
import type { Resolved } from '../../model/resolved';
import { consumersOf, secretsOf } from '../../model/secret-consumers';
import { type Explanation, servedIn } from './lines';

/** What runs a connector, what it moves, and which Secrets it refers to; nothing for a name that is no connector's. */
export function connectorExplanation(resolved: Resolved, name: string): Explanation | undefined {
  const connector = resolved.connectors.get(name);
  if (!connector) return undefined;
  const { description, owner, connectCluster, tasks, state, postgres, config, secrets } = connector;
  const flows = resolved.flows.filter((flow) => flow.connector === name);
  return {
    connector: name,
    about:
      description ?? (postgres ? `captures ${postgres.tables.length} tables of ${postgres.database}` : 'connector'),
    owner,
    class: connector.class,
    plugin: connector.plugin ?? "none: Kafka's own",
    'run by': connectCluster ?? 'nothing in this environment',
    state: `${state}, ${tasks} ${tasks === 1 ? 'task' : 'tasks'}`,
    ...(postgres ? { database: `${postgres.host}:${postgres.port}/${postgres.database}, slot ${postgres.slot}` } : {}),
    produces: flows.flatMap(({ direction, topic }) => (direction === 'produce' ? topic : [])),
    consumes: flows.flatMap((flow) => (flow.direction === 'consume' ? `${flow.topic} as group ${flow.group}` : [])),
    config: Object.entries(config)
      .map(([key, value]) => `${key}=${value}`)
      .sort(),
    secrets: Object.entries(secrets)
      .map(([key, { secret, key: of }]) => `${key} from ${of} of ${secret}`)
      .sort(),
    'secrets read by': secretsOf(name, resolved).flatMap((secret) =>
      consumersOf(secret, resolved).map(({ name: reader, reads, how }) => `connector ${reader}: ${reads}; ${how}`),
    ),
  };
}

/** Beside what its user may do: the workers, their image, and their connectors. */
export function aboutConnectCluster({ name, instances, image, build, plugins }: ConnectCluster, resolved: Resolved) {
  const runs = [...resolved.connectors.values()].filter(({ connectCluster }) => connectCluster === name);
  const { groupId, ...topics } = connectInternals(name);
  return {
    'connect cluster': name,
    about: 'workers of Kafka Connect, one user for all that their connectors do',
    workers: `${instances} in the group ${groupId}`,
    image: image ?? (build ? `built as ${build.image}` : "the operator's own"),
    plugins,
    runs: runs.map((connector: Connector) => `${connector.name}, ${connector.state}`),
    'keeps in': Object.values(topics),
  };
}

/** A Connect cluster whose connectors a vendor's service runs, each as an application of its own. */
export function servedConnectExplanation(resolved: Resolved, name: string): Explanation | undefined {
  const connectCluster = resolved.connectClusters.get(name);
  if (connectCluster?.service === undefined) return undefined;
  const { owner, cluster, service, instances, capacityUnits, pluginObjects, securityGroups } = connectCluster;
  const runs = [...resolved.connectors.values()].filter((connector) => connector.connectCluster === name);
  return {
    'connect cluster': name,
    about: 'MSK Connect: each connector has workers and a role of its own',
    owner,
    cluster,
    workers: `${instances} for each connector, of ${capacityUnits} ${capacityUnits === 1 ? 'unit' : 'units'}`,
    plugins: Object.entries(pluginObjects).map(
      ([plugin, { bucket, key, version }]) =>
        `${plugin} from s3://${bucket}/${key}${version === undefined ? '' : `, version ${version}`}`,
    ),
    'reaches also by': securityGroups,
    runs: runs.map((connector) => `${connector.name} as ${connectorApplication(name, connector.name)}`),
    ...servedIn(resolved, service, name),
  };
}
