import { join, relative, resolve } from 'node:path';
import type { Resolved } from '../../model/resolved';
import { mountedConnection } from '../../render/mounted-connection';
import { clientFiles } from '../clients/client-files';
import { placeLockFile } from '../terraform/lock-file';
import type { KubernetesUnit } from './kubernetes-unit';
import type { OutputFolder } from './output-folder';
import { stacksIn } from './stacks';
import { replaceFolder } from './swap';

export interface SynthResult {
  /** `<out>/<environment>`. */
  readonly folder: string;
  readonly stacks: readonly SynthesizedStack[];
  /** In the order in which they are applied. */
  readonly units: readonly KubernetesUnit[];
}

export interface SynthesizedStack {
  readonly name: string;
  /** Its `cdk.tf.json`. */
  readonly config: string;
  /** Names of stacks that must be applied before it. */
  readonly dependsOn: readonly string[];
  readonly resources: number;
}

export interface SynthOptions {
  /** The folder of the project's provider lock files; each stack gets that of its providers. Default: none is placed. */
  readonly locks?: string;
  /** What writes them anew, as it is typed. Default: `kafka-kit lock <environment>`. */
  readonly renew?: string;
}

/**
 * Writes everything that one environment becomes below `<out>/<environment>`: `terraform/stacks/<stack>/cdk.tf.json`,
 * `kubernetes/<cluster>/<namespace>/<chart>.yaml`, `gitops/` for the controller that applies those, `clients/<application>/` and `report/*.json`. The folder is replaced whole or left as it was.
 */
export async function synth(resolved: Resolved, out: string, options: SynthOptions = {}): Promise<SynthResult> {
  const folder = resolve(out, resolved.environment.name);
  const { stacks, units } = await replaceFolder(folder, async (beside) => {
    const written = {
      stacks: await writeStacks(resolved, beside.path, options),
      units: await writeUnits(resolved, beside),
    };
    writeReport(beside, resolved);
    writeClients(beside, resolved);
    return written;
  });
  return { folder, stacks: stacks.map((stack) => ({ ...stack, config: join(folder, stack.config) })), units };
}

/** cdktf is loaded where there is a stack, cdk8s where there is a chart. */
const appliedBy = ({ clusters }: Resolved, tool: 'terraform' | 'kubernetes') =>
  [...clusters.values()].some((cluster) => cluster.appliedBy === tool);

async function writeStacks(
  resolved: Resolved,
  folder: string,
  { locks, ...options }: SynthOptions,
): Promise<SynthesizedStack[]> {
  if (!appliedBy(resolved, 'terraform')) return [];
  const { resourcesIn } = await import('../../stacks/terraform-app.js');
  const { synthStacks } = await import('../../stacks/synth-stacks.js');
  const terraform = join(folder, 'terraform');
  const app = synthStacks([resolved], { folder: terraform });
  const { renew = `kafka-kit lock ${resolved.environment.name}` } = options;
  return stacksIn(terraform).map(({ name, dependsOn, config }) => {
    if (locks !== undefined) placeLockFile({ config, locks, renew });
    return {
      name,
      config: relative(folder, config),
      dependsOn,
      resources: resourcesIn(app, name),
    };
  });
}

async function writeUnits(resolved: Resolved, folder: OutputFolder): Promise<KubernetesUnit[]> {
  const { kubernetes } = resolved.environment;
  if (!appliedBy(resolved, 'kubernetes') || !kubernetes) return [];
  const { kubernetesApp } = await import('../../charts/kubernetes-app.js');
  const { writeManifests } = await import('./manifests.js');
  const units = writeManifests(kubernetesApp(resolved, { folder: folder.path }), {
    folder,
    namespace: kubernetes.namespace,
  });
  if (resolved.environment.gitops) {
    const { writeGitOps } = await import('./gitops.js');
    writeGitOps(resolved, units, folder);
  }
  return units;
}

function writeReport(folder: OutputFolder, { permissions, connections, translations, plans }: Resolved): void {
  for (const [name, content] of Object.entries({ access: permissions, connections, translations, plans }))
    folder.write(`report/${name}.json`, `${JSON.stringify(content, null, 2)}\n`);
}

/** No value is in them: a client reads those from the folder where its connection is mounted. */
function writeClients(folder: OutputFolder, resolved: Resolved): void {
  for (const connection of resolved.connections) {
    const files = clientFiles(resolved, connection.application, mountedConnection(connection));
    for (const [name, text] of Object.entries(files)) folder.write(`clients/${connection.application}/${name}`, text);
  }
}
