import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ClusterFolder, clusterFolder } from '../../../workflows/local/cluster-folder';
import { NodeProcess } from '../../../workflows/local/node-process';

/** A script stands for Java here: it says what a broker would say, and ends or does not. */
let folder: string;
let cluster: ClusterFolder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kit-node-'));
  cluster = clusterFolder(folder);
});
afterEach(async () => {
  await new NodeProcess(cluster, 1).stop(0);
  rmSync(folder, { recursive: true });
});

function started(script: string): NodeProcess {
  const java = join(folder, 'java');
  writeFileSync(java, `#!/bin/sh\n${script}\n`);
  chmodSync(java, 0o755);
  const node = new NodeProcess(cluster, 1);
  node.start({ java, classPath: 'x', main: ['KafkaNode', cluster.node(1).properties] });
  return node;
}

const until = async (condition: () => boolean) => {
  while (!condition()) await sleep(20);
};

test('a node that was started is found by the next command, and stops when told', async () => {
  const { pid } = started('while :; do sleep 0.05; done').running ?? {};
  const node = new NodeProcess(cluster, 1);
  expect(node.running?.pid).toBe(pid);
  await node.stop(2_000);
  expect(node.running).toBeUndefined();
});

test('a node that does not hear is ended after the grace', async () => {
  const node = started(`trap '' TERM; while :; do sleep 0.05; done`);
  await sleep(200);
  await node.stop(200);
  expect(node.running).toBeUndefined();
});

test('a node that has closed its logs is not waited for', async () => {
  const node = started(`trap '' TERM; while :; do sleep 0.05; done`);
  await sleep(200);
  writeFileSync(cluster.node(1).closed, '');
  const before = Date.now();
  await node.stop(60_000);
  expect(Date.now() - before).toBeLessThan(10_000);
});

test('a recorded process id that is another program’s by now is left alone', async () => {
  mkdirSync(cluster.node(1).root, { recursive: true });
  writeFileSync(cluster.node(1).process, JSON.stringify({ pid: process.pid, since: new Date().toISOString() }));
  const node = new NodeProcess(cluster, 1);
  expect(node.running).toBeUndefined();
  await node.stop(0); // would end this test
});

test('the last words are of this start, without the frames of stack traces', async () => {
  const { logs, serverLog } = cluster.node(1);
  mkdirSync(logs, { recursive: true });
  writeFileSync(serverLog, 'ERROR of yesterday\n');
  const node = started(
    `echo 'ERROR Exiting: no such thing' >> '${serverLog}'; echo '  at kafka.Kafka.main'; echo 'Exception: printed'`,
  );
  await until(() => !node.running);
  expect(node.lastWords).toEqual(['ERROR Exiting: no such thing', 'Exception: printed']);
});
