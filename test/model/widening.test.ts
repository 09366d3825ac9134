/** What a change widens, against a count of everything that somebody could do: names, hosts and operations one by one. */
import { type Operation, operationsOn } from '../../model/grant';
import { type Reach, widened } from '../../model/widening';
import { may, seeded } from '../support/kafka-decision';

const row = (words: string, more: Partial<Reach> = {}): Reach => {
  const [permission = '', operation = '', resourceType = '', name = '', host = '*'] = words.split(' ');
  return {
    cluster: 'main',
    application: 'shop',
    principal: 'User:shop',
    resourceType: resourceType as Reach['resourceType'],
    resourceName: name.length > 1 ? name.replace(/\*$/, '') : name,
    patternType: name.length > 1 && name.endsWith('*') ? 'Prefixed' : 'Literal',
    operation: operation as Operation,
    permission: permission as Reach['permission'],
    host,
    ...more,
  };
};
const inWords = ({ permission, operation, resourceType, resourceName, patternType, host }: Reach) =>
  [permission, operation, resourceType, `${resourceName}${patternType === 'Prefixed' ? '*' : ''}`, host].join(' ');
const wider = (before: readonly string[], after: readonly string[]) =>
  widened(
    before.map((one) => row(one)),
    after.map((one) => row(one)),
  ).map(inWords);

describe('wider is', () => {
  test.each([
    ['a new permission', [], ['Allow Read Topic a'], ['Allow Read Topic a *']],
    ['a prefix in place of a name', ['Allow Read Topic ab'], ['Allow Read Topic a*'], ['Allow Read Topic a* *']],
    ['any host in place of one', ['Allow Read Topic a 10.0.0.7'], ['Allow Read Topic a'], ['Allow Read Topic a *']],
    ['a denial that went', ['Allow All Topic *', 'Deny Read Topic a'], ['Allow All Topic *'], ['Deny Read Topic a *']],
    [
      'a denial that reaches less far',
      ['Allow All Topic *', 'Deny Read Topic a*'],
      ['Allow All Topic *', 'Deny Read Topic a'],
      ['Deny Read Topic a* *'],
    ],
    [
      'a denial that holds for one host alone',
      ['Allow Read Topic a', 'Deny Read Topic a'],
      ['Allow Read Topic a', 'Deny Read Topic a 10.0.0.7'],
      ['Deny Read Topic a *'],
    ],
  ])('%s', (_, before, after, expected) => expect(wider(before, after)).toEqual(expected));
});

describe('no wider is', () => {
  test.each([
    ['the same', ['Allow Read Topic a'], ['Allow Read Topic a']],
    ['less', ['Allow Read Topic a', 'Allow Write Topic a'], ['Allow Read Topic a']],
    ['what an operation of before brought with it', ['Allow Write Topic a'], ['Allow Describe Topic a']],
    ['a name that a prefix of before covers', ['Allow Read Topic a*'], ['Allow Read Topic ab']],
    ['one operation where all were allowed', ['Allow All Group *'], ['Allow Read Group billing']],
    ['a permission that is denied at once', [], ['Allow Read Topic ab', 'Deny All Topic a*']],
    ['a new denial', ['Allow Read Topic a'], ['Allow Read Topic a', 'Deny Read Topic a']],
    ['a denial that went with what it was taken from', ['Allow Read Topic a', 'Deny Read Topic a'], []],
    ['a denial of what nobody allows', ['Deny Read Topic a'], []],
  ])('%s', (_, before, after) => expect(wider(before, after)).toEqual([]));

  test.each(['User:CN=shop', 'User:shop--2', 'User:CN=shop--2'])(
    'another way to sign in, or the other user by turns, under its own name: %s',
    (principal) => {
      const [before, after] = [[row('Allow Read Topic a')], [row('Allow Read Topic a', { principal })]];
      expect([widened(before, after), widened(after, before)]).toEqual([[], []]);
    },
  );

  test('an operator that ends earlier', () =>
    expect(widened([row('Allow All Topic *')], [row('Allow All Topic *', { until: '2026-11-23' })])).toEqual([]));
});

describe('somebody else may do what nobody of that name could, so wider is', () => {
  test.each([
    ['another name', { principal: 'User:2222' }],
    ['another subject of a certificate', { principal: 'User:CN=shop,O=Example' }],
    ['another role', { identity: "the role 'everybody'" }],
  ])('%s, and the way back', (_, changed) => {
    const [before, after] = [[row('Allow Read Topic a')], [row('Allow Read Topic a', changed)]];
    expect(widened(before, after)).toEqual(after);
    expect(widened(after, before)).toEqual(before);
  });

  test('whoever gives tokens to its name, beside those who did; one less is no wider', () => {
    const by = (tokens?: string) => [row('Allow Read Topic a', { tokens })];
    expect(widened(by(), by('azp of x'))).toEqual(by('azp of x'));
    expect(widened(by('azp of x'), by('azp of x; sub of y'))).toEqual(by('azp of x; sub of y'));
    expect(widened(by('azp of x'), by('azp of y'))).toEqual(by('azp of y'));
    expect(widened(by('azp of x; sub of y'), by('sub of y'))).toEqual([]);
    expect(widened(by('azp of x'), by())).toEqual([]);
  });

  test('one more who is taken for it; one less is no wider', () => {
    const by = (identity?: string) => [row('Allow Read Topic a', { identity })];
    expect(widened(by('the role a'), by('the role a; members of b'))).toEqual(by('the role a; members of b'));
    expect(widened(by('the role a; members of b'), by('members of b'))).toEqual([]);
    expect(widened(by('the role a'), by())).toEqual(by());
  });

  test('a last day that is later, or none', () => {
    const until = (day?: string) => [row('Allow All Topic *', { until: day })];
    expect(widened(until('2026-11-23'), until('2026-11-28'))).toEqual(until('2026-11-28'));
    expect(widened(until('2026-11-23'), until())).toEqual(until());
    expect(widened(until('2026-11-28'), until('2026-11-23'))).toEqual([]);
  });

  test('a denial that ends with its operator is none that went', () => {
    const until = (day: string) => [row('Allow All Topic *', { until: day }), row('Deny Read Topic a', { until: day })];
    expect(widened(until('2026-11-28'), until('2026-11-23'))).toEqual([]);
    expect(widened(until('2026-11-23'), until('2026-11-28')).map(inWords)).toEqual(['Allow All Topic * *']);
  });
});

describe('who may create on the cluster makes any topic, for brokers ask for that first, so no wider is', () => {
  test('to make one by name', () =>
    expect(wider(['Allow Create Cluster kafka-cluster'], ['Allow Create Topic a'])).toEqual([]));
  test('that one is denied no longer, which bound nobody', () =>
    expect(
      wider(['Allow All Cluster kafka-cluster', 'Deny Create Topic a'], ['Allow All Cluster kafka-cluster']),
    ).toEqual([]));
  test('but to read one is', () =>
    expect(wider(['Allow Create Cluster kafka-cluster'], ['Allow Read Topic a'])).toHaveLength(1));
});

test('another application may not lend what it could, and no other cluster', () => {
  const before = [row('Allow Read Topic a')];
  expect(widened(before, [row('Allow Read Topic a', { application: 'till' })])).toHaveLength(1);
  expect(widened(before, [row('Allow Read Topic a', { cluster: 'other' })])).toHaveLength(1);
});

test('super users, who are no application, are told apart by their names', () => {
  const admin = row('Allow All Cluster kafka-cluster', { application: '', principal: 'User:admin' });
  expect(widened([admin], [admin, { ...admin, principal: 'User:root' }])).toEqual([
    { ...admin, principal: 'User:root' },
  ]);
});

test('it agrees with a count of everything on 3,000 pairs of permissions, of which many widen and many do not', () => {
  const pick = seeded(7);
  // Names that patterns tell apart, and longer ones that stand for all others which begin so.
  const names = ['a', 'ab', 'b', 'aaz', 'abz', 'bz', 'az', 'z'];
  const hosts = ['10.0.0.1', '10.0.0.2', '10.0.0.3'];
  const some = () =>
    Array.from({ length: pick([0, 1, 2, 3, 4]) }, () =>
      row(
        `${pick(['Allow', 'Allow', 'Deny'])} ${pick(['All', 'Read', 'Write', 'Describe', 'AlterConfigs'])} Topic ${pick(['a', 'ab', 'b', 'aa*', 'ab*', '*'])} ${pick(['*', '*', '10.0.0.1', '10.0.0.2'])}`,
      ),
    );
  const counted = { wider: 0, not: 0 };
  for (let round = 0; round < 3_000; round++) {
    const before = some();
    const after = pick([true, false]) ? some() : [...before, ...some()].filter(() => pick([true, true, false]));
    const isWider = operationsOn.Topic.some((operation) =>
      names.some((name) =>
        hosts.some((host) => may(after, operation, name, host) && !may(before, operation, name, host)),
      ),
    );
    counted[isWider ? 'wider' : 'not']++;
    expect([before.map(inWords), after.map(inWords), widened(before, after).length > 0]).toEqual([
      before.map(inWords),
      after.map(inWords),
      isWider,
    ]);
  }
  expect(Math.min(counted.wider, counted.not)).toBeGreaterThan(500);
});
