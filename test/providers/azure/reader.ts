import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { TerraformJson } from '../../support/synthesize';
import { renderedIn } from './attributes';
import { folderVariable, type Installed, initialised, type Ready } from './installed';
import { StandInLogin } from './login';
import type { ProviderSchemas } from './schemas';
import { isResource } from './stacks';

const run = promisify(execFile);
const maxBuffer = 256 * 1024 * 1024;

/** Of two cores; a provider takes one. */
const atATime = 2;
/** Stacks that one start of Terraform reads: it takes four times as long for each where it reads one. */
const together = 20;
/** Said of a stack that is read as a module. */
const backendOfModule = 'Backend configuration ignored';

/**
 * Terraform with the real azurerm provider: `validate` reads stacks as modules of one configuration, and each alone
 * where something is wrong, names, enumerations and ranges too; a plan against a stand-in of Azure's login (`login.ts`) is the provider's own, with its
 * checks across attributes and of what is put together. It reaches no Azure.
 */
export class AzureReader {
  /** Stacks that were read; many of a matrix are the same, byte by byte, and are read once. */
  readonly read = new Map<string, readonly string[]>();
  private readonly planned = new Map<string, readonly string[]>();
  private login: Promise<StandInLogin> | undefined;
  private readonly ready = new Map<string, Promise<Ready>>();

  private constructor(
    private readonly folder: string,
    private readonly installed: Installed,
  ) {}

  /** Nothing where the provider can neither be downloaded nor built; `setup.ts` has said so. */
  static found(): AzureReader | undefined {
    const folder = process.env[folderVariable];
    if (!folder) return undefined;
    const { command, configuration } = JSON.parse(readFileSync(join(folder, 'installed.json'), 'utf8'));
    const env = {
      ...process.env,
      CHECKPOINT_DISABLE: '1',
      ...(configuration && { TF_CLI_CONFIG_FILE: configuration }),
    };
    return new AzureReader(folder, { command, env });
  }

  /** What `terraform validate` has against each stack; a warning counts. */
  async validate(texts: readonly string[]): Promise<(readonly string[])[]> {
    const unread = [...new Set(texts)].filter((text) => !this.read.has(text));
    for (const [text, problems] of await this.each(unread, (some) => this.validated(some)))
      this.read.set(text, problems);
    return texts.map((text) => this.read.get(text) ?? []);
  }

  /** What stops a plan of each stack; a warning counts, and so does a resource that the plan would not add. */
  async plan(texts: readonly string[]): Promise<(readonly string[])[]> {
    const unread = [...new Set(texts)].filter((text) => !this.planned.has(text));
    for (const [text, problems] of await this.each(unread, (some) => this.plannedOf(some)))
      this.planned.set(text, problems);
    return texts.map((text) => this.planned.get(text) ?? []);
  }

  /** What the plans asked of Azure that only Azure could have answered. */
  async unanswered(): Promise<readonly string[]> {
    return (await this.login)?.unanswered ?? [];
  }

  async stop(): Promise<void> {
    (await this.login)?.stop();
  }

  /** What `terraform providers schema` prints of the providers of a stack. */
  async schemas(requiredProviders: unknown): Promise<ProviderSchemas> {
    const { command, env, folder } = await this.initialised(requiredProviders);
    const { stdout } = await run(command, [`-chdir=${folder}`, 'providers', 'schema', '-json'], { env, maxBuffer });
    return JSON.parse(stdout).provider_schemas;
  }

  /** Many at a time, as modules of one configuration; where something is wrong with those, each alone. */
  private async each(
    texts: readonly string[],
    problemsOf: (some: readonly string[]) => Promise<readonly string[]>,
  ): Promise<Map<string, readonly string[]>> {
    const found = new Map<string, readonly string[]>();
    await inTurns(chunks(texts, together), async (chunk) => {
      const problems = await problemsOf(chunk);
      if (problems.length === 0 || chunk.length === 1) for (const text of chunk) found.set(text, problems);
      else for (const text of chunk) found.set(text, await problemsOf([text]));
    });
    return found;
  }

  private async validated(texts: readonly string[]): Promise<string[]> {
    const stacks = await Promise.all(texts.map((text) => this.stack(text)));
    const [one, ...others] = stacks;
    const folder = one && others.length === 0 ? one.folder : await this.rootOf(texts, { module: modulesOf(stacks) });
    const { command, env } = this.installed;
    const { stdout } = await run(command, [`-chdir=${folder}`, 'validate', '-json'], { env, maxBuffer }).catch(
      (error: { stdout?: string }) => {
        if (!error.stdout?.startsWith('{')) throw error;
        return { stdout: error.stdout };
      },
    );
    return diagnosticsIn(JSON.parse(stdout).diagnostics);
  }

  private async plannedOf(texts: readonly string[]): Promise<string[]> {
    const stacks = await Promise.all(texts.map((text) => this.stack(text)));
    const folder = await this.rootOf(texts, { module: modulesOf(stacks) });
    this.login ??= StandInLogin.start();
    const { command, env } = this.installed;
    const options = { env: (await this.login).environment(env), maxBuffer };
    const { stdout } = await run(
      command,
      [`-chdir=${folder}`, 'plan', '-input=false', '-lock=false', '-json'],
      options,
    ).catch((error: { stdout?: string }) => {
      if (!error.stdout?.startsWith('{')) throw error;
      return { stdout: error.stdout };
    });
    const events = stdout
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line));
    const problems = diagnosticsIn(events.flatMap(({ diagnostic }) => diagnostic ?? []));
    const added = events.find(({ type }) => type === 'change_summary')?.changes.add;
    const resources = texts.flatMap((text) => renderedIn(text).filter(isResource)).length;
    return problems.length > 0 || added === resources ? problems : [`${added} of ${resources} resources were planned`];
  }

  /** A configuration of several stacks, initialised. */
  private async rootOf(texts: readonly string[], content: object): Promise<string> {
    const { command, env } = this.installed;
    const { required_providers } = JSON.parse(texts[0] ?? '').terraform;
    const root = join(this.folder, 'roots', digest(texts.join()));
    if (mkdirSync(root, { recursive: true }) === undefined) return root;
    writeFileSync(join(root, 'main.tf.json'), JSON.stringify({ terraform: { required_providers }, ...content }));
    await run(command, [`-chdir=${root}`, 'init', '-backend=false', '-input=false', '-no-color'], { env });
    return root;
  }

  /** A folder with the stack, in which `init` need not be run any more. */
  private async stack(text: string): Promise<Ready> {
    const { terraform } = JSON.parse(text) as TerraformJson;
    const ready = await this.initialised(terraform.required_providers);
    const folder = join(this.folder, 'stacks', digest(text));
    if (mkdirSync(folder, { recursive: true }) !== undefined) {
      writeFileSync(join(folder, 'cdk.tf.json'), text);
      symlinkSync(join(ready.folder, '.terraform'), join(folder, '.terraform'));
      copyFileSync(join(ready.folder, '.terraform.lock.hcl'), join(folder, '.terraform.lock.hcl'));
    }
    return { ...ready, folder };
  }

  private initialised(requiredProviders: unknown): Promise<Ready> {
    const key = JSON.stringify(requiredProviders);
    const known = this.ready.get(key);
    if (known) return known;
    const begun = initialised(this.installed, join(this.folder, 'init', digest(key)), requiredProviders);
    this.ready.set(key, begun);
    return begun;
  }
}

const diagnosticsIn = (diagnostics: readonly Readonly<Record<string, string>>[]): string[] =>
  diagnostics
    .filter(({ summary }) => summary !== backendOfModule)
    .map(({ severity, summary, address = '', detail = '' }) => `${severity}: ${summary} ${address}: ${detail}`);

const modulesOf = (stacks: readonly Ready[]) =>
  Object.fromEntries(
    stacks.map(({ folder }, index) => [`stack_${index}`, { source: `../../stacks/${basename(folder)}` }]),
  );

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  const result: Item[][] = [];
  for (let from = 0; from < items.length; from += size) result.push(items.slice(from, from + size));
  return result;
}

async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atATime }, worker));
}
