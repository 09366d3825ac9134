import { change } from '../change';
import { type Allowed, type Covering, covering, type Factor, type Row, seeded } from './covering';
import { factorsOf, keysOf } from './free';
import type { Oracle } from './refusals';
import type { Levels } from './said';

/** A description of the matrix, and what the oracle says of it. */
export interface Described {
  readonly name: string;
  /** A level for each factor. */
  readonly chosen: Row;
  /** What was chosen, but for what is not said. */
  readonly row: Row;
  readonly description: object;
  /** Codes of errors, sorted; none where it is valid. */
  readonly expected: readonly string[];
}

export interface Rows extends Omit<Covering, 'rows'> {
  /** Those that are valid: every two levels of two factors that go together are together in one. */
  readonly valid: readonly Described[];
  /** What the oracle refuses, each combination that it knows once. */
  readonly refused: readonly Described[];
  /** Levels that are refused whatever another factor says, though not by themselves: `logs noDays`. */
  readonly dead: readonly string[];
}

export interface MatrixParts {
  /** What every description begins with. */
  readonly base: object;
  /** What does not go together freely. */
  readonly features: Readonly<Record<string, Levels>>;
  /** Fields that go with everything. */
  readonly free: ReadonlyMap<string, Levels>;
  readonly oracle: Oracle;
  /** Nouns that are there only where a feature brings them: how many keys name one. What is said of one that is not there is left out. */
  readonly depthOf: (path: readonly string[]) => number | undefined;
}

/** Descriptions that nobody wrote. */
export class Matrix {
  /** Every choice that there is. */
  readonly factors: readonly Factor[];

  constructor(private readonly parts: MatrixParts) {
    this.factors = [...factorsOf(Object.entries(parts.features)), ...factorsOf(parts.free)];
  }

  /** The same for the same seed. */
  rows(seed: number): Rows {
    const { allowed, refusals } = this.parts.oracle;
    const factors = living(this.factors, allowed);
    const { rows, ...counts } = covering(factors, allowed, seeded(seed));
    return {
      ...counts,
      dead: this.factors.flatMap(({ name, levels }, index) =>
        levels.filter((level) => !factors[index]?.levels.includes(level)).map((level) => `${name} ${level}`),
      ),
      valid: rows.map((row, index) => this.described(`valid ${index + 1}`, row)),
      refused: refusals.map((refusal) =>
        this.described(
          Object.entries(refusal)
            .map((one) => one.join(' '))
            .join(' and '),
          refusal,
        ),
      ),
    };
  }

  described(name: string, chosen: Row): Described {
    const row = Object.fromEntries(this.factors.map(({ name, levels }) => [name, chosen[name] ?? levels[0] ?? '']));
    const said = Object.fromEntries(Object.entries(row).filter(([factor, level]) => level !== this.first(factor)));
    const expected = this.parts.oracle.expectedOf(row);
    return { name, chosen: row, row: said, description: this.descriptionOf(row), expected };
  }

  first(factor: string): string | undefined {
    return this.factors.find(({ name }) => name === factor)?.levels[0];
  }

  /** What the levels say, on top of the base: features first, for free fields are fields of what those bring. */
  private descriptionOf(row: Row): object {
    const { base, features, free } = this.parts;
    let description = base;
    const changes = Object.entries(row).flatMap(([factor, level]) =>
      Object.entries((features[factor] ?? free.get(factor))?.[level] ?? {}),
    );
    // A noun comes before what is said of it.
    changes.sort(([a], [b]) => keysOf(a).length - keysOf(b).length);
    const [others, own] = split(changes, ([path]) => path.startsWith('overrides.'));
    for (const [path, value] of own)
      if (this.hasNoun(description, keysOf(path))) description = change(description, keysOf(path), value);
    for (const [path, value] of others) description = this.overridden(description, keysOf(path), value);
    return description;
  }

  private hasNoun(description: object, path: readonly string[]): boolean {
    const depth = this.parts.depthOf(path);
    return depth === undefined || depth >= path.length || at(description, path.slice(0, depth)) !== undefined;
  }

  /** An override replaces the whole field, so it repeats what the platform says of it, with the one change. */
  private overridden(description: object, [, ...path]: readonly string[], value: unknown): object {
    const [noun = '', name = '', field = '', ...rest] = path;
    if (!this.hasNoun(description, ['platform', ...path])) return description;
    const now = at(description, ['overrides', noun, name, field]) ?? at(description, ['platform', noun, name, field]);
    return change(
      description,
      ['overrides', noun, name, field],
      rest.length > 0 ? change(now ?? {}, rest, value) : value,
    );
  }
}

/** Factors without the levels that no row could have. */
function living(factors: readonly Factor[], allowed: Allowed): readonly Factor[] {
  const left = factors.map((factor) => ({
    ...factor,
    levels: factor.levels.filter((level) => factors.every((other) => goesWith(factor.name, level, other, allowed))),
  }));
  return left.every(({ levels }, index) => levels.length === factors[index]?.levels.length)
    ? factors
    : living(left, allowed);
}

/** Whether it is refused by itself, or goes with some level of the other factor. */
function goesWith(name: string, level: string, other: Factor, allowed: Allowed): boolean {
  const alone = { [name]: level };
  if (other.name === name || !allowed(alone, name)) return true;
  const levels = other.levels.filter((one) => allowed({ [other.name]: one }, other.name));
  return levels.some((one) => {
    const row = { ...alone, [other.name]: one };
    return allowed(row, name) && allowed(row, other.name);
  });
}

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);

function split<Item>(items: readonly Item[], is: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(is), items.filter((item) => !is(item))];
}
