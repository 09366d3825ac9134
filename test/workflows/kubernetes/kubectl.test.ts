import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contextOf, requireReachable } from '../../../workflows/kubernetes/kubectl';

/** A program in kubectl's place: what is tested is what becomes of its answers. */
const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-kubectl-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
function answering(script: string) {
  const program = join(folder, 'kubectl');
  writeFileSync(program, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return { variables: { PATH: process.env.PATH, KUBECTL: program } };
}
const context = { name: 'prod', server: 'https://kubernetes.example.com' };

test('without kubectl it says what that is for, and where to get it', () => {
  expect(() => contextOf(undefined, { variables: { PATH: folder, KUBECTL: 'kubectl-that-is-not-there' } })).toThrow(
    expect.objectContaining({
      details: expect.objectContaining({ fix: expect.stringContaining('kubernetes.io/docs/tasks/tools') }),
    }),
  );
});

test('a context is read with its server', () => {
  const view = { contexts: [{ name: 'prod' }], clusters: [{ cluster: { server: context.server } }] };
  expect(contextOf(undefined, answering(`echo '${JSON.stringify(view)}'`))).toEqual(context);
});

test('a binary that KUBECTL names and that is not there is told as that', () => {
  expect(() => contextOf(undefined, { variables: { PATH: folder, KUBECTL: join(folder, 'nope') } })).toThrow(
    `KUBECTL names ${join(folder, 'nope')}, which is not there`,
  );
});

test('an empty name is no context: kubectl would take the current one for it', () => {
  const view = { contexts: [{ name: 'prod' }], clusters: [{ cluster: { server: context.server } }] };
  expect(() => contextOf('', answering(`echo '${JSON.stringify(view)}'`))).toThrow(
    expect.objectContaining({ message: '--context names no context', exit: 2 }),
  );
});

test('a kubeconfig that cannot be read is told as that, and not as one that lacks the context', () => {
  const said = 'error: error loading config file "/home/me/.kube/config": yaml: line 3: mapping values are not allowed';
  expect(() => contextOf('test', answering(`echo '${said}' >&2; exit 1`))).toThrow(
    expect.objectContaining({
      message: 'kubectl cannot read the kubeconfig',
      details: expect.objectContaining({ why: [said] }),
    }),
  );
});

test.each([
  ['error: You must be logged in to the server (Unauthorized)', 'does not know you', 'log in again'],
  ['Unable to connect to the server: x509: certificate has expired', 'does not know you', 'log in again'],
  ['Unable to connect to the server: dial tcp: i/o timeout', 'does not answer', 'reach it'],
])('%s', (said, what, fix) => {
  expect(() => requireReachable(context, answering(`echo '${said}' >&2; exit 1`))).toThrow(
    expect.objectContaining({
      message: `the API server of the context 'prod' ${what}`,
      details: { why: [said, `server: ${context.server}`], fix: expect.stringContaining(fix) },
    }),
  );
});
