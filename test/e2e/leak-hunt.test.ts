/**
 * 200 secrets of every kind, each in a place where the kit is given one or finds one, and every command run for real,
 * failures too. No part of any is in what the kit writes or prints, but in files that nobody else may read.
 */
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KafkaTools } from '../support/kafka-tools';
import { LeakHunt } from '../support/leak-hunt';
import { isPrivate } from '../support/leak-hunter';
import { clusterThatIsUp } from '../support/local-cluster';
import { PlantedProject } from '../support/planted-project';
import { succeed } from '../support/project';
import { until } from '../support/until';

jest.setTimeout(300_000);

const planted = new PlantedProject();
const { project, places, outside, secrets, environment, inFiles, inVariables, refused, inKubeconfig, fromFiles } =
  planted;
const hunt = new LeakHunt(project, secrets, outside);
const { run, keep, ends, leaks, hunter, searched, ran } = hunt;

beforeAll(() => {
  planted.plant();
  succeed(run('up', 'shop'));
});

afterAll(() => {
  project.kit('down', 'shop', '--data', 'destroy');
  rmSync(outside, { recursive: true, force: true });
});

test('each of the 200 is planted where something reads it', () => {
  expect(planted.handed).toBe(200);
  expect(inKubeconfig.length).toBeGreaterThan(20);
});

test('every command, as it should go', () => {
  succeed(run('check'));
  succeed(run('check', '--format', 'sarif'));
  succeed(run('synth'));
  succeed(run('access', 'shop'));
  succeed(run('explain', 'shop', 'kept-0'));
  succeed(run('explain', 'shop', 'given-0', '--format', 'json'));
  ends(3, 'deploy', 'shop', '--dry-run');
  succeed(run('deploy', 'shop'));
  succeed(run('deploy', 'shop', '--format', 'json'));
  project.write('before.json', succeed(run('access', 'shop', '--format', 'json')).stdout);
  succeed(run('access', 'shop', '--diff', 'before.json'));
  succeed(run('status', 'shop'));
  expect([0, 5]).toContain(run('doctor').code);
  succeed(run('evidence', 'shop'));
  succeed(run('evidence', 'shop', '--format', 'json'));
  succeed(run('policy', 'shop'));
  // Here `review` joins them, once there is one.
  expect(leaks()).toEqual([]);
});

test('a rotation by turns, from its plan to its end', () => {
  project.write('environments/shop.yaml', { ...environment, secrets: { users: 'two', lasts: '90d' } });
  succeed(run('rotate', 'plan', 'shop', 'kept-5'));
  ends(3, 'rotate', 'run', 'shop', 'kept-5');
  expect(leaks()).toEqual([]);
  succeed(run('rotate', 'finish', 'shop', 'kept-5', '--format', 'json'));
  succeed(run('rotate', 'status', 'shop'));
  succeed(run('rotate', 'record', 'shop'));
  expect(leaks()).toEqual([]);
});

test('files that must hold a secret may be read by nobody else', () => {
  const holders = [...new Set(hunter.hunt(searched).map(({ file }) => file))];
  expect(holders.length).toBeGreaterThan(inFiles.length);
  expect(holders.filter((file) => !isPrivate(file))).toEqual([]);
  expect(holders.filter((file) => file.startsWith(`${project.folder}/`))).toEqual([]);
});

test('passwords that were given are those that brokers know: the hunt looks for what is really used', () => {
  const tools = new KafkaTools(project, clusterThatIsUp(project, 'shop'));
  const write = (file: string) => tools.produce(file, 'orders.created', ['one']);
  succeed(write(join(places.client('kept-0'), 'client.properties')));
  const file = join(places.client('given-0'), 'client.properties');
  // Clients on this machine are given what was given, in files that nobody else may read.
  const { password } = JSON.parse(readFileSync(join(places.secrets, 'main', 'given-0.json'), 'utf8'));
  expect(password).toBe(inVariables[0]?.text);
  succeed(write(file));
});

test('passwords that the next deploy brings, of files and of variables', () => {
  project.write('environments/shop.yaml', { ...environment, secrets: { versions: { 'kept-1': 2, 'given-1': 2 } } });
  succeed(run('deploy', 'shop'));
  expect(leaks()).toEqual([]);
});

test('a deploy with everything that Terraform can tell of itself', () => {
  project.write('environments/shop.yaml', {
    ...environment,
    secrets: { versions: { 'kept-1': 2, 'given-1': 2, 'kept-2': 2 } },
  });
  project.variables.TF_LOG = 'TRACE';
  succeed(run('deploy', 'shop'));
  delete project.variables.TF_LOG;
  expect(leaks()).toEqual([]);
});

test('an administrator whom the brokers refuse, and brokers that nobody finds', () => {
  const address =
    readFileSync(join(places.client('kept-0'), 'client.properties'), 'utf8').match(/^bootstrap.servers=(.+)$/m)?.[1] ??
    '';
  Object.assign(project.variables, {
    TF_VAR_legacy_bootstrap_servers: address.replaceAll('\\', ''),
    TF_VAR_legacy_ca_certificate: readFileSync(join(places.client('kept-0'), 'ca.pem'), 'utf8'),
    TF_VAR_legacy_admin_username: 'nobody',
    TF_VAR_legacy_admin_password: refused[0]?.text,
  });
  const wrong = run('deploy', 'elsewhere');
  expect(wrong.code).toBe(5);
  project.variables.TF_VAR_legacy_bootstrap_servers = '127.0.0.1:1';
  project.variables.TF_VAR_legacy_admin_password = refused[1]?.text;
  expect(run('deploy', 'elsewhere').code).toBe(5);
  expect(leaks()).toEqual([]);
});

test('a Kubernetes that nobody finds, with the token of each of two users', () => {
  for (const context of ['u0', 'u1']) expect(run('deploy', 'remote', '--context', context).code).not.toBe(0);
  expect(leaks()).toEqual([]);
});

/** What was rotated is counted elsewhere. */
const countedByHand = fromFiles.filter((name) => name !== 'kept-5');

test('a deploy that is killed while it applies, and a credential that cannot be read', async () => {
  project.write('environments/shop.yaml', {
    ...environment,
    platform: {
      ...environment.platform,
      topics: Object.fromEntries(['orders.created', 'a', 'b', 'c', 'd'].map((name) => [name, { owner: 'orders' }])),
    },
    secrets: { versions: Object.fromEntries([...countedByHand, 'given-1'].map((name) => [name, 3])) },
  });
  const { child, ended } = project.start('deploy', 'shop');
  await until(
    () => existsSync(places.terraform) && readdirSync(places.terraform).some((file) => file.endsWith('.journal')),
  );
  child.kill('SIGKILL');
  keep('deploy shop, killed', await ended);
  expect(leaks()).toEqual([]);
  // What the killed command had begun goes on, and holds its lock until it ends.
  await until(() => run('deploy', 'shop').code === 0);
  writeFileSync(
    join(places.secrets, 'main', 'kept-3.json'),
    `{"username": "kept-3", "password": ${JSON.stringify(inFiles[3]?.text)}`,
  );
  expect(run('deploy', 'shop').code).not.toBe(0);
  expect(leaks()).toEqual([]);
});

test('a description with a secret in it: no command repeats it', () => {
  const text = inKubeconfig[3]?.text;
  const topics = { 'orders.created': { owner: 'orders', description: text } };
  const file = join(outside, 'literal.yaml');
  writeFileSync(
    file,
    JSON.stringify({ ...environment, name: 'literal', platform: { ...environment.platform, topics } }),
  );
  for (const command of [['check'], ['synth'], ['access', 'literal'], ['up', 'literal'], ['deploy', 'literal']])
    expect(run(...command, '--file', file).code).not.toBe(0);
  expect(leaks()).toEqual([]);
});

test('a hunt that finds nothing could have: a leak of each kind is found in each form', () => {
  const folder = join(outside, 'leaked');
  mkdirSync(folder);
  const written = secrets.flatMap(({ kind, text }, index) =>
    [text, `x${Buffer.from(`ab${text}`).toString('base64')}`, encodeURIComponent(text), JSON.stringify({ text })].map(
      (form, count) => {
        const file = join(folder, `${index}-${count}`);
        writeFileSync(file, `{"some": "text", "x": 1}\n${form}\n`);
        return { kind, file };
      },
    ),
  );
  const found = new Set(hunter.hunt([folder]).map(({ file }) => file));
  expect(written.filter(({ file }) => !found.has(file)).map(({ kind }) => kind)).toEqual([]);
  appendFileSync(join(project.folder, 'out', 'shop', 'leaked.txt'), secrets[0]?.text ?? '');
  expect(leaks()).toHaveLength(1);
  rmSync(join(project.folder, 'out', 'shop', 'leaked.txt'));
});

test('what was searched', () => {
  const megabytes = Math.round(hunt.size / 1e6);
  console.info(
    `${secrets.length} secrets, ${hunter.size} texts, ${ran.length} commands, ${hunter.files(searched)} files, ${megabytes} MB: none found`,
  );
  expect(ran.length).toBeGreaterThan(30);
});
