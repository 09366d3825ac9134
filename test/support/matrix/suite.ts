import type { Factor } from './covering';
import type { Fields } from './fields';
import type { Described, Matrix, Rows } from './matrix';
import type { Oracle } from './refusals';
import { seed } from './seed';

export interface MatrixSuite {
  readonly matrix: Matrix;
  readonly oracle: Oracle;
  readonly fields: Fields;
  /** Why no description says a field; none: one must. */
  readonly unreached: (path: string) => string | undefined;
  /** How many descriptions must be valid. */
  readonly atLeast: number;
  /** Codes of errors, each once, sorted. */
  readonly codesOf: (described: Described) => readonly string[];
}

/** What a matrix drew. */
export interface Drawn extends Rows {
  /** Paths of the fields that some valid description says. */
  readonly paths: ReadonlySet<string>;
  /** What was drawn, for whoever reads the test's output: with the seed, how much, and every field. */
  readonly report: readonly string[];
}

/** What holds of every matrix, as tests: how it is drawn, that it reaches the schema, and that what must be refused is. */
export function matrixSentences({ matrix, oracle, fields, unreached, atLeast, codesOf }: MatrixSuite): Drawn {
  const drawn = matrix.rows(seed);
  const paths = new Set(drawn.valid.flatMap(({ description }) => [...fields.reached(description)]));

  test(`there are ${atLeast} descriptions or more`, () => {
    expect(drawn.valid.length).toBeGreaterThanOrEqual(atLeast);
  });

  test('the same seed draws the same rows', () => {
    expect(matrix.rows(seed)).toEqual(drawn);
  });

  test('every two choices that go together are together in one description', () => {
    // All rows were tried: a third choice that both need is refused with one of them.
    expect(missingPairs(matrix, oracle, drawn)).toEqual([...drawn.never].sort());
    expect(drawn.never.length).toBeLessThan(drawn.pairs / 100);
  });

  test('every field that the schema has is said in one, or is listed with why not', () => {
    const silent = fields.all.map(({ path }) => path).filter((path) => !paths.has(path));
    expect(silent.filter((path) => !unreached(path))).toEqual([]);
  });

  test.each(drawn.refused.map((described) => [described.name, described.expected.join(), described] as const))(
    '%s is refused: %s',
    (_, __, described) => {
      expect(codesOf(described)).toEqual(described.expected);
    },
  );

  return { ...drawn, paths, report: reportOf(drawn, paths, fields) };
}

/** Pairs that go together and are in no row, but for levels that are always refused. */
function missingPairs({ factors }: Matrix, oracle: Oracle, drawn: Rows): readonly string[] {
  const dead = new Set(drawn.dead);
  const living = ({ name, levels }: Factor) => levels.filter((level) => !dead.has(`${name} ${level}`));
  return factors
    .flatMap((a, index) =>
      factors.slice(index + 1).flatMap((b) => {
        const there = new Set(drawn.valid.map(({ chosen }) => `${chosen[a.name]}, ${chosen[b.name]}`));
        return living(a)
          .flatMap((one) => living(b).map((other) => ({ [a.name]: one, [b.name]: other })))
          .filter((row) => oracle.allowed(row, a.name) && oracle.allowed(row, b.name))
          .filter((row) => !there.has(`${row[a.name]}, ${row[b.name]}`))
          .map((row) => `${a.name} ${row[a.name]}, ${b.name} ${row[b.name]}`);
      }),
    )
    .sort();
}

const reportOf = (drawn: Rows, paths: ReadonlySet<string>, { all }: Fields): readonly string[] => [
  `seed ${seed} (KAFKA_KIT_TEST_SEED): ${drawn.valid.length} valid descriptions, ${drawn.refused.length} refused`,
  `${drawn.pairs} pairs of choices, ${drawn.impossible} of which the oracle refuses`,
  `${paths.size} of ${all.length} fields reached; not: ${all.filter(({ path }) => !paths.has(path)).length}`,
  ...[...paths].sort().map((path) => `  ${path}`),
];
