import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const source = pathToFileURL(join(resolve(__dirname, '..', '..'), 'scripts', 'tools', 'installed.mjs')).href;

/** Bare Node runs it, before anything is installed. */
const isInstalled = (lock: unknown, written: unknown): boolean => {
  const program = `import { isInstalled } from '${source}'; console.log(isInstalled(process.argv[1], process.argv[2]));`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      program,
      JSON.stringify(lock),
      typeof written === 'string' ? written : JSON.stringify(written),
    ],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  return stdout.trim() === 'true';
};

const zod = { version: '4.1.0', integrity: 'sha512-a' };
const windows = { version: '1.0.0', integrity: 'sha512-b', optional: true, os: ['win32'] };
const lock = { packages: { '': { name: 'kit' }, 'node_modules/zod': zod, 'node_modules/windows': windows } };

test('what npm ci made by hand is not made again', () => {
  expect(isInstalled(lock, { packages: { 'node_modules/zod': { ...zod, resolved: 'https://example.com' } } })).toBe(
    true,
  );
});

test.each([
  ['nothing is there', ''],
  ['a package is missing', { packages: {} }],
  ['a package has another version', { packages: { 'node_modules/zod': { ...zod, version: '4.0.0' } } }],
  ['a package has other bytes', { packages: { 'node_modules/zod': { ...zod, integrity: 'sha512-c' } } }],
  ['a package is there that the lock file lacks', { packages: { 'node_modules/zod': zod, 'node_modules/left': zod } }],
])('it is made where %s', (_, written) => {
  expect(isInstalled(lock, written)).toBe(false);
});
