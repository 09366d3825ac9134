import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ProcessLock, takeLock, waitForLock } from '../../../workflows/terraform/process-lock';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kit-lock-'));
  file = join(folder, 'below', 'deploy.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

const take = () => takeLock(file) as ProcessLock;

test('a lock is held once, and free after its release', () => {
  const lock = take();
  expect(takeLock(file)).toMatchObject({ pid: process.pid });
  lock.release();
  expect(existsSync(file)).toBe(false);
  expect(take().release).toBeDefined();
  expect(readdirSync(join(folder, 'below'))).toEqual(['deploy.lock']);
});

test('a lock of a dead process is taken over', () => {
  const { pid } = spawnSync('true');
  take().release();
  writeFileSync(file, JSON.stringify({ pid, started: '1', since: '', id: 'dead' }));
  expect(take().release).toBeDefined();
});

test('a process that has a dead one’s id does not hold its lock', () => {
  take();
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), started: '1' }));
  expect(take().release).toBeDefined();
});

/** A killed deploy in a container whose first process never asks after orphans. */
(existsSync('/proc/self/stat') ? test : test.skip)(
  'a process that has ended holds no lock, also when nobody has asked how it ended',
  async () => {
    // The child ends long after the shell has become a program that asks after no child.
    const parent = spawn('sh', ['-c', 'sleep 1 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      const pid = Number(await new Promise((told) => parent.stdout.once('data', told)));
      const stat = () =>
        spawnSync('cat', [`/proc/${pid}/stat`], { encoding: 'utf8' })
          .stdout.split(') ')[1]
          ?.split(' ');
      for (let tries = 0; stat()?.[0] !== 'Z'; tries++) {
        if (stat() === undefined || tries > 500) throw new Error('the child is no zombie: the shell asked after it');
        await new Promise((done) => setTimeout(done, 20));
      }
      take().release();
      writeFileSync(file, JSON.stringify({ pid, started: stat()?.[19], since: '', id: 'ended' }));
      expect(take().release).toBeDefined();
    } finally {
      parent.kill('SIGKILL');
    }
  },
  30_000,
);

test('what cannot be read as a lock is nobody’s', () => {
  take();
  writeFileSync(file, 'half');
  expect(take().release).toBeDefined();
});

test('a folder that cannot be written is said in words', () => {
  writeFileSync(join(folder, 'below'), 'a file where the folder should be');
  expect(take).toThrow(expect.objectContaining({ name: 'Failure', message: `the lock ${file} cannot be written` }));
});

test('a release does not free somebody else’s lock', () => {
  const lock = take();
  writeFileSync(file, JSON.stringify({ pid: 1, started: '', since: '', id: 'other' }));
  lock.release();
  expect(existsSync(file)).toBe(true);
});

test('who waits is told by whom, once, and gets it', async () => {
  const lock = take();
  const holders: number[] = [];
  const waiting = waitForLock(file, ({ pid }) => holders.push(pid));
  setTimeout(() => lock.release(), 600);
  (await waiting).release();
  expect(holders).toEqual([process.pid]);
});
