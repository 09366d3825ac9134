/** Certificates, and the authority that signs them, are replaced on a running cluster while applications write, read and connect. */
import { X509Certificate } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from 'node:tls';
import { environmentFolders } from '../../workflows/folders';
import { certificatesIn } from '../../workflows/local/certificate-authority';
import { connection } from '../../workflows/local/cluster';
import { clusterFolder } from '../../workflows/local/cluster-folder';
import { LoadClient } from '../support/load-client';
import { Project, type Ran, succeed } from '../support/project';

jest.setTimeout(600_000);

const project = new Project();
const places = environmentFolders(project.folders, 'shop');
const cluster = clusterFolder(places.cluster('main'));
const clientFile = (application: string) => join(places.client(application), 'client.properties');
const applications = { till: clientFile('till'), ledger: clientFile('ledger') };
const kept = join(project.folder, 'kept');
const began = Date.now();
let load: LoadClient;
let mutualTls: string;

/** Somebody has to restart before it goes on. */
function waits(ran: Ran): Ran {
  if (ran.code !== 3) throw new Error(`ended with ${ran.code}:\n${ran.stderr}\n${ran.stdout}`);
  return ran;
}

/** No application has seen an error, and the load went on since the last time. */
let already = { till: 0, ledger: 0 };
async function nobodyNoticed(): Promise<void> {
  await sleep(1_000);
  const report = await load.report();
  for (const name of ['till', 'ledger'] as const) {
    expect(report[name]).toMatchObject({ errors: 0, failedAuthentications: 0, failedSends: 0, messages: [] });
    expect(report[name]?.acknowledged).toBeGreaterThan(already[name]);
  }
  already = { till: report.till?.acknowledged ?? 0, ledger: report.ledger?.acknowledged ?? 0 };
}

const authorities = () => certificatesIn(readFileSync(cluster.caFile, 'utf8'));

/** What each broker shows to clients. */
const shown = () =>
  Promise.all(
    mutualTls.split(',').map(
      (address) =>
        new Promise<string>((resolve, reject) => {
          const [host, port] = address.split(':');
          const certificate = readFileSync(join(kept, 'certificate.pem'));
          const key = readFileSync(join(kept, 'key.pem'));
          const socket = connect({ host, port: Number(port), ca: authorities(), cert: certificate, key }, () => {
            resolve(socket.getPeerX509Certificate()?.serialNumber ?? '');
            socket.destroy();
          });
          socket.once('error', reject);
        }),
    ),
  );

/** Whether a broker lets a certificate in: it says no after the client has shown it, so that nothing can be read. */
async function isLetIn(folder: string): Promise<boolean> {
  const [host, port] = mutualTls.split(',')[0]?.split(':') ?? [];
  const [cert, key] = ['certificate.pem', 'key.pem'].map((file) => readFileSync(join(folder, file)));
  return await new Promise((resolve) => {
    const socket = connect({ host, port: Number(port), ca: authorities(), cert, key });
    // ApiVersions, version 0: whoever is let in gets an answer.
    socket.once('secureConnect', () => socket.write(Buffer.from([0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, 0, 0])));
    socket.once('data', () => {
      resolve(true);
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}

beforeAll(async () => {
  const both = { 'orders.placed': {} };
  project.write('environments/shop.yaml', {
    name: 'shop',
    clusters: { main: { backend: 'kafka', local: true, authentication: ['scram-sha-512', 'mtls'] } },
    // Each reads its own records back, so that none can be missed.
    waivers: Object.keys(applications).map((application) => ({
      code: 'KFK-F005',
      path: `applications.${application}.consumes['orders.placed']`,
      reason: 'it writes no record because of one that it reads',
      owner: 'shop',
      expires: '2099-12-31',
    })),
    platform: {
      owners: { shop: { contact: 'shop@example.com' } },
      topics: { 'orders.placed': { owner: 'shop', partitions: 6 } },
      applications: {
        till: { owner: 'shop', produces: both, consumes: both },
        ledger: { owner: 'shop', authentication: 'mtls', keystores: 'pkcs12', produces: both, consumes: both },
      },
    },
  });
  succeed(project.kit('up', 'shop'));
  succeed(project.kit('deploy', 'shop'));
  const { cache } = project.folders;
  const reached = connection({ name: 'shop/main', folder: cluster.root, cache, version: '4.3.1', nodes: 3 });
  if (!reached) throw new Error('up made no connection');
  mutualTls = reached.mutualTlsBootstrapServers;
  mkdirSync(kept, { recursive: true });
  for (const file of ['certificate.pem', 'key.pem'])
    copyFileSync(join(places.secrets, 'main', 'ledger', file), join(kept, file));
  load = await LoadClient.start('orders.placed', applications, { ...reached, cache });
});

afterAll(async () => {
  await load?.stop();
  succeed(project.kit('down', 'shop', '--data', 'destroy'));
  project.remove();
});

test('a client’s certificate: the next one works beside the one before, and the application restarts when it likes', async () => {
  const { stderr } = waits(project.kit('rotate', 'run', 'shop', 'ledger'));
  expect(stderr).toContain('let in until its end');
  expect(readFileSync(clientFile('ledger'), 'utf8')).toContain('ssl.keystore.type=PKCS12');
  const own = readFileSync(join(places.client('ledger'), 'client.pem'), 'utf8');
  expect(own).not.toContain(readFileSync(join(kept, 'certificate.pem'), 'utf8').trim());
  await nobodyNoticed();
  await load.reload('ledger');
  await nobodyNoticed();
  expect(await isLetIn(kept)).toBe(true);
});

test('the brokers’ certificate: killed between two nodes, and begun again, every broker shows one new certificate', async () => {
  const before = await shown();
  const killed = project.start('rotate', 'run', 'shop', 'main', '--of', 'broker-certificates');
  await new Promise<void>((resolve) => {
    killed.child.stderr?.on('data', (text) => String(text).includes('restarting node 2') && resolve());
    killed.child.once('close', () => resolve());
  });
  killed.child.kill('SIGKILL');
  expect((await killed.ended).code).toBeNull();
  const written = readFileSync(cluster.brokerKeystore, 'utf8');
  succeed(project.kit('rotate', 'run', 'shop', 'main', '--of', 'broker-certificates'));
  expect(readFileSync(cluster.brokerKeystore, 'utf8')).toBe(written);
  const { serialNumber } = new X509Certificate(certificatesIn(written)[0] ?? '');
  expect(new Set(await shown())).toEqual(new Set([serialNumber]));
  expect(before).not.toContain(serialNumber);
  await nobodyNoticed();
});

test('the authority: both are trusted, then the new one signs, then it is alone; who has a certificate of the other is refused', async () => {
  const [first] = authorities();
  waits(project.kit('rotate', 'run', 'shop', 'main', '--of', 'authority'));
  expect(authorities()).toEqual([first, expect.any(String)]);
  expect(readFileSync(join(places.client('till'), 'ca.pem'), 'utf8')).toBe(readFileSync(cluster.caFile, 'utf8'));
  await nobodyNoticed();
  for (const name of Object.keys(applications)) await load.reload(name);

  const [, second = ''] = authorities();
  waits(project.kit('rotate', 'finish', 'shop', 'main', '--of', 'authority'));
  await nobodyNoticed();
  expect(await isLetIn(kept)).toBe(true);
  await load.reload('ledger');

  succeed(project.kit('rotate', 'finish', 'shop', 'main', '--of', 'authority'));
  expect(authorities()).toEqual([second]);
  await nobodyNoticed();
  expect(await isLetIn(kept)).toBe(false);
  expect(await isLetIn(join(places.secrets, 'main', 'ledger'))).toBe(true);
});

test('no record was lost, and none was written twice', async () => {
  const report = await load.finish();
  for (const name of Object.keys(applications)) {
    expect(report[name]).toMatchObject({
      lost: 0,
      writtenTwice: 0,
      failedSends: 0,
      errors: 0,
      failedAuthentications: 0,
    });
    expect(report[name]?.opened).toBeGreaterThan(100);
  }
  console.info(`${Math.round((Date.now() - began) / 1000)} s: ${JSON.stringify(report)}`);
});
