import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joinedAuthorities, joining } from '../../../constructs/kubernetes/joined-authorities';

const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-authorities-'));
const [from, to, bin] = ['from', 'to', 'bin'].map((name) => join(folder, name)) as [string, string, string];

beforeAll(() => {
  for (const each of [from, to, bin]) mkdirSync(each);
  // What it does each minute, it does here ten times a second.
  writeFileSync(join(bin, 'sleep'), '#!/bin/sh\nexec /bin/sleep 0.1\n', { mode: 0o755 });
});
afterAll(() => rmSync(folder, { recursive: true }));

async function until(what: string, holds: () => boolean): Promise<void> {
  const end = Date.now() + 5_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`not within five seconds: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** As a container runs it: a shell that is told nothing else. */
const started = (source = from) =>
  spawn('sh', ['-c', joining(source, to)], { stdio: 'ignore', env: { PATH: `${bin}:/usr/bin:/bin` } });
const joined = () => (existsSync(join(to, 'ca.crt')) ? readFileSync(join(to, 'ca.crt'), 'utf8') : '');

test('a real shell joins every authority of a folder, follows what becomes of them, and ends when it is told', async () => {
  // The first has no end of line, as a certificate of one's own may have none.
  writeFileSync(join(from, 'ca.crt'), '-----END CERTIFICATE-----');
  writeFileSync(join(from, 'ca.password'), 'of the keystore');
  const shell = started();
  const ended = once(shell, 'exit');
  await until('one is joined', () => joined() === '-----END CERTIFICATE-----\n');
  writeFileSync(join(from, 'ca-2026-12-31T00-00-00Z.crt'), '-----END OTHER-----\n');
  await until('both are joined', () => /^-----END OTHER-----\n+-----END CERTIFICATE-----\n$/.test(joined()));
  rmSync(join(from, 'ca-2026-12-31T00-00-00Z.crt'));
  await until('the one before has left', () => joined() === '-----END CERTIFICATE-----\n');
  shell.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(readdirSync(to)).toEqual(['ca.crt']);
});

test('where there is no authority it fails, and leaves the file that was there', async () => {
  const [before, empty] = [joined(), join(folder, 'empty')];
  mkdirSync(empty);
  const [code] = await once(started(empty), 'exit');
  expect(code).not.toBe(0);
  expect(joined()).toBe(before);
});

test('of a Secret with a pattern every certificate is there, of another one exactly one under a name of its own', () => {
  const { container, volumes, mount } = joinedAuthorities({
    trusted: [
      { secretName: 'main-cluster-ca-cert', certificate: 'ca.crt', pattern: '*.crt' },
      { secretName: 'company', certificate: 'root.pem' },
    ],
    folder: '/etc/kafka/authority',
    image: 'registry.example.com/it:1',
  });
  expect(volumes[0]).toEqual({
    name: 'authorities',
    projected: {
      sources: [
        { secret: { name: 'main-cluster-ca-cert' } },
        { secret: { name: 'company', items: [{ key: 'root.pem', path: 'company.crt' }] } },
      ],
    },
  });
  expect(mount).toEqual({ name: 'authority', mountPath: '/etc/kafka/authority', readOnly: true });
  expect(container).toMatchObject({
    image: 'registry.example.com/it:1',
    // Beside the program, which does not start before the file is there.
    restartPolicy: 'Always',
    startupProbe: { exec: { command: ['test', '-s', '/etc/kafka/authority/ca.crt'] } },
    securityContext: { readOnlyRootFilesystem: true, runAsNonRoot: true, allowPrivilegeEscalation: false },
  });
});
