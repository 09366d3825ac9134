import { existsSync } from 'node:fs';
import type { Cluster } from '../model/cluster';
import { connectionVariable } from '../model/names';
import type { Resolved } from '../model/resolved';
import { withStates } from '../workflows/deploy/left-stacks';
import { type ExitCode, exitCode } from '../workflows/failure';
import { environmentFolders, type Folders, foldersOf } from '../workflows/folders';
import { connection, status as statusOf } from '../workflows/local/cluster';
import { certificateEnds } from '../workflows/local-environment/certificate-ends';
import { specOf } from '../workflows/local-environment/clusters';
import { probeCluster } from '../workflows/probe/probe-cluster';
import { type FileOption, nameOr, oneResolved, projectOf } from './compiled';
import { print, printJson, table } from './print';

export interface StatusOptions extends FileOption {
  readonly format: 'text' | 'json';
}

/** `kafka-kit status`: 0 when every cluster that can be asked answers, 5 otherwise. */
export async function status(given: string | undefined, options: StatusOptions): Promise<ExitCode> {
  const name = nameOr(given, options);
  const { resolved } = oneResolved(name, options);
  const folders = foldersOf(projectOf(options), process.env);
  const places = environmentFolders(folders, name);
  const clusters = await Promise.all(
    [...resolved.clusters.values()].map((cluster) => stateOf(resolved, cluster, folders)),
  );
  const states = withStates(resolved, folders);
  const described = states.resolved.shards.filter(({ cluster }) => cluster.appliedBy === 'terraform');
  const applied = [...described, ...states.resolved.services].map((stack) => stack.name);
  const stacks = [...applied, ...states.unplaced].map((stack) => ({
    stack,
    applied: existsSync(places.terraformState(stack)),
  }));
  const files = { state: places.root, deployVariables: places.deployVariables, logs: places.logs };
  if (options.format === 'json') printJson({ environment: name, clusters, stacks, files });
  else {
    for (const state of clusters) printCluster(name, state);
    const rows = stacks.map(({ stack, applied }) => [stack, applied ? 'deployed' : 'never deployed']);
    if (resolved.environment.state.backend === 'local' && rows.length > 0) print(table(['stack', 'state'], rows));
    if (existsSync(files.state)) print(`files of this environment: ${files.state}`);
    if (existsSync(files.deployVariables)) print(`values for cdktf deploy: . ${files.deployVariables}`);
  }
  return clusters.every(({ asked, answers }) => answers || !asked) ? exitCode.clean : exitCode.failed;
}

/** A cluster on this machine, node by node; another only as far as its brokers tell what they can do. */
async function stateOf(resolved: Resolved, cluster: Cluster, folders: Folders) {
  const { name, life, version } = cluster;
  const spec = specOf(resolved, cluster, folders);
  const probed = await probeCluster(cluster, life === 'local' ? connection(spec) : undefined, process.env);
  const asked = canBeAsked(cluster);
  const certificates = life === 'local' ? certificateEnds(resolved, cluster, folders) : undefined;
  if (life === 'local') return { cluster: name, asked, ...(await statusOf(spec)), probed, certificates };
  return { cluster: name, version, asked, nodes: [], answers: probed !== undefined, probed, certificates };
}

/** Whoever says by which address a cluster is reached from here asks it. */
const canBeAsked = ({ name, asked }: Cluster) =>
  asked || process.env[`TF_VAR_${connectionVariable(name, 'bootstrap_servers')}`] !== undefined;

type ClusterState = Awaited<ReturnType<typeof stateOf>>;

function printCluster(environment: string, state: ClusterState): void {
  const { cluster, asked, answers, version, nodes, probed, certificates } = state;
  const answer = answers ? 'answers' : asked ? 'does not answer' : 'not asked from here';
  print(`${environment}/${cluster}: Kafka ${version}, ${answer}`);
  if (nodes.length > 0) {
    const rows = nodes.map(({ id, running, answers: alive, pid, ports }) => [
      `${id}`,
      running ? 'runs' : alive ? 'answers' : 'stopped', // no process of ours when a container runs it
      `${pid ?? '–'}`,
      ports.join(' '),
    ]);
    print(table(['node', 'state', 'pid', 'ports'], rows));
  }
  if (certificates && certificates.authorities.length > 0) {
    const { authorities, brokers, clients } = certificates;
    const rows = [
      ...authorities.map((end) => ['authority', end]),
      ['brokers', brokers ?? '–'],
      ...Object.entries(clients),
    ];
    print(table(['certificate', 'good until'], rows));
  }
  if (!probed) return;
  const lacking = Object.entries(probed.features).flatMap(([feature, has]) => (has ? [] : [feature]));
  print(
    `asked what they can do, the brokers lack ${lacking.length > 0 ? lacking.join(', ') : 'nothing that the kit knows to ask for'}`,
  );
  for (const line of probed.contradictions) print(`the description says otherwise: ${line}`);
}
