/** Client files that hold no value reach a real cluster once their folder is mounted; those of this machine do as they are. */
import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentFolders } from '../../workflows/folders';
import type { ClusterConnection } from '../../workflows/local/cluster';
import { probeAccess } from '../../workflows/prove/access-probe';
import { clusterThatIsUp } from '../support/local-cluster';
import { Project, succeed } from '../support/project';

const project = new Project();
const places = environmentFolders(project.folders, 'small');
let reached: ClusterConnection;

beforeAll(() => {
  project.write('environments/small.yaml', {
    name: 'small',
    clusters: { main: { backend: 'kafka', local: true, brokers: 1, authentication: ['scram-sha-512', 'mtls'] } },
    platform: {
      owners: { shop: { contact: 'shop@example.com' } },
      topics: { 'baskets.filled': { owner: 'shop', partitions: 1 } },
      applications: {
        till: { owner: 'shop', produces: { 'baskets.filled': {} } },
        ledger: { owner: 'shop', authentication: 'mtls', consumes: { 'baskets.filled': {} } },
        printer: { owner: 'shop', authentication: 'mtls', keystores: 'pkcs12', consumes: { 'baskets.filled': {} } },
        press: { owner: 'shop', keystores: 'pkcs12', produces: { 'baskets.filled': {} } },
      },
    },
  });
  succeed(project.kit('up', 'small'));
  succeed(project.kit('deploy', 'small'));
  succeed(project.kit('synth', 'small'));
  reached = clusterThatIsUp(project, 'small');
}, 180_000);

afterAll(() => {
  succeed(project.kit('down', 'small', '--data', 'destroy'));
  project.remove();
}, 120_000);

/** What a pod would find mounted; the rendered file then names that folder in place of its own. */
function mounted(application: string, files: Readonly<Record<string, string | Buffer>>): string {
  const folder = join(project.folder, 'mounted', application);
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  copyFileSync(reached.caFile, join(folder, 'ca.crt'));
  const rendered = project.read(`out/small/clients/${application}/client.properties`);
  const file = join(project.folder, `${application}.properties`);
  writeFileSync(file, rendered.replaceAll('/etc/kafka-connection', folder));
  return file;
}

const own = (application: string) => join(places.client(application), 'client.properties');
const passwordOf = (application: string) =>
  /password="([^"]+)"/.exec(readFileSync(own(application), 'utf8'))?.[1] ?? '';

/** What a Java client with that file may do with the topic, as far as the brokers answer it. */
async function asked(application: string, clientFile: string): Promise<Record<string, string>> {
  const request = { application, clientFile, topics: ['baskets.filled'], groups: [], transactionalIds: [] };
  const results = await probeAccess([request], { ...reached, cache: project.folders.cache });
  const ofTopic = results.filter(({ resourceType }) => resourceType === 'Topic');
  return Object.fromEntries(ofTopic.map(({ operation, outcome }) => [operation, outcome]));
}

test('with a password: the client reads address, authority and password from the mounted folder', async () => {
  const bootstrap = { 'bootstrap-servers': reached.bootstrapServers };
  const right = mounted('till', { ...bootstrap, password: passwordOf('till') });
  expect(readFileSync(right, 'utf8')).not.toContain(passwordOf('till'));
  expect(await asked('till', right)).toMatchObject({ Write: 'allowed', Read: 'denied' });

  const wrong = mounted('till', { ...bootstrap, password: 'guessed' });
  expect(await asked('till', wrong)).toMatchObject({ Write: 'failed', Read: 'failed' });
}, 60_000);

test('with a certificate: the client reads its key and chain from the mounted folder', async () => {
  const secret = (name: string) => readFileSync(join(places.secrets, 'main', 'ledger', name), 'utf8');
  const files = { 'user.key': secret('key.pem'), 'user.crt': secret('certificate.pem') };
  const right = mounted('ledger', { 'bootstrap-servers': reached.mutualTlsBootstrapServers, ...files });
  expect(await asked('ledger', right)).toMatchObject({ Read: 'allowed', Write: 'denied' });
}, 60_000);

test('with PKCS12: the client reads its key, and whom it trusts, by the password that is mounted beside them', async () => {
  const made = (name: string) => readFileSync(join(places.client('printer'), name));
  const password = made('keystore-password').toString();
  const stores = { 'ca.p12': made('ca.p12'), 'user.p12': made('client.p12') };
  const asPrinter = (files: Readonly<Record<string, string | Buffer>>) =>
    asked('printer', mounted('printer', { 'bootstrap-servers': reached.mutualTlsBootstrapServers, ...files }));
  expect(await asPrinter({ ...stores, 'ca.password': password, 'user.password': password })).toMatchObject({
    Read: 'allowed',
    Write: 'denied',
  });
  const wrong = { ...stores, 'ca.password': password, 'user.password': 'guessed' };
  expect(await asPrinter(wrong)).toMatchObject({ Read: 'failed', Write: 'failed' });
}, 60_000);

test('PKCS12 of this machine works as it is, for nobody but its owner, and stays as long as what it is made of', async () => {
  expect(readFileSync(own('printer'), 'utf8')).not.toContain('PEM');
  expect(await asked('printer', own('printer'))).toMatchObject({ Read: 'allowed', Write: 'denied' });
  expect(await asked('press', own('press'))).toMatchObject({ Write: 'allowed', Read: 'denied' });
  const files = ['ca.p12', 'client.p12', 'keystore-password'].map((name) => join(places.client('printer'), name));
  for (const file of files) expect(statSync(file).mode & 0o777).toBe(0o600);
  const before = files.map((file) => readFileSync(file));
  succeed(project.kit('deploy', 'small'));
  expect(files.map((file) => readFileSync(file))).toEqual(before);
}, 90_000);

test('the files of this machine work as they are', async () => {
  expect(await asked('till', own('till'))).toMatchObject({ Write: 'allowed', Read: 'denied' });
  expect(await asked('ledger', own('ledger'))).toMatchObject({ Read: 'allowed', Write: 'denied' });
}, 60_000);
