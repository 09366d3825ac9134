import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { ImportIds } from '../../backends/contract';
import { Failure } from '../failure';
import { abandonedIn, atRiskIn, creationsIn, importBlocks, missingOf } from './adoption';
import type { TerraformBinary } from './binary';
import { type Diagnostic, describeErrors, hasError, hasOnlyErrors, type TerraformEvent } from './events';
import { Installation } from './installation';
import { type Creation, Journal } from './journal';
import { lockFileBeside } from './lock-file';
import { type Plan, parsePlan } from './plan';
import { isKafkaProvider } from './provider-mirror';
import { type RunResult, runTerraform } from './run';
import { StateFile } from './state-file';
import { terraformFailure } from './terraform-failure';
import { layOut, makeFolder, unsavedState } from './work-folder';

/** One stack as it was synthesized. */
export interface Stack {
  /** Its name. */
  readonly stack: string;
  /** The synthesized `cdk.tf.json`. */
  readonly config: string;
  /** State of a stack that says `backend "local" {}`. Default: the backend that the configuration names. */
  readonly stateFile?: string;
  /** Values of its variables; handed over in the environment of Terraform's process and nowhere else. */
  readonly variables: Readonly<Record<string, string>>;
  /** Resource types that cannot be created where they exist already, and what they are imported by. */
  readonly createdOnce: ImportIds;
}

export interface TerraformOptions {
  readonly binary: TerraformBinary;
  /** Terraform's working folder for this stack; its contents may be lost at any time. */
  readonly work: string;
  /** What Terraform prints is appended here. */
  readonly log: string;
  /** What an apply is about to create; must not be lost. */
  readonly journal: string;
  /** Addresses that are adopted, when they exist, beside those that the journal names. */
  readonly adopt: readonly string[];
  /** Resource types whose attributes the judge reads in a plan. */
  readonly dataBearing: ReadonlySet<string>;
  /** The environment that Terraform inherits. */
  readonly variables: NodeJS.ProcessEnv;
  readonly signal: AbortSignal | undefined;
  readonly onEvent: (event: TerraformEvent) => void;
}

/** A plan that stands in the work folder, ready to be applied. */
export interface Planned {
  readonly plan: Plan;
  /** Terraform would do something, be it only to outputs or addresses. */
  readonly changed: boolean;
  /** What exists already and is imported instead of created. */
  readonly adopted: readonly Creation[];
  /** What an apply that was cut off may have created, and the configuration does not want any more. */
  readonly abandoned: readonly Creation[];
  /** Why it cannot be applied. The plan is whole all the same when `prevent_destroy` forbids what it wants. */
  readonly failure?: Failure;
}

/** The kafka provider may ask before it is connected: its client says `opened` before it locks (sarama's `Broker.Open`). */
const notConnected = /broker not connected/;
/** How often it is asked again. On a busy machine one plan of thirty topics in twenty-five was too early. */
const mostAgain = 3;
const planFile = 'kit.plan';
const importFile = 'kit-import.tf.json';

/** Many resources at once, because the kafka provider waits about a second per topic; and patience with who holds the state's lock. */
const limits = ['-parallelism=50', '-lock-timeout=2m'];

/**
 * Runs Terraform for one stack: `restoreState`, `prepare`, `init` when that says so, then `plan` and `apply` of that
 * very plan.
 */
export class Terraform {
  private readonly installation: Installation;
  private readonly journal: Journal;
  private readonly state: StateFile | undefined;
  private planned: Plan | undefined;
  private appliedAgain = 0;

  constructor(
    private readonly unit: Stack,
    private readonly options: TerraformOptions,
  ) {
    this.journal = new Journal(options.journal);
    this.state = unit.stateFile === undefined ? undefined : new StateFile(unit.stateFile);
    this.installation = new Installation(options.work, unit, options.binary);
  }

  /** Where an apply was killed while it wrote its state, puts back the one before it. Returns whether it did. */
  async restoreState(): Promise<boolean> {
    return (await this.state?.restore()) ?? false;
  }

  /** Lays out the work folder, free of whatever an earlier run left behind. Returns whether `init` is needed. */
  async prepare(): Promise<boolean> {
    const { work, log, journal } = this.options;
    const { config, stateFile } = this.unit;
    await makeFolder(dirname(log));
    await makeFolder(dirname(journal));
    if (stateFile) await makeFolder(dirname(stateFile));
    await this.refuseUnsavedState();
    await this.state?.refuseBroken();
    await layOut(work, config);
    return !(await this.installation.isCurrent());
  }

  /** Whether the configuration asks for the kafka provider, which `providerInstallation` knows how to find. */
  usesKafkaProvider(): Promise<boolean> {
    return this.installation.isOf(isKafkaProvider);
  }

  /** Installs providers and connects the state. `cliConfig` says where providers come from; default: Terraform's way. */
  async init(cliConfig: string | undefined): Promise<void> {
    await this.installation.begin(cliConfig);
    const backend = this.unit.stateFile ? [`-backend-config=path=${this.unit.stateFile}`] : [];
    // A committed lock file is what providers must be, not what they become.
    const providers = lockFileBeside(this.unit.config) ? '-lockfile=readonly' : '-upgrade';
    const args = ['init', '-json', '-input=false', '-reconfigure', providers, ...backend];
    const result = await this.run(args, undefined, cliConfig ? { TF_CLI_CONFIG_FILE: cliConfig } : {});
    if (result.code !== 0) throw this.failure('init', result);
    await this.installation.record(cliConfig);
  }

  /**
   * Plans into a file in the work folder. What it would create, but what an apply that was cut off has created
   * already, is imported. The file holds values in clear: `discardPlan` when done.
   */
  async plan(): Promise<Planned> {
    const first = await this.planWith([]);
    // Whoever applied before has let go of the state's lock by now.
    this.state?.settle();
    const journalled = this.journal.read();
    const known = new Set([...journalled.map(({ address }) => address), ...this.options.adopt]);
    const doubtful = creationsIn(first.plan, this.unit.createdOnce).filter(({ address }) => known.has(address));
    const planned = doubtful.length > 0 && !first.failure ? await this.planWith(doubtful) : first;
    this.planned = planned.plan;
    if (!planned.changed) this.journal.clear();
    return { ...planned, abandoned: abandonedIn(first.plan, journalled) };
  }

  /**
   * Applies the plan that `plan` made; Terraform refuses it when the state has changed since. Returns whether it did:
   * where the provider was not connected, and not too often, what is left can be planned again.
   */
  async apply(): Promise<boolean> {
    if (this.planned) this.journal.begin(atRiskIn(this.planned, this.unit.createdOnce));
    this.state?.keep();
    const result = await this.run(['apply', '-json', '-input=false', ...limits, planFile], this.journal.events);
    this.state?.settle();
    if (result.code === 0) {
      this.journal.clear();
      return true;
    }
    this.journal.keep(result.events, result.code === 1); // Any other code is a crash.
    const mayGoOn = !this.options.signal?.aborted && hasOnlyErrors(result.events, notConnected);
    if (!mayGoOn || this.appliedAgain++ === mostAgain) throw this.failure('apply', result);
    return false;
  }

  async discardPlan(): Promise<void> {
    await rm(join(this.options.work, planFile), { force: true });
  }

  /** Checks the configuration against the providers' schemas; needs `init`, but neither state nor network. */
  async validate(): Promise<void> {
    const printed = await this.print(['validate', '-json']);
    const { valid, diagnostics } = JSON.parse(printed) as { valid: boolean; diagnostics: Diagnostic[] };
    if (valid) return;
    throw new Failure(`${this.unit.stack}: the configuration is not valid`, { why: describeErrors(diagnostics) });
  }

  /** Imports what exists of the doubtful; what does not exist is left to be created. */
  private async planWith(doubtful: readonly Creation[]): Promise<Omit<Planned, 'abandoned'>> {
    const { work } = this.options;
    await rm(join(work, planFile), { force: true });
    if (doubtful.length > 0) await writeFile(join(work, importFile), importBlocks(doubtful), { mode: 0o600 });
    else await rm(join(work, importFile), { force: true });
    const args = ['plan', '-json', '-input=false', '-detailed-exitcode', `-out=${planFile}`, ...limits];
    let result = await this.run(args);
    for (let again = 0; again < mostAgain && hasError(result.events, notConnected); again++)
      result = await this.run(args); // A plan changes nothing.
    const missing = new Set(missingOf(doubtful, result.events));
    if (missing.size > 0) return this.planWith(doubtful.filter((creation) => !missing.has(creation)));
    const failure = result.code === 0 || result.code === 2 ? undefined : this.failure('plan', result);
    if (failure && !existsSync(join(work, planFile))) throw failure;
    const asked = new Set([...this.options.dataBearing, ...this.unit.createdOnce.keys()]);
    const plan = parsePlan(await this.print(['show', '-json', planFile]), asked);
    return { plan, changed: result.code !== 0, adopted: doubtful, failure };
  }

  private run(
    args: readonly string[],
    output = join(this.options.work, `${args[0]}.jsonl`),
    more: NodeJS.ProcessEnv = {},
  ): Promise<RunResult> {
    const { binary, work, log, signal, onEvent } = this.options;
    const variables = { ...this.environment(), ...more };
    return runTerraform({ command: binary.command, args, folder: work, variables, output, log, signal, onEvent });
  }

  /** The JSON that a command prints at once; never logged, because plans are printed with their secrets. */
  private async print(args: string[]): Promise<string> {
    const options = { cwd: this.options.work, env: this.environment(), maxBuffer: 2 ** 30 };
    try {
      return jsonIn((await promisify(execFile)(this.options.binary.command, args, options)).stdout);
    } catch (error) {
      const { stdout, stderr } = error as { stdout?: string; stderr?: string };
      if (args[0] === 'validate' && stdout) return jsonIn(stdout); // It says what is wrong on stdout and exits with 1.
      throw new Failure(`${this.unit.stack}: terraform ${args[0]} failed`, { why: stderr?.trim().split('\n') });
    }
  }

  /** A work folder is one stack: settings of the user's shell that move it elsewhere do not apply. */
  private environment(): NodeJS.ProcessEnv {
    const { TF_DATA_DIR: _, TF_WORKSPACE: __, ...inherited } = this.options.variables;
    const values = Object.entries(this.unit.variables).map(([name, value]) => [`TF_VAR_${name}`, value]);
    return { ...inherited, TF_IN_AUTOMATION: '1', CHECKPOINT_DISABLE: '1', ...Object.fromEntries(values) };
  }

  private failure(step: string, result: RunResult): Failure {
    const { signal, log, work, binary } = this.options;
    return terraformFailure(step, result, {
      stack: this.unit.stack,
      command: binary.command,
      work,
      log,
      interrupted: signal?.aborted ?? false,
      created: this.planned ? creationsIn(this.planned, this.unit.createdOnce) : [],
    });
  }

  /** Terraform leaves this file when it created something and could not save the state: losing it loses resources. */
  private async refuseUnsavedState(): Promise<void> {
    const { work, binary } = this.options;
    const file = join(work, unsavedState);
    if (!existsSync(file)) return;
    throw new Failure(`${this.unit.stack}: an earlier run could not save its state`, {
      why: [`it is in ${file}`],
      fix: `cd ${work} && ${binary.command} state push ${unsavedState} && rm ${unsavedState}, then run again`,
    });
  }
}

/** OpenTofu prints warnings about the CLI configuration on stdout, before the JSON. */
const jsonIn = (printed: string): string => printed.slice(Math.max(0, printed.search(/^\{/m)));
