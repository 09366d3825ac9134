/**
 * Every application asks real brokers for everything that there is, with the calls that programs make, over SCRAM and over
 * mTLS. What it is told must be what the description says, as an oracle reads it that shares no code with the kit.
 */
import { join } from 'node:path';
import { platform } from '../../environments/platform';
import { environmentFolders } from '../../workflows/folders';
import { type ClusterConnection, connection } from '../../workflows/local/cluster';
import { AccessClients } from '../support/access-matrix/access-clients';
import { askAll, type Fault, redCells, reddens, sample, told } from '../support/access-matrix/asked';
import {
  type Cell,
  cellsOf,
  type DescribedOperator,
  type DescribedPlatform,
  keyOf,
  may,
  type Right,
  rightsOf,
} from '../support/access-matrix/oracle';
import { changed } from '../support/change';
import { Project, succeed } from '../support/project';

jest.setTimeout(240_000);

/** The platform of this repository, and somebody whom no flow gives anything. */
const base: DescribedPlatform = changed(platform as unknown as DescribedPlatform, {
  'applications.bystander': { owner: 'orders' },
});
/** A day within the seven for which glass may be broken. */
const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
const operators: Readonly<Record<string, DescribedOperator & Readonly<Record<string, unknown>>>> = {
  maker: { owner: 'orders', role: 'admin' },
  auditor: { owner: 'orders', role: 'read-only' },
  rescuer: {
    ...{ owner: 'orders', role: 'break-glass', until: soon, reason: 'the matrix asks' },
    denies: [{ topic: 'notifications.sent', operations: ['Read'] }],
  },
};

interface State {
  readonly platform: DescribedPlatform;
  readonly operators?: typeof operators;
}
const states: Readonly<Record<string, State>> = {
  'as it is': { platform: base },
  'after a flow was added': {
    platform: changed(base, { 'applications.order-service.consumes': { 'revenue.totals': {} } }),
  },
  'with operators, denials and addresses': {
    platform: changed(base, {
      'applications.payment-service.hosts': ['127.0.0.1', '192.0.2.7'],
      'applications.inventory-service.hosts': ['192.0.2.7'],
      'applications.revenue-stream.denies': [
        { topic: 'revenue-stream-kept', prefix: true, operations: ['Delete', 'Write'] },
      ],
    }),
    operators,
  },
  'after a flow was removed': { platform: changed(base, { 'applications.inventory-service.produces': {} }) },
};
const applications = Object.keys(base.applications);
const rightsIn = (state: State) => rightsOf(state.platform, state.operators);
const everyRight = Object.values(states).flatMap(rightsIn);
const cells = cellsOf(everyRight, Object.keys(base.topics));

const project = new Project();
const places = environmentFolders(project.folders, 'matrix');
const proofs = { 'scram-sha-512': 'a password', mtls: 'a certificate' } as const;

let cluster: ClusterConnection;
let admin: AccessClients;
let everybody: AccessClients[] = [];
const asked = { cells: 0, allowed: 0, denied: 0, seconds: 0 };
const cellsBy = new Map<string, number>();
const faultsSeen: number[] = [];

const write = ({ platform: described, operators: people = {} }: State, authentication: string) =>
  project.write('environments/matrix.yaml', {
    name: 'matrix',
    disposable: true,
    platform: described,
    operators: Object.fromEntries(Object.entries(people).map(([name, said]) => [name, { ...said, authentication }])),
    clusters: { main: { backend: 'kafka', local: true, brokers: 1, authentication: Object.keys(proofs) } },
    overrides: {
      topics: Object.fromEntries(Object.keys(base.topics).map((topic) => [topic, { partitions: 1 }])),
      applications: Object.fromEntries(applications.map((name) => [name, { authentication }])),
    },
  });
const deploy = (described: State, authentication: string) => {
  write(described, authentication);
  succeed(project.kit('deploy', 'matrix'));
};
const clientsOf = (name: string, file: string) =>
  AccessClients.start(name, file, { ...cluster, cache: project.folders.cache });
const named = (kind: Cell['kind']) => [...new Set(cells.filter((cell) => cell.kind === kind).map(({ name }) => name))];

const signedIn = (name: string) => clientsOf(name, join(places.client(name), 'client.properties'));

async function signIn(): Promise<void> {
  for (const clients of everybody) clients.stop();
  everybody = await Promise.all(applications.map(signedIn));
}

beforeAll(async () => {
  write({ platform: base }, 'scram-sha-512');
  succeed(project.kit('up', 'matrix'));
  const reached = connection({
    name: 'matrix/main',
    folder: places.cluster('main'),
    cache: project.folders.cache,
    version: '4.3.1',
    nodes: 1,
  });
  if (!reached) throw new Error('up made no connection');
  cluster = reached;
  deploy({ platform: base }, 'scram-sha-512');
  admin = await clientsOf('kit_admin', cluster.adminClientFile);
  await admin.topics(named('Topic'));
  await admin.groups('nobodys.topic', named('Group'));
  await admin.ids(named('TransactionalId'));
}, 240_000);

afterAll(() => {
  for (const clients of [...everybody, admin]) clients?.stop();
  succeed(project.kit('down', 'matrix', '--data', 'destroy'));
  project.remove();
  process.stderr.write(`access matrix: ${JSON.stringify({ ...asked, faultsSeen })}\n`);
}, 120_000);

describe.each(Object.entries(proofs))('%s', (authentication, proof) => {
  test.each(Object.entries(states))(
    `by ${proof}, the platform %s: each may do what its flows say, and nothing else`,
    async (state, described) => {
      deploy(described, authentication);
      if (state === 'as it is' || everybody.length === 0) await signIn();
      const started = Date.now();
      const people = await Promise.all(Object.keys(described.operators ?? {}).map(signedIn));
      const all = [...everybody, ...people];
      const { wrong, ...counts } = await askAll(all, cells, rightsIn(described)).finally(() => {
        for (const clients of people) clients.stop();
      });
      expect(wrong).toEqual([]);
      expect(counts.cells).toBe(all.length * cells.length);
      asked.cells += counts.cells;
      cellsBy.set(authentication, (cellsBy.get(authentication) ?? 0) + counts.cells);
      asked.allowed += counts.allowed;
      asked.denied += counts.denied;
      asked.seconds += (Date.now() - started) / 1_000;
    },
  );
});

test('at least 2,000 cells were asked by each proof', () => {
  for (const authentication of Object.keys(proofs)) expect(cellsBy.get(authentication)).toBeGreaterThan(2_000);
});

describe('one ACL', () => {
  const rights = rightsIn(states['after a flow was removed'] as State);
  const cellsThat = (isAllowed: boolean) =>
    applications.flatMap((who) =>
      cells.filter((cell) => may(rights, who, cell) === isAllowed).map((cell) => ({ who, ...cell })),
    );
  /** So many of each kind and operation, the same ones each time. */
  const some = (all: readonly (Cell & { who: string })[], count: number, seed: number) => {
    const kinds = [...new Set(all.map(({ kind, operation }) => `${kind} ${operation}`))];
    return kinds.flatMap((one) =>
      sample(
        all.filter(({ kind, operation }) => `${kind} ${operation}` === one),
        count,
        seed,
      ),
    );
  };

  /** The cells that a fault turns red are the ones that the oracle names, and there is one at least. */
  async function turnRed(faults: readonly Fault[]) {
    for (const fault of faults) {
      const clients = everybody.find(({ name }) => name === fault.right.who) as AccessClients;
      const red = reddens(fault, cells, rights).map((cell) => told(fault.right.who, cell));
      const found = await redCells(fault, { admin, clients, cells, rights });
      expect({ fault, red: found.map((wrong) => wrong.split(': ').slice(0, 2).join(': ')) }).toEqual({ fault, red });
      expect(red).not.toHaveLength(0);
    }
    faultsSeen.push(faults.length);
  }

  test('the brokers hold those that the oracle reads, and no other', async () => {
    expect((await admin.acls()).map(keyOf).sort()).toEqual(rights.map(keyOf).sort());
  });

  test('less turns cells red, whichever of them it is', async () => {
    await turnRed(rights.map((right) => ({ how: 'drop', right })));
  });

  test('more turns cells red: of each operation on each kind, by name and by prefix, drawn by a seed', async () => {
    const more = { host: '*', permission: 'ALLOW' } as const;
    const literal = some(cellsThat(false), 2, 7).map((cell): Right => ({ ...cell, ...more, pattern: 'LITERAL' }));
    const prefixed = some(
      cellsThat(false).filter(({ kind }) => kind !== 'Cluster'),
      1,
      11,
    ).map((cell): Right => ({ ...cell, ...more, name: cell.name.slice(0, -1), pattern: 'PREFIXED' }));
    await turnRed([...literal, ...prefixed].map((right) => ({ how: 'add', right })));
  });

  test('that denies turns cells red, too', async () => {
    const denied = some(cellsThat(true), 2, 13).map(
      (cell): Right => ({ ...cell, pattern: 'LITERAL', host: '*', permission: 'DENY' }),
    );
    await turnRed(denied.map((right) => ({ how: 'add', right })));
  });
});
