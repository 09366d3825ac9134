/** Deploys that are killed, stopped or refused in the middle, on a real cluster: the next one goes on. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { environmentFolders } from '../../workflows/folders';
import { type ClusterConnection, connection } from '../../workflows/local/cluster';
import { KafkaTools } from '../support/kafka-tools';
import { Project, succeed } from '../support/project';

const project = new Project();
const places = environmentFolders(project.folders, 'many');
const stack = 'many-main-shop';
const journal = places.terraformJournal(stack);
let tools: KafkaTools;
let cluster: ClusterConnection;
let described: string[] = [];

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

const inventory = () => Object.keys(JSON.parse(project.read('environments/inventory/many.json')).topics).sort();
const inState = () => {
  const text = existsSync(places.terraformState(stack)) ? readFileSync(places.terraformState(stack), 'utf8') : '';
  return described.filter((name) => text.includes(`"name": "${name}"`));
};

function doesNothing(): void {
  expect(succeed(project.kit('deploy', 'many')).stderr).toContain('many: nothing to do in 1 stack');
  expect([existsSync(journal), existsSync(`${journal}.events`)]).toEqual([false, false]);
  expect([inState().sort(), inventory()]).toEqual([[...described].sort(), [...described].sort()]);
}

async function until(happened: () => boolean, what: string): Promise<void> {
  for (let tries = 0; !happened(); tries++) {
    if (tries > 1500) throw new Error(`there was no ${what} within 30 s`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** Until the apply has said so many of these. */
const said = (type: 'apply_start' | 'apply_complete', count: number) =>
  until(() => {
    const events = existsSync(`${journal}.events`) ? readFileSync(`${journal}.events`, 'utf8') : '';
    return events.split(`"type":"${type}"`).length > count;
  }, `${count} × ${type}`);

/** The process and all that it has started. */
function family(pid: number): number[] {
  const { stdout } = spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' });
  return [pid, ...stdout.split('\n').filter(Boolean).map(Number).flatMap(family)];
}

beforeAll(() => {
  describeAlso(...topics('first', 30));
  succeed(project.kit('up', 'many'));
  const cache = project.folders.cache;
  const reached = connection({
    name: 'many/main',
    folder: places.cluster('main'),
    cache,
    version: '4.3.1',
    nodes: 1,
  });
  if (!reached) throw new Error('up made no connection');
  cluster = reached;
  tools = new KafkaTools(project, cluster);
}, 180_000);

afterAll(() => {
  succeed(project.kit('down', 'many', '--data', 'destroy'));
  project.remove();
}, 120_000);

test('killed with its Terraform and provider: the next deploy takes up what it had made, the one after does nothing', async () => {
  const { child, ended } = project.start('deploy', 'many');
  await said('apply_complete', 2);
  for (const pid of family(child.pid ?? 0)) process.kill(pid, 'SIGKILL');
  await ended;
  expect((statSync(journal).mode & 0o777).toString(8)).toBe('600');
  const orphans = tools.topics().filter((name) => !inState().includes(name));
  expect(orphans).not.toEqual([]);

  const { stderr } = succeed(project.kit('deploy', 'many'));
  expect(stderr).toContain(`${stack}  adopts   ${orphans.length} that exist already: kafka_topic.first_t`);
  expect(tools.topics()).toEqual(described);
  doesNothing();
}, 120_000);

test('interrupted: it ends in order, says how to go on, and the next deploy does; meanwhile no other begins', async () => {
  describeAlso(...topics('second', 30));
  const { child, ended } = project.start('deploy', 'many');
  await said('apply_start', 20);
  child.kill('SIGINT');
  const { code, stderr } = await ended;
  expect(code).toBe(5);
  expect(stderr).toContain(`failed: deploy of 'many' stopped: it was interrupted in ${stack}`);
  expect(stderr).toContain('to go on: run the same command again: it goes on from there');

  const going = project.start('deploy', 'many');
  await until(() => existsSync(join(places.root, 'deploy.lock')), 'lock');
  going.child.kill('SIGSTOP');
  const refused = project.kit('deploy', 'many');
  going.child.kill('SIGCONT');
  expect(refused.code).toBe(5);
  expect(refused.stderr).toContain(`a deploy of 'many' is running: process ${going.child.pid}`);
  succeed(await going.ended);
  doesNothing();
}, 120_000);

test('a topic that somebody else has made is never taken over unasked; a failed deploy says all there is to know', () => {
  tools.createTopic('third.foreign');
  const own = topics('third', 2);
  describeAlso('third.foreign', ...own);
  for (const applied of [own, []]) {
    const { code, stderr } = project.kit('deploy', 'many');
    expect(code).toBe(5);
    expect(stderr).toContain(`failed: deploy of 'many' stopped: ${stack} failed`);
    expect(stderr).toContain('kafka_topic.third_foreign: kafka server: Topic with this name already exists');
    expect(stderr).toContain('run again with --adopt kafka_topic.third_foreign; if it is somebody else');
    expect(stderr).toContain(`log: ${places.logs}/terraform-${stack}.log`);
    expect(stderr).toContain(applied.length > 0 ? `applied: ${stack} in part (2: kafka_topic` : 'nothing was applied');
    expect(stderr).toContain('to go on: put that right and run the same command again');
    expect(inventory()).toEqual([...described].filter((name) => name !== 'third.foreign').sort());
  }
  tools.deleteTopic('third.foreign');
  succeed(project.kit('deploy', 'many'));
  doesNothing();
}, 120_000);

test('with --adopt an existing topic is taken over, with its records', () => {
  tools.createTopic('fourth.ours');
  succeed(tools.produce(cluster.adminClientFile, 'fourth.ours', ['kept']));
  describeAlso('fourth.ours');
  expect(project.kit('deploy', 'many').code).toBe(5);
  const adopted = succeed(project.kit('deploy', 'many', '--adopt', 'kafka_topic.fourth_ours'));
  expect(adopted.stderr).toContain('adopts   1 that exist already: kafka_topic.fourth_ours');
  expect(tools.consume('fourth.ours', 1)).toEqual(['kept']);
  doesNothing();
}, 120_000);
