/** A password is made anew on a running cluster while an application writes, reads and connects; whatever is cut off goes on. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { environmentFolders } from '../../workflows/folders';
import { readRotations } from '../../workflows/load/rotations';
import { type ClusterConnection, connection, type LocalClusterSpec } from '../../workflows/local/cluster';
import { probeAccess } from '../../workflows/prove/access-probe';
import { LoadClient } from '../support/load-client';
import { Project, succeed } from '../support/project';

jest.setTimeout(300_000);

const project = new Project();
const places = environmentFolders(project.folders, 'shop');
const spec: LocalClusterSpec = {
  name: 'shop/main',
  folder: places.cluster('main'),
  cache: project.folders.cache,
  version: '4.3.1',
  nodes: 3,
};
const clientFile = join(places.client('till'), 'client.properties');
const kept = (name: string) => join(project.folder, name);
const rotation = () => readRotations(join(project.folder, 'environments', 'rotations', 'shop.json')).applications.till;

const both = { 'orders.placed': {} };
const describe = (users: 'one' | 'two', more: object = {}) =>
  project.write('environments/shop.yaml', {
    name: 'shop',
    secrets: { users },
    clusters: { main: { backend: 'kafka', local: true, authentication: ['scram-sha-512'] } },
    // It reads its own records back, so that none can be missed.
    waivers: [
      {
        code: 'KFK-F005',
        path: "applications.till.consumes['orders.placed']",
        reason: 'it writes no record because of one that it reads',
        owner: 'shop',
        expires: '2099-12-31',
      },
    ],
    platform: {
      owners: { shop: { contact: 'shop@example.com' } },
      topics: { 'orders.placed': { owner: 'shop', partitions: 6 }, ...more },
      applications: { till: { owner: 'shop', produces: both, consumes: both } },
    },
  });

let load: LoadClient;
let tools: ClusterConnection & { readonly cache: string };

beforeAll(async () => {
  describe('two');
  succeed(project.kit('up', 'shop'));
  succeed(project.kit('deploy', 'shop'));
  tools = { ...(connection(spec) as ClusterConnection), cache: project.folders.cache };
  load = await LoadClient.start('orders.placed', { till: clientFile }, tools);
});

afterAll(async () => {
  await load?.stop();
  succeed(project.kit('down', 'shop', '--data', 'destroy'));
  project.remove();
});

/** What brokers answer now to somebody with the credential from before, and to somebody with the one of today. */
async function answers(): Promise<readonly string[]> {
  const files = { before: kept('before.properties'), today: clientFile };
  const asked = Object.entries(files).map(([application, file]) => ({
    ...{ application, clientFile: file, topics: ['orders.placed'], groups: [], transactionalIds: [] },
  }));
  const results = await probeAccess(asked, tools);
  const writes = results.filter(({ resourceType, operation }) => resourceType === 'Topic' && operation === 'Write');
  return writes.map(({ application, outcome, detail }) => `${application}: ${outcome} ${detail}`).sort();
}

/** Runs the command and kills it, and nothing else with it, as soon as it has got that far. */
async function killed(far: () => boolean, ...args: string[]): Promise<void> {
  const { child, ended } = project.start(...args);
  for (let tries = 0; tries < 4_000 && !far(); tries++) await sleep(25);
  expect(far()).toBe(true);
  child.kill('SIGKILL');
  await ended;
}

test('with two users no client sees an error, wherever the rotation is killed and run again', async () => {
  copyFileSync(clientFile, kept('before.properties'));
  const begun = Date.now();

  await killed(() => rotation()?.overlap === 'introduced', 'rotate', 'run', 'shop', 'till');
  const early = project.kit('rotate', 'finish', 'shop', 'till');
  expect([early.code, early.stderr]).toEqual([3, expect.stringContaining('have not been given its newest user yet')]);
  await killed(() => rotation()?.overlap === 'delivered', 'rotate', 'run', 'shop', 'till');
  const run = project.kit('rotate', 'run', 'shop', 'till');
  expect([run.code, run.stderr]).toEqual([3, expect.stringContaining('kafka-kit rotate finish shop till')]);
  expect(rotation()).toMatchObject({ version: 2, second: true, overlap: 'delivered' });

  // Both passwords are good as long as the overlap lasts.
  expect(await answers()).toEqual([
    expect.stringMatching(/^before: allowed/),
    expect.stringMatching(/^today: allowed/),
  ]);

  await load.reload('till');
  await killed(() => rotation()?.overlap === undefined, 'rotate', 'finish', 'shop', 'till');
  succeed(project.kit('rotate', 'finish', 'shop', 'till'));

  expect(await answers()).toEqual([
    expect.stringMatching(/^before: failed .*authentication/i),
    expect.stringMatching(/^today: allowed/),
  ]);
  const { till } = await load.report();
  console.info(`rotated in ${Date.now() - begun} ms:`, till);
  expect(till).toMatchObject({ errors: 0, failedAuthentications: 0, failedSends: 0, writtenTwice: 0 });
  expect(till?.opened).toBeGreaterThan(20);
});

test('with one user it is refused unless somebody accepts it, and then clients are refused until they have the new password', async () => {
  describe('one');
  const plan = project.kit('rotate', 'plan', 'shop', 'till');
  expect([plan.code, plan.stdout]).toEqual([0, expect.stringContaining('its new connections are refused')]);
  const refused = project.kit('rotate', 'run', 'shop', 'till');
  expect([refused.code, refused.stderr]).toEqual([3, expect.stringContaining("secrets: { users: 'two' }")]);
  expect(rotation()).toMatchObject({ version: 2, second: true });

  // Nor does it take along what nobody has deployed.
  describe('one', { 'orders.later': { owner: 'shop' } });
  const waits = project.kit('rotate', 'run', 'shop', 'till', '--interrupt');
  expect([waits.code, waits.stderr]).toEqual([3, expect.stringContaining('kafka_topic.orders_later: create')]);
  expect(rotation()).toMatchObject({ version: 2 });
  describe('one');

  // Killed after it is recorded it goes on, and makes no third password.
  await killed(() => rotation()?.version === 3, 'rotate', 'run', 'shop', 'till', '--interrupt');
  succeed(project.kit('rotate', 'run', 'shop', 'till', '--interrupt'));
  expect(rotation()).toMatchObject({ version: 3, second: true });
  const errors = async () => (await load.report()).till?.errors ?? 0;
  for (let tries = 0; tries < 100 && (await errors()) === 0; tries++) await sleep(200);
  expect(await errors()).toBeGreaterThan(0);
  await load.reload('till');
});

test('no record is lost by any of it', async () => {
  const { till } = await load.finish();
  console.info('at the end:', till);
  expect(till).toMatchObject({ lost: 0, writtenTwice: 0 });
  expect(till?.acknowledged).toBeGreaterThan(100);
});
