import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { kitCommand } from '../../model/kit-command';
import type { Resolved } from '../../model/resolved';
import { Failure, type Progress } from '../failure';
import { environmentFolders, type Folders } from '../folders';
import { KubernetesFailure, type KubernetesResult } from '../kubernetes/result';
import type { KubernetesSession } from '../kubernetes/session';
import type { Description } from '../load/description';
import { inventoryText, writeInventory } from '../load/inventory';
import { packageRoot } from '../package-root';
import { type SynthesizedStack, type SynthResult, synth } from '../synth/synth';
import { deployStacks } from '../terraform/deploy';
import { DeployFailure, type StackResult } from '../terraform/deploy-result';
import { locksBeside } from '../terraform/lock-file';
import { takeLock } from '../terraform/process-lock';
import { differenceForGitOps, type FileChange, type GitOpsResult, writeForGitOps } from './gitops';
import { judgeContextOf, type KubernetesOptions, openKubernetes } from './kubernetes';
import { everyStack } from './left-stacks';
import { inventoryAfterObjects, inventoryAfterStacks, inventoryAheadOfObjects } from './record';
import { unitsOf } from './units';

export interface DeployProps {
  readonly resolved: Resolved;
  readonly description: Description;
  readonly folders: Folders;
  /** The environment that Terraform and kubectl inherit; `TF_VAR_…` in it wins over the secret store. */
  readonly variables: NodeJS.ProcessEnv;
  readonly today: string;
  readonly progress: Progress;
  /** Stops in order when it aborts; see `onInterrupt`. Default: nothing stops it. */
  readonly signal?: AbortSignal;
  /** Addresses that may be adopted when they exist and no state knows them. Default: what a run of this kit made. */
  readonly adopt?: readonly string[];
  /** Stacks at a time. Default: 2. */
  readonly concurrency?: number;
  /** Shows what would change, and applies nothing. Default: false. */
  readonly dryRun?: boolean;
  /** How objects are applied. Default: as each option says. */
  readonly kubernetes?: KubernetesOptions;
  /** As it is typed for the same description. Default: `kafka-kit synth <environment>`. */
  readonly synthCommand?: string;
}

export interface DeployResult {
  readonly stacks: readonly StackResult[];
  /** Absent: there are no objects that deploy applies. */
  readonly kubernetes?: KubernetesResult;
  /** Absent: no GitOps controller applies objects. */
  readonly gitops?: GitOpsResult;
  /** Whether something would change, where nothing is applied. */
  readonly pending: boolean;
}

/**
 * Plans, judges and applies every stack of an environment, also one that only its state still knows, then every
 * Kubernetes object, and records what bears data in its inventory: what was applied, even when something failed. Objects
 * are judged before the first stack is applied, so one refusal leaves everything untouched. Objects that a GitOps
 * controller applies are written and recorded.
 * @throws DeployFailure, KubernetesFailure, KubernetesRefusal
 */
export async function deploy(props: DeployProps): Promise<DeployResult> {
  const { folders, dryRun = false } = props;
  const resolved = everyStack(props.resolved, folders);
  const synthesized = await synth(resolved, join(folders.project, '.kafka-kit', 'synth'), {
    locks: locksBeside(props.description.inventoryFile),
    renew: renewOf(props),
  });
  const deployment = new Deployment({ ...props, resolved, dryRun }, synthesized);
  if (synthesized.units.length === 0 || resolved.environment.delivery === 'gitops') return deployment.run();
  const lock = takeLock(join(environmentFolders(folders, resolved.environment.name).root, 'deploy-kubernetes.lock'));
  if (!('release' in lock))
    throw new Failure(
      `a deploy of '${resolved.environment.name}' is running: process ${lock.pid}, since ${lock.since}`,
      {
        fix: `wait for it, or stop it in order with: kill -INT ${lock.pid}`,
      },
    );
  try {
    const session = await openKubernetes(props, resolved);
    try {
      return await deployment.run(session);
    } finally {
      session.close();
    }
  } finally {
    lock.release();
  }
}

const renewOf = ({ resolved, description }: Pick<DeployProps, 'resolved' | 'description'>): string =>
  kitCommand({ environment: resolved.environment, files: description.files }, 'lock');

class Deployment {
  private inventory: Description['inventory'];

  constructor(
    private readonly props: DeployProps & { readonly dryRun: boolean },
    private readonly synthesized: SynthResult,
  ) {
    this.inventory = props.description.inventory;
  }

  async run(session?: KubernetesSession): Promise<DeployResult> {
    const { resolved, dryRun } = this.props;
    const { units, stacks, folder } = this.synthesized;
    const planned = await session?.plan(units, judgeContextOf(resolved, this.props.today));
    const files = units.length > 0 && !session ? this.differenceOf(folder) : undefined;
    const applied = stacks.length > 0 ? await this.applyStacks(stacks) : [];
    const gitops = files && (await this.writeObjects(files));
    const pending =
      applied.some(({ status }) => status === 'planned' || status === 'not begun') ||
      (session !== undefined && !session.isUpToDate) ||
      (gitops !== undefined && (gitops.files.length > 0 || gitops.inventory !== undefined));
    if (dryRun || !session)
      return { stacks: applied, kubernetes: planned, gitops, pending: pending && (dryRun || !!gitops) };
    return { stacks: applied, kubernetes: await this.applyObjects(session), pending: false };
  }

  private async applyStacks(stacks: readonly SynthesizedStack[]): Promise<readonly StackResult[]> {
    const { resolved, dryRun } = this.props;
    try {
      const results = await deployStacks(unitsOf({ ...this.props, stacks }), {
        ...this.props,
        environment: resolved.environment.name,
        providerModule: join(packageRoot, 'scripts', 'tools', 'kafka-provider'),
        planOnly: dryRun,
      });
      this.record(inventoryAfterStacks(this.inventory, resolved, results));
      return results;
    } catch (error) {
      if (error instanceof DeployFailure) this.record(inventoryAfterStacks(this.inventory, resolved, error.stacks));
      throw error;
    }
  }

  private async applyObjects(session: KubernetesSession): Promise<KubernetesResult> {
    const { resolved, kubernetes = {} } = this.props;
    try {
      const result = await session.apply();
      this.record(inventoryAfterObjects(this.inventory, resolved, result));
      if (kubernetes.wait !== undefined) await session.wait(kubernetes.wait);
      return result;
    } catch (error) {
      if (error instanceof KubernetesFailure)
        this.record(inventoryAfterObjects(this.inventory, resolved, error.result));
      throw error;
    }
  }

  private differenceOf(synthesized: string): readonly FileChange[] {
    const { resolved, folders } = this.props;
    const { name } = resolved.environment;
    return differenceForGitOps({ ...this.props, environment: name, project: folders.project, synthesized });
  }

  /** Records what a controller applies next: whoever leaves after that is known, and loses its access. */
  private async writeObjects(files: readonly FileChange[]): Promise<GitOpsResult> {
    const { resolved, progress, description } = this.props;
    const { project } = this.props.folders;
    const gitops = await writeForGitOps({
      ...this.props,
      project,
      files,
      locks: locksBeside(description.inventoryFile),
      renew: renewOf(this.props),
    });
    const after = inventoryAheadOfObjects(this.inventory, resolved);
    if (isSame(after, this.inventory)) return gitops;
    const inventory = relative(project, description.inventoryFile);
    progress(`  ${existsSync(description.inventoryFile) ? '~' : '+'} ${inventory}`);
    this.record(after);
    return { ...gitops, inventory };
  }

  /** Nothing is written where nothing was applied. */
  private record(after: Description['inventory']): void {
    const { dryRun, description } = this.props;
    const { inventoryFile } = description;
    if (dryRun) return;
    if (!isSame(after, this.inventory)) writeInventory(inventoryFile, after);
    this.inventory = after;
  }
}

/** In whichever order fields are. */
const isSame = (one: Description['inventory'], other: Description['inventory']): boolean =>
  isDeepStrictEqual(JSON.parse(inventoryText(one)), JSON.parse(inventoryText(other)));
