import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { foldersOf } from '../../workflows/folders';

export interface PrometheusBinaries {
  readonly prometheus: string;
  readonly promtool: string;
}

/**
 * The real Prometheus: the PATH's own, or Debian's package unpacked into the kit's cache, which starts no service.
 *
 * @throws Error that says what to install, where there is neither
 */
export function prometheusBinaries(): PrometheusBinaries {
  const inPath = (process.env.PATH ?? '').split(delimiter).find((folder) => hasBoth(folder));
  const cached = join(foldersOf('.', process.env).cache, 'debian', 'prometheus');
  const folder = inPath ?? join(cached, 'usr', 'bin');
  if (!hasBoth(folder)) unpack('prometheus', cached);
  return { prometheus: join(folder, 'prometheus'), promtool: join(folder, 'promtool') };
}

const hasBoth = (folder: string): boolean =>
  existsSync(join(folder, 'prometheus')) && existsSync(join(folder, 'promtool'));

/** Unpacks Debian packages into a folder, as a whole or not at all. */
export function unpack(packages: string, target: string): void {
  mkdirSync(join(target, '..'), { recursive: true });
  const draft = mkdtempSync(`${target}-`);
  try {
    download(packages.split(' '), draft);
    for (const file of readdirSync(draft).filter((name) => name.endsWith('.deb')))
      execFileSync('dpkg', ['-x', join(draft, file), draft], { stdio: 'pipe' });
    rmSync(target, { recursive: true, force: true });
    renameSync(draft, target);
  } catch (error) {
    const { stderr, message } = error as { stderr?: Buffer; message: string };
    throw new Error(
      `${packages}: neither in the PATH nor to be had from Debian; install it. ${stderr?.toString().trim() || message}`,
    );
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** A machine that never asked for Debian's lists of packages knows none. */
function download(packages: readonly string[], folder: string): void {
  const get = () => execFileSync('apt-get', ['download', ...packages], { cwd: folder, stdio: 'pipe' });
  try {
    get();
  } catch {
    execFileSync('apt-get', ['update'], { stdio: 'pipe' });
    get();
  }
}
