/** Operators, denials and hosts on a real broker: what a role gives is what brokers let do, and after its day nothing. */
import { join } from 'node:path';
import type { Failure } from '../../workflows/failure';
import { environmentFolders } from '../../workflows/folders';
import { loadCompiled } from '../../workflows/load/compiled';
import { type ClusterConnection, connection } from '../../workflows/local/cluster';
import { proveAccess } from '../../workflows/prove/prove-access';
import { KafkaTools } from '../support/kafka-tools';
import { Project, succeed } from '../support/project';

jest.setTimeout(300_000);

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const shop = (until: string) => ({
  name: 'shop',
  disposable: true,
  clusters: { main: { backend: 'kafka', local: true, brokers: 1 } },
  platform: {
    owners: { orders: { contact: 'orders@example.com' } },
    topics: {
      'orders.created': { owner: 'orders', partitions: 1 },
      'orders.counted': { owner: 'orders', partitions: 1 },
    },
    applications: {
      'order-service': { owner: 'orders', produces: { 'orders.created': {} }, hosts: ['127.0.0.1'] },
      'far-service': { owner: 'orders', produces: { 'orders.created': {} }, hosts: ['192.0.2.7'] },
      counter: {
        owner: 'orders',
        consumes: { 'orders.created': {} },
        produces: { 'orders.counted': {} },
        streams: {},
        denies: [
          { topic: 'counter-totals', prefix: true, operations: ['Delete'] },
          { topic: 'orders.created', operations: ['Read'], hosts: ['192.0.2.7'] },
        ],
      },
    },
  },
  operators: {
    administrator: { owner: 'orders', role: 'admin' },
    auditor: { owner: 'orders', role: 'read-only' },
    oncall: {
      owner: 'orders',
      role: 'break-glass',
      until,
      reason: 'INC-4711',
      denies: [{ topic: 'orders.counted', operations: ['All'] }],
    },
  },
});

const project = new Project();
const places = environmentFolders(project.folders, 'shop');
const client = (name: string) => join(places.client(name), 'client.properties');
let cluster: ClusterConnection;
let tools: KafkaTools;

const write = (until: string) => project.write('environments/shop.yaml', shop(until));
const described = () => {
  const [environment] = loadCompiled({ folder: project.folder, names: ['shop'], today: day(0) }).environments;
  if (!environment?.resolved) throw new Error('the description has problems');
  return environment.resolved;
};
const usersWithAcls = () => new Set(tools.acls().map((line) => /principal=User:([^,]+)/.exec(line)?.[1]));

beforeAll(() => {
  write(day(2));
  succeed(project.kit('up', 'shop'));
  const reached = connection({
    name: 'shop/main',
    folder: places.cluster('main'),
    cache: project.folders.cache,
    version: '4.3.1',
    nodes: 1,
  });
  if (!reached) throw new Error('up made no connection');
  cluster = reached;
  tools = new KafkaTools(project, cluster);
  succeed(project.kit('deploy', 'shop'));
});

afterAll(() => {
  succeed(project.kit('down', 'shop', '--data', 'destroy'));
  project.remove();
});

test('each application and each operator may do what the description says and nothing else', async () => {
  const proving = proveAccess(described(), project.folders, { ...cluster, cache: project.folders.cache });
  const proof = await proving.catch((error: Failure) => {
    throw new Error(error.details.why?.join('\n'));
  });
  expect(proof.applications).toBe(6);
  expect(Math.min(proof.allowed, proof.denied)).toBeGreaterThan(50);
  process.stderr.write(`operators: ${JSON.stringify(proof)}\n`);
});

test('who comes from another host than it says is refused, by name', () => {
  succeed(tools.produce(client('order-service'), 'orders.created', ['one']));
  const { stdout, stderr } = tools.produce(client('far-service'), 'orders.created', ['two']);
  expect(`${stdout}${stderr}`).toMatch(/TopicAuthorizationException|Not authorized to access topics/);
  expect(tools.consume('orders.created', 1)).toEqual(['one']);
});

test('on the day after its last an operator is told of, and the next deploy takes away all that it had', () => {
  expect(usersWithAcls()).toContain('oncall');
  write(day(-1));
  const { code, stderr } = project.kit('check', 'shop');
  expect([code, stderr]).toEqual([0, expect.stringContaining('KFK-X005')]);
  succeed(project.kit('deploy', 'shop'));
  expect(usersWithAcls()).toEqual(new Set(['order-service', 'far-service', 'counter', 'administrator', 'auditor']));
  const { stdout, stderr: refused } = tools.produce(client('oncall'), 'orders.created', ['three']);
  expect(`${stdout}${refused}`).toMatch(
    /SaslAuthenticationException|Authentication failed|NoSuchFileException|No such file/,
  );
});
