import { chmodSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { stringify } from 'yaml';
import type { PlatformInput } from '../../model/platform';
import { builtProject } from './built-project';
import { small } from './describe';
import { type Project, type Ran, succeed } from './project';

const root = resolve(__dirname, '..', '..');

/** A user's repository with three environments, one promoted from the other, and one platform. */
export class Chain {
  readonly project: Project;

  constructor() {
    this.project = builtProject({
      'environments/platform.yaml': small.platform,
      'environments/dev.yaml': environment('dev'),
      'environments/staging.yaml': environment('staging', 'dev'),
      'environments/prod.yaml': environment('prod', 'staging'),
    });
    this.git('init', '--quiet');
  }

  /** The platform of the working tree. */
  describe(platform: PlatformInput): void {
    this.project.write('environments/platform.yaml', stringify(platform));
  }

  /** Commits everything, as somebody who has no configuration of git. */
  commit(message: string): void {
    this.git('add', '--all');
    this.git(
      '-c',
      'user.name=kit',
      '-c',
      'user.email=kit@example.com',
      'commit',
      '--quiet',
      '--allow-empty',
      '--message',
      message,
    );
  }

  git(...args: readonly string[]): string {
    return succeed(this.project.run('git', args)).stdout;
  }

  /** Commands as somebody types them, who has `kafka-kit` on the path and a name in git. */
  shell(commands: string): Ran {
    this.project.write(
      '.bin/kafka-kit',
      `#!/bin/sh\nexec ${process.execPath} ${join(root, 'dist', 'kafka-kit.js')} "$@"\n`,
    );
    chmodSync(join(this.project.folder, '.bin/kafka-kit'), 0o755);
    const name = { GIT_AUTHOR_NAME: 'kit', GIT_AUTHOR_EMAIL: 'kit@example.com' };
    return this.project.run('bash', ['-euxo', 'pipefail', '-c', commands], {
      ...name,
      GIT_COMMITTER_NAME: name.GIT_AUTHOR_NAME,
      GIT_COMMITTER_EMAIL: name.GIT_AUTHOR_EMAIL,
      PATH: `${join(this.project.folder, '.bin')}${delimiter}${process.env.PATH}`,
    });
  }

  promote(from: string, to: string, ...options: readonly string[]): Ran {
    return this.project.kit('promote', from, to, ...options);
  }

  /** The JSON that a command prints, and how it ends. */
  json<Printed>(...args: readonly string[]): Printed & { readonly code: number | null } {
    const { code, stdout, stderr } = this.project.kit(...args, '--format', 'json');
    if (!stdout.startsWith('{')) throw new Error(`ended with ${code}: ${stderr}`);
    return { ...JSON.parse(stdout), code };
  }

  pins(): Readonly<Record<string, { readonly release: string; readonly earlier: readonly string[] }>> {
    return JSON.parse(this.project.read('environments/pins.json'));
  }
}

const environment = (name: string, promotesFrom?: string) => ({
  name,
  platform: 'platform.yaml',
  ...(promotesFrom ? { promotesFrom } : {}),
  clusters: { main: { backend: 'kafka' } },
});
