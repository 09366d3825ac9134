import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of this package, whether it runs from its sources or from its bundle: Java sources and the provider's module are there. */
export const packageRoot: string = rootAbove(__dirname);

function rootAbove(folder: string): string {
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'kafka-platform-kit') return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('the kit is not in its package');
  return rootAbove(parent);
}
