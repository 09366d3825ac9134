import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { descriptions } from '../../../backends/descriptions';
import { credentialAges, type Rotations, recorded } from '../../../model/rotations';
import { exitCode, type Failure } from '../../../workflows/failure';
import type { Description as Written } from '../../../workflows/load/description';
import { readRotations, writeRotations } from '../../../workflows/load/rotations';
import type { Rotatable, RotationSubject } from '../../../workflows/rotate/kind';
import { finishable, kindOf, runnable } from '../../../workflows/rotate/kinds';
import { finishLeftOver } from '../../../workflows/rotate/left-over';
import { subjectOf } from '../../../workflows/rotate/subject';
import { eventHubs, eventHubsWithKeys } from '../../contract/cases/event-hubs';
import { msk, mskWithPasswords } from '../../contract/cases/msk';
import { strimzi } from '../../contract/cases/strimzi';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';

const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-rotate-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;

/** An environment whose deploys are counted in the place of being run: neither AWS nor Azure nor Kubernetes is reached. */
function world(cluster: object, changes: object = {}) {
  const rotationsFile = join(folder, `${++count}.json`);
  const applied: Rotations[] = [];
  let described = changed<Description>(small as Description, { 'clusters.main': cluster, ...changes });
  const read = () => readRotations(rotationsFile);
  const load = () => ({
    resolved: resolve(described, { rotations: read() }),
    description: {
      rotationsFile,
      files: { inventory: 'environments/inventory/test.json', rotations: 'environments/rotations/test.json' },
    } as Written,
  });
  const props = { folders: { project: '.', state: folder, cache: folder }, today: '2026-11-21', progress: () => {} };
  let reached = true;
  const subject = (name = 'shop'): RotationSubject =>
    subjectOf({
      ...{ ...props, name, load },
      requireReached: async () => {
        if (!reached) throw new Error('the local cluster does not run');
      },
      typed: (command, ...words) => ['kafka-kit', command, 'test', ...words].join(' '),
      apply: async () => void applied.push(read()),
    });
  const options = { applied: false, interrupt: false };
  return {
    applied,
    ages: () => credentialAges(load().resolved, '2026-11-21'),
    remember: (since: string) => writeRotations(rotationsFile, recorded(read(), 'shop', { version: 1, since })),
    rotation: () => read().applications.shop,
    all: () => read().applications,
    plan: (name?: string, of?: Rotatable) => kindOf(subject(name), of).plan(subject(name)),
    run: async (said = {}, name?: string, of?: Rotatable) => {
      const all = { ...options, ...said };
      return runnable(kindOf(subject(name), of), subject(name), all).run(subject(name), all);
    },
    finish: async (said = {}, name?: string, of?: Rotatable) => {
      const all = { ...options, ...said };
      const left = finishLeftOver(subject(name));
      return left ?? finishable(kindOf(subject(name), of), subject(name), all).finish(subject(name), all);
    },
    lose: () => {
      reached = false;
    },
    describeAs: (more: object) => {
      described = changed<Description>(described, { ...more });
    },
  };
}

const byScram = { 'platform.applications.shop.authentication': 'scram-sha-512', 'secrets.users': 'two' };
const tokens = {
  backend: 'kafka',
  authentication: ['scram-sha-512', 'oauth'],
  oauth: { tokenEndpoint: 'https://login.example.com/token', userNameClaim: 'azp' },
};
const elsewhere = { state: { backend: 's3', bucket: 'state', region: 'eu-west-1' } };
const gitops = {
  ...byScram,
  kubernetes: {},
  gitops: { controller: 'flux', repository: 'https://git.example.com/platform.git' },
};
const refusal = (work: Promise<unknown>) =>
  work.then(String, (error: Failure) => [error.exit, error.message, error.details.fix]);

test('where deploy reaches brokers, one run introduces the user, applies, delivers and applies', async () => {
  const it = world({ backend: 'kafka' }, byScram);
  const { exit, next } = await it.run();
  expect(it.applied.map(({ applications }) => applications.shop?.overlap)).toEqual(['introduced', 'delivered']);
  expect(exit).toBe(exitCode.review);
  expect(next.at(-1)).toBe('once everybody has the new one: kafka-kit rotate finish test shop');
  expect(await it.finish()).toMatchObject({ exit: exitCode.clean });
  expect(it.rotation()).toEqual({ version: 2, since: '2026-11-21', second: true });
});

test('where brokers are not reached nothing is recorded: no credential looks younger than it is', async () => {
  const it = world({ backend: 'kafka' }, byScram);
  it.lose();
  await expect(it.run()).rejects.toThrow('does not run');
  expect(it.rotation()).toBeUndefined();
});

test('as long as clients are given the password before, its age counts', async () => {
  const it = world(mskWithPasswords.cluster, { ...byScram, ...elsewhere, 'secrets.lasts': '90d' });
  it.remember('2026-01-01');
  await it.run();
  expect(it.ages().find(({ application }) => application === 'shop')).toMatchObject({
    since: '2026-01-01',
    overdue: true,
  });
  await it.run({ applied: true });
  expect(it.ages().find(({ application }) => application === 'shop')).toMatchObject({
    since: '2026-11-21',
    overdue: false,
  });
  expect(it.rotation()).toEqual({ version: 2, since: '2026-11-21', second: true, overlap: 'delivered' });
});

test('a run that was cut off goes on where it was, and begins no second rotation', async () => {
  const it = world({ backend: 'kafka' }, byScram);
  await it.run();
  const first = it.rotation();
  await it.run();
  expect(it.rotation()).toEqual(first);
  await it.finish();
  await it.finish();
  expect(it.rotation()?.version).toBe(2);
});

test('what is finished without having begun applies nothing', async () => {
  const it = world({ backend: 'kafka' }, byScram);
  expect(await it.finish()).toMatchObject({ done: ["no rotation of 'shop' was begun"], exit: exitCode.clean });
  expect(it.applied).toEqual([]);
});

test('rotations of two applications at a time do not forget each other', async () => {
  const it = world(
    { backend: 'kafka' },
    { ...byScram, 'platform.applications.billing.authentication': 'scram-sha-512' },
  );
  await Promise.all([it.run(), it.run({}, 'billing')]);
  expect(Object.keys(it.all())).toEqual(['billing', 'shop']);
});

test('it is not finished before clients were given the new user', async () => {
  const it = world(mskWithPasswords.cluster, { ...byScram, ...elsewhere });
  await it.run();
  expect(await refusal(it.finish())).toEqual([
    exitCode.review,
    "clients of 'shop' have not been given its newest user yet",
    'kafka-kit rotate run test shop first: it goes on where it was',
  ]);
});

test('on Amazon MSK, which knows a user within ten minutes, nobody is given it before somebody says that it is applied', async () => {
  const it = world(mskWithPasswords.cluster, { ...byScram, ...elsewhere });
  const { next } = await it.run();
  expect(it.rotation()?.overlap).toBe('introduced');
  expect(next.join('\n')).toContain('environments/rotations/test.json');
  expect(next).toContain('wait 10 minutes, until every broker knows the new user');
  await it.run();
  expect(it.rotation()?.overlap).toBe('introduced');
  await it.run({ applied: true });
  expect(it.rotation()?.overlap).toBe('delivered');
  expect(await refusal(it.finish())).toEqual([
    exitCode.review,
    "nobody has said that clients of 'shop' are given its newest user",
    expect.stringContaining('kafka-kit rotate finish test shop --applied'),
  ]);
  const { done } = await it.finish({ applied: true });
  expect(done[0]).toMatch(/^recorded, not applied: 'shop--2' with version 2 /);
  expect(it.rotation()?.overlap).toBeUndefined();
  expect(it.applied).toEqual([]);
});

test('of what somebody else applies nothing is said to be done before he says so', async () => {
  const it = world(mskWithPasswords.cluster, { ...byScram, ...elsewhere });
  expect((await it.run()).done).toEqual([expect.stringMatching(/^recorded, not applied: 'shop--2' has version 2/)]);
  const { done } = await it.run({ applied: true });
  expect(done).toEqual([
    expect.stringMatching(/as you say/),
    expect.stringMatching(/^recorded, not applied: clients are given 'shop--2'/),
  ]);
});

test('a plan names the secret in which the new password will be, and what has to be applied before anybody is given it', () => {
  const it = world(mskWithPasswords.cluster, { ...byScram, ...elsewhere });
  const { restarts, steps } = it.plan();
  expect(restarts.join()).toContain("'AmazonMSK_test/main/shop--2'");
  expect(restarts.join()).not.toContain("main/shop'");
  const said = (all: typeof steps) => all.map(({ what }) => what).join('\n');
  expect(said(steps)).toContain('wait 10 minutes');
  const under = world(mskWithPasswords.cluster, { ...byScram, ...elsewhere });
  return under.run().then(() => expect(said(under.plan().steps)).toMatch(/^commit .*\nwait 10 minutes/));
});

test('whoever gives passwords to Terraform by himself is told the variable of the new one', async () => {
  const it = world({ backend: 'kafka' }, { ...byScram, ...elsewhere });
  const step = expect.stringContaining('TF_VAR_main_password__shop__2');
  expect(it.plan().steps.map(({ what }) => what)).toContainEqual(step);
  expect((await it.run()).next).toContainEqual(step);
  expect(
    world({ backend: 'kafka' }, byScram)
      .plan()
      .steps.map(({ what }) => what),
  ).not.toContainEqual(step);
});

test('what stays in a store outside of Kubernetes is named, for the kit deletes nothing there', async () => {
  const vault = { ...gitops, 'secrets.store': 'vault', 'kubernetes.secretStore': 'company' };
  const it = world(strimzi.cluster, vault);
  const left = "delete the secret 'test/main/shop' in Vault, which stays there and which nobody reads any more";
  expect(it.plan().steps.at(-1)?.what).toBe(left);
  await it.run();
  await it.run({ applied: true });
  expect((await it.finish({ applied: true })).next).toContain(left);
  expect(world(strimzi.cluster, gitops).plan().steps.at(-1)?.what).not.toContain('delete');
});

test('a rotation whose application signs in by something else meanwhile comes to its end', async () => {
  const it = world({ backend: 'kafka', authentication: ['scram-sha-512', 'mtls'] }, byScram);
  await it.run();
  it.describeAs({ 'platform.applications.shop.authentication': 'mtls' });
  const { done, exit } = await it.finish();
  expect([exit, done]).toEqual([exitCode.clean, [expect.stringContaining("'shop' signs in by mtls")]]);
  expect(it.rotation()?.overlap).toBeUndefined();
});

test('a client secret is made anew at the server of tokens, and brought to its store by who may', async () => {
  const it = world(tokens, { 'platform.applications.shop.authentication': 'oauth' });
  const { of, steps, restarts } = it.plan();
  expect(of).toBe('client-secret');
  expect(steps.map(({ by }) => by)).toEqual(['you', 'you', 'you', 'you', 'kit']);
  expect(steps[0]?.what).toContain("for the client 'shop'");
  expect(steps.at(-1)?.command).toBe('kafka-kit rotate record test shop');
  expect(restarts.length).toBeGreaterThan(0);
  expect(await refusal(it.run())).toEqual([
    exitCode.review,
    "the client-secret of 'shop' is not made anew from here",
    expect.anything(),
  ]);
});

test('who reads what a connector signs in with elsewhere is told by its name', () => {
  const it = world(strimzi.cluster, {
    ...{ kubernetes: {}, 'connectClusters.pipeline': { owner: 'orders', image: 'registry.example.com/connect:1' } },
    'platform.connectors': Object.fromEntries(
      ['archive', 'copy', 'other'].map((name) => [
        name,
        {
          ...{ owner: 'orders', class: 'org.apache.kafka.connect.file.FileStreamSinkConnector' },
          consumes: { 'orders.created': {} },
          secrets: { 'connection.password': { secret: name === 'other' ? 'other' : 'database', key: 'password' } },
        },
      ]),
    ),
  });
  const { of, steps, restarts } = it.plan('archive');
  expect(of).toBe('connector-secrets');
  expect(steps[0]?.what).toContain("the Secret 'database'");
  expect(restarts.map((line) => line.split(' reads ')[0])).toEqual([
    expect.stringMatching(/^connector archive/),
    expect.stringMatching(/^connector copy/),
  ]);
});

test('that it is applied cannot be said of what was not begun', async () => {
  const it = world(mskWithPasswords.cluster, { ...byScram, ...elsewhere });
  await it.run({ applied: true });
  expect(it.rotation()?.overlap).toBe('introduced');
});

test('where a GitOps controller applies, it says what to commit, and a user that is retired stays without credential and rights', async () => {
  const it = world(strimzi.cluster, gitops);
  const { next } = await it.run();
  expect(next[0]).toContain('flux applies it');
  await it.run({ applied: true });
  const { next: last } = await it.finish({ applied: true });
  expect(last[0]).toContain('environments/rotations/test.json');
  const { shards } = resolve(
    changed<Description>(small as Description, { 'clusters.main': strimzi.cluster, ...gitops }),
    {
      rotations: { applications: { shop: it.rotation() ?? { version: 0, since: '' } } },
    },
  );
  expect(shards.flatMap(({ retired }) => retired)).toEqual(['shop']);
});

test('with one user the plan warns, a run is refused, and goes ahead for who accepts it', async () => {
  const it = world({ backend: 'kafka' }, { ...byScram, 'secrets.users': 'one' });
  expect(it.plan().warnings[0]).toContain('its new connections are refused');
  expect(await refusal(it.run())).toEqual([
    exitCode.review,
    "the password of 'shop' is not made anew: clients would be refused",
    expect.stringContaining("secrets: { users: 'two' }"),
  ]);
  expect(it.rotation()).toBeUndefined();
  await it.run({ interrupt: true });
  expect(it.rotation()).toEqual({ version: 2, since: '2026-11-21' });
});

test('of two keys of Event Hubs the one that nobody has any more is made anew, by whoever may', async () => {
  const { cluster, environment } = eventHubsWithKeys;
  const it = world(cluster, { ...environment, 'platform.applications.shop.authentication': 'sas' });
  const { next } = await it.run();
  const command = next.find((line) => line.includes('keys renew'));
  expect(command).toContain('--eventhub-name orders.created --name shop --key PrimaryKey --output none');
  expect(await refusal(it.finish())).toEqual([
    exitCode.review,
    expect.stringContaining('still let in'),
    expect.stringContaining('kafka-kit rotate finish test shop --applied'),
  ]);
  await it.finish({ applied: true });
  expect(it.rotation()).toEqual({ version: 2, since: '2026-11-21' });
  const again = await it.run();
  expect(again.next.join('\n')).toContain('--key SecondaryKey');
});

test('who is vouched for has nothing that is made anew, and a name that nobody has is told the nearest', async () => {
  const it = world(eventHubs.cluster, eventHubs.environment);
  expect(() => it.plan()).toThrow("the application 'shop' has nothing that is made anew");
  expect(() => it.plan('shopp')).toThrow(
    "no application, no cluster and no connector that runs here is called 'shopp'",
  );
  expect(() => it.plan('shop', 'password')).toThrow("the application 'shop' has no password that is made anew");
});

test('keys of encryption are made anew by vendors, and whoever wants it now is told how', async () => {
  const it = world(msk.cluster);
  const { steps } = it.plan('main', 'encryption-key');
  expect(steps.map(({ by }) => by)).toEqual(['vendor', 'you']);
  expect(steps[1]?.command).toContain('alias/test-main-kafka-storage');
  expect(await refusal(it.run({}, 'main', 'encryption-key'))).toEqual([
    exitCode.review,
    "the encryption-key of 'main' is not made anew from here",
    expect.stringContaining('rotate plan'),
  ]);
});

test('of every back end it is known what becomes of open connections by each way in', () => {
  const known = Object.values(descriptions).map(({ kind, rotation }) => [
    kind,
    Object.keys(rotation.connections).sort(),
  ]);
  expect(Object.fromEntries(known)).toEqual({
    kafka: ['certificate', 'identity', 'password'],
    strimzi: ['certificate', 'identity', 'password'],
    msk: ['certificate', 'identity', 'password'],
    'event-hubs': ['identity', 'key'],
  });
});
