import type { Resolved } from '../model/resolved';
import { type DeployResult, deploy as deployEnvironment } from '../workflows/deploy/deploy';
import { requireApplied, requireDeployable } from '../workflows/deploy/deployable';
import type { GitOpsResult } from '../workflows/deploy/gitops';
import { pendingChanges } from '../workflows/deploy/pending-changes';
import { type ExitCode, exitCode, Failure } from '../workflows/failure';
import { foldersOf } from '../workflows/folders';
import { countOf, KubernetesFailure, KubernetesRefusal, type KubernetesResult } from '../workflows/kubernetes/result';
import { KubernetesTakeover } from '../workflows/kubernetes/takeover-refusal';
import { readInventory } from '../workflows/load/inventory';
import { containerCommands, status } from '../workflows/local/cluster';
import { writeClients } from '../workflows/local-environment/clients';
import { localClusters, specOf } from '../workflows/local-environment/clusters';
import { removeGone } from '../workflows/local-environment/gone';
import { DeployFailure, type StackResult } from '../workflows/terraform/deploy-result';
import { onInterrupt } from '../workflows/terraform/interrupt';
import {
  type FileOption,
  oneResolved,
  projectOf,
  promotedOnly,
  type ResolvedEnvironment,
  today,
  typed,
} from './compiled';
import { printJson, say } from './print';
import { counted } from './problems';

export interface DeployOptions extends FileOption {
  readonly format: 'text' | 'json';
  readonly concurrency: number;
  readonly adopt: readonly string[];
  readonly dryRun?: boolean;
  readonly context?: string;
  readonly forceConflicts?: boolean;
  /** Seconds; `true`: as long as is usual. */
  readonly wait?: number | true;
}

/** Seconds in which a Kafka cluster is usually there. */
const patience = 600;

/**
 * `kafka-kit deploy`: 0 applied or nothing to do, 3 something would change and is not applied, or a field belongs to
 * somebody else, 4 refused because data would be destroyed, 5 failed.
 */
export async function deploy(name: string, options: DeployOptions): Promise<ExitCode> {
  const environment = oneResolved(name, options);
  try {
    return await deployResolved(environment, options);
  } catch (error) {
    if (options.format === 'json' && error instanceof Failure) printJson(failedShape(name, error));
    throw error;
  }
}

/** What `deploy` would change, an address and a verb each; nothing is said or applied. @throws Failure */
export async function pendingIn(environment: ResolvedEnvironment, options: FileOption): Promise<readonly string[]> {
  const { name, resolved, description } = environment;
  await requireReady(environment, options);
  const interrupt = onInterrupt();
  try {
    return await pendingChanges({
      resolved,
      description,
      folders: foldersOf(projectOf(options), process.env),
      variables: process.env,
      today: today(),
      signal: interrupt.signal,
      synthCommand: typed('synth', name, options),
    });
  } finally {
    interrupt.dispose();
  }
}

/** Whether it can be applied from here. @throws Failure */
async function requireReady(environment: ResolvedEnvironment, options: FileOption & Pick<DeployOptions, 'context'>) {
  promotedOnly([environment]);
  const { name, resolved } = environment;
  requireDeployable(resolved, typed('synth', name, options));
  requireApplied(resolved, options);
  await requireRunning(resolved, options);
}

/** Applies what was read already. @throws Failure */
export async function deployResolved(environment: ResolvedEnvironment, options: DeployOptions): Promise<ExitCode> {
  await requireReady(environment, options);
  const { name, resolved, description } = environment;
  const synthCommand = typed('synth', name, options);
  const folders = foldersOf(projectOf(options), process.env);
  const interrupt = onInterrupt();
  try {
    const result = await deployEnvironment({
      resolved,
      description,
      folders,
      variables: process.env,
      today: today(),
      progress: say,
      signal: interrupt.signal,
      concurrency: options.concurrency,
      adopt: options.adopt,
      dryRun: options.dryRun,
      synthCommand,
      kubernetes: {
        context: options.context,
        forceConflicts: options.forceConflicts,
        wait: options.wait === true ? patience : options.wait,
      },
    });
    if (!options.dryRun) {
      await writeClients(resolved, folders);
      removeGone(resolved, folders, readInventory(description.inventoryFile));
    }
    if (options.format === 'json') printJson(machineShape(name, result));
    else for (const line of summaryOf(name, result, options)) say(line);
    return result.pending ? exitCode.review : exitCode.clean;
  } catch (error) {
    // Of the stacks that were applied passwords may have changed; why the deploy stopped is more important than a file.
    if (error instanceof DeployFailure) await writeClients(resolved, folders).catch(({ message }) => say(message));
    throw error;
  } finally {
    interrupt.dispose();
  }
}

/** @throws Failure (exit 5) where a cluster of this machine is not there */
async function requireRunning(resolved: Resolved, options: FileOption): Promise<void> {
  const folders = foldersOf(projectOf(options), process.env);
  for (const cluster of localClusters(resolved)) {
    const spec = specOf(resolved, cluster, folders);
    const { answers, nodes } = await status(spec);
    const silent = nodes.filter((node) => !node.answers).map(({ id }) => id);
    if (answers && silent.length === 0) continue;
    const what = answers
      ? `node ${silent.join(', ')} of '${spec.name}' does not answer`
      : `the local cluster '${spec.name}' does not run`;
    throw new Failure(what, {
      fix: containerCommands(spec)?.start ?? typed('up', resolved.environment.name, options),
    });
  }
}

const machineShape = (
  environment: string,
  { stacks, kubernetes, gitops }: Pick<DeployResult, 'stacks' | 'kubernetes' | 'gitops'>,
) => ({
  environment,
  stacks: stacks.map(stackShape),
  kubernetes: kubernetes && kubernetesShape(kubernetes),
  gitops,
});

/** What became of everything until it failed, and why it did. */
const failedShape = (environment: string, error: Failure) => ({
  ...machineShape(environment, {
    stacks: error instanceof DeployFailure ? error.stacks : [],
    kubernetes: isOfObjects(error) ? error.result : undefined,
  }),
  failure: { problem: error.message, why: error.details.why ?? [], fix: error.details.fix },
});

const isOfObjects = (error: Failure) =>
  error instanceof KubernetesFailure || error instanceof KubernetesRefusal || error instanceof KubernetesTakeover;

const stackShape = ({ stack, status, summary, applied, judgement, failure, seconds, log }: StackResult) => ({
  stack,
  status,
  summary,
  applied,
  verdict: judgement?.verdict,
  changes: judgement?.changes,
  failure: failure?.message,
  seconds,
  log,
});

/** What is unchanged is only counted. */
const kubernetesShape = (result: KubernetesResult) => ({
  context: result.context.name,
  server: result.context.server,
  verdict: result.judgement.verdict,
  changes: result.judgement.changes,
  unchanged: countOf(result, 'unchanged'),
  objects: result.objects.filter(({ action }) => action !== 'unchanged').map(({ identity: _, ...told }) => told),
  seconds: result.seconds,
});

function summaryOf(name: string, { stacks, kubernetes, gitops, pending }: DeployResult, { dryRun }: DeployOptions) {
  if (dryRun) {
    const files = gitops?.files.length ?? 0;
    const applies = gitops ? stacks.some(({ status }) => status === 'planned' || status === 'not begun') : pending;
    return [
      ...(gitops && files > 0 ? [`${name}: ${gitops.folder} would be written: ${counted(files, 'file')} changed`] : []),
      ...(applies ? [`${name}: this would be applied`] : []),
      ...(pending ? [] : [`${name}: nothing to do`]),
    ];
  }
  return [
    ...(stacks.length > 0 || !(kubernetes || gitops) ? [`${name}: ${doneIn(stacks)}`] : []),
    ...(kubernetes ? [`${name}: ${doneWith(kubernetes)}`] : []),
    ...(gitops
      ? [
          toCommit(gitops)
            ? `${name}: not applied: that does ${gitops.appliedBy}. Commit ${toCommit(gitops)}`
            : `${name}: ${gitops.folder} is as the description says; applied by ${gitops.appliedBy}`,
        ]
      : []),
  ];
}

/** `out/dev: 3 files changed, and environments/inventory/dev.json`. */
const toCommit = ({ folder, files, inventory }: GitOpsResult): string =>
  [
    ...(files.length > 0 ? [`${folder}: ${counted(files.length, 'file')} changed`] : []),
    ...(inventory ? [inventory] : []),
  ].join(', and ');

function doneIn(stacks: readonly StackResult[]): string {
  const applied = stacks.filter(({ status }) => status === 'applied').length;
  return applied === 0
    ? `nothing to do in ${counted(stacks.length, 'stack')}`
    : `applied ${applied} of ${counted(stacks.length, 'stack')}`;
}

function doneWith(result: KubernetesResult): string {
  const [applied, deleted, left] = [countOf(result, 'applied'), countOf(result, 'deleted'), countOf(result, 'left')];
  const behind = left > 0 ? `; left behind: ${left}` : '';
  return applied + deleted === 0
    ? `nothing to do for ${counted(result.objects.length - left, 'object')}${behind}`
    : `${counted(applied, 'object')} applied, ${deleted} deleted in ${result.seconds.toFixed(1)} s${behind}`;
}
