import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { Failure } from '../failure';
import { writePrivately } from '../secrets/private-file';
import type { ClusterFolder } from './cluster-folder';
import { choosePorts, type NodePorts, withTokenPorts } from './ports';
import { counted, type LocalClusterSpec } from './spec';

/** What is decided at a cluster's first start, and stays. */
export interface Identity {
  /** Kafka's form of a UUID: 22 letters. */
  readonly clusterId: string;
  readonly version: string;
  /** The `java` that starts its nodes; undefined when containers run them. */
  readonly java?: string;
  /** One entry a node; the first is node 1. */
  readonly ports: readonly NodePorts[];
}

/** The recorded identity; undefined before the first start. */
export function readIdentity({ identity, ports }: ClusterFolder): Identity | undefined {
  if (!existsSync(identity) || !existsSync(ports)) return undefined;
  return { ...readJson<Omit<Identity, 'ports'>>(identity), ports: readJson<NodePorts[]>(ports) };
}

/** Reads the identity, or decides it; ports that were deleted are chosen anew. */
export async function ensureIdentity(spec: LocalClusterSpec, cluster: ClusterFolder, java?: string): Promise<Identity> {
  const known = existsSync(cluster.identity)
    ? readJson<Omit<Identity, 'ports'> & { nodes: number }>(cluster.identity)
    : { clusterId: newClusterId(), version: spec.version, nodes: spec.nodes };
  if (known.nodes !== spec.nodes)
    throw new Failure(`${spec.name} was made with ${counted(known.nodes)}; the description says ${spec.nodes}`, {
      fix: `say ${known.nodes} brokers again, or give its data up: down with the data destroyed, then up`,
    });
  writePrivately(cluster.identity, `${JSON.stringify({ ...known, java })}\n`);
  if (!existsSync(cluster.ports))
    writePrivately(cluster.ports, `${JSON.stringify(await choosePorts(cluster.root, spec.nodes), null, 2)}\n`);
  const ports = readJson<NodePorts[]>(cluster.ports);
  if (!spec.tokens) return { ...known, java, ports };
  const withTokens = await withTokenPorts(cluster.root, ports);
  writePrivately(cluster.ports, `${JSON.stringify(withTokens, null, 2)}\n`);
  return { ...known, java, ports: withTokens };
}

function newClusterId(): string {
  const id = randomBytes(16).toString('base64url');
  return id.startsWith('-') ? newClusterId() : id; // it would look like an option
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8'));
