import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildSync } from 'esbuild';
import { KubernetesApi } from '../../../workflows/kubernetes/api';
import { ApiProxy, width } from '../../../workflows/kubernetes/proxy';

/** A program in kubectl's place that serves HTTP on the socket, and writes down each request that it could read. */
const program = `#!${process.execPath}
const { appendFileSync } = require('node:fs');
const socket = process.argv[process.argv.indexOf('--unix-socket') + 1];
require('node:http')
  .createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    appendFileSync(process.env.REQUESTS, JSON.stringify([request.method, request.url, body]) + '\\n');
    response.end('{}');
  })
  .listen(socket, () => console.log('serving'));
`;

let folder: string;
let proxy: ApiProxy;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kafka-kit-proxy-'));
  const [kubectl, requests] = ['kubectl', 'requests'].map((name) => join(folder, name)) as [string, string];
  writeFileSync(kubectl, program, { mode: 0o755 });
  const variables = { PATH: process.env.PATH, KUBECTL: kubectl, REQUESTS: requests };
  proxy = await ApiProxy.start({ name: 'test', server: 'https://kubernetes.example.com' }, { variables });
});
afterAll(() => {
  proxy.stop();
  rmSync(folder, { recursive: true, force: true });
});

const topics = { apiVersion: 'kafka.strimzi.io/v1', kind: 'KafkaTopic', plural: 'kafkatopics', namespaced: true };
const topic = (name: string) => ({
  apiVersion: topics.apiVersion,
  kind: topics.kind,
  metadata: { name, namespace: 'kafka', uid: `uid-${name}` },
  spec: { description: 'Aufträge' },
});

test('the server reads every deletion with the object that it means, on connections that are used again', async () => {
  const api = new KubernetesApi((question) => proxy.ask(question));
  const names = Array.from({ length: 3 * width }, (_, index) => `t${index}`);
  await Promise.all(names.map((name) => api.remove(topics, topic(name))));
  await api.apply(topics, topic('last'));
  const read = readFileSync(join(folder, 'requests'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as [string, string, string]);
  const deletions = read.filter(([method]) => method === 'DELETE');
  expect(deletions.map(([, , body]) => JSON.parse(body || '{}').preconditions?.uid).sort()).toEqual(
    names.map((name) => `uid-${name}`).sort(),
  );
  expect(JSON.parse(deletions[0]?.[2] ?? '')).toMatchObject({ propagationPolicy: 'Background' });
  expect(JSON.parse(read.at(-1)?.[2] ?? '')).toEqual(topic('last'));
});

test('when its process is killed, nothing of it stays, also where kubectl has ended before and nobody hears of it', async () => {
  const own = mkdtempSync(join(folder, 'killed-'));
  const [kubectl, script] = [join(own, 'kubectl'), join(own, 'script.cjs')];
  // Kubectl ends by the first line that it writes to nobody; here, before that.
  writeFileSync(kubectl, '#!/bin/sh\necho serving\nsleep 0.2\n', { mode: 0o755 });
  const context = { name: 'test', server: 'https://kubernetes.example.com' };
  const options = { variables: { PATH: process.env.PATH, KUBECTL: kubectl } };
  buildSync({
    stdin: {
      contents: `import { ApiProxy } from './proxy';
        ApiProxy.start(${JSON.stringify(context)}, ${JSON.stringify(options)}).then(() => console.log('up'));
        setInterval(() => undefined, 1_000);`,
      resolveDir: join(__dirname, '../../../workflows/kubernetes'),
      loader: 'ts',
    },
    outfile: script,
    bundle: true,
    platform: 'node',
    logLevel: 'error',
  });
  const left = () => readdirSync(own).filter((name) => name.startsWith('kafka-kit-api-'));
  const started = spawn(process.execPath, [script], { env: { ...process.env, TMPDIR: own } });
  try {
    await new Promise((up) => started.stdout.once('data', up));
    expect(left()).toHaveLength(1);
    await sleep(500);
  } finally {
    started.kill('SIGKILL');
  }
  for (let tries = 0; left().length > 0 && tries < 200; tries++) await sleep(25);
  expect(left()).toEqual([]);
});
