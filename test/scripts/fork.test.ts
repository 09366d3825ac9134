import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { projectWith } from '../support/written-project';

const root = resolve(__dirname, '..', '..');

/** What the check of the fork says before anything is compared. */
function fork(env: Readonly<Record<string, string>>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/tools/fork/check.mjs'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, stdout, trace: /\n\s+at |node:internal/.test(stderr) };
}

describe('the check of the fork tells in words why nothing was checked', () => {
  test('where there is no npm', () => {
    const { status, stdout, trace } = fork({ PATH: '/nowhere', KAFKA_KIT_CACHE: projectWith({}) });
    expect({ status, trace }).toEqual({ status: 5, trace: false });
    expect(stdout).toContain('NOT CHECKED: npm cannot be run');
  });

  test('where its cache is a file', () => {
    const { status, stdout, trace } = fork({ KAFKA_KIT_CACHE: join(projectWith({ cache: '' }), 'cache') });
    expect({ status, trace }).toEqual({ status: 5, trace: false });
    expect(stdout).toMatch(/NOT CHECKED: .* cannot be written/);
  });
});
