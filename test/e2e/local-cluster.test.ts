import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Failure } from '../../workflows/failure';
import { foldersOf } from '../../workflows/folders';
import { describeCluster } from '../../workflows/local/broker-probe';
import { ensureAuthority, issueCertificate } from '../../workflows/local/certificate-authority';
import {
  type ClusterConnection,
  connection,
  down,
  issueClientCertificate,
  type LocalClusterSpec,
  status,
  up,
} from '../../workflows/local/cluster';
import { KafkaTools } from '../support/kafka-tools';
import { mutualTlsClient } from '../support/mutual-tls-client';
import { Project, succeed } from '../support/project';

jest.setTimeout(300_000);

const folder = mkdtempSync(join(tmpdir(), 'kit local ')); // with blanks: they must not matter
const spec: LocalClusterSpec = {
  name: 'test/main',
  folder: join(folder, 'main'),
  cache: foldersOf('.', process.env).cache,
  version: '4.3.1',
  nodes: 3,
};
const said: string[] = [];
const say = (line: string) => said.push(line);
let cluster: ClusterConnection;
let tools: KafkaTools;
const project = new Project();

beforeAll(async () => {
  cluster = await up(spec, say);
  tools = new KafkaTools(project, cluster);
});

afterAll(async () => {
  await down(spec, say, { data: 'destroy' });
  rmSync(folder, { recursive: true });
  project.remove();
});

const pids = async () => (await status(spec)).nodes.map(({ pid }) => pid);
const portsOf = async (id: number) => (await status(spec)).nodes[id - 1]?.ports ?? [];
const filesBelow = (root: string) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** What a file of a running broker holds; nothing when the broker has removed it meanwhile. */
function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

/** What the cluster comes to say: brokers learn of each other, of leaders and of ACLs in their own time. */
async function eventually<T>(ask: () => Promise<T>, good: (answer: T) => boolean): Promise<T> {
  for (const end = Date.now() + 60_000; ; await sleep(100)) {
    const answer = await ask();
    if (good(answer) || Date.now() > end) return answer;
  }
}

/** The two records that every test of this file expects. */
const records = (topic: string) => tools.consume(topic, 2).sort();

test('all nodes answer, on addresses of this machine that a restart keeps', async () => {
  expect(await status(spec)).toMatchObject({ version: '4.3.1', answers: true, controller: expect.any(Number) });
  expect((await status(spec)).nodes).toMatchObject([1, 2, 3].map((id) => ({ id, running: true, answers: true })));
  for (const address of cluster.bootstrapServers.split(',')) {
    const [, port] = /^127\.0\.0\.1:(\d{5})$/.exec(address) ?? [];
    expect(Number(port)).toBeGreaterThanOrEqual(20_000);
    expect(Number(port)).toBeLessThan(32_768);
  }
  expect(connection(spec)).toEqual(cluster);
});

test('up of a running cluster does nothing', async () => {
  const before = await pids();
  const already = said.length;
  expect(await up(spec, say)).toEqual(cluster);
  expect(await pids()).toEqual(before);
  expect(said.slice(already)).toEqual(['test/main: runs already']);
});

test('what is safe to lose a broker by default: three copies, two in sync', () => {
  tools.createTopic('orders', 3);
  const described = tools.describedTopic('orders');
  expect(described).toMatch(/ReplicationFactor: 3\b/);
  expect(described).toMatch(/Isr: \d,\d,\d\b/);
  succeed(tools.produce(cluster.adminClientFile, 'orders', ['one', 'two']));
  expect(records('orders')).toEqual(['one', 'two']);
});

test('a certificate makes its holder that application: it sees what it was granted, and nothing else', async () => {
  const file = await mutualTlsClient(folder, 'order-service', { spec, cluster });
  const visible = async () => tools.topicsSeenBy(file, cluster.mutualTlsBootstrapServers);
  expect(await visible()).toEqual([]);
  const granted = ['--allow-principal', 'User:order-service', '--operation', 'Describe', '--topic', 'orders'];
  succeed(tools.acl('--add', ...granted));
  expect(await eventually(visible, (topics) => topics.length > 0)).toEqual(['orders']);
});

test('a certificate of another authority is refused, and so is none', async () => {
  const other = { caFile: join(folder, 'other.pem'), caKeyFile: join(folder, 'other-key.pem') };
  await ensureAuthority(other, 'other');
  const { certificate, key } = await issueCertificate(other, { commonName: 'kit_admin', days: 1 });
  const [, mtls = 0] = await portsOf(1);
  const target = { port: mtls, ca: readFileSync(cluster.caFile, 'utf8') };
  await expect(describeCluster({ ...target, certificate, key })).rejects.toThrow();
  await expect(describeCluster({ ...target, certificate: '', key: '' })).rejects.toThrow();
});

test('nobody gets a certificate that is the administrator’s or the brokers’', async () => {
  for (const name of ['kit_admin', 'kit_broker', 'a,CN=kit_admin', ''])
    await expect(issueClientCertificate(spec, name, join(folder, 'evil'))).rejects.toThrow('no certificate');
});

test('secrets are in their own files only, for their owner only', async () => {
  const password = readFileSync(cluster.adminPasswordFile, 'utf8');
  expect(password).toMatch(/^[\w-]{43}$/);
  const holders = filesBelow(spec.folder).filter((file) => bytesOf(file).includes(password));
  expect(holders.sort()).toEqual([cluster.adminClientFile, cluster.adminPasswordFile].sort());
  for (const file of filesBelow(spec.folder).filter((name) => !name.includes('/data/')))
    expect([file, statSync(file).mode & 0o77]).toEqual([file, 0]);
  for (const id of [1, 2, 3]) expect(statSync(join(spec.folder, 'nodes', String(id), 'data')).mode & 0o77).toBe(0);
  expect(execFileSync('ps', ['-eww', '-o', 'command='], { encoding: 'utf8' })).not.toContain(password);
  expect(said.join('\n')).not.toContain(password);
  const logs = filesBelow(spec.folder).filter((name) => name.endsWith('.log') && name.includes('/logs/'));
  for (const log of logs) expect(readFileSync(log, 'utf8')).not.toMatch(/storedKey=|saltedPassword=|BEGIN PRIVATE KEY/);
});

test('a killed broker is started again, the others are left alone, nothing is lost', async () => {
  const [first, second, third] = await pids();
  process.kill(second ?? 0, 'SIGKILL');
  const view = await eventually(
    () => status(spec),
    ({ answers, nodes }) => answers && !nodes[1]?.running, // The killed one may have been the active controller.
  );
  expect(view).toMatchObject({
    answers: true,
    nodes: [{ answers: true }, { answers: false }, { answers: true }],
  });
  await up(spec, say);
  const after = await pids();
  expect([after[0], after[2]]).toEqual([first, third]);
  expect(after[1]).not.toBe(second);
  expect(records('orders')).toEqual(['one', 'two']);
});

test('two ups at the same time start the nodes once; data, ports and the authority survive down', async () => {
  await down(spec, say);
  expect(await status(spec)).toMatchObject({
    answers: false,
    nodes: [{ running: false }, { running: false }, { running: false }],
  });
  const authority = readFileSync(cluster.caFile, 'utf8');
  const [one, other] = await Promise.all([up(spec, say), up(spec, say)]);
  expect(one).toEqual(cluster);
  expect(other).toEqual(cluster);
  expect(readFileSync(cluster.caFile, 'utf8')).toBe(authority);
  expect(records('orders')).toEqual(['one', 'two']);
});

test('a cluster in another folder runs beside it', async () => {
  const beside = { ...spec, name: 'test/beside', folder: join(folder, 'beside'), nodes: 1 };
  try {
    const { bootstrapServers } = await up(beside, say);
    expect(cluster.bootstrapServers).not.toContain(bootstrapServers);
    expect(await status(beside)).toMatchObject({ answers: true });
    expect(await status(spec)).toMatchObject({ answers: true });
  } finally {
    await down(beside, say, { data: 'destroy' });
  }
  expect(readdirSync(folder)).not.toContain('beside');
});

describe('a cluster that cannot start', () => {
  const broken = { ...spec, name: 'test/broken', folder: join(folder, 'broken'), nodes: 1 };
  const failureOf = async (of: LocalClusterSpec): Promise<Failure> =>
    await up(of, say).then(
      () => {
        throw new Error('it started');
      },
      (failure) => failure,
    );
  afterAll(() => down(broken, say, { data: 'destroy' }));

  test('says the broker’s own last words, and leaves nothing running', async () => {
    const failure = await failureOf({ ...broken, settings: { 'num.io.threads': '0' } });
    expect(failure.message).toBe('test/broken: node 1 ended while it was starting');
    expect(failure.details.why?.join('\n')).toContain('Invalid value 0 for configuration num.io.threads');
    expect((await status(broken)).nodes).toMatchObject([{ running: false }]);
  });

  test('names the port that somebody else has, and leaves nothing running', async () => {
    const [, port = 0] = (await status(broken)).nodes[0]?.ports ?? [];
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    try {
      expect((await failureOf(broken)).message).toBe(`test/broken: port ${port} is in use`);
    } finally {
      server.close();
    }
    expect((await status(broken)).nodes).toMatchObject([{ running: false }]);
  });

  test('does not change how many nodes its data has, nor its version', async () => {
    expect((await failureOf({ ...broken, nodes: 3 })).message).toContain(
      'was made with 1 node; the description says 3',
    );
    expect((await failureOf({ ...broken, version: '3.9.0' })).details.fix).toBe("say version: '4.3.1'");
  });
});

test('Ctrl-C while the nodes start stops what was started', async () => {
  project.write('environments/shop.yaml', {
    name: 'shop',
    clusters: { main: { backend: 'kafka', local: true } },
    platform: { owners: { orders: { contact: 'orders@example.com' } }, topics: { orders: { owner: 'orders' } } },
  });
  const started = () =>
    execFileSync('ps', ['-eww', '-o', 'command='], { encoding: 'utf8' })
      .split('\n')
      .filter((command) => command.includes(String(project.variables.KAFKA_KIT_STATE)));
  try {
    const { child, ended } = project.start('up', 'shop');
    while (started().length < 3 && child.exitCode === null) await sleep(20);
    const seen = started().length;
    child.kill('SIGINT');
    const { code, stderr } = await ended;
    expect(stderr).toContain('shop/main: interrupted; what was started has been stopped');
    expect(code).toBe(5);
    expect(seen).toBe(3);
    expect(started()).toEqual([]);
  } finally {
    project.kit('down', 'shop', '--data', 'destroy');
  }
});
