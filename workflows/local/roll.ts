import { statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure, type Progress } from '../failure';
import { type ClusterFolder, clusterFolder } from './cluster-folder';
import { containerCommands } from './containers';
import { ensureJars } from './distribution';
import { isInSync } from './health';
import { type Identity, readIdentity } from './identity';
import { findJdk } from './jdk';
import { launcherOf } from './launch';
import { NodeProcess, stopWithin } from './node-process';
import type { LocalClusterSpec } from './spec';

/** Milliseconds until a node that was started has caught up. */
const caughtUpWithin = 120_000;

export interface RollOptions {
  /** Files that a node reads when it starts, and never again: one that was started before they were written is restarted. */
  readonly files: readonly string[];
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/**
 * Restarts a running cluster's nodes one after the other, each when every replica is in sync again: clients see brokers
 * go and come, and no error. Listeners of brokers would read new files when they are told, but the client by which a
 * node calls the other controllers reads them at its start only. A second call goes on where the first was ended.
 *
 * @throws Failure when a node does not catch up, or the user interrupts; the other nodes run
 */
export async function rollNodes(spec: LocalClusterSpec, { files, progress, signal }: RollOptions): Promise<void> {
  const cluster = clusterFolder(spec.folder);
  const identity = readIdentity(cluster);
  if (!identity) return;
  const nodes = identity.ports.map((_, index) => new NodeProcess(cluster, index + 1));
  if (nodes.every(({ running }) => !running)) return requireNoContainers(spec); // whoever is started reads them
  const jdk = findJdk(process.env);
  const jars = await ensureJars({ cache: spec.cache, jdk, signal, progress });
  const launch = await launcherOf({ spec, cluster, identity, java: jdk.java, jars });
  const written = Math.max(...files.map((file) => statSync(file).mtimeMs));
  // One that an interrupted call has stopped goes first: no other may stop before it is back.
  const inOrder = [...nodes].sort((one, other) => Number(Boolean(one.running)) - Number(Boolean(other.running)));
  for (const node of inOrder) {
    if (node.running && Date.parse(node.running.since) > written) continue;
    if (node.running) {
      await untilInSync({ spec, cluster, identity, signal });
      progress(`${spec.name}: restarting node ${node.id} …`);
      await node.stop(stopWithin);
    }
    launch(node);
    await untilInSync({ spec, cluster, identity, signal, node });
  }
}

/** Whether every node runs and was started after the files were written. */
export function areRolled(cluster: ClusterFolder, identity: Identity, files: readonly string[]): boolean {
  const written = Math.max(...files.map((file) => statSync(file).mtimeMs));
  const since = identity.ports.map((_, index) => new NodeProcess(cluster, index + 1).running?.since);
  return since.every((start) => start === undefined) || since.every((start) => Date.parse(start ?? '') > written);
}

interface Waiting {
  readonly spec: LocalClusterSpec;
  readonly cluster: ClusterFolder;
  readonly identity: Identity;
  readonly signal: AbortSignal;
  /** The node that was started. */
  readonly node?: NodeProcess;
}

async function untilInSync({ spec, cluster, identity, signal, node }: Waiting): Promise<void> {
  const asked = { startedLast: node?.id };
  for (const deadline = Date.now() + caughtUpWithin; !(await isInSync(cluster, identity, asked)); await sleep(100)) {
    if (signal.aborted)
      throw new Failure(`${spec.name}: interrupted between two nodes`, { fix: 'the same again goes on from there' });
    if (node && !node.running)
      throw new Failure(`${spec.name}: node ${node.id} ended while it was starting`, {
        why: node.lastWords,
        fix: `its whole log: ${cluster.node(node.id).logs}`,
      });
    if (Date.now() > deadline)
      throw new Failure(`${spec.name}: replicas are not in sync within ${caughtUpWithin / 1000} s`, {
        why: node?.lastWords,
        fix: 'start what does not run (up), then the same again',
      });
  }
}

/** @throws Failure: their certificates are in the Compose file, and Docker's containers are Docker's to restart */
export function requireNoContainers(spec: LocalClusterSpec): void {
  const containers = containerCommands(spec);
  if (containers)
    throw new Failure(`${spec.name} runs in containers, which have their certificates from their start`, {
      fix: `give it up and make it anew: ${containers.remove}, down with the data destroyed, then up --compose`,
    });
}
