import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { propertiesFile } from '../../render/properties-file';
import { Failure, type Progress } from '../failure';
import { writePrivately } from '../secrets/private-file';
import { type ClusterFolder, clusterFolder } from './cluster-folder';
import { ensureCredentials } from './connection';
import { containerCommands } from './containers';
import { ensureJars } from './distribution';
import { healthOf } from './health';
import { ensureIdentity, type Identity } from './identity';
import { findJdk } from './jdk';
import { launcherOf } from './launch';
import { NodeProcess, stopWithin } from './node-process';
import { requireFree } from './ports';
import { serverProperties } from './server-properties';
import { counted, type LocalClusterSpec } from './spec';

const readyWithin = 120_000;

/** Starts the nodes that do not run, and returns when all of them answer; on a failure or an interrupt it stops what it started. */
export async function start(spec: LocalClusterSpec, progress: Progress, signal: AbortSignal): Promise<void> {
  const say: Progress = (line) => progress(`${spec.name}: ${line}`);
  const cluster = clusterFolder(spec.folder);
  const containers = containerCommands(spec);
  if (containers)
    throw new Failure(`${spec.name} is prepared for Docker; its records are in Docker's volumes`, {
      fix: `start its containers: ${containers.start}; or give its data up: ${containers.remove}, then down with the data destroyed`,
    });
  const jdk = findJdk(process.env);
  const jars = await ensureJars({ cache: spec.cache, jdk, signal, progress: say });
  const identity = await ensureIdentity(spec, cluster, jdk.java);
  await ensureCredentials(spec, cluster, identity);

  const nodes = identity.ports.map((_, index) => new NodeProcess(cluster, index + 1));
  await Promise.all(nodes.map((node) => configure(node, { spec, cluster, identity, say })));
  const missing = nodes.filter(({ running }) => !running);
  if (missing.length === 0 && (await healthOf(cluster, identity)).complete) return say('runs already');

  const ports = missing.flatMap(({ id }) => Object.values(identity.ports[id - 1] ?? {}));
  await requireFree(spec.name, ports, cluster.ports);
  const launch = await launcherOf({ spec, cluster, identity, java: jdk.java, jars });
  const started = Date.now();
  say(progressOf(missing, nodes));
  try {
    for (const node of missing) launch(node);
    await ready(nodes, { spec, cluster, identity, signal });
  } catch (error) {
    await Promise.all(missing.map((node) => node.stop(2_000)));
    throw error;
  }
  say(`${counted(nodes.length)} ready after ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

function progressOf(missing: readonly NodeProcess[], nodes: readonly NodeProcess[]): string {
  if (missing.length === 0) return `${counted(nodes.length)} run; waiting until all of them answer …`;
  if (missing.length === nodes.length) return `starting ${counted(nodes.length)} …`;
  return `starting what does not run: node ${missing.map(({ id }) => id).join(', ')} …`;
}

/** Writes a node's properties; one that runs with others is stopped. */
async function configure(
  node: NodeProcess,
  context: { spec: LocalClusterSpec; cluster: ClusterFolder; identity: Identity; say: Progress },
): Promise<void> {
  const { spec, cluster, identity, say } = context;
  const { properties, data } = cluster.node(node.id);
  const addresses = identity.ports.map((ports, index) => ({ id: index + 1, ports }));
  const address = addresses[node.id - 1];
  if (!address) return;
  const text = propertiesFile(
    serverProperties(address, addresses, { data, ...cluster, tokens: spec.tokens }, spec.settings),
  );
  if (existsSync(properties) && readFileSync(properties, 'utf8') === text) return;
  if (node.running) {
    say(`node ${node.id} runs with other settings: stopping it`);
    await node.stop(stopWithin);
  }
  writePrivately(properties, text);
}

/** @throws Failure when a node ends, when they do not answer in time, or when the user interrupts */
async function ready(
  nodes: readonly NodeProcess[],
  context: { spec: LocalClusterSpec; cluster: ClusterFolder; identity: Identity; signal: AbortSignal },
): Promise<void> {
  const { spec, cluster, identity, signal } = context;
  const deadline = Date.now() + readyWithin;
  for (;;) {
    if (signal.aborted) throw interrupted(spec.name);
    const dead = nodes.find(({ running }) => !running);
    if (dead)
      throw new Failure(`${spec.name}: node ${dead.id} ended while it was starting`, {
        why: dead.lastWords,
        fix: `its whole log: ${cluster.node(dead.id).logs}`,
      });
    const { complete, answering } = await healthOf(cluster, identity);
    if (complete) return;
    if (Date.now() > deadline) {
      const silent = nodes.find(({ id }) => !answering.includes(id)) ?? nodes[0];
      throw new Failure(
        `${spec.name}: not ready within ${readyWithin / 1000} s; ${answering.length} of ${nodes.length} nodes answer`,
        {
          why: silent?.lastWords,
          fix: 'stop it (down), then try again',
        },
      );
    }
    await sleep(100);
  }
}

/** What a command that was told to stop ends with. */
export const interrupted = (name: string) => new Failure(`${name}: interrupted; what was started has been stopped`);
