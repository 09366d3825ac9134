import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TerraformBinary } from './binary';
import { lockFileBeside, lockFileName } from './lock-file';

/** The parts of `cdk.tf.json` that `init` works on. */
interface Configuration {
  readonly terraform?: { readonly required_providers?: Record<string, { readonly source?: string }> };
  readonly module?: unknown;
}

/** What the last `init` in a work folder was for. */
interface Receipt {
  readonly digest: string;
  readonly cliConfig: string | null;
}

/** What `init` has put into a work folder: providers and the connection to the state. */
export class Installation {
  /** Inside `.terraform`, so that it goes when that folder goes. */
  private readonly receiptFile: string;

  constructor(
    private readonly work: string,
    private readonly stack: { readonly config: string; readonly stateFile?: string },
    private readonly binary: TerraformBinary,
  ) {
    this.receiptFile = join(work, '.terraform', 'kit-init.json');
  }

  /** Whether what is there fits the configuration, so that `init` would change nothing. */
  async isCurrent(): Promise<boolean> {
    const receipt = await this.receipt();
    return receipt?.digest === (await this.digest()) && (await this.hasProviders());
  }

  /** Whether the configuration asks for a provider with such a source. */
  async isOf(wanted: (source: string) => boolean): Promise<boolean> {
    const { terraform } = await this.configuration();
    return Object.values(terraform?.required_providers ?? {}).some(({ source = '' }) => wanted(source));
  }

  /** Before `init`. `cliConfig` says where providers come from. */
  async begin(cliConfig: string | undefined): Promise<void> {
    // A provider built here and the registry's are different bytes of one version: checksums of one refuse the other.
    const before = await this.receipt();
    const isLocked = lockFileBeside(this.stack.config) !== undefined;
    if (before && !isLocked && before.cliConfig !== (cliConfig ?? null)) {
      await rm(join(this.work, lockFileName), { force: true });
    }
    await rm(this.receiptFile, { force: true });
  }

  /** After `init` has succeeded. */
  async record(cliConfig: string | undefined): Promise<void> {
    const receipt: Receipt = { digest: await this.digest(), cliConfig: cliConfig ?? null };
    await mkdir(dirname(this.receiptFile), { recursive: true, mode: 0o700 });
    await writeFile(this.receiptFile, JSON.stringify(receipt), { mode: 0o600 });
  }

  private async configuration(): Promise<Configuration> {
    return JSON.parse(await readFile(this.stack.config, 'utf8'));
  }

  /** Whatever makes another `init` necessary. */
  private async digest(): Promise<string> {
    const { terraform, module } = await this.configuration();
    const { command, version } = this.binary;
    const lock = lockFileBeside(this.stack.config);
    const locked = lock === undefined ? undefined : await readFile(lock, 'utf8');
    const text = JSON.stringify([terraform, module, this.stack.stateFile, command, version, locked]);
    return createHash('sha256').update(text).digest('hex');
  }

  private async receipt(): Promise<Receipt | undefined> {
    const text = await readFile(this.receiptFile, 'utf8').catch(() => 'null');
    try {
      return JSON.parse(text) ?? undefined;
    } catch {
      return undefined;
    }
  }

  /** Providers are links into a cache or mirror that may be gone; `<host>/<namespace>/<type>/<version>/<platform>`. */
  private async hasProviders(): Promise<boolean> {
    let folders = [join(this.work, '.terraform', 'providers')];
    for (let depth = 0; depth < 5; depth++) {
      const below = folders.map(async (folder) =>
        (await readdir(folder).catch(() => [])).map((name) => join(folder, name)),
      );
      folders = (await Promise.all(below)).flat();
    }
    return folders.every((folder) => existsSync(folder));
  }
}
