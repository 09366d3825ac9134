import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { foldersOf } from '../../workflows/folders';

const version = '1.7.12';

/** The linter of GitHub's workflows, built once from its Go module into the kit's cache. https://github.com/rhysd/actionlint */
export function actionlint(): string {
  const folder = join(foldersOf(resolve(__dirname, '..', '..'), process.env).cache, `actionlint-${version}`);
  const binary = join(folder, 'actionlint');
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  execFileSync('go', ['install', `github.com/rhysd/actionlint/cmd/actionlint@v${version}`], {
    env: { ...process.env, GOBIN: folder, GOFLAGS: '-trimpath' },
    stdio: 'pipe',
  });
  return binary;
}
