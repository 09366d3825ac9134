import { changed } from '../../support/change';
import { compileDescription, small } from '../../support/describe';

const waiver = (changes: object = {}) => ({
  code: 'KFK-K001',
  path: 'clusters.main.brokers',
  reason: 'a proof of concept that nobody relies on',
  owner: 'orders',
  expires: '2027-01-31',
  ...changes,
});
/** In production with two brokers, which is refused. */
const described = (...waivers: object[]) =>
  changed<unknown>(small, {
    profile: 'production',
    'clusters.main': { backend: 'kafka', brokers: 2 },
    'platform.topics[orders.created].replicationFactor': 2,
    waivers: [...waivers, waiver({ code: 'KFK-T005', path: "topics['orders.created'].replicationFactor" })],
  });
const codesOf = (description: unknown, today?: string) => {
  const { problems, waived } = compileDescription(description, { today });
  return { problems: problems.map(({ code, path }) => `${code} ${path}`), waived: waived.map(({ code }) => code) };
};

test('a rule of best practice is set aside where the waiver says, and the waived problem is still told apart', () => {
  const { problems, waived } = codesOf(described(waiver()));
  expect(problems.filter((line) => line.startsWith('KFK-K001'))).toEqual([]);
  expect(waived).toContain('KFK-K001');
});

test('elsewhere it still holds, and the waiver that finds nothing is a warning', () => {
  const { problems } = codesOf(described(waiver({ path: 'clusters.other.brokers' })));
  expect(problems).toContain('KFK-K001 clusters.main.brokers');
  expect(problems).toContain('KFK-W002 waivers[0]');
});

test('past its day it sets nothing aside, and is an error itself', () => {
  const expired = codesOf(described(waiver({ expires: '2026-11-20' })));
  expect(expired.problems).toContain('KFK-K001 clusters.main.brokers');
  expect(expired.problems).toContain('KFK-E005 waivers[0].expires');
  expect(codesOf(described(waiver({ expires: '2026-11-21' }))).waived).toContain('KFK-K001');
});

test('without a reason, or with an owner that nobody knows, it is an error', () => {
  expect(codesOf(described(waiver({ reason: ' ' }))).problems).toContain('KFK-E005 waivers[0].reason');
  expect(codesOf(described(waiver({ owner: 'nobody' }))).problems).toContain('KFK-E005 waivers[0].owner');
});

test('a rule that keeps something from breaking is not waived, nor one that does not exist', () => {
  const impossible = { code: 'KFK-C001', path: "topics['orders.created']" };
  const { problems } = codesOf(described(waiver(impossible), waiver({ code: 'KFK-K01' })));
  expect(problems).toEqual(expect.arrayContaining(['KFK-W001 waivers[0].code', 'KFK-W001 waivers[1].code']));
});

test('the rule that it names is known, and the word of an error that nobody may set aside is not “unknown”', () => {
  const { problems } = compileDescription(
    described(waiver({ code: 'KFK-C001', path: 'x' }), waiver({ code: 'KFK-K01' })),
  );
  const said = problems.filter(({ code }) => code === 'KFK-W001').map(({ problem }) => problem);
  expect(said).toEqual([
    'KFK-C001 is an error that nobody may set aside',
    "no rule is called 'KFK-K01'",
    'KFK-T005 is an error that nobody may set aside',
  ]);
});

test('of a rule that the profile does not ask for it is said so, and that twice is once', () => {
  const baseline = changed<unknown>(described(waiver()), { profile: 'baseline' });
  expect(codesOf(baseline).problems).toContain('KFK-W004 waivers[0]');
  expect(codesOf(described(waiver(), waiver())).problems).toContain('KFK-W005 waivers[1]');
  expect(codesOf(described(waiver())).problems).not.toContain('KFK-W004 waivers[0]');
});

test('one that waits to be filled in is none', () => {
  expect(codesOf(described(waiver({ reason: '…' }))).problems).toContain('KFK-E005 waivers[0].reason');
});

test('how long it may hold depends on the profile', () => {
  const until = (profile: string, expires: string) =>
    codesOf(changed<unknown>(described(waiver({ expires })), { profile })).problems.filter((one) =>
      one.includes('W003'),
    );
  expect(until('baseline', '2099-01-01')).toEqual([]);
  expect(until('production', '2027-11-21')).toEqual([]);
  expect(until('production', '2027-11-22')).toEqual(['KFK-W003 waivers[0].expires']);
  expect(until('regulated', '2027-02-19')).toEqual([]);
  expect(until('regulated', '2027-02-20')).toEqual(['KFK-W003 waivers[0].expires']);
});

test('where it would do it is offered, ready to be pasted, for no longer than the strictest profile gives', () => {
  const { problems } = compileDescription(described());
  const { waiver: offered, profile } = problems.find(({ code }) => code === 'KFK-K001') ?? {};
  expect(profile).toBe('production');
  expect(offered).toEqual({
    code: 'KFK-K001',
    path: 'clusters.main.brokers',
    reason: '…',
    owner: '…',
    expires: '2027-02-19',
  });
  const refused = compileDescription(changed<unknown>(small, { 'clusters.main.brokers': 0 }));
  expect(refused.problems.map(({ code, waiver }) => [code, waiver])).toEqual([['KFK-K002', undefined]]);
});
