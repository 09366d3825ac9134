import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { proveOrderProcessing } from '../../examples/order-processing/proof';
import { environmentFolders, foldersOf } from '../../workflows/folders';
import { loadCompiled } from '../../workflows/load/compiled';
import { connection } from '../../workflows/local/cluster';
import { localClusters, specOf } from '../../workflows/local-environment/clusters';
import { proveAccess } from '../../workflows/prove/prove-access';
import { KafkaTools } from '../support/kafka-tools';
import { Project, succeed } from '../support/project';

const root = resolve(__dirname, '..', '..');
const project = new Project();
const state = join(tmpdir(), `kafka-kit-orders-${process.pid}`);
const kit = (...args: string[]) =>
  project.run('bash', ['-c', `cd "${root}" && exec "${process.execPath}" dist/kafka-kit.js "$@"`, 'kit', ...args], {
    KAFKA_KIT_STATE: state,
  });
const folders = foldersOf(root, { ...process.env, KAFKA_KIT_STATE: state });

const { environments } = loadCompiled({ folder: root, names: ['local'], today: new Date().toISOString().slice(0, 10) });
const resolved = environments[0]?.resolved;
if (!resolved) throw new Error('the reference platform has problems: kafka-kit check local');
const [cluster] = localClusters(resolved);
if (!cluster) throw new Error('the reference platform has no local cluster');

const reached = () => {
  const found = connection(specOf(resolved, cluster, folders));
  if (!found) throw new Error('the cluster was never started');
  return found;
};
const tools = () => ({ ...reached(), cache: folders.cache });

beforeAll(() => {
  succeed(kit('up', 'local'));
  succeed(kit('deploy', 'local'));
}, 240_000);

afterAll(() => {
  succeed(kit('down', 'local', '--data', 'destroy'));
  rmSync(state, { recursive: true, force: true });
  project.remove();
}, 120_000);

test('four services, each with only its own credential, pay, ship and tell; the poison order ends in its dead-letter topic', async () => {
  const proof = await proveOrderProcessing({
    clients: (application) => environmentFolders(folders, 'local').client(application),
    connection: reached(),
    cache: folders.cache,
    progress: () => {},
    orders: 8,
  });
  const flow = resolved.flows.find(
    ({ application, topic }) => application === 'payment-service' && topic === 'orders.created',
  );
  const attempts = flow?.direction === 'consume' ? flow.deadLetter?.attempts : undefined;
  expect(proof).toMatchObject({ orders: 8, paid: 7, shipped: 7, notified: 7, deadLettered: 1, attempts });
}, 240_000);

test('as every application the brokers allow what the flows say and deny everything else', async () => {
  const { applications, allowed, denied } = await proveAccess(resolved, folders, tools());
  expect(applications).toBe(5);
  expect(allowed).toBeGreaterThan(resolved.permissions.length);
  expect(denied).toBeGreaterThan(allowed * 5);
}, 120_000);

test('the proof notices one permission too many, and one too few', async () => {
  const kafka = new KafkaTools(project, reached());
  const excess = ['--allow-principal', 'User:order-service', '--operation', 'Read', '--topic', 'orders.paid'];
  succeed(kafka.acl('--add', ...excess));
  await expect(proveAccess(resolved, folders, tools())).rejects.toMatchObject({
    details: {
      why: expect.arrayContaining([expect.stringContaining('order-service: Read Topic orders.paid: excess')]),
    },
  });
  succeed(kafka.acl('--remove', '--force', ...excess));

  const needed = ['--allow-principal', 'User:order-service', '--operation', 'Write', '--topic', 'orders.created'];
  succeed(kafka.acl('--remove', '--force', ...needed));
  await expect(proveAccess(resolved, folders, tools())).rejects.toMatchObject({
    details: {
      why: expect.arrayContaining([expect.stringContaining('order-service: Write Topic orders.created: refused')]),
    },
  });

  succeed(kit('deploy', 'local'));
  await expect(proveAccess(resolved, folders, tools())).resolves.toBeDefined();
}, 240_000);
