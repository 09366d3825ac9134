import { existsSync, readFileSync } from 'node:fs';
import { Failure } from '../failure';
import { writePrivately } from '../secrets/private-file';
import { clusterFolder } from './cluster-folder';
import { composeFile, composeYaml } from './compose';
import { ensureCredentials } from './connection';
import { ensureIdentity } from './identity';
import type { ClusterPlace, LocalClusterSpec } from './spec';

/** What somebody types to start and stop the containers of a cluster; the kit itself never calls Docker. */
export interface ContainerCommands {
  readonly start: string;
  readonly stop: string;
  /** Their records go, too. */
  readonly remove: string;
}

/** The commands of a cluster that was prepared for Docker; undefined for one that runs without. */
export function containerCommands({ folder }: ClusterPlace): ContainerCommands | undefined {
  const { compose } = clusterFolder(folder);
  if (!existsSync(compose)) return undefined;
  const docker = `docker compose --file '${compose.replaceAll("'", `'\\''`)}'`;
  return {
    start: `${docker} up --detach --wait`,
    stop: `${docker} down`,
    remove: `${docker} down --volumes`,
  };
}

/** Decides ports and cluster id, makes the certificates and the administrator's password, and writes the Compose file. */
export async function writeCompose(spec: LocalClusterSpec): Promise<void> {
  const cluster = clusterFolder(spec.folder);
  if (spec.tokens)
    throw new Failure(`${spec.name} takes tokens, and containers reach no server of tokens on this machine`, {
      fix: "run it without Docker: up; or leave 'oauth' out of its authentication",
    });
  if (existsSync(cluster.node(1).root))
    throw new Failure(`${spec.name} runs without Docker; its records are in ${spec.folder}`, {
      fix: 'start it with up; or give its data up: down with the data destroyed, then this again',
    });
  const identity = await ensureIdentity(spec, cluster);
  await ensureCredentials(spec, cluster, identity);
  const file = composeFile(spec, {
    clusterId: identity.clusterId,
    ports: identity.ports,
    authority: readFileSync(cluster.caFile, 'utf8'),
    brokerKeystore: readFileSync(cluster.brokerKeystore, 'utf8'),
    adminPassword: readFileSync(cluster.adminPassword, 'utf8'),
  });
  writePrivately(cluster.compose, composeYaml(file));
}
