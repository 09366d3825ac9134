/**
 * Descriptions that nobody wrote, on Amazon MSK: each is refused with the code that it must have, or valid, and then every
 * request of every resource is held against the models of AWS' own SDKs. AWS itself is never reached.
 */
import { readFileSync } from 'node:fs';
import { botocoreIsThere } from '../support/botocore';
import { changed } from '../support/change';
import type { Factor } from '../support/matrix/covering';
import type { Described } from '../support/matrix/matrix';
import { seed } from '../support/matrix/seed';
import { type Evaluated, evaluated, type Stack } from './evaluated';
import { faults } from './faults';
import { judge, type Verdict } from './judge';
import { codesOf } from './matrix/compiled';
import { fields } from './matrix/fields';
import { matrix } from './matrix/matrix';
import { oracle } from './matrix/oracle';
import { silent } from './matrix/silent';
import { unreached } from './matrix/unreached';
import type { Attributes } from './requests';
import { countIn, stacksOf } from './stacks';

jest.setTimeout(600_000);

const drawn = matrix.rows(seed);
const paths = new Set(drawn.valid.flatMap(({ description }) => [...fields.reached(description)]));

afterAll(() => {
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

test('there are 60 descriptions or more', () => {
  expect(drawn.valid.length).toBeGreaterThanOrEqual(60);
});

test('the same seed draws the same rows', () => {
  expect(matrix.rows(seed)).toEqual(drawn);
});

/** Without levels that are always refused. */
const living = ({ name, levels }: Factor) => levels.filter((level) => !drawn.dead.includes(`${name} ${level}`));

test('every two choices that go together are together in one description', () => {
  const { factors } = matrix;
  const missing = factors.flatMap((a, index) =>
    factors.slice(index + 1).flatMap((b) => {
      const there = new Set(drawn.valid.map(({ chosen }) => `${chosen[a.name]}, ${chosen[b.name]}`));
      const all = living(a).flatMap((one) => living(b).map((other) => ({ [a.name]: one, [b.name]: other })));
      return all
        .filter((row) => oracle.allowed(row, a.name) && oracle.allowed(row, b.name))
        .filter((row) => !there.has(`${row[a.name]}, ${row[b.name]}`))
        .map((row) => `${a.name} ${row[a.name]}, ${b.name} ${row[b.name]}`);
    }),
  );
  // A third choice that both need is refused with one of them.
  expect(missing.sort()).toEqual([...drawn.never].sort());
  expect(drawn.never.length).toBeLessThan(drawn.pairs / 100);
});

test('every field that the schema has is said in one, or is listed with why not', () => {
  const silent = fields.all.map(({ path }) => path).filter((path) => !paths.has(path));
  expect(silent.filter((path) => !unreached(path))).toEqual([]);
});

test.each(drawn.refused.map((described) => [described.name, described.expected.join(), described] as const))(
  '%s is refused: %s',
  (_, __, described) => {
    expect(codesOf(matrix, described).codes).toEqual(described.expected);
  },
);

test.each(drawn.valid.map((described) => [described.name, described] as const))('%s is valid', (_, described) => {
  const { said } = codesOf(matrix, described);
  expect({ said, row: described.row }).toEqual({ said: [], row: described.row });
});

(botocoreIsThere ? describe : describe.skip)('what they ask of AWS, by botocore’s models (not by AWS)', () => {
  let resources: readonly Evaluated[] = [];
  let synthesized = 0;
  let verdict: Verdict;

  beforeAll(async () => {
    const stacks: Stack[] = [];
    for (const described of drawn.valid)
      for (const stack of written(described)) stacks.push({ ...stack, name: `${described.name}: ${stack.name}` });
    synthesized = stacks.map(countIn).reduce((a, b) => a + b, 0);
    resources = await evaluated(stacks);
    verdict = judge(resources);
  });

  test('services would take every request', () => {
    const counts = (types: Verdict['judged']) =>
      [...types]
        .sort()
        .map(([type, count]) => `${count} ${type}`)
        .join(', ');
    process.stderr.write(
      [
        `botocore: ${resources.length} resources and look-ups of ${synthesized} synthesized; ${verdict.requests} requests with ${verdict.values} values`,
        `judged: ${counts(verdict.judged)}`,
        `by typed bindings only: ${counts(verdict.typed) || 'none'}`,
        `forms that JavaScript cannot read: ${verdict.unread.join(' ') || 'none'}\n`,
      ].join('\n'),
    );
    expect([...new Set(verdict.problems.map((problem) => problem.replace(/^valid \d+: \S+ /, '')))]).toEqual([]);
  });

  test('every resource that was synthesized was judged, or is of a type that is listed', () => {
    expect(resources).toHaveLength(synthesized);
    expect([...verdict.judged.values(), ...verdict.typed.values()].reduce((a, b) => a + b, 0)).toBe(synthesized);
  });

  test('each type that was judged has a fault that is planted, and no fault is of a type that is nowhere', () => {
    expect([...verdict.judged.keys()].sort()).toEqual([...new Set(faults.map(([type]) => type))].sort());
  });

  test.each(faults)('%s with %s is found', (type, _, fault, told) => {
    const [one] = resources.filter((resource) => resource.type === type);
    if (!one) throw new Error(`there is no ${type}`);
    expect(judge([one]).problems).toEqual([]);
    const { problems } = judge([{ ...one, attributes: changed<Attributes>(one.attributes, fault) }]);
    expect(problems).not.toEqual([]);
    for (const problem of problems) expect(problem).toMatch(told);
  });

  test('each attribute is one of the typed bindings, or of a class of our own that is listed', () => {
    const written = new Set(
      resources.flatMap(({ type, attributes }) =>
        verdict.judged.has(type) && !/^(ephemeral|data)\./.test(type)
          ? Object.keys(attributes).map((attribute) => `${type}.${attribute}`)
          : [],
      ),
    );
    expect([...written].filter((one) => !isBound(one)).sort()).toEqual([...byHand].sort());
    process.stderr.write(`typed bindings: ${written.size} attributes, ${byHand.length} of them by hand\n`);
  });
});

/** What the bindings, which were frozen, do not have. */
const byHand = [
  'aws_msk_topic.cluster_arn',
  'aws_msk_topic.configs',
  'aws_msk_topic.name',
  'aws_msk_topic.partition_count',
  'aws_msk_topic.replication_factor',
];

function isBound(path: string): boolean {
  const [type = '', attribute = ''] = path.split('.');
  try {
    const file = require.resolve(`@cdktf/provider-aws/lib/${type.replace('aws_', '').replaceAll('_', '-')}`);
    return readFileSync(file, 'utf8').includes(`${attribute}: {`);
  } catch {
    return false;
  }
}

describe('each choice changes what is written, or is listed with what it changes instead', () => {
  const choices = matrix.factors.flatMap(({ name, levels }) =>
    levels
      .slice(1)
      .filter((level) => drawn.valid.some(({ chosen }) => chosen[name] === level))
      .map((level) => [name, level] as const),
  );

  /** Descriptions that have the choice, and would be valid without it. */
  const pairsOf = (name: string, level: string) =>
    drawn.valid
      .filter(({ chosen }) => chosen[name] === level)
      .map((one) => [one, matrix.described('without', { ...one.chosen, [name]: matrix.first(name) ?? '' })] as const)
      .filter(([one, other]) => other.expected.length === 0 && differs(one, other))
      .slice(0, 12);

  /** What is said of a noun that is not there is left out. */
  const differs = (one: Described, other: Described) =>
    JSON.stringify(one.description) !== JSON.stringify(other.description) || one.chosen.life !== other.chosen.life;

  const textsOf = (described: Described) => JSON.stringify(written(described));

  test.each(choices.filter((choice) => !isSilent(choice)))('%s %s', (name, level) => {
    const pairs = pairsOf(name, level);
    // Where nothing would be valid without it, it is held against the least that can be said.
    const alone = [matrix.described('alone', { [name]: level }), matrix.described('least', {})] as const;
    for (const [one, other] of pairs.length > 0 ? pairs : [alone]) if (textsOf(one) !== textsOf(other)) return;
    throw new Error(`${name} ${level} leaves every stack as it is`);
  });

  test('what is listed changes none, and each that is listed is a choice', () => {
    for (const [name, level] of choices.filter(isSilent))
      for (const [one, other] of pairsOf(name, level).slice(0, 1))
        expect({ name, level, stacks: textsOf(one) }).toEqual({ name, level, stacks: textsOf(other) });
    const all = choices.flatMap(([name, level]) => [name, `${name} ${level}`]);
    expect(Object.keys(silent).filter((listed) => !all.includes(listed))).toEqual([]);
  });
});

function isSilent([name, level]: readonly [string, string]): boolean {
  return name in silent || `${name} ${level}` in silent;
}

const known = new Map<string, readonly Stack[]>();

/** The stacks of a description, each synthesized once. */
function written(described: Described): readonly Stack[] {
  const key = JSON.stringify([described.chosen.life, described.description]);
  const stacks = known.get(key) ?? stacksOf([resolvedOf(described)]);
  known.set(key, stacks);
  return stacks;
}

function resolvedOf(described: Described) {
  const { resolved, said } = codesOf(matrix, described);
  if (!resolved) throw new Error(`refused: ${said.join('; ')}`);
  return resolved;
}
