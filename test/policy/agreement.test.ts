/** The kit and its policy bundle refuse the same, by the same code: what conftest says of what is synthesized anyway. */
import { changed } from '../support/change';
import { compileDescription, type Description, resolve, small } from '../support/describe';
import { disagreeable } from './agreement.cases';
import { anyway, codesOf, judged } from './judged';

jest.setTimeout(300_000);

describe.each(disagreeable.map((one, index) => [one.code, one.profile, index, one] as const))(
  '%s, which %s asks for (%i)',
  (code, profile, _, { wrong, right }) => {
    const description = (changes: Readonly<Record<string, unknown>>) => changed<object>(small, changes);
    const kitSays = (changes: Readonly<Record<string, unknown>>) =>
      compileDescription({ ...description(changes), profile }).problems.map((problem) => problem.code);

    test('is refused by the kit, and by the bundle in what was synthesized anyway', async () => {
      expect(kitSays(wrong)).toContain(code);
      const { denied, warned } = (await anyway(description(wrong), profile)).test();
      expect(codesOf([...denied, ...warned])).toContain(code);
    });

    test('and not by either where it is as it should be', async () => {
      expect(kitSays(right)).not.toContain(code);
      const { denied, warned } = (await anyway(description(right), profile)).test();
      expect(codesOf([...denied, ...warned])).not.toContain(code);
    });
  },
);

test('what a waiver of the description sets aside for one topic, the bundle lets pass for that one alone', async () => {
  const two = changed<object>(small, {
    profile: 'production',
    'platform.topics[orders.created].replicationFactor': 2,
    'platform.topics[orders.paid]': { owner: 'orders', replicationFactor: 2 },
    'platform.applications.shop.produces[orders.paid]': {},
  });
  const found = compileDescription(two).problems;
  const waivers = found.flatMap(({ waiver }) =>
    waiver ? [{ ...waiver, reason: 'two are enough', owner: 'orders' }] : [],
  );
  const inBundle = async (some: object[]) => {
    const strict = resolve({ ...two, waivers } as unknown as Description);
    const { environment } = strict;
    const tables = { ...strict, environment: { ...environment, waivers: some as typeof environment.waivers } };
    return (await judged(strict, tables)).test().denied.filter((line) => line.startsWith('KFK-T008'));
  };
  expect(await inBundle(waivers)).toEqual([]);
  const without = waivers.filter(({ code, path }) => code !== 'KFK-T008' || !path.includes('orders.paid'));
  expect(await inBundle(without)).toEqual([expect.stringContaining('kafka_topic.orders_paid')]);
});
