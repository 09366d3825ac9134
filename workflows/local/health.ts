import { readFileSync } from 'node:fs';
import {
  type ClusterView,
  countUnderReplicated,
  describeCluster,
  describeQuorum,
  type ProbeTarget,
} from './broker-probe';
import type { ClusterFolder } from './cluster-folder';
import { adminCertificate } from './connection';
import type { Identity } from './identity';

/** What the brokers themselves say, asked by the administrator. */
export interface Health {
  /** Nodes that answered. */
  readonly answering: readonly number[];
  /** The active controller, named by itself; undefined when no majority of controllers is there. */
  readonly controller?: number;
  /** Whether every node answers, knows every other as alive, and a controller leads. */
  readonly complete: boolean;
}

export async function healthOf(cluster: ClusterFolder, { clusterId, ports }: Identity): Promise<Health> {
  const target = await targetOf(cluster);
  const views = await Promise.all(ports.map(({ mtls }) => viewOf(target(mtls), clusterId)));
  const answering = views.flatMap((view, index) => (view ? [index + 1] : []));
  const [first] = answering;
  const controller = first && (await controllerOf(target(ports[first - 1]?.mtls ?? 0)));
  const complete = Boolean(controller) && views.every((view) => view?.brokers.length === ports.length);
  return { answering, complete, ...(controller ? { controller } : {}) };
}

/**
 * Whether the cluster is complete, and every node knows that every partition has all of its replicas in sync. One node
 * is asked after the other, beginning with who was started last, and none once one says no: each question is a
 * handshake, and takes from a node that starts what it needs.
 */
export async function isInSync(
  cluster: ClusterFolder,
  { clusterId, ports }: Identity,
  { startedLast = 1 }: { readonly startedLast?: number } = {},
): Promise<boolean> {
  const target = await targetOf(cluster);
  const first = ports.slice(startedLast - 1);
  const targets = [...first, ...ports.slice(0, startedLast - 1)].map(({ mtls }) => target(mtls));
  for (const one of targets) if ((await viewOf(one, clusterId))?.brokers.length !== ports.length) return false;
  if (!targets[0] || !(await controllerOf(targets[0]))) return false;
  for (const one of targets) if ((await countUnderReplicated(one).catch(() => undefined)) !== 0) return false;
  return true;
}

async function targetOf(cluster: ClusterFolder): Promise<(port: number) => ProbeTarget> {
  const { certificateFile, keyFile } = await adminCertificate(cluster);
  const [ca, certificate, key] = [cluster.caFile, certificateFile, keyFile].map((file) => readFileSync(file, 'utf8'));
  return (port) => ({ port, ca: ca ?? '', certificate: certificate ?? '', key: key ?? '' });
}

async function viewOf(target: ProbeTarget, clusterId: string): Promise<ClusterView | undefined> {
  const view = await describeCluster(target).catch(() => undefined);
  return view?.clusterId === clusterId ? view : undefined;
}

async function controllerOf(target: ProbeTarget): Promise<number | undefined> {
  const { leader } = await describeQuorum(target).catch(() => ({ leader: -1 }));
  return leader > 0 ? leader : undefined;
}
