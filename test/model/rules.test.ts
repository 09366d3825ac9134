import { descriptions } from '../../backends/descriptions';
import type { Inventory } from '../../model/inventory';
import type { Rotations } from '../../model/rotations';
import { rulesOn } from '../../model/rules';
import { changed } from '../support/change';
import { compileDescription, small } from '../support/describe';
import { cases } from './rules.cases';

const all = rulesOn(descriptions);
const codes = (changes: Readonly<Record<string, unknown>>, inventory?: Inventory, rotations?: Rotations) =>
  compileDescription(changed<unknown>(small, changes), { inventory, rotations }).problems.map(({ code }) => code);

test('the small description has no problem and no warning', () => {
  expect(codes({})).toEqual([]);
});

test('there are at least thirty rules, each with a code of its own, a title, a source and a case', () => {
  expect(all.length).toBeGreaterThanOrEqual(30);
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  expect(all.filter(({ title, source }) => title.length < 10 || source.length < 10)).toEqual([]);
  expect(all.map(({ code }) => code).sort()).toEqual(Object.keys(cases).sort());
});

describe.each(all.map((rule) => [rule.code, rule.title, rule] as const))('%s %s', (code, _, rule) => {
  const {
    failing,
    nearly,
    inventory,
    nearlyInventory = inventory,
    rotations,
    nearlyRotations = rotations,
  } = cases[code] ?? { failing: {}, nearly: {} };

  test('refuses a description that breaks it, and says where, what and how to mend it', () => {
    const { problems } = compileDescription(changed<unknown>(small, failing), { inventory, rotations });
    const found = problems.filter((problem) => problem.code === code);
    expect(found).not.toEqual([]);
    for (const { path, problem, fix, severity } of found) {
      expect(severity).toBe(rule.severity);
      expect(problem.length).toBeGreaterThan(5);
      expect(fix.length).toBeGreaterThan(3);
      if (path === '') expect(code).toBe('never without a path');
    }
  });

  test('lets a description pass that comes near it', () => {
    expect(codes(nearly, nearlyInventory, nearlyRotations)).not.toContain(code);
  });
});
