import { compare } from '../../model/by-name';
import { connectorApplication } from '../../model/connect-cluster';
import { groupBy } from '../../model/group-by';
import type { Resolved } from '../../model/resolved';

/** What applications read of stores before they connect, and who is a group: nobody else reads it. */
export function readsTables({ shards, connections, connectors, clusters }: Resolved) {
  const principals = shards.flatMap((shard) => shard.principals);
  const read = [
    ...connections.flatMap(({ application, delivered }) => (delivered ? [[application, delivered.name] as const] : [])),
    ...principals.flatMap(({ application, users }) =>
      users.flatMap(({ credential }) => (credential ? [[application.name, credential.name] as const] : [])),
    ),
    ...[...connectors.values()].flatMap(({ name, connectCluster, secrets }) =>
      // What is to be removed runs nowhere.
      connectCluster === undefined
        ? []
        : Object.values(secrets).map(({ secret }) => [connectorApplication(connectCluster, name), secret] as const),
    ),
  ];
  return {
    // By the names that their stores know them by.
    reads: Object.fromEntries(
      [...groupBy(read, ([application]) => application)].map(([application, own]) => [
        application,
        [...new Set(own.map(([, name]) => name))].sort(compare),
      ]),
    ),
    // By whose name Terraform calls what is a user's own.
    users: Object.fromEntries(
      principals.map(({ application, users }) => [application.name, users.map(({ name }) => name)]),
    ),
    // By their vendor's id.
    groups: Object.fromEntries(
      [...clusters.values()].flatMap(({ grantedTogether = [] }) =>
        grantedTogether.map(({ id, members }) => [id, members]),
      ),
    ),
  };
}
