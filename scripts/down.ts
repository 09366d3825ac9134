import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type ExitCode, exitCode } from '../workflows/failure';
import { environmentFolders, foldersOf } from '../workflows/folders';
import { inventoryFileOf } from '../workflows/load/inventory';
import { down as stopCluster } from '../workflows/local/cluster';
import { type FileOption, nameOr, projectOf } from './compiled';
import { say } from './print';

export interface DownOptions extends FileOption {
  readonly data: 'keep' | 'destroy';
}

/**
 * `kafka-kit down`: stops what runs for an environment on this machine, whatever its description says by now. With
 * `--data destroy` everything of the environment on this machine goes.
 */
export async function down(given: string | undefined, options: DownOptions): Promise<ExitCode> {
  const name = nameOr(given, options);
  const folders = foldersOf(projectOf(options), process.env);
  const places = environmentFolders(folders, name);
  const clusters = join(places.root, 'clusters');
  const names = existsSync(clusters) ? readdirSync(clusters) : [];
  if (names.length === 0) say(`${name}: nothing to stop in ${places.root}`);
  for (const cluster of names) {
    const place = { name: `${name}/${cluster}`, folder: places.cluster(cluster) };
    await stopCluster(place, say, { data: options.data });
  }
  if (options.data === 'destroy' && existsSync(places.root)) {
    rmSync(places.root, { recursive: true, force: true });
    say(`removed ${places.root}`);
    const description = options.file ?? join('environments', `${name}.ts`);
    const inventory = inventoryFileOf(description, name);
    if (existsSync(inventory))
      say(`${inventory} still names what it had: remove it too when nobody else has this environment`);
  }
  return exitCode.clean;
}
