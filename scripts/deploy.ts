import { deploy as deployEnvironment } from '../workflows/deploy/deploy';
import { requireDeployable } from '../workflows/deploy/deployable';
import { type ExitCode, exitCode, Failure } from '../workflows/failure';
import { foldersOf } from '../workflows/folders';
import { readInventory } from '../workflows/load/inventory';
import { containerCommands, status } from '../workflows/local/cluster';
import { writeClients } from '../workflows/local-environment/clients';
import { localClusters, specOf } from '../workflows/local-environment/clusters';
import { removeGone } from '../workflows/local-environment/gone';
import { DeployFailure, type StackResult } from '../workflows/terraform/deploy-result';
import { onInterrupt } from '../workflows/terraform/interrupt';
import { type FileOption, oneResolved, projectOf, promotedOnly, today, typed } from './compiled';
import { printJson, say } from './print';
import { counted } from './problems';

export interface DeployOptions extends FileOption {
  readonly format: 'text' | 'json';
  readonly concurrency: number;
  readonly adopt: readonly string[];
}

/** `kafka-kit deploy`: 0 applied or nothing to do, 4 refused because data would be destroyed, 5 failed. */
export async function deploy(name: string, options: DeployOptions): Promise<ExitCode> {
  const environment = oneResolved(name, options);
  promotedOnly([environment]);
  const { resolved, description } = environment;
  requireDeployable(resolved, typed('synth', name, options));
  const folders = foldersOf(projectOf(options), process.env);
  for (const cluster of localClusters(resolved)) {
    const spec = specOf(resolved, cluster, folders);
    const { answers, nodes } = await status(spec);
    const silent = nodes.filter((node) => !node.answers).map(({ id }) => id);
    if (answers && silent.length === 0) continue;
    const what = answers
      ? `node ${silent.join(', ')} of '${spec.name}' does not answer`
      : `the local cluster '${spec.name}' does not run`;
    throw new Failure(what, { fix: containerCommands(spec)?.start ?? typed('up', name, options) });
  }
  const interrupt = onInterrupt();
  try {
    const results = await deployEnvironment({
      resolved,
      description,
      folders,
      variables: process.env,
      today: today(),
      progress: say,
      signal: interrupt.signal,
      concurrency: options.concurrency,
      adopt: options.adopt,
    });
    await writeClients(resolved, folders);
    removeGone(resolved, folders, readInventory(description.inventoryFile));
    if (options.format === 'json') printJson({ environment: name, stacks: results.map(machineShape) });
    else say(summaryOf(name, results));
    return exitCode.clean;
  } catch (error) {
    // Of the stacks that were applied passwords may have changed; why the deploy stopped is more important than a file.
    if (error instanceof DeployFailure) await writeClients(resolved, folders).catch(({ message }) => say(message));
    if (error instanceof DeployFailure && options.format === 'json')
      printJson({ environment: name, stacks: error.stacks.map(machineShape) });
    throw error;
  } finally {
    interrupt.dispose();
  }
}

const machineShape = ({ stack, status, summary, applied, judgement, failure, seconds, log }: StackResult) => ({
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

function summaryOf(name: string, results: readonly StackResult[]): string {
  const applied = results.filter(({ status }) => status === 'applied').length;
  return applied === 0
    ? `${name}: nothing to do in ${counted(results.length, 'stack')}`
    : `${name}: applied ${applied} of ${counted(results.length, 'stack')}`;
}
