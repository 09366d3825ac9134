import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The options without which a JVM asks nobody for tokens, as client files have them beside them, for one JVM that is all
 * of these clients: what is allowed to one of them is allowed to it.
 */
export function tokenOptions(clientFiles: readonly string[]): string[] {
  const allowed = new Map<string, Set<string>>();
  for (const folder of new Set(clientFiles.map((file) => dirname(file)))) {
    const file = join(folder, 'java-options');
    if (!existsSync(file)) continue;
    for (const [, name = '', value = ''] of readFileSync(file, 'utf8').matchAll(/^(-D[^=\n]+)=(.+)$/gm))
      allowed.set(name, (allowed.get(name) ?? new Set()).add(value));
  }
  return [...allowed].map(([name, values]) => `${name}=${[...values].join(',')}`);
}
