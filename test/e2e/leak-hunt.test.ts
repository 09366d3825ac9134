/**
 * 200 secrets of every kind, each in a place where the kit is given one or finds one, and every command run for real,
 * failures too. No part of any is in what the kit writes or prints, but in files that nobody else may read.
 */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { passwordVariable } from '../../model/names';
import { environmentFolders } from '../../workflows/folders';
import type { ClusterConnection } from '../../workflows/local/cluster';
import { writePrivately } from '../../workflows/secrets/private-file';
import { builtProject } from '../support/built-project';
import { KafkaTools } from '../support/kafka-tools';
import { isPrivate, LeakHunter } from '../support/leak-hunter';
import { clusterThatIsUp } from '../support/local-cluster';
import { planted } from '../support/planted-secrets';
import { type Ran, succeed } from '../support/project';

jest.setTimeout(300_000);

const secrets = planted(200, 'leak hunt');
let handed = 0;
/** The next of them: each is planted where something that runs below reads it. */
function next(count: number) {
  handed += count;
  return secrets.slice(handed - count, handed);
}

/** Variables of the process by which tools know their secrets. */
const known = [
  ...['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'ARM_CLIENT_SECRET', 'AZURE_CLIENT_SECRET', 'VAULT_TOKEN'],
  ...['GITHUB_TOKEN', 'GH_TOKEN', 'GITLAB_TOKEN', 'NPM_TOKEN', 'TF_TOKEN_app_terraform_io', 'KAFKA_PASSWORD'],
  ...['SASL_PASSWORD', 'PGPASSWORD', 'MYSQL_PWD', 'DOCKER_AUTH_CONFIG', 'SLACK_TOKEN', 'ARGOCD_AUTH_TOKEN'],
];

/** Passwords in the folder of credentials before anything runs, and beside each the one that a rotation is to bring. */
const inFiles = next(30);
const pending = next(30);
/** Given to Terraform as variables of the process: passwords of applications. */
const inVariables = next(24);
/** The same, for a cluster whose administrator the brokers refuse. */
const elsewhereInVariables = next(16);
const refused = next(2);
const around = next(known.length);
/** Tokens of the users of a kubeconfig. */
const inKubeconfig = next(secrets.length - handed);

const fromFiles = inFiles.map((_, index) => `kept-${index}`);
const fromVariables = inVariables.map((_, index) => `given-${index}`);
const environment = {
  name: 'shop',
  clusters: { main: { backend: 'kafka', local: true, brokers: 1, authentication: ['scram-sha-512', 'mtls'] } },
  platform: {
    owners: { orders: { contact: 'orders@example.com' } },
    topics: { 'orders.created': { owner: 'orders' } },
    applications: {
      ...Object.fromEntries(
        [...fromFiles, ...fromVariables].map((name) => [name, { owner: 'orders', produces: { 'orders.created': {} } }]),
      ),
      seller: { owner: 'orders', produces: { 'orders.created': {} }, authentication: 'mtls' },
    },
  },
};
const elsewhere = {
  name: 'elsewhere',
  clusters: { legacy: { backend: 'kafka', brokers: 1 } },
  platform: {
    owners: environment.platform.owners,
    topics: environment.platform.topics,
    applications: Object.fromEntries(
      elsewhereInVariables.map((_, index) => [
        `there-${index}`,
        { owner: 'orders', produces: { 'orders.created': {} } },
      ]),
    ),
  },
};
const onKubernetes = {
  name: 'remote',
  kubernetes: { namespace: 'kafka' },
  clusters: { main: { backend: 'strimzi', brokers: 3, storage: '50GiB', memory: '2GiB' } },
  platform: { ...elsewhere.platform, applications: {} },
};

const project = builtProject({
  'environments/shop.yaml': environment,
  'environments/elsewhere.yaml': elsewhere,
  'environments/remote.yaml': onKubernetes,
});
const places = environmentFolders(project.folders, 'shop');
/** What commands print, a file each. */
const printed = join(project.folder, 'printed');
const outside = mkdtempSync(join(tmpdir(), 'kafka-kit-hunt-'));
const searched = [project.folder, String(project.variables.KAFKA_KIT_STATE)];
const hunter = new LeakHunter(secrets, outside);
const ran: string[] = [];

beforeAll(() => {
  mkdirSync(printed);
  plant();
  succeed(run('up', 'shop'));
});

afterAll(() => {
  project.kit('down', 'shop', '--data', 'destroy');
  rmSync(outside, { recursive: true, force: true });
});

function plant(): void {
  for (const [index, { text }] of inFiles.entries()) {
    const later = { password: pending[index]?.text, version: 2 };
    const credential = { username: `kept-${index}`, password: text, version: 1, pending: later };
    writePrivately(join(places.secrets, 'main', `kept-${index}.json`), `${JSON.stringify(credential)}\n`);
  }
  const home = join(outside, 'home');
  mkdirSync(home, { mode: 0o700 });
  for (const [index, { text }] of inVariables.entries())
    project.variables[`TF_VAR_${passwordVariable('main', `given-${index}`)}`] = text;
  for (const [index, { text }] of elsewhereInVariables.entries())
    project.variables[`TF_VAR_${passwordVariable('legacy', `there-${index}`)}`] = text;
  for (const [index, { text }] of around.entries()) project.variables[known[index] ?? ''] = text;
  const users = inKubeconfig.map(({ text }, index) => ({ name: `u${index}`, user: { token: text } }));
  const contexts = users.map(({ name }) => ({ name, context: { cluster: 'gone', user: name } }));
  const clusters = [{ name: 'gone', cluster: { server: 'https://127.0.0.1:1' } }];
  const kubeconfig = { apiVersion: 'v1', kind: 'Config', users, clusters, contexts, 'current-context': 'u0' };
  project.variables.KUBECONFIG = join(home, 'kubeconfig');
  writeFileSync(project.variables.KUBECONFIG, JSON.stringify(kubeconfig), { mode: 0o600 });
}

/** A command whose output is kept beside what it writes. */
function run(...args: string[]): Ran {
  const result = project.kit(...args);
  keep(args.join(' '), result);
  return result;
}

function keep(command: string, { stdout, stderr }: Ran): void {
  ran.push(command);
  writeFileSync(join(printed, `${ran.length}.txt`), `${stdout}\n${stderr}\n`);
}

/** What must hold secrets: the credentials that were made or kept on this machine. */
const keepers = /\/(secrets|clients|admin|certificates)\/|\/deploy\.env$/;
const leaks = () => hunter.hunt(searched).filter(({ file }) => !keepers.test(file) || !isPrivate(file));
/** A command that ends with what it should. */
function ends(code: number, ...args: string[]): Ran {
  const result = run(...args);
  if (result.code !== code) throw new Error(`${args.join(' ')} ended with ${result.code}:\n${result.stderr}`);
  return result;
}

test('each of the 200 is planted where something reads it', () => {
  expect(handed).toBe(200);
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
  const tools = new KafkaTools(project, connected());
  const write = (file: string) => tools.produce(file, 'orders.created', ['one']);
  succeed(write(join(places.client('kept-0'), 'client.properties')));
  const file = join(places.client('given-0'), 'client.properties');
  // Clients on this machine are given what was given, in files that nobody else may read.
  const { password } = JSON.parse(readFileSync(join(places.secrets, 'main', 'given-0.json'), 'utf8'));
  expect(password).toBe(inVariables[0]?.text);
  succeed(write(file));
});

function connected(): ClusterConnection {
  return clusterThatIsUp(project, 'shop');
}

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

test('a deploy that is killed while it applies, and a credential that cannot be read', async () => {
  project.write('environments/shop.yaml', {
    ...environment,
    platform: {
      ...environment.platform,
      topics: Object.fromEntries(['orders.created', 'a', 'b', 'c', 'd'].map((name) => [name, { owner: 'orders' }])),
    },
    secrets: { versions: Object.fromEntries([...fromFiles, 'given-1'].map((name) => [name, 3])) },
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
  const size = searched
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .reduce(
      (sum, entry) =>
        sum +
        (entry.isFile() ? (statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0) : 0),
      0,
    );
  console.info(
    `${secrets.length} secrets, ${hunter.size} texts, ${ran.length} commands, ${hunter.files(searched)} files, ${Math.round(size / 1e6)} MB: none found`,
  );
  expect(ran.length).toBeGreaterThan(30);
});

async function until(so: () => boolean): Promise<void> {
  for (let tries = 0; !so(); tries++) {
    if (tries > 1_000) throw new Error('it never came to be');
    await new Promise((done) => setTimeout(done, 20));
  }
}
