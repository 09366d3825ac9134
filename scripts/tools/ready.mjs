// Makes a checkout ready to run: installs what the lock file says when it is not installed, then builds. Runs on bare Node.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalled } from './installed.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
const stamp = join(root, 'node_modules', '.kafka-kit-lock');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node ${process.versions.node} is too old: install Node 20.19 or later, https://nodejs.org`);
  process.exit(5);
}
if (textOf(stamp) !== lock) {
  if (!isInstalled(lock, textOf(join(root, 'node_modules', '.package-lock.json')))) {
    console.error('installing dependencies (npm ci --ignore-scripts) …');
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  writeFileSync(stamp, lock);
}
run(process.execPath, [join(root, 'scripts', 'tools', 'build.mjs')]);

function textOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (error) console.error(`${command}: ${error.message}`);
  if (status !== 0) process.exit(5);
}
