/** The commands of a plan for Amazon MSK, run as they are written against real brokers of this machine. MSK itself was never reached. */
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentFolders } from '../../workflows/folders';
import { type ClusterConnection, connection } from '../../workflows/local/cluster';
import { mskCluster } from '../backends/msk/cluster';
import { recorded } from '../backends/msk/scale.cases';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';
import { Project, type Ran, succeed } from '../support/project';

jest.setTimeout(300_000);

/** What Kafka's scripts start. */
const programs = {
  'kafka-topics.sh': 'TopicCommand',
  'kafka-reassign-partitions.sh': 'reassign.ReassignPartitionsCommand',
  'kafka-leader-election.sh': 'LeaderElectionCommand',
  'kafka-log-dirs.sh': 'LogDirsCommand',
};

const waivers = [
  { code: 'KFK-I021', path: 'clusters.main.brokers', reason: 'read by nobody', owner: 'orders', expires: '2999-12-31' },
];
/** The steps of a cluster that had six brokers. */
const stepsTo = (brokers: number): readonly string[] => {
  const cluster = { 'clusters.main': { ...mskCluster, brokers }, waivers };
  const { plans } = resolve(changed<Description>(small, cluster), { inventory: recorded() });
  return plans[0]?.steps ?? [];
};

const project = new Project();
const work = join(project.folder, 'work');
let cluster: ClusterConnection;

/** The command in a step, with the ids that a person would have found. */
function commandIn(steps: readonly string[], words: string, ids: string): string {
  const step = steps.find((one) => one.includes('kafka-') && one.includes(words));
  const [command] = /kafka-[a-z-]+\.sh .*?(?=; keep|: 30 MB|, until|$)/.exec(step ?? '') ?? [];
  if (!command) throw new Error(`no step says ${words}`);
  return command.replace(/'<[^>]*>'/, `'${ids}'`);
}

const run = (command: string): Ran =>
  succeed(project.run('bash', ['-ec', `cd "${work}" && ${command}`], { PATH: `${work}:${process.env.PATH}` }));

beforeAll(() => {
  project.write('environments/three.yaml', {
    name: 'three',
    clusters: { main: { backend: 'kafka', local: true } },
    platform: { owners: { orders: { contact: 'orders@example.com' } }, topics: {}, applications: {} },
  });
  succeed(project.kit('up', 'three'));
  const found = connection({
    name: 'three/main',
    folder: environmentFolders(project.folders, 'three').cluster('main'),
    cache: project.folders.cache,
    version: '4.3.1',
    nodes: 3,
  });
  if (!found) throw new Error('up made no connection');
  cluster = found;
  mkdirSync(work);
  copyFileSync(cluster.adminClientFile, join(work, 'admin.properties'));
  for (const [script, program] of Object.entries(programs)) {
    const java = `"${cluster.java}" -XX:TieredStopAtLevel=1 -Xmx128m -cp "${join(cluster.jars, '*')}"`;
    writeFileSync(join(work, script), `#!/bin/sh\nexec ${java} org.apache.kafka.tools.${program} "$@"\n`);
    chmodSync(join(work, script), 0o755);
  }
  project.variables.BOOTSTRAP = cluster.bootstrapServers;
});

afterAll(() => {
  succeed(project.kit('down', 'three', '--data', 'destroy'));
  project.remove();
});

const admin = '--bootstrap-server "$BOOTSTRAP" --command-config admin.properties';
/** Brokers that hold replicas of the topic. */
const holders = (): number[] => {
  const { stdout } = run(`kafka-topics.sh ${admin} --describe --topic move.me`);
  const ids = [...stdout.matchAll(/Replicas: ([\d,]+)/g)].flatMap(([, list = '']) => list.split(',').map(Number));
  return [...new Set(ids)].sort();
};

/** Runs the check until it says that nothing is under way, and returns what it said then. */
function verified(command: string): string {
  for (let tries = 0; tries < 30; tries++) {
    const { stdout } = run(command);
    if (!/in progress/.test(stdout)) return stdout;
  }
  throw new Error('the reassignment does not end');
}

test('the plan for more brokers fills the one that came, within a throttle, and its check takes the throttle away', () => {
  const steps = stepsTo(9);
  run(`kafka-topics.sh ${admin} --create --topic move.me --replica-assignment 1:2,2:1,1:2,2:1`);
  expect(holders()).toEqual([1, 2]);

  writeFileSync(join(work, 'topics.json'), '{ "version": 1, "topics": [{ "topic": "move.me" }] }');
  const { stdout } = run(commandIn(steps, '--generate', '1,2,3'));
  const [before = '', plan = ''] = stdout.split('\n').filter((line) => line.startsWith('{'));
  writeFileSync(join(work, 'before.json'), before);
  writeFileSync(join(work, 'plan.json'), plan);

  const executed = run(commandIn(steps, '--execute', ''));
  expect(executed.stdout).toContain('The inter-broker throttle limit was set to 30000000 B/s');
  const said = verified(commandIn(steps, '--verify', ''));
  expect(said).toMatch(/is completed/);
  expect(said).toContain('Clearing broker-level throttles');
  run(commandIn(steps, 'PREFERRED', ''));
  expect(holders()).toEqual([1, 2, 3]);
});

test('what was there before is the way back, and the plan for fewer brokers sees that one is empty', () => {
  const steps = stepsTo(3);
  const onThree = () => {
    const { stdout } = run(commandIn(steps, '--describe', '3'));
    return readable(stdout).includes('"partition":"move.me-');
  };
  expect(onThree()).toBe(true);
  writeFileSync(join(work, 'plan.json'), readFileSync(join(work, 'before.json')));
  run(commandIn(steps, '--execute', ''));
  expect(verified(commandIn(steps, '--verify', ''))).toMatch(/is completed/);
  expect(holders()).toEqual([1, 2]);
  expect(onThree()).toBe(false);
});

/** The JSON among what a tool prints. */
const readable = (stdout: string): string => stdout.split('\n').find((line) => line.startsWith('{')) ?? '';
