/**
 * Every application asks real brokers for everything that there is, with the calls that programs make, over SCRAM and over
 * mTLS. What it is told must be what the description says, as an oracle reads it that shares no code with the kit.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { environmentFolders } from '../../workflows/folders';
import { type ClusterConnection, up } from '../../workflows/local/cluster';
import { AccessClients } from '../support/access-matrix/access-clients';
import { askAll, askOne, type Fault, redCells, reddens, sample, told } from '../support/access-matrix/asked';
import { type Cell, type DescribedOperator, keyOf, operations, type Right } from '../support/access-matrix/oracle';
import {
  applications,
  base,
  cells,
  dayFromNow,
  operators,
  restricted,
  rightsIn,
  type State,
  states,
} from '../support/access-matrix/states';
import { Project, succeed } from '../support/project';

jest.setTimeout(240_000);

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

const fileOf = (name: string) => join(places.client(name), 'client.properties');
const signedIn = (name: string) => clientsOf(name, fileOf(name));

/** Who has a credential in a state; those that had one keep their connections. */
async function signIn({ operators: people = {} }: State): Promise<void> {
  const wanted = [...applications, ...Object.keys(people)];
  for (const clients of everybody) if (!wanted.includes(clients.name)) clients.stop();
  const stay = everybody.filter(({ name }) => wanted.includes(name));
  const missing = wanted.filter((who) => !stay.some(({ name }) => name === who));
  everybody = [...stay, ...(await Promise.all(missing.map(signedIn)))];
}

/** What the brokers hold, and what the oracle reads, the same way. */
const held = async () => (await admin.acls()).map(keyOf).sort();
/** Whoever is asked may not have heard of the last change yet: it is asked again for as long as ten seconds. */
async function expectHeld(wanted: readonly string[]) {
  for (const end = Date.now() + 10_000; Date.now() < end; await sleep(50))
    if (isDeepStrictEqual(await held(), wanted)) return;
  expect(await held()).toEqual(wanted);
}
const read = (state: State) => rightsIn(state).map(keyOf).sort();

beforeAll(async () => {
  cluster = await up(
    {
      name: 'matrix/main',
      folder: places.cluster('main'),
      cache: project.folders.cache,
      version: '4.3.1',
      nodes: 1,
      // No client of this version sends what only TwoPhaseCommit allows, and brokers take it when they are told to.
      settings: { 'unstable.api.versions.enable': 'true', 'transaction.two.phase.commit.enable': 'true' },
    },
    () => undefined,
  );
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
      const before = everybody;
      await signIn(described);
      // With this proof for the first time: whoever was signed in was so by the other one.
      const anew = everybody.filter((clients) => state === 'as it is' && before.includes(clients));
      await Promise.all(anew.map((clients) => clients.signIn(fileOf(clients.name))));
      await expectHeld(read(described));
      const started = Date.now();
      const { wrong, ...counts } = await askAll(everybody, cells, rightsIn(described));
      expect(wrong).toEqual([]);
      expect(counts.cells).toBe(everybody.length * cells.length);
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
  const state = states[restricted] as State;
  const rights = rightsIn(state);
  /** Each ACL that names one resource and one operation, of somebody who has a credential. */
  const single = (permission: Right['permission']) =>
    [...applications, ...Object.keys(operators)].flatMap((who) =>
      cells.map((cell): Right => ({ who, ...cell, pattern: 'LITERAL', host: '*', permission })),
    );
  const added = (right: Right): Fault => ({ how: 'add', right });
  const kindOf = ({ kind, operation }: Cell) => `${kind} ${operation}`;
  const everyKind = Object.entries(operations).flatMap(([kind, all]) => all.map((one) => `${kind} ${one}`));
  /** So many faults of each kind and operation that turn a cell red, the same ones each time. */
  const some = (all: readonly Right[], count: number, seed: number) => {
    const telling = all.map(added).filter((fault) => reddens(fault, cells, rights).length > 0);
    return everyKind.flatMap((one) =>
      sample(
        telling.filter(({ right }) => kindOf(right) === one),
        count,
        seed,
      ),
    );
  };

  /** The cells that a fault turns red are the ones that the oracle names, and there is one at least. */
  async function turnRed(faults: readonly Fault[]) {
    const turn = async (clients: AccessClients) => {
      for (const fault of faults.filter(({ right }) => right.who === clients.name)) {
        const red = reddens(fault, cells, rights).map((cell) => told(clients.name, cell));
        const found = await redCells(fault, { admin, clients, cells, rights });
        expect({ fault, red: found.map((wrong) => wrong.split(': ').slice(0, 2).join(': ')) }).toEqual({ fault, red });
        expect(red).not.toHaveLength(0);
      }
    };
    // An ACL is of one principal, so that no fault is another's.
    await Promise.all(everybody.map(turn));
    faultsSeen.push(faults.length);
  }

  test('less turns cells red, whichever of them it is: by name, by prefix, of every name, of a role, or a denial', async () => {
    const drops = rights.map((right): Fault => ({ how: 'drop', right }));
    await turnRed(drops.filter((fault) => reddens(fault, cells, rights).length > 0));
    for (const { right } of drops.filter((fault) => reddens(fault, cells, rights).length === 0)) {
      // No call from this machine is let in or refused by it: the list of ACLs tells it.
      expect(right.host).toBe('192.0.2.7');
      await admin.drop(right);
      await expectHeld(read(state).filter((one) => one !== keyOf(right)));
      await admin.add(right);
    }
    await expectHeld(read(state));
  });

  test('more turns cells red: of each operation on each kind, by name and by prefix, drawn by a seed', async () => {
    const more = single('ALLOW');
    const literal = some(more, 2, 7);
    expect(new Set(literal.map(({ right }) => kindOf(right)))).toEqual(new Set(everyKind));
    const prefixes = more
      .filter(({ kind }) => kind !== 'Cluster')
      .map((right): Right => ({ ...right, name: right.name.slice(0, -1), pattern: 'PREFIXED' }));
    await turnRed([...literal, ...some(prefixes, 1, 11)]);
  });

  test('that denies turns cells red, too: whatever somebody may do', async () => {
    // Who has found a topic's leader goes on without asking for it again: of that, a new client would say something else.
    const isLate = (denial: Right) =>
      kindOf(denial) === 'Topic Describe' &&
      reddens(added(denial), cells, rights).some(({ operation }) => ['Write', 'Delete'].includes(operation));
    const denials = some(
      single('DENY').filter((denial) => !isLate(denial)),
      1,
      13,
    );
    // Who may do so with topics begins idempotently and creates, whatever is denied on the cluster.
    const untold = ['Cluster IdempotentWrite', 'Cluster Create'];
    expect(new Set(denials.map(({ right }) => kindOf(right)))).toEqual(
      new Set(everyKind.filter((kind) => !untold.includes(kind))),
    );
    await turnRed(denials);
  });
});

test('on the day after its last somebody who may do everything is told of, and the next deploy takes all that it had', async () => {
  const { platform: described } = states[restricted] as State;
  const { rescuer, ...others } = operators;
  const ended = { ...others, rescuer: { ...(rescuer as DescribedOperator), until: dayFromNow(-1) } };
  const client = fileOf('rescuer');
  expect(existsSync(client)).toBe(true);
  write({ platform: described, operators: ended as typeof operators }, 'mtls');
  const { code, stderr } = project.kit('check', 'matrix');
  expect([code, stderr]).toEqual([0, expect.stringContaining('KFK-X005')]);
  succeed(project.kit('deploy', 'matrix'));
  await expectHeld(read({ platform: described, operators: others as typeof operators }));
  expect(existsSync(client)).toBe(false);
  // Its certificate is good until its end, and opens nothing: it has been signed in all the time.
  const clients = everybody.find(({ name }) => name === 'rescuer') as AccessClients;
  const { allowed, wrong } = await askOne(
    clients,
    cells,
    rightsIn({ platform: described, operators: others as typeof operators }),
  );
  expect({ allowed, wrong }).toEqual({ allowed: 0, wrong: [] });
});
