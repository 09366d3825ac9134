import { change } from '../../support/change';
import { base } from './base';
import { type Covering, covering, type Row, seeded } from './covering';
import { featureFactors, features } from './features';
import { freeFactors, freeLevels, keysOf } from './free';
import { allowed, expectedOf, refusals } from './oracle';

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

export interface Matrix extends Omit<Covering, 'rows'> {
  /** Those that are valid: every two levels of two factors that go together are together in one. */
  readonly valid: readonly Described[];
  /** What the oracle refuses, each combination that it knows once. */
  readonly refused: readonly Described[];
}

/** Every choice that there is. */
export const factors = [...featureFactors, ...freeFactors];

/** The same for the same seed. */
export function matrixOf(seed: number): Matrix {
  const { rows, ...counts } = covering(factors, allowed, seeded(seed));
  return {
    ...counts,
    valid: rows.map((row, index) => described(`valid ${index + 1}`, row)),
    refused: refusals.map((refusal) =>
      described(
        Object.entries(refusal)
          .map((one) => one.join(' '))
          .join(' and '),
        refusal,
      ),
    ),
  };
}

function described(name: string, chosen: Row): Described {
  const row = Object.fromEntries(factors.map(({ name, levels }) => [name, chosen[name] ?? levels[0] ?? '']));
  const said = Object.fromEntries(Object.entries(row).filter(([factor, level]) => level !== first(factor)));
  return { name, chosen: row, row: said, description: descriptionOf(row), expected: expectedOf(row) };
}

const first = (factor: string) => factors.find(({ name }) => name === factor)?.levels[0];

/** What the levels say, on top of the base: features first, for free fields are fields of what those bring. */
export function descriptionOf(row: Row): object {
  let description: object = base;
  const changes = Object.entries(row).flatMap(([factor, level]) =>
    Object.entries((features[factor] ?? freeLevels.get(factor))?.[level] ?? {}),
  );
  // A noun comes before what is said of it.
  changes.sort(([a], [b]) => keysOf(a).length - keysOf(b).length);
  const [others, own] = split(changes, ([path]) => path.startsWith('overrides.'));
  for (const [path, value] of own)
    if (hasNoun(description, keysOf(path))) description = change(description, keysOf(path), value);
  for (const [path, value] of others) description = overridden(description, keysOf(path), value);
  return description;
}

/** Nouns of an environment that are there only where a feature brings them; what is in them has no place else. */
function hasNoun(description: object, path: readonly string[]): boolean {
  const [root = '', noun = '', name = '', field = ''] = path;
  if (root === 'gitops' && noun) return at(description, [root]) !== undefined;
  if (['replications', 'connectClusters', 'bridges', 'schemaRegistries'].includes(root) && name)
    return at(description, [root, noun]) !== undefined;
  if (root === 'platform' && field === 'scaling' && path.length > 4)
    return at(description, path.slice(0, 4)) !== undefined;
  return root !== 'platform' || !field || at(description, path.slice(0, 3)) !== undefined;
}

/** An override replaces the whole field, so it repeats what the platform says of it, with the one change. */
function overridden(description: object, [, ...path]: readonly string[], value: unknown): object {
  const [noun = '', name = '', field = '', ...rest] = path;
  if (!hasNoun(description, ['platform', ...path])) return description;
  const now = at(description, ['overrides', noun, name, field]) ?? at(description, ['platform', noun, name, field]);
  return change(
    description,
    ['overrides', noun, name, field],
    rest.length > 0 ? change(now ?? {}, rest, value) : value,
  );
}

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);

function split<Item>(items: readonly Item[], is: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(is), items.filter((item) => !is(item))];
}
