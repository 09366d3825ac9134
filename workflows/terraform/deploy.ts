import { join } from 'node:path';
import { Failure, type Progress } from '../failure';
import { environmentFolders, type Folders } from '../folders';
import { inParallel } from '../parallel';
import { findTerraform, type TerraformBinary } from './binary';
import { DeployFailure, type StackResult, type Status } from './deploy-result';
import { type JudgeContext, judge } from './judge';
import { checkOrder, ready } from './order';
import { changesIn, summarize, untouchedIn } from './plan';
import { takeLock } from './process-lock';
import { providerInstallation } from './provider-mirror';
import { StackReport } from './stack-report';
import { type Stack, Terraform } from './terraform';

/** A stack and what has to be known to apply it. */
export interface DeployUnit extends Stack {
  /** Names of stacks that are applied before this one is planned. */
  readonly dependsOn: readonly string[];
  readonly judge: JudgeContext;
}

export interface DeployOptions {
  readonly folders: Folders;
  readonly environment: string;
  /** The environment that Terraform inherits. */
  readonly variables: NodeJS.ProcessEnv;
  /** The folder of the Go module that the kafka provider is built from where no registry is reachable. */
  readonly providerModule: string;
  readonly progress: Progress;
  /** Stops in order when it aborts; see `onInterrupt`. Default: nothing stops it. */
  readonly signal?: AbortSignal;
  /** Addresses that may be adopted when they exist and no state knows them. Default: what a run of this kit made. */
  readonly adopt?: readonly string[];
  /** Stacks at once. Default: 2. */
  readonly concurrency?: number;
  /** Plans and judges, and applies nothing: what depends on a change is not begun. Default: false. */
  readonly planOnly?: boolean;
}

/**
 * Applies stacks in the order of their dependencies. Every stack that can be planned is planned and judged before any
 * is applied, so one refusal leaves all of them untouched; what depends on a change is planned after that change.
 * Only what was judged is applied. Running it again goes on where it stopped.
 *
 * Throws {@link DeployFailure}: exit code 4 when a plan would destroy data without both keys, 5 when something failed.
 */
export async function deployStacks(units: readonly DeployUnit[], options: DeployOptions): Promise<StackResult[]> {
  checkOrder(units);
  const { folders, environment } = options;
  const lock = takeLock(join(environmentFolders(folders, environment).root, 'deploy.lock'));
  if (!('release' in lock)) {
    throw new Failure(`a deploy of '${environment}' is running: process ${lock.pid}, since ${lock.since}`, {
      fix: `wait for it, or stop it in order with: kill -INT ${lock.pid}`,
    });
  }
  try {
    const deployment = new Deployment(units, await findTerraform(options.variables), options);
    try {
      return await deployment.run();
    } finally {
      await deployment.discardPlans();
    }
  } finally {
    lock.release();
  }
}

interface Work {
  readonly unit: DeployUnit;
  readonly terraform: Terraform;
  readonly result: StackResult;
  readonly report: StackReport;
}

class Deployment {
  private readonly works: ReadonlyMap<string, Work>;
  private readonly width: number;

  constructor(
    private readonly units: readonly DeployUnit[],
    private readonly binary: TerraformBinary,
    private readonly options: DeployOptions,
  ) {
    this.width = Math.max(0, ...units.map(({ stack }) => stack.length));
    this.works = new Map(units.map((unit) => [unit.stack, this.workOf(unit)]));
  }

  async run(): Promise<StackResult[]> {
    await this.initialise();
    while (await this.planReady()) {
      if (this.options.planOnly) break;
      await this.applyPlanned();
    }
    return this.results();
  }

  async discardPlans(): Promise<void> {
    const discarded = [...this.works.values()].map(({ terraform }) => terraform.discardPlan());
    await Promise.allSettled(discarded); // Why the deploy stopped is more important than a folder that cannot be read.
  }

  /** One after the other: a shared plug-in cache does not bear two at once (hashicorp/terraform#31964). */
  private async initialise(): Promise<void> {
    const installation = once(() => this.installation());
    for (const work of this.works.values()) {
      await this.attempt(work, async () => {
        if (await work.terraform.restoreState()) work.report.restored();
        if (!(await work.terraform.prepare())) return;
        const kafka = await work.terraform.usesKafkaProvider();
        await work.terraform.init(kafka ? await installation() : undefined);
      });
      this.stopOnTrouble();
    }
  }

  private installation(): Promise<string | undefined> {
    const { variables, folders, providerModule, progress } = this.options;
    return providerInstallation({ binary: this.binary, variables, cache: folders.cache, providerModule, progress });
  }

  /** Plans whatever waits for nothing, round by round: a stack without changes frees those that depend on it at once. */
  private async planReady(): Promise<boolean> {
    for (;;) {
      const finished = this.named('applied', 'unchanged');
      const waiting = this.named('not begun');
      const next = ready(this.units, waiting, finished);
      if (next.length === 0) break;
      await inParallel(next, this.concurrency, ({ stack }) => this.plan(this.workNamed(stack)));
      if (this.options.signal?.aborted) break;
    }
    this.stopOnTrouble();
    return this.named('planned').size > 0;
  }

  private async plan(work: Work): Promise<void> {
    const { unit, terraform, result, report } = work;
    await this.attempt(work, async () => {
      const { plan, changed, adopted, abandoned, failure } = await terraform.plan();
      const summary = summarize(plan);
      const judgement = judge(plan, unit.judge);
      const refused = judgement.verdict === 'destructive';
      if (failure && !refused) throw failure;
      const status = refused ? 'refused' : changed ? 'planned' : 'unchanged';
      Object.assign(result, { summary, judgement, status, untouched: untouchedIn(plan), planned: changesIn(plan) });
      report.adopted(adopted.map(({ address }) => address));
      report.abandoned(abandoned.map(({ id }) => id));
      report.planned(changed, summary, judgement);
    });
  }

  /** After a failure those that run finish, and no other begins. */
  private async applyPlanned(): Promise<void> {
    const planned = [...this.named('planned')].map((stack) => this.workNamed(stack));
    await inParallel(planned, this.concurrency, async (work) => {
      if (this.isInTrouble()) return;
      const { terraform, result, report } = work;
      const begun = performance.now();
      await this.attempt(work, async () => {
        const done = await terraform.apply();
        result.status = done ? 'applied' : 'not begun';
        if (done) report.applied((performance.now() - begun) / 1000);
        else report.disconnected();
      });
    });
    this.stopOnTrouble();
  }

  /** Does one step for a stack, counts its time and remembers why it failed. */
  private async attempt({ result, unit, report }: Work, step: () => Promise<void>): Promise<void> {
    const begun = performance.now();
    try {
      await step();
    } catch (error) {
      Object.assign(result, { status: 'failed', failure: asFailure(error, unit.stack) });
      report.failed();
    } finally {
      result.seconds += (performance.now() - begun) / 1000;
    }
  }

  private isInTrouble(): boolean {
    return this.options.signal?.aborted || this.named('failed', 'refused').size > 0;
  }

  private stopOnTrouble(): void {
    const { environment, signal } = this.options;
    if (this.isInTrouble()) throw new DeployFailure(environment, this.results(), signal?.aborted);
  }

  private workOf(unit: DeployUnit): Work {
    const { folders, environment, variables, progress, signal, adopt = [] } = this.options;
    const places = environmentFolders(folders, environment);
    const log = join(places.logs, `terraform-${unit.stack}.log`);
    const result: StackResult = { stack: unit.stack, status: 'not begun', applied: [], seconds: 0, log };
    const report = new StackReport(result, this.width, progress);
    const terraform = new Terraform(unit, {
      binary: this.binary,
      work: join(folders.project, '.kafka-kit', 'work', unit.stack),
      log,
      journal: places.terraformJournal(unit.stack),
      adopt,
      dataBearing: unit.judge.dataBearing,
      variables,
      signal,
      onEvent: (event) => report.hear(event),
    });
    return { unit, terraform, result, report };
  }

  private get concurrency(): number {
    return this.options.concurrency ?? 2;
  }

  private results(): StackResult[] {
    return [...this.works.values()].map(({ result }) => result);
  }

  private named(...statuses: Status[]): ReadonlySet<string> {
    return new Set(this.results().flatMap(({ stack, status }) => (statuses.includes(status) ? [stack] : [])));
  }

  private workNamed(stack: string): Work {
    return this.works.get(stack) as Work;
  }
}

/** A file system that refuses (read-only, full, not ours) is the user's to mend; anything else is our mistake. */
function asFailure(error: unknown, stack: string): Failure {
  if (error instanceof Failure) return error;
  const { syscall, message } = error as NodeJS.ErrnoException;
  if (syscall) return new Failure(`${stack}: ${message}`);
  throw error;
}

/** Runs the task when it is first asked for, and not again. */
function once<T>(task: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= task();
    return result;
  };
}
