import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { satisfies } from 'semver';
import { packageRoot } from '../package-root';

/** Installed packages that run and whose `engines` do not accept a version of Node, as npm warns of them at installation. */
export function dependencyWarnings(node: string): string[] {
  const lock = join(packageRoot, 'node_modules', '.package-lock.json');
  if (!existsSync(lock)) return [];
  const { packages } = JSON.parse(readFileSync(lock, 'utf8')) as {
    packages: Record<string, { version?: string; dev?: boolean; engines?: { node?: string } }>;
  };
  return Object.entries(packages).flatMap(([path, { version, dev, engines }]) =>
    !dev && engines?.node && !satisfies(node, engines.node)
      ? [`${path.replace(/^.*node_modules\//, '')}@${version} asks for Node ${engines.node}`]
      : [],
  );
}
