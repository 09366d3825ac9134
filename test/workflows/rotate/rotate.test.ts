import { exitCode } from '../../../workflows/failure';
import { mskWithPasswords } from '../../contract/cases/msk';
import { strimzi } from '../../contract/cases/strimzi';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';
import { byScram, elsewhere, gitops, refusal, world } from './world';

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
