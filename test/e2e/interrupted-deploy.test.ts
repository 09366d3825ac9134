/** Deploys that are killed, stopped or refused in the middle, on a real cluster: the next one goes on. */
import { type ChildProcess, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { environmentFolders } from '../../workflows/folders';
import { AdminConsole } from '../support/admin-console';
import { clusterThatIsUp } from '../support/local-cluster';
import { Project, succeed } from '../support/project';
import { until } from '../support/until';

jest.setTimeout(300_000);
/** How long a test waits for what is sure to happen, in milliseconds. */
const patience = 120_000;

type Begun = ReturnType<Project['start']>;

const project = new Project();
const places = environmentFolders(project.folders, 'many');
const stack = 'many-main-shop';
const state = places.terraformState(stack);
const journal = places.terraformJournal(stack);
const begun: Begun[] = [];
let admin: AdminConsole;
let described: string[];

const topicsThere = () => admin.topics('main');

/** The names of so many topics: `first.t00`, … */
const topics = (domain: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${domain}.t${String(index).padStart(2, '0')}`);

/** Adds topics to the one stack of the environment. */
function describeAlso(...names: string[]): void {
  described = [...described, ...names];
  project.write('environments/many.yaml', {
    name: 'many',
    clusters: { main: { backend: 'kafka', local: true, brokers: 1 } },
    platform: {
      owners: { shop: { contact: 'shop@example.com' } },
      topics: Object.fromEntries(described.map((name) => [name, { owner: 'shop' }])),
      applications: { seller: { owner: 'shop', produces: { [described[0] ?? '']: {} } } },
    },
  });
}

const textOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
const inventory = () => Object.keys(JSON.parse(project.read('environments/inventory/many.json')).topics).sort();
const inState = () => {
  const text = textOf(state);
  return described.filter((name) => text.includes(`"name": "${name}"`));
};

/** All is as described, and nothing is left of what was cut off. */
async function doesNothing(): Promise<void> {
  expect(succeed(project.kit('deploy', 'many')).stderr).toContain('many: nothing to do in 1 stack');
  expect([journal, `${journal}.events`, `${state}.before`].filter((file) => existsSync(file))).toEqual([]);
  const all = [...described].sort();
  expect([await topicsThere(), inState().sort(), inventory()]).toEqual([all, all, all]);
}

function start(): Begun {
  const deploying = project.start('deploy', 'many');
  begun.push(deploying);
  return deploying;
}

const printed = (command: string, ...args: string[]) => spawnSync(command, args, { encoding: 'utf8' }).stdout.trim();
const childrenOf = (pid: number) => printed('pgrep', '-P', String(pid)).split('\n').filter(Boolean).map(Number);
/** The process and all that it has started. */
const familyOf = (pid: number): number[] => [pid, ...childrenOf(pid).flatMap(familyOf)];

/** All of them, as far as they are there still. */
const kill = ({ pid = 0 }: ChildProcess) => printed('kill', '-9', ...familyOf(pid).map(String));

/**
 * Terraform, stopped as soon as its apply has begun to create. The provider takes a second for a topic, goes on with
 * what it was asked for, and nobody takes note: whatever happens now happens in the middle, on any machine.
 */
async function stoppedTerraform({ pid = 0 }: ChildProcess): Promise<number> {
  await until(() => existsSync(`${journal}.events`) && childrenOf(pid).length === 1, 'apply');
  const [terraform = 0] = childrenOf(pid);
  await until(() => textOf(`${journal}.events`).includes('"type":"apply_start"'), 'creation');
  process.kill(terraform, 'SIGSTOP');
  await until(() => printed('ps', '-o', 'state=', '-p', String(terraform)).startsWith('T'), 'stop');
  return terraform;
}

/** Deploys, and kills all of it when there are topics on the cluster that no state knows. Returns some of them. */
async function deployAndKill(): Promise<string[]> {
  const { child, ended } = start();
  const terraform = await stoppedTerraform(child);
  const orphans = async () => (await topicsThere()).filter((name) => !inState().includes(name));
  let known = await orphans();
  for (const end = Date.now() + patience; known.length === 0; known = await orphans()) {
    if (Date.now() > end) throw new Error('there was no topic that no state knows');
    process.kill(terraform, 'SIGCONT'); // It had not asked for the first yet.
    await new Promise((done) => setTimeout(done, 20));
    process.kill(terraform, 'SIGSTOP');
  }
  kill(child);
  await ended;
  for (const file of [journal, `${state}.before`])
    expect([file, (statSync(file).mode & 0o777).toString(8)]).toEqual([file, '600']);
  return known;
}

/** Brokers may have made more topics after somebody looked. */
function expectAdopted(stderr: string, orphans: readonly string[]): void {
  const [, count] = /adopts {3}(\d+) that exist already: kafka_topic\./.exec(stderr) ?? [];
  expect([stderr, Number(count)]).toEqual([stderr, expect.any(Number)]);
  expect(Number(count)).toBeGreaterThanOrEqual(orphans.length);
}

beforeAll(async () => {
  described = [];
  describeAlso('base.topic');
  succeed(project.kit('up', 'many'));
  const cluster = clusterThatIsUp(project, 'many');
  const { cache } = project.folders;
  admin = await AdminConsole.start({ main: cluster.adminClientFile }, { ...cluster, cache });
});

/** As if nothing had ever been deployed, whatever the test before did or failed to do. */
beforeEach(async () => {
  rmSync(dirname(state), { recursive: true, force: true });
  rmSync(join(project.folder, 'environments', 'inventory'), { recursive: true, force: true });
  await admin.deleteTopics('main', await topicsThere());
  described = [];
});

afterEach(async () => {
  for (const { child, ended } of begun.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) kill(child);
    await ended;
  }
});

afterAll(() => {
  admin?.stop();
  succeed(project.kit('down', 'many', '--data', 'destroy'));
  project.remove();
});

test('killed with its Terraform and provider: the next deploy takes up what it had made, the one after does nothing', async () => {
  describeAlso(...topics('first', 30));
  const orphans = await deployAndKill();
  const { stderr } = succeed(project.kit('deploy', 'many'));
  expectAdopted(stderr, orphans);
  await doesNothing();
});

test.each([
  ['emptied', 0],
  ['written half of', 0.5],
])('killed when Terraform had %s its state: the next deploy goes on from the state before it', async (_, part) => {
  describeAlso('base.topic');
  succeed(project.kit('deploy', 'many'));
  const before = textOf(state);
  describeAlso(...topics('half', 10));
  const orphans = await deployAndKill();
  writeFileSync(state, before.slice(0, before.length * part));
  succeed(project.kit('up', 'many')); // Who only reads the state is not stopped by it.
  expect(textOf(state)).toBe(before.slice(0, before.length * part));
  const { stderr } = succeed(project.kit('deploy', 'many'));
  expect(stderr).toContain(
    `${stack}  restores the state of before an apply that was killed while it wrote one\n  ${stack}  adopts`,
  );
  expectAdopted(stderr, orphans);
  await doesNothing();
});

test('interrupted: it ends in order, says how to go on, and the next deploy does; meanwhile no other begins', async () => {
  describeAlso(...topics('second', 60)); // More than Terraform begins at once: it cannot be done when it hears of it.
  const { child, ended } = start();
  const terraform = await stoppedTerraform(child);
  child.kill('SIGINT');
  await until(() => /[2367abef]$/.test(printed('ps', '-o', 'pending=', '-p', String(terraform))), 'interrupt');
  process.kill(terraform, 'SIGCONT');
  const { code, stderr } = await ended;
  expect([code, stderr]).toEqual([5, expect.any(String)]);
  expect(stderr).toContain(`failed: deploy of 'many' stopped: it was interrupted in ${stack}`);
  expect(stderr).toContain('to go on: run the same command again: it goes on from there');

  const going = start();
  await until(() => textOf(join(places.root, 'deploy.lock')).includes(`"pid":${going.child.pid},`), 'lock');
  going.child.kill('SIGSTOP');
  const refused = project.kit('deploy', 'many');
  going.child.kill('SIGCONT');
  expect([refused.code, refused.stderr]).toEqual([5, expect.any(String)]);
  expect(refused.stderr).toContain(`a deploy of 'many' is running: process ${going.child.pid}`);
  succeed(await going.ended);
  await doesNothing();
});

test('a topic that somebody else has made is never taken over unasked; a failed deploy says all there is to know', async () => {
  describeAlso('base.topic');
  succeed(project.kit('deploy', 'many'));
  await admin.createTopic('main', 'third.foreign', {});
  const own = topics('third', 2);
  describeAlso('third.foreign', ...own);
  for (const applied of [own, []]) {
    const { code, stderr } = project.kit('deploy', 'many');
    expect([code, stderr]).toEqual([5, expect.any(String)]);
    expect(stderr).toContain(`failed: deploy of 'many' stopped: ${stack} failed`);
    expect(stderr).toContain('kafka_topic.third_foreign: kafka server: Topic with this name already exists');
    expect(stderr).toContain('run again with --adopt kafka_topic.third_foreign; if it is somebody else');
    expect(stderr).toContain(`log: ${places.logs}/terraform-${stack}.log`);
    expect(stderr).toContain(applied.length > 0 ? `applied: ${stack} in part (2: kafka_topic` : 'nothing was applied');
    expect(stderr).toContain('to go on: put that right and run the same command again');
    expect(inventory()).toEqual([...described].filter((name) => name !== 'third.foreign').sort());
  }
  await admin.deleteTopics('main', ['third.foreign']);
  succeed(project.kit('deploy', 'many'));
  await doesNothing();
});

test('with --adopt an existing topic is taken over, with its records, when it is known that none of them goes', async () => {
  await admin.createTopic('main', 'fourth.ours', {});
  await admin.send('main', 'fourth.ours', 'key', 'kept');
  describeAlso('fourth.ours');
  const adopt = () => project.kit('deploy', 'many', '--adopt', 'kafka_topic.fourth_ours');
  const refused = adopt();
  expect([refused.code, refused.stderr]).toEqual([4, expect.any(String)]);
  expect(refused.stderr).toContain("retention.ms falls from the cluster's default to 604800000");
  expect(refused.stderr).toContain(
    'make what the topic keeps now (kafka-configs --describe --all) its own retention.ms (--alter --add-config) and describe no less',
  );
  await admin.configure('main', 'fourth.ours', 'retention.ms', '604800000');
  expect(succeed(adopt()).stderr).toContain('adopts   1 that exist already: kafka_topic.fourth_ours');
  expect(await admin.read('main', 'fourth.ours')).toEqual(['kept']);
  await doesNothing();
});
