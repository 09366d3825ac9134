import { exitCode } from '../../../workflows/failure';
import { strimzi } from '../../contract/cases/strimzi';
import { byScram, gitops, refusal, world } from './world';

const waits = 'main-orders: kafka_topic.orders_new: create';
const refused = [
  exitCode.review,
  "something else waits in the description, which would be applied with the rotation of 'shop'",
  'kafka-kit deploy test first, or take it back; then run the same command again',
];
const byTurns = () => world({ backend: 'kafka' }, byScram);
const withOne = () => world({ backend: 'kafka' }, { ...byScram, 'secrets.users': 'one' });

describe('what else waits in the description is not applied with a rotation', () => {
  test('so that none is begun, or recorded', async () => {
    const it = byTurns();
    it.wait(waits);
    expect(await refusal(it.run())).toEqual(refused);
    expect([it.rotation(), it.applied]).toEqual([undefined, []]);
    it.wait();
    await it.run();
    expect(it.rotation()?.overlap).toBe('delivered');
  });

  test('nor finished, weeks later', async () => {
    const it = byTurns();
    await it.run();
    it.wait(waits);
    expect(await refusal(it.finish())).toEqual(refused);
    expect([it.rotation()?.overlap, it.applied.length]).toEqual(['delivered', 2]);
    it.wait();
    await it.finish();
    expect(it.rotation()?.overlap).toBeUndefined();
  });

  test.each([
    ['introduced', 0],
    ['delivered', 1],
  ])('a run that is killed when the user is %s goes on, and takes nothing else along', async (overlap, applies) => {
    const it = byTurns();
    it.killAfter(applies);
    await expect(it.run()).rejects.toThrow('killed');
    expect(it.rotation()?.overlap).toBe(overlap);
    it.killAfter(9);
    it.wait(waits);
    expect(await refusal(it.run())).toEqual(refused);
    it.wait();
    await it.run();
    expect(it.rotation()).toMatchObject({ version: 2, second: true, overlap: 'delivered' });
  });

  test('an end that is killed goes on in the same way', async () => {
    const it = byTurns();
    await it.run();
    it.killAfter(0);
    await expect(it.finish()).rejects.toThrow('killed');
    it.killAfter(9);
    it.wait(waits);
    expect(await refusal(it.finish())).toEqual(refused);
    it.wait();
    await it.finish();
    expect(await it.finish()).toMatchObject({ exit: exitCode.clean });
  });

  test('nothing is taken away of what nobody was given yet', async () => {
    const it = byTurns();
    it.killAfter(1);
    await expect(it.run()).rejects.toThrow('killed');
    it.killAfter(9);
    expect(await refusal(it.finish())).toEqual(refused);
    expect(it.rotation()?.overlap).toBe('delivered');
  });

  test('with one user, too', async () => {
    const it = withOne();
    it.wait(waits);
    expect(await refusal(it.run({ interrupt: true }))).toEqual(refused);
    expect(it.rotation()).toBeUndefined();
  });

  test('with one user that is killed after it is recorded, the same password is applied and not another', async () => {
    const it = withOne();
    it.killAfter(0);
    await expect(it.run({ interrupt: true })).rejects.toThrow('killed');
    it.killAfter(9);
    it.wait(waits);
    expect(await refusal(it.run({ interrupt: true }))).toEqual(refused);
    it.wait();
    expect((await it.run({ interrupt: true })).done[0]).toContain('version 2 of the password');
    expect([it.rotation()?.version, it.applied.length]).toEqual([2, 1]);
    await it.run({ interrupt: true });
    expect([it.rotation()?.version, it.applied.length]).toEqual([3, 2]);
  });

  test('and of much that waits the first is named', async () => {
    const it = byTurns();
    it.wait(...Array.from({ length: 7 }, (_, index) => `main: kafka_topic.t${index}: create`));
    await expect(it.run()).rejects.toMatchObject({
      details: { why: expect.arrayContaining(['main: kafka_topic.t4: create', 'and 2 more']) },
    });
  });
});

test('a password that is lost is made anew at once, though nothing can be planned before; of another one nothing is known', async () => {
  const it = withOne();
  it.loseCredential('billing');
  await expect(it.run({ interrupt: true })).rejects.toThrow('the credential of billing is lost');
  it.loseCredential('shop');
  await it.run({ interrupt: true });
  expect(it.rotation()).toEqual({ version: 2, since: '2026-11-21' });
});

describe('of two users', () => {
  test('the one that clients are given gets another password at once, where somebody says so', async () => {
    const it = byTurns();
    await it.run();
    await it.finish();
    await it.run({ interrupt: true });
    expect(it.rotation()).toEqual({ version: 3, since: '2026-11-21', second: true });
  });

  test('not in the midst of a rotation, though, nor where an operator makes passwords', async () => {
    const it = byTurns();
    await it.run();
    expect(await refusal(it.run({ interrupt: true }))).toEqual([
      exitCode.usage,
      "a rotation of 'shop' is under way, and --interrupt begins another",
      expect.stringContaining('kafka-kit rotate finish test shop'),
    ]);
    expect((await refusal(it.run({ interrupt: true, applied: true })))[2]).toBe('leave one of them out');
    expect((await refusal(world(strimzi.cluster, gitops).run({ interrupt: true })))[2]).toBe('leave --interrupt out');
  });
});

test('what the description counts is taken over before rotate counts it', async () => {
  const it = world({ backend: 'kafka' }, { ...byScram, 'secrets.versions': { shop: 4 } });
  expect(await refusal(it.run())).toEqual([
    exitCode.review,
    "secrets.versions says 4 for 'shop', and rotate counts elsewhere",
    expect.stringMatching(/^kafka-kit rotate record test shop takes it over; remove it from the description then/),
  ]);
  expect(it.rotation()).toBeUndefined();
});
