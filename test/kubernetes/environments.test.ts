/** Every Kubernetes object of every environment on a real kube-apiserver: server-side, strict. No operator runs here. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApiClient } from '../support/api-client';
import { ApiServer } from '../support/api-server';
import { type Synthesized, synthesized } from '../support/synthesized';
import { everyEnvironment } from './every-environment';
import { countsOf } from './kinds';
import { connect, makeNamespaces, serverFolder } from './server';

jest.setTimeout(300_000);

const out = mkdtempSync(join(tmpdir(), 'kafka-kit-kubernetes-'));
const server = ApiServer.running(serverFolder());
let client: ApiClient;

beforeAll(async () => {
  client = await connect();
});

afterAll(() => {
  client.close();
  rmSync(out, { recursive: true, force: true });
});

test('an environment of each kind is there to be judged', () => {
  expect(everyEnvironment.map(({ environment }) => environment.name)).toEqual(
    expect.arrayContaining(['dev', 'every-option']),
  );
});

describe.each(everyEnvironment.map((resolved) => [resolved.environment.name, resolved] as const))(
  '%s',
  (name, resolved) => {
    let written: Synthesized;

    beforeAll(async () => {
      written = await synthesized(resolved, out);
      await makeNamespaces(client, written.objects);
    });

    test('every object is taken: none is refused, none is left out', async () => {
      const { objects } = written;
      const answers = await client.judgeAll(objects);
      expect(answers.flatMap(({ status, body }) => (status < 300 ? [] : [body.message]))).toEqual([]);
      expect(answers).toHaveLength(objects.length);
      expect(objects.length).toBeGreaterThan(0);
      process.stderr.write(`${name}: ${objects.length} objects taken, none refused\n${countsOf(objects)}`);
    });

    test('kubectl says the same of the folder, applies it, and finds no difference when it looks again', () => {
      const folder = join(written.folder, 'kubernetes');
      const inFolder = written.files.filter(({ path }) => path.startsWith('kubernetes/'));
      const applied = (...options: string[]) =>
        server
          .kubectl('apply', '--server-side', '--validate=strict', ...options, '--kustomize', folder)
          .split('\n')
          .filter((line) => /serverside-applied/.test(line)).length;
      const count = written.objectsIn(inFolder).length;
      expect(applied('--dry-run=server')).toBe(count);
      expect(applied('--field-manager=kubectl')).toBe(count);
      expect(server.tried(['diff', '--server-side', '--kustomize', folder])).toMatchObject({ code: 0, stdout: '' });
    });
  },
);
