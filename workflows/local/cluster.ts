import { existsSync, rmSync } from 'node:fs';
import { Failure, type Progress } from '../failure';
import { onInterrupt } from '../terraform/interrupt';
import { type ClientCertificate, ensureClientCertificate } from './client-certificate';
import { clusterFolder } from './cluster-folder';
import { lockOf } from './cluster-lock';
import { connection } from './connection';
import { type ContainerCommands, containerCommands, writeCompose } from './containers';
import { healthOf } from './health';
import { readIdentity } from './identity';
import { NodeProcess, stopWithin } from './node-process';
import { adminUser, brokerUser } from './server-properties';
import {
  type ClusterConnection,
  type ClusterPlace,
  counted,
  type LocalClusterSpec,
  requireSupported,
  supportedVersion,
} from './spec';
import { interrupted, start } from './start';

export type { ClientCertificate } from './client-certificate';
export { connection } from './connection';
export { type ContainerCommands, containerCommands } from './containers';
export type { ClusterConnection, LocalClusterSpec } from './spec';

export interface LocalNodeStatus {
  readonly id: number;
  readonly running: boolean;
  readonly pid?: number;
  /** On 127.0.0.1: SCRAM, mTLS, between brokers, controller. */
  readonly ports: readonly number[];
  readonly uptimeSeconds?: number;
  /** Whether it answered the administrator just now. */
  readonly answers: boolean;
}

export interface LocalClusterStatus {
  readonly name: string;
  /** Kafka's version. */
  readonly version: string;
  /** Empty before the first start. */
  readonly nodes: readonly LocalNodeStatus[];
  /** Whether a broker answered, and the controller through it: true also when a minority of the nodes is down. */
  readonly answers: boolean;
  /** The node whose controller is active. */
  readonly controller?: number;
}

/**
 * Starts the cluster, or those of its nodes that do not run, and returns when every node answers an authenticated call and
 * knows all the others. Nodes outlive the command. Does nothing when all of them run with these settings.
 *
 * @throws Failure when something is missing, a recorded port is taken, or a node ends; what this call started is stopped
 */
export async function up(spec: LocalClusterSpec, progress: Progress): Promise<ClusterConnection> {
  requireSupported(spec);
  const lock = await lockOf(spec, progress);
  const { signal, dispose } = onInterrupt();
  try {
    await start(spec, progress, signal);
  } catch (error) {
    throw signal.aborted ? interrupted(spec.name) : error;
  } finally {
    dispose();
    lock.release();
  }
  const reached = connection(spec);
  if (!reached) throw new Failure(`${spec.name}: its files in ${spec.folder} are gone`, { fix: 'run up again' });
  return reached;
}

/**
 * Prepares a cluster that Docker runs: everything it needs, below its folder, and what starts it. Starts nothing, and needs
 * neither a JDK nor Maven. Then it is like any other: same ports, same credentials, for `connection`, `status` and clients.
 *
 * @throws Failure when this cluster has run without Docker: its records would stay behind
 */
export async function prepareContainers(spec: LocalClusterSpec, progress: Progress): Promise<ContainerCommands> {
  requireSupported(spec);
  const lock = await lockOf(spec, progress);
  try {
    await writeCompose(spec);
  } finally {
    lock.release();
  }
  const commands = containerCommands(spec);
  if (!commands) throw new Failure(`${spec.name}: its files in ${spec.folder} are gone`, { fix: 'run it again' });
  return commands;
}

/** Stops the nodes; with `data: 'destroy'` removes everything the cluster had, certificates too. Default: keep. */
export async function down(
  spec: ClusterPlace,
  progress: Progress,
  { data = 'keep' }: { readonly data?: 'keep' | 'destroy' } = {},
): Promise<void> {
  if (!existsSync(spec.folder)) return progress(`${spec.name}: nothing to stop`);
  const lock = await lockOf(spec, progress);
  try {
    await requireNoContainer(spec);
    const running = nodesOf(spec).filter((node) => node.running);
    if (running.length > 0) progress(`${spec.name}: stopping ${counted(running.length)} …`);
    // Together: the last of a row would find no controller that lets it go.
    await Promise.all(running.map((node) => node.stop(stopWithin)));
    progress(`${spec.name}: ${running.length > 0 ? 'stopped' : 'no node runs'}`);
    if (data === 'destroy') {
      rmSync(spec.folder, { recursive: true, force: true });
      progress(`${spec.name}: removed ${spec.folder}`);
    }
  } finally {
    lock.release();
  }
}

export async function status(spec: ClusterPlace): Promise<LocalClusterStatus> {
  const cluster = clusterFolder(spec.folder);
  const identity = readIdentity(cluster);
  if (!identity) return { name: spec.name, version: supportedVersion, nodes: [], answers: false };
  const nodes = nodesOf(spec).map(({ id, running }) => ({ id, running }));
  const { answering, controller } = await healthOf(cluster, identity);
  return {
    name: spec.name,
    version: identity.version,
    nodes: nodes.map(({ id, running }) => ({
      id,
      running: running !== undefined,
      ...(running
        ? { pid: running.pid, uptimeSeconds: Math.round((Date.now() - Date.parse(running.since)) / 1000) }
        : {}),
      ports: Object.values(identity.ports[id - 1] ?? {}),
      answers: answering.includes(id),
    })),
    answers: controller !== undefined,
    ...(controller ? { controller } : {}),
  };
}

/**
 * A certificate that makes its holder `User:<commonName>` on the mTLS listener. Does nothing when the folder holds a good one;
 * renews it within 30 days of its end, and when another authority signs now. With `anew` it is another one in any case; those
 * before are taken until their end, for no broker asks whether a certificate was revoked.
 */
export async function issueClientCertificate(
  spec: LocalClusterSpec,
  commonName: string,
  folder: string,
  options: { readonly anew?: boolean } = {},
): Promise<ClientCertificate> {
  if (!/^[A-Za-z0-9._-]+$/.test(commonName) || [adminUser, brokerUser].includes(commonName))
    throw new Failure(`${spec.name}: no certificate for '${commonName}'`, {
      fix: `use letters, digits, dots, hyphens and underscores; ${adminUser} and ${brokerUser} are the cluster's own`,
    });
  const cluster = clusterFolder(spec.folder);
  if (!existsSync(cluster.caFile))
    throw new Failure(`${spec.name} has no certificate authority yet`, { fix: 'start the cluster first: up' });
  return await ensureClientCertificate(cluster, commonName, folder, options);
}

function nodesOf(spec: ClusterPlace): NodeProcess[] {
  const cluster = clusterFolder(spec.folder);
  return (readIdentity(cluster)?.ports ?? []).map((_, index) => new NodeProcess(cluster, index + 1));
}

/** Docker's containers are Docker's to stop, and need their Compose file for it. */
async function requireNoContainer(spec: ClusterPlace): Promise<void> {
  const containers = containerCommands(spec);
  if (containers && (await status(spec)).nodes.some(({ answers }) => answers))
    throw new Failure(`${spec.name} runs in containers`, {
      fix: `${containers.stop} keeps its records, ${containers.remove} destroys them`,
    });
}
