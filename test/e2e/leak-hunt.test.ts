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
import { type ClusterConnection, connection } from '../../workflows/local/cluster';
import { writePrivately } from '../../workflows/secrets/private-file';
import { builtProject } from '../support/built-project';
import { KafkaTools } from '../support/kafka-tools';
import { isPrivate, LeakHunter } from '../support/leak-hunter';
import { planted } from '../support/planted-secrets';
import { type Ran, succeed } from '../support/project';

jest.setTimeout(300_000);

const secrets = planted(200, 'leak hunt');
/** In the folder of credentials before anything runs. */
const inFiles = secrets.slice(0, 24);
/** Given to Terraform as variables of the process. */
const inVariables = secrets.slice(24, 48);
/** Passwords of an administrator whom the brokers refuse. */
const refused = secrets.slice(48, 50);
/** Whatever else is in the environment of who runs a command. */
const around = secrets.slice(50, 150);
/** In files that tools of the same user have: kubeconfig, settings of Terraform and of registries. */
const inSettings = secrets.slice(150);

/** Keys by which tools know them; the others have names that nobody knows. */
const known = [
  ...['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'ARM_CLIENT_SECRET', 'AZURE_CLIENT_SECRET', 'VAULT_TOKEN'],
  ...['GITHUB_TOKEN', 'GH_TOKEN', 'GITLAB_TOKEN', 'NPM_TOKEN', 'TF_TOKEN_app_terraform_io', 'KAFKA_PASSWORD'],
  ...['SASL_PASSWORD', 'PGPASSWORD', 'MYSQL_PWD', 'DOCKER_AUTH_CONFIG', 'SLACK_TOKEN', 'ARGOCD_AUTH_TOKEN'],
];

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
  platform: { owners: environment.platform.owners, topics: environment.platform.topics, applications: {} },
};

const project = builtProject({ 'environments/shop.yaml': environment, 'environments/elsewhere.yaml': elsewhere });
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
    const credential = { username: `kept-${index}`, password: text, version: 1 };
    writePrivately(join(places.secrets, 'main', `kept-${index}.json`), `${JSON.stringify(credential)}\n`);
  }
  const home = join(outside, 'home');
  mkdirSync(join(home, '.docker'), { recursive: true, mode: 0o700 });
  for (const [index, { text }] of inVariables.entries())
    project.variables[`TF_VAR_${passwordVariable('main', `given-${index}`)}`] = text;
  for (const [index, { text }] of around.entries()) project.variables[known[index] ?? `SECRET_${index}`] = text;
  const [tokens, logins] = [inSettings.slice(0, 25), inSettings.slice(25)];
  const users = tokens.map(({ text }, index) => ({ name: `u${index}`, user: { token: text } }));
  const kubeconfig = { apiVersion: 'v1', kind: 'Config', users, clusters: [], contexts: [], 'current-context': '' };
  project.variables.KUBECONFIG = join(home, 'kubeconfig');
  writeFileSync(project.variables.KUBECONFIG, JSON.stringify(kubeconfig), { mode: 0o600 });
  const auths = Object.fromEntries(logins.map(({ text }, index) => [`r${index}.example.com`, { auth: text }]));
  project.variables.DOCKER_CONFIG = join(home, '.docker');
  writeFileSync(join(home, '.docker', 'config.json'), JSON.stringify({ auths }), { mode: 0o600 });
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
const knownCommands = (): ReadonlySet<string> =>
  new Set([...succeed(project.kit('--help')).stdout.matchAll(/^ {2}([a-z]+)\b/gm)].map(([, name = '']) => name));

test('every command, as it should go', () => {
  succeed(run('check'));
  succeed(run('check', '--format', 'sarif'));
  succeed(run('synth'));
  succeed(run('access', 'shop'));
  succeed(run('explain', 'shop', 'kept-0'));
  run('deploy', 'shop', '--dry-run');
  succeed(run('deploy', 'shop'));
  succeed(run('deploy', 'shop', '--format', 'json'));
  succeed(run('access', 'shop', '--format', 'json'));
  succeed(run('status', 'shop'));
  run('doctor');
  const others = [
    ['evidence', 'shop'],
    ['policy', 'shop'],
    ['rotate', 'plan', 'shop', 'kept-0'],
    ['rotate', 'status', 'shop'],
    ['clients', 'shop'],
    ['cost', 'shop'],
    ['catalog', 'shop'],
    ['review'],
  ];
  const commands = knownCommands();
  for (const command of others.filter(([name = '']) => commands.has(name))) run(...command);
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
  // The folder knows the one that it would have made itself; the one that was given won.
  const { password } = JSON.parse(readFileSync(join(places.secrets, 'main', 'given-0.json'), 'utf8'));
  const given = join(outside, 'given.properties');
  const text = inVariables[0]?.text ?? '';
  expect(password).not.toBe(text);
  writeFileSync(given, readFileSync(file, 'utf8').replaceAll(password, text), { mode: 0o600 });
  succeed(write(given));
});

function connected(): ClusterConnection {
  const found = connection({
    name: 'shop/main',
    folder: places.cluster('main'),
    cache: project.folders.cache,
    version: '4.3.1',
    nodes: 1,
  });
  if (!found) throw new Error('up made no connection');
  return found;
}

test('a rotation, and a password that the next deploy brings', () => {
  project.write('environments/shop.yaml', { ...environment, secrets: { versions: { 'kept-1': 2 } } });
  succeed(run('deploy', 'shop'));
  expect(leaks()).toEqual([]);
});

test('a deploy with everything that Terraform can tell of itself', () => {
  project.write('environments/shop.yaml', {
    ...environment,
    secrets: { versions: { 'kept-1': 2, 'kept-2': 2 } },
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

test('a deploy that is killed while it applies, and a credential that cannot be read', async () => {
  project.write('environments/shop.yaml', {
    ...environment,
    platform: {
      ...environment.platform,
      topics: Object.fromEntries(['orders.created', 'a', 'b', 'c', 'd'].map((name) => [name, { owner: 'orders' }])),
    },
    secrets: { versions: Object.fromEntries(fromFiles.map((name) => [name, 3])) },
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
  const text = inSettings[3]?.text;
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
  expect(ran.length).toBeGreaterThan(15);
});

async function until(so: () => boolean): Promise<void> {
  for (let tries = 0; !so(); tries++) {
    if (tries > 1_000) throw new Error('it never came to be');
    await new Promise((done) => setTimeout(done, 20));
  }
}
