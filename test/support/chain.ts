import { stringify } from 'yaml';
import type { PlatformInput } from '../../model/platform';
import { builtProject } from './built-project';
import { small } from './describe';
import { type Project, type Ran, succeed } from './project';

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
