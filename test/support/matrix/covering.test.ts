import { covering, type Row, seeded } from './covering';
import { Matrix } from './matrix';
import { Oracle } from './refusals';

const factors = [
  { name: 'tier', levels: ['premium', 'standard'] },
  { name: 'units', levels: ['one', 'forty'] },
  { name: 'replica', levels: ['none', 'far'] },
];
const refusing = (...whens: readonly Row[]) =>
  new Oracle(whens.map((when) => ({ when, code: 'KFK-X001', because: 'it is' })));
const pairs = (rows: readonly Row[], a: string, b: string) => new Set(rows.map((row) => `${row[a]} ${row[b]}`));

test('every two choices are together in a row', () => {
  const { rows, never } = covering(factors, () => true, seeded(1));
  for (const [a, b] of [
    ['tier', 'units'],
    ['tier', 'replica'],
    ['units', 'replica'],
  ] as const)
    expect(pairs(rows, a, b).size).toBe(4);
  expect(never).toEqual([]);
});

test('two choices that a third refuses, whichever it is, are told and in no row', () => {
  const { allowed } = refusing({ units: 'forty', tier: 'premium' }, { replica: 'far', tier: 'standard' });
  const { rows, never } = covering(factors, allowed, seeded(1));
  expect(never).toEqual(['units forty, replica far']);
  expect(pairs(rows, 'units', 'replica')).not.toContain('forty far');
});

test('one row that leaves no other choice is found, however many there are', () => {
  const chain = Array.from({ length: 7 }, (_, index) => ({ name: `f${index}`, levels: ['a', 'b', 'c'] }));
  // Each but the first follows the one before.
  const allowed = (row: Row) =>
    chain.every(({ name }, index) => {
      const before = row[`f${index - 1}`];
      return index === 0 || before === undefined || row[name] === undefined || row[name] === before;
    });
  const { rows } = covering(chain, allowed, seeded(1));
  expect(rows.map((row) => row.f6).sort()).toEqual(['a', 'b', 'c']);
});

test('a level that goes with no level of another factor is in no valid row, and is told', () => {
  const features = { tier: { premium: {}, standard: { tier: 'standard' } }, units: { one: {}, none: { units: 0 } } };
  const oracle = refusing({ tier: 'premium', units: 'none' }, { tier: 'standard', units: 'none' });
  const { valid, refused, dead } = new Matrix({
    base: {},
    features,
    free: new Map(),
    oracle,
    depthOf: () => undefined,
  }).rows(1);
  expect(dead).toEqual(['units none']);
  expect(valid.map(({ description }) => description)).toEqual(expect.arrayContaining([{}, { tier: 'standard' }]));
  expect(valid).toHaveLength(2);
  expect(refused.map(({ expected }) => expected)).toEqual([['KFK-X001'], ['KFK-X001']]);
});
