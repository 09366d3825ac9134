import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { environmentFolders } from '../../workflows/folders';
import { connection } from '../../workflows/local/cluster';
import type { ComposeFile, ComposeService } from '../../workflows/local/compose';
import { ensureJars } from '../../workflows/local/distribution';
import { findJdk } from '../../workflows/local/jdk';
import { builtProject } from '../support/built-project';
import { KafkaTools } from '../support/kafka-tools';
import { succeed } from '../support/project';

const containers: ChildProcess[] = [];

// Before the project's own, which removes their folders.
afterAll(async () => {
  for (const container of containers) container.kill('SIGTERM');
  const ended = () => containers.every(({ exitCode, signalCode }) => exitCode !== null || signalCode !== null);
  for (let tries = 0; !ended() && tries < 100; tries++) await sleep(100);
  for (const container of containers) container.kill('SIGKILL');
}, 30_000);

/**
 * No Docker daemon runs here. Each service's command runs on this machine instead: with its properties, certificates and
 * arguments, in a folder that stands for its root, with two programs of the image that call Kafka's own classes as the
 * image's scripts do, and with a hosts file for the names of the containers' network.
 */
const project = builtProject({
  'environments/shop.yaml': {
    name: 'shop',
    clusters: { main: { backend: 'kafka', local: true } },
    platform: {
      owners: { orders: { contact: 'orders@example.com' } },
      topics: { 'orders.created': { owner: 'orders' } },
      applications: { 'order-service': { owner: 'orders', produces: { 'orders.created': {} } } },
    },
  },
});
const folder = environmentFolders(project.folders, 'shop').cluster('main');
const spec = { name: 'shop/main', folder, cache: project.folders.cache, version: '4.3.1', nodes: 3 };
const composeYaml = join(folder, 'compose.yaml');
let compose: ComposeFile;
let jars: string;
let printed: string;
let startFirst: () => ChildProcess;

/** A machine with Terraform, and without a JDK and Maven. */
const withoutJava = (...args: string[]) => {
  const bin = join(project.folder, 'bin');
  return project.run(process.execPath, [join(__dirname, '../../dist/kafka-kit.js'), ...args], {
    PATH: bin,
    JAVA_HOME: '',
  });
};

beforeAll(async () => {
  const bin = join(project.folder, 'bin');
  mkdirSync(bin);
  for (const program of ['terraform', 'tofu', 'go']) {
    const found = spawnSync('which', [program], { encoding: 'utf8' }).stdout.trim();
    if (found) symlinkSync(found, join(bin, program));
  }
  const jdk = findJdk(process.env);
  jars = await ensureJars({ cache: spec.cache, jdk, signal: new AbortController().signal, progress: () => undefined });
  printed = succeed(withoutJava('up', 'shop', '--compose')).stdout;
  compose = parse(readFileSync(composeYaml, 'utf8'));
}, 300_000);

/** Makes the container's files in a folder of this machine; what it returns starts what the container would start. */
function containerHere(name: string, { command, configs, environment, volumes }: ComposeService): () => ChildProcess {
  const root = join(project.folder, name);
  const here = (text: string) =>
    text
      .replaceAll('$$', '$')
      .replaceAll(/\/(?:etc\/kafka|mnt\/shared|opt\/kafka|var\/lib\/kafka)\//g, (path) => root + path);
  const write = (path: string, text: string, mode: number) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { mode });
  };
  for (const { source, target, mode } of configs) write(target, here(compose.configs[source]?.content ?? ''), mode);
  for (const { target } of volumes) mkdirSync(join(root, target), { recursive: true });
  for (const file of ['server.properties', 'log4j2.yaml', 'tools-log4j2.yaml'])
    write(`/etc/kafka/docker/${file}`, '', 0o644);
  mkdirSync(join(root, 'opt/kafka/config'), { recursive: true });
  const nodes = Object.keys(compose.services).map((node) => `127.0.0.1 ${node}\n`);
  write('/hosts', `127.0.0.1 localhost\n${nodes.join('')}`, 0o644);
  const java = `"${findJdk(process.env).java}" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dlog4j2.level=INFO -Djdk.net.hosts.file="${root}/hosts" -cp "${jars}/*"`;
  write('/opt/kafka/bin/kafka-storage.sh', `#!/bin/sh\nexec ${java} kafka.tools.StorageTool "$@"\n`, 0o755);
  // As the image's `launch` does: https://github.com/apache/kafka/blob/4.3.1/docker/jvm/launch
  const folders = `-D "${root}/etc/kafka/docker" -M "${root}/mnt/shared/config" -F "${root}/opt/kafka/config"`;
  write(
    '/etc/kafka/docker/run',
    `#!/bin/bash
result=$(${java} kafka.docker.KafkaDockerWrapper setup ${folders} 2>&1) || echo $result | grep -i "already formatted" || { echo $result && exit 1; }
exec ${java} kafka.Kafka "${root}/opt/kafka/config/server.properties"
`,
    0o755,
  );
  const log = join(root, 'log');
  const [program = '', ...args] = [...command.slice(0, -1), `exec >> "${log}" 2>&1; ${here(command.at(-1) ?? '')}`];
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', ...environment };
  return () => {
    const child = spawn(program, args, { env, stdio: 'ignore' });
    containers.push(child);
    return child;
  };
}

const isHealthy = ({
  healthcheck: {
    test: [, program = '', ...args],
  },
}: ComposeService) => spawnSync(program, args, { stdio: 'ignore' }).status === 0;

async function allHealthy(): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (!Object.values(compose.services).every(isHealthy) && Date.now() < deadline) await sleep(500);
}

test('up --compose needs neither a JDK nor Maven, writes a file that the specification’s schema takes, and starts nothing', () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats(ajv);
  const schema = readFileSync(join(__dirname, '../support/compose-spec/compose-spec.json'), 'utf8');
  const isCompose = ajv.compile(JSON.parse(schema));
  isCompose(compose);
  expect(isCompose.errors).toBeNull();
  expect(statSync(composeYaml).mode & 0o777).toBe(0o600);
  expect(printed).toContain(`docker compose --file '${composeYaml}' up --detach --wait\n`);
  expect(printed).toContain(`docker compose --file '${composeYaml}' down\n`);
  expect(readdirSync(folder)).not.toContain('nodes');
  expect(JSON.parse(project.kit('status', 'shop', '--format', 'json').stdout).clusters).toMatchObject([
    { answers: false, nodes: [{ running: false }, { running: false }, { running: false }] },
  ]);
});

test('a second up --compose changes nothing, and up without it refuses to run the same cluster beside its containers', () => {
  const before = readFileSync(composeYaml, 'utf8');
  succeed(withoutJava('up', 'shop', '--compose'));
  expect(readFileSync(composeYaml, 'utf8')).toBe(before);
  const { code, stderr } = project.kit('up', 'shop');
  expect(code).toBe(5);
  expect(stderr).toContain('shop/main is prepared for Docker');
  expect(withoutJava('deploy', 'shop').stderr).toContain(`to go on: docker compose --file '${composeYaml}' up`);
});

test('without Docker: the services’ own commands, with real brokers in place of the image, make a cluster that answers', async () => {
  expect(Object.values(compose.services).some(isHealthy)).toBe(false);
  for (const [name, service] of Object.entries(compose.services)) {
    const start = containerHere(name, service);
    start();
    if (name === 'kafka-1') startFirst = start;
  }
  await allHealthy();
  const { stdout } = succeed(withoutJava('status', 'shop', '--format', 'json'));
  expect(JSON.parse(stdout).clusters).toMatchObject([
    { answers: true, nodes: [1, 2, 3].map((id) => ({ id, running: false, answers: true })) },
  ]);
}, 150_000);

test('the administrator that the command made logs in with the password, and nobody does with another', () => {
  const reached = connection(spec);
  if (!reached) throw new Error('up --compose made no connection');
  const known = { ...reached, jars, java: findJdk(process.env).java };
  expect(new KafkaTools(project, known).topics()).toEqual([]);
  const wrong = join(project.folder, 'wrong.properties');
  const right = readFileSync(known.adminClientFile, 'utf8');
  writeFileSync(wrong, right.replace(/password="[^"]+"/, 'password="wrong"'));
  expect(() => new KafkaTools(project, { ...known, adminClientFile: wrong }).topics()).toThrow('invalid credentials');
}, 60_000);

test('deploy applies to it without a JDK', () => {
  succeed(withoutJava('deploy', 'shop'));
  const reached = connection(spec);
  if (!reached) throw new Error('up --compose made no connection');
  expect(new KafkaTools(project, { ...reached, jars }).topics()).toEqual(['orders.created']);
}, 300_000);

test('a container that starts again with its volume finds its storage formatted, and takes part', async () => {
  const [first] = containers;
  const ended = new Promise((resolve) => first?.once('exit', resolve));
  first?.kill('SIGTERM');
  await ended;
  const again = startFirst();
  await allHealthy();
  expect(again.exitCode).toBeNull();
  expect(JSON.parse(succeed(project.kit('status', 'shop', '--format', 'json')).stdout).clusters).toMatchObject([
    { nodes: [{ answers: true }, { answers: true }, { answers: true }] },
  ]);
  const log = readFileSync(join(project.folder, 'kafka-1', 'log'), 'utf8');
  expect(log).toContain('is already formatted');
}, 150_000);

test('the start-up program of Apache’s image hands the properties on as they are', () => {
  for (const name of Object.keys(compose.services)) {
    const [given, final] = ['mnt/shared/config', 'opt/kafka/config'].map((path) =>
      readFileSync(join(project.folder, name, path, 'server.properties'), 'utf8'),
    );
    expect(final).toBe(given);
  }
});

test('neither password nor salted password is in a log or a command line', () => {
  const password = readFileSync(join(folder, 'admin/password'), 'utf8');
  for (const name of Object.keys(compose.services)) {
    const log = readFileSync(join(project.folder, name, 'log'), 'utf8');
    expect(log).not.toContain(password);
    expect(log).not.toMatch(/storedKey=|saltedPassword=|BEGIN PRIVATE KEY/);
  }
  expect(spawnSync('ps', ['-eww', '-o', 'command='], { encoding: 'utf8' }).stdout).not.toContain(password);
});

test('down does not take the Compose file away from containers that run', () => {
  const { code, stderr } = project.kit('down', 'shop', '--data', 'destroy');
  expect(code).toBe(5);
  expect(stderr).toContain(`down --volumes destroys them`);
  expect(readdirSync(folder)).toContain('compose.yaml');
});
