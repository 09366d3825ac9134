import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { descriptions } from '../../../backends/descriptions';
import type { Rotations } from '../../../model/rotations';
import { exitCode, type Failure } from '../../../workflows/failure';
import type { Description as Written } from '../../../workflows/load/description';
import { readRotations } from '../../../workflows/load/rotations';
import type { Rotatable, RotationSubject } from '../../../workflows/rotate/kind';
import { kindOf } from '../../../workflows/rotate/kinds';
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
  const described = changed<Description>(small as Description, { 'clusters.main': cluster, ...changes });
  const read = () => readRotations(rotationsFile);
  const load = () => ({
    resolved: resolve(described, { rotations: read() }),
    description: { rotationsFile, files: { inventory: 'environments/inventory/test.json' } } as Written,
  });
  const props = { folders: { project: '.', state: folder, cache: folder }, today: '2026-11-21', progress: () => {} };
  const subject = (name = 'shop'): RotationSubject =>
    subjectOf({
      ...{ ...props, name, load },
      typed: (command, ...words) => ['kafka-kit', command, 'test', ...words].join(' '),
      apply: async () => void applied.push(read()),
    });
  const options = { applied: false, interrupt: false };
  return {
    applied,
    rotation: () => read().applications.shop,
    all: () => read().applications,
    plan: (name?: string, of?: Rotatable) => kindOf(subject(name), of).plan(subject(name)),
    run: (said = {}, name?: string, of?: Rotatable) =>
      kindOf(subject(name), of).run(subject(name), { ...options, ...said }),
    finish: (said = {}) => kindOf(subject(), undefined).finish(subject(), { ...options, ...said }),
  };
}

const byScram = { 'platform.applications.shop.authentication': 'scram-sha-512', 'secrets.users': 'two' };
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
  await it.finish();
  expect(it.rotation()?.overlap).toBeUndefined();
  expect(it.applied).toEqual([]);
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
  const { next: last } = await it.finish();
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
  expect(() => it.plan('shopp')).toThrow("no application and no cluster is called 'shopp'");
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
