import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from '../../model/plugin';

/** Fetches what a plugin is made of by Maven, as its description says, into a folder of its own; checks each checksum. */
export function fetchPlugin({ name, artifacts }: Plugin, cache: string): string {
  const folder = join(cache, 'connect-plugins', name);
  mkdirSync(folder, { recursive: true });
  for (const { group, artifact, version, classifier, type = 'jar', sha512 } of artifacts) {
    const file = join(folder, `${[artifact, version, ...(classifier ? [classifier] : [])].join('-')}.${type}`);
    const coordinates = [group, artifact, version, type, ...(classifier ? [classifier] : [])].join(':');
    if (!existsSync(file))
      run('mvn', ['-q', '-B', 'dependency:copy', `-Dartifact=${coordinates}`, `-DoutputDirectory=${folder}`]);
    const digest = createHash('sha512').update(readFileSync(file)).digest('hex');
    if (digest !== sha512) throw new Error(`${file} has the checksum ${digest}`);
    if (type === 'tar.gz') run('tar', ['-xzf', file, '-C', folder]);
  }
  return folder;
}

function run(command: string, options: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(command, options, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${options.join(' ')}: ${stdout}${stderr}`);
}
