import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureJars } from '../../../workflows/local/distribution';

/** A script stands for Maven here; the real one fetches Kafka in the end-to-end tests. */
let folder: string;
let cache: string;
const path = process.env.PATH;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kit-jars-'));
  cache = join(folder, 'a cache');
  mkdirSync(join(folder, 'bin'));
  process.env.PATH = `${join(folder, 'bin')}:${path}`;
});
afterEach(() => {
  process.env.PATH = path;
  rmSync(folder, { recursive: true });
});

function maven(script: string) {
  const file = join(folder, 'bin', 'mvn');
  writeFileSync(
    file,
    `#!/bin/sh\necho run >> '${folder}/runs'\nfor o; do case "$o" in -DoutputDirectory=*) out="\${o#*=}";; esac; done\n${script}\n`,
  );
  chmodSync(file, 0o755);
}

const fetches = 'mkdir -p "$out"; sleep 0.3; touch "$out/kafka.jar"';
const ensure = (signal = new AbortController().signal) =>
  ensureJars({
    cache,
    jdk: { java: '/jdk/bin/java', home: '/jdk', version: '17' },
    signal,
    progress: () => undefined,
  });

test('two at the same time fetch once, and a third needs no Maven', async () => {
  maven(fetches);
  const [first, second] = await Promise.all([ensure(), ensure()]);
  expect(first).toBe(second);
  expect(readdirSync(first)).toEqual(['kafka.jar']);
  rmSync(join(folder, 'bin', 'mvn'));
  process.env.PATH = '';
  expect(await ensure()).toBe(first);
  expect(readFileSync(join(folder, 'runs'), 'utf8')).toBe('run\n');
});

test('a failure carries Maven’s own words and leaves nothing half', async () => {
  maven('mkdir -p "$out"; echo "[ERROR] Could not transfer artifact"; exit 1');
  await expect(ensure()).rejects.toMatchObject({ details: { why: ['[ERROR] Could not transfer artifact'] } });
  expect(readdirSync(cache)).toEqual([]);
});

test('an interrupt ends Maven', async () => {
  maven('mkdir -p "$out"; exec sleep 60');
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 300);
  await expect(ensure(controller.signal)).rejects.toThrow('could not fetch');
  expect(existsSync(cache) && readdirSync(cache)).toEqual([]);
});
