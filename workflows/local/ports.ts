import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Failure } from '../failure';

/** One node's listeners, all on 127.0.0.1. */
export interface NodePorts {
  /** SASL_SSL, SCRAM-SHA-512. */
  readonly scram: number;
  /** SSL, client certificates. */
  readonly mtls: number;
  /** Between brokers. */
  readonly broker: number;
  readonly controller: number;
  /** SASL_SSL, OAUTHBEARER. Absent: the cluster never took tokens. */
  readonly oauth?: number;
}

/** From 32768 on, Linux hands ports out to outgoing connections. */
const lowest = 20_000;
const highest = 32_767;
const perNode = 4;

/**
 * Free ports for a cluster: the first free block, searched from a place that its folder decides; so clusters that start at
 * the same time do not look at the same ports, and one that is made anew usually gets its old ones.
 */
export async function choosePorts(folder: string, nodes: number): Promise<NodePorts[]> {
  const first = await freeBlock(folder, nodes * perNode);
  return Array.from({ length: nodes }, (_, node) => portsFrom(first + node * perNode));
}

/** The same ports, and one for tokens where a node has none yet. */
export async function withTokenPorts(folder: string, nodes: readonly NodePorts[]): Promise<NodePorts[]> {
  if (nodes.every(({ oauth }) => oauth !== undefined)) return [...nodes];
  const first = await freeBlock(folder, nodes.length, new Set(nodes.flatMap((ports) => Object.values(ports))));
  return nodes.map((ports, node) => ({ ...ports, oauth: first + node }));
}

/** The first of so many free ports in a row. */
async function freeBlock(folder: string, size: number, taken: ReadonlySet<number> = new Set()): Promise<number> {
  const blocks = Math.floor((highest - lowest + 1) / size);
  const start = createHash('sha256').update(folder).digest().readUInt32BE() % blocks;
  for (let step = 0; step < blocks; step++) {
    const first = lowest + ((start + step) % blocks) * size;
    const ports = Array.from({ length: size }, (_, index) => first + index);
    if (!ports.some((port) => taken.has(port)) && (await Promise.all(ports.map(isFree))).every(Boolean)) return first;
  }
  throw new Failure(`no ${size} free ports in a row between ${lowest} and ${highest}`);
}

const portsFrom = (first: number): NodePorts => ({
  scram: first,
  mtls: first + 1,
  broker: first + 2,
  controller: first + 3,
});

/** @throws Failure naming the ports of these that somebody else listens on, and who */
export async function requireFree(name: string, ports: readonly number[], portsFile: string): Promise<void> {
  const busy = await busyAmong(ports);
  if (busy.length === 0) return;
  const lines = await Promise.all(busy.map(async (port) => `127.0.0.1:${port} ${await listenerOf(port)}`));
  throw new Failure(`${name}: port ${busy.join(', ')} is in use`, {
    why: lines,
    fix: `stop that process; or delete ${portsFile} and run up again: the cluster keeps its data and gets other ports`,
  });
}

/** Waits a little: a killed broker's process is gone before its sockets are. */
async function busyAmong(ports: readonly number[]): Promise<number[]> {
  for (let attempt = 1; ; attempt++) {
    const free = await Promise.all(ports.map(isFree));
    const busy = ports.filter((_, index) => !free[index]);
    if (busy.length === 0 || attempt === 5) return busy;
    await sleep(200);
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return await new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** `is held by process 4711 (python3)`, as far as `lsof` is there and may know. */
async function listenerOf(port: number): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'], {
      timeout: 2_000,
    });
    const [, pid, command] = /^p(\d+)\n(?:.*\n)*?c(.*)$/m.exec(stdout) ?? [];
    if (pid) return `is held by process ${pid} (${command})`;
  } catch {
    // No lsof, or another user's process.
  }
  return 'is held by another process';
}
