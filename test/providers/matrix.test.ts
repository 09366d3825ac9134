/**
 * Descriptions that nobody wrote, on Event Hubs: each is refused with the code that it must have, or valid, by an oracle
 * of Azure's own sentences. `azurerm.test.ts` gives the stacks of the valid ones to the real provider.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileDescription } from '../support/describe';
import type { Described } from '../support/matrix/matrix';
import { seed } from '../support/matrix/seed';
import { fields } from './azure/matrix/fields';
import { matrix } from './azure/matrix/matrix';
import { oracle } from './azure/matrix/oracle';
import { silent } from './azure/matrix/silent';
import { unreached } from './azure/matrix/unreached';
import { codesPastRules } from './azure/past-rules';
import { azureStacks, type Stack } from './azure/stacks';

jest.setTimeout(600_000);

const drawn = matrix.rows(seed);
const out = mkdtempSync(join(tmpdir(), 'kafka-kit-azure-'));
const paths = new Set(drawn.valid.flatMap(({ description }) => [...fields.reached(description)]));

afterAll(() => {
  rmSync(out, { recursive: true, force: true });
  process.stderr.write(
    [
      `seed ${seed} (KAFKA_KIT_TEST_SEED): ${drawn.valid.length} valid descriptions, ${drawn.refused.length} refused`,
      `${drawn.pairs} pairs of choices, ${drawn.impossible} of which the oracle refuses`,
      `${paths.size} of ${fields.all.length} fields reached; not: ${fields.all.length - paths.size}`,
      ...[...paths].sort().map((path) => `  ${path}`),
      '',
    ].join('\n'),
  );
});

/** Codes of errors, each once. */
const codesOf = (description: object): string[] => {
  const errors = compileDescription(description).problems.filter(({ severity }) => severity === 'error');
  return [...new Set(errors.map(({ code }) => code))].sort();
};

/** The stacks of a description, by name. */
async function stacksOf({ description, row }: Described): Promise<Record<string, string>> {
  const { resolved, problems } = compileDescription(description);
  if (!resolved) throw new Error(`refused: ${JSON.stringify({ problems, row }, undefined, 2)}`);
  const stacks: readonly Stack[] = await azureStacks(resolved, out);
  return Object.fromEntries(stacks.map(({ name, text }) => [name, text]));
}

test('there are 40 descriptions or more', () => {
  expect(drawn.valid.length).toBeGreaterThanOrEqual(40);
});

test('the same seed draws the same rows', () => {
  expect(matrix.rows(seed)).toEqual(drawn);
});

test('every two choices that go together are together in one description', () => {
  const dead = new Set(drawn.dead);
  const factors = matrix.factors.map(({ name, levels }) => ({
    name,
    levels: levels.filter((level) => !dead.has(`${name} ${level}`)),
  }));
  const missing = factors.flatMap((a, index) =>
    factors.slice(index + 1).flatMap((b) => {
      const there = new Set(drawn.valid.map(({ chosen }) => `${chosen[a.name]}, ${chosen[b.name]}`));
      const all = a.levels.flatMap((one) => b.levels.map((other) => ({ [a.name]: one, [b.name]: other })));
      return all
        .filter((row) => oracle.allowed(row, a.name) && oracle.allowed(row, b.name))
        .map((row) => [row, `${row[a.name]}, ${row[b.name]}`] as const)
        .filter(([, pair]) => !there.has(pair))
        .map(([row]) => `${a.name} ${row[a.name]}, ${b.name} ${row[b.name]}`);
    }),
  );
  // All rows were tried: a third choice that both need is refused with one of them.
  expect(missing.sort()).toEqual([...drawn.never].sort());
  expect(drawn.never.length).toBeLessThan(drawn.pairs / 100);
});

test('a choice that nothing goes with is refused, with everything', () => {
  const refused = drawn.refused.flatMap(({ chosen }) => Object.entries(chosen).map((one) => one.join(' ')));
  expect(drawn.dead.filter((choice) => !refused.includes(choice))).toEqual([]);
  expect(drawn.dead).toEqual([
    'units none',
    'autoInflate toOne',
    'autoInflate toFortyOne',
    'reach rulesOfClosed',
    'reach zoneOfNothing',
    'reach addressOfSix',
    'reach rulesForNobody',
    'reach zoneOfNobody',
    'encryption groupOfNobody',
    'logs locked',
    'logs badAccount',
    'logs noDays',
    'recovery farBehind',
    'recovery sameRegion',
    'partitions thousandAndMore',
    'retention quarterAndDay',
  ]);
});

test('every field that the schema has is said in one, or is listed with why not', () => {
  const silentFields = fields.all.map(({ path }) => path).filter((path) => !paths.has(path));
  expect(silentFields.filter((path) => !unreached(path))).toEqual([]);
});

test('every value that the schema lists for a field is said in one, valid or refused, but for defaults', () => {
  const there = new Set(
    [...drawn.valid, ...drawn.refused].flatMap(({ description }) => [...fields.values(description)]),
  );
  const missing = fields.all
    .filter(({ path }) => !unreached(path) && !path.startsWith('overrides.'))
    .flatMap(({ path, values = [] }) =>
      values.filter((value) => value !== false).map((value) => `${path} ${JSON.stringify(value)}`),
    )
    .filter((value) => !there.has(value));
  expect(missing).toEqual([
    'platform.topics.*.cleanup "delete"',
    'clusters.*.tier "premium"',
    'clusters.*.archive.replication "GRS"',
    'profile "baseline"',
  ]);
});

test.each(drawn.refused.map((described) => [described.name, described.expected.join(), described] as const))(
  '%s is refused: %s',
  (_, __, described) => {
    expect(codesOf(described.description)).toEqual(described.expected);
  },
);

test('without the rules and limits of Event Hubs, nothing that only they refuse is refused', () => {
  const theirs = drawn.refused.filter(({ expected }) => expected.every((code) => /^KFK-[KL]2/.test(code)));
  expect(theirs.length).toBeGreaterThan(drawn.refused.length / 2);
  expect(theirs.flatMap(({ description }) => codesPastRules(description))).toEqual([]);
});

test.each(drawn.valid.map((described) => [described.name, described] as const))('%s is valid', (_, described) => {
  expect({ codes: codesOf(described.description), row: described.row }).toEqual({ codes: [], row: described.row });
});

describe('each choice changes what is written, or is listed with what it changes instead', () => {
  const choices = matrix.factors.flatMap(({ name, levels }) =>
    levels
      .slice(1)
      .filter((level) => drawn.valid.some(({ chosen }) => chosen[name] === level))
      .map((level) => [name, level] as const),
  );

  /** Descriptions with the choice and without it: by itself, then as they were drawn; none of them is refused. */
  const pairsOf = (name: string, level: string) =>
    [{ [name]: level }, ...drawn.valid.map(({ chosen }) => chosen).filter((chosen) => chosen[name] === level)]
      .map((chosen) => [chosen, { ...chosen, [name]: matrix.first(name) ?? '' }] as const)
      .map((pair) => pair.map((chosen) => matrix.described(name, chosen)) as [Described, Described])
      .filter((pair) => pair.every(({ expected }) => expected.length === 0));
  /** A role says which flow asks for it, and so whether that is said in an override. */
  const unplaced = (stacks: object) => JSON.stringify(stacks).replaceAll('overrides.applications.', 'applications.');
  const isSilent = ([name, level]: readonly [string, string]) => name in silent || `${name} ${level}` in silent;

  test.each(choices.filter((choice) => !isSilent(choice)))('%s %s', async (name, level) => {
    for (const [one, other] of pairsOf(name, level))
      if (JSON.stringify(await stacksOf(one)) !== JSON.stringify(await stacksOf(other))) return;
    throw new Error(`${name} ${level} leaves every stack as it is`);
  });

  test('what is listed changes none', async () => {
    for (const [name, level] of choices.filter(isSilent))
      for (const [one, other] of pairsOf(name, level).slice(0, 1))
        expect({ name, level, stacks: unplaced(await stacksOf(one)) }).toEqual({
          name,
          level,
          stacks: unplaced(await stacksOf(other)),
        });
  });
});
