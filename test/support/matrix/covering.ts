/** A choice that a description makes, and what it may choose; the first is what is said where nothing is asked. */
export interface Factor {
  readonly name: string;
  readonly levels: readonly string[];
}

/** A level for each factor, by the factor's name. */
export type Row = Readonly<Record<string, string>>;

/** Whether a row that is not complete may still become one, after the factor that is named was decided. */
export type Allowed = (row: Row, decided: string) => boolean;

export interface Covering {
  readonly rows: readonly Row[];
  /** Pairs of levels of two factors: how many there are, and how many of them no row may have together. */
  readonly pairs: number;
  readonly impossible: number;
  /** Pairs that no row has, for whatever must come with them is refused: `profile production, nodes ephemeral`. */
  readonly never: readonly string[];
}

/** Numbers from 0 up to 1, the same for the same seed: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A level with its number: pairs are looked up millions of times. */
interface Level {
  readonly factor: string;
  readonly level: string;
  readonly id: number;
}

/** Pairs that no row has yet. */
class Open {
  private readonly pairs: Uint8Array;
  count = 0;

  constructor(private readonly levels: number) {
    this.pairs = new Uint8Array(levels * levels);
  }

  has(one: Level, other: Level): boolean {
    return this.pairs[one.id * this.levels + other.id] === 1;
  }

  set(one: Level, other: Level, open: boolean): void {
    if (this.has(one, other) === open) return;
    this.pairs[one.id * this.levels + other.id] = this.pairs[other.id * this.levels + one.id] = open ? 1 : 0;
    this.count += open ? 1 : -1;
  }
}

/**
 * Rows in which every two levels of two factors are together once, but for those that `allowed` refuses. Greedy: each
 * row begins with a pair that no row has yet, and takes for one factor after the other the level that brings most.
 * What `allowed` refuses must stay refused whatever comes.
 */
export function covering(factors: readonly Factor[], allowed: Allowed, random: () => number): Covering {
  let next = 0;
  const all = factors.map(({ name, levels }) => levels.map((level): Level => ({ factor: name, level, id: next++ })));
  const open = new Open(next);
  const wanted: (readonly [Level, Level])[] = [];
  let impossible = 0;
  for (const [a, b] of twoOf(all))
    for (const one of a)
      for (const other of b)
        if (together(one, other, allowed)) {
          wanted.push([one, other]);
          open.set(one, other, true);
        } else impossible++;
  const pairs = wanted.length + impossible;
  const rows: Row[] = [];
  const never: string[] = [];
  for (const [one, other] of wanted) {
    if (!open.has(one, other)) continue;
    const chosen =
      tried(() => rowFrom([one, other], all, open, allowed, random)) ?? completed([one, other], all, allowed);
    if (!chosen) never.push([one, other].map(({ factor, level }) => `${factor} ${level}`).join(', '));
    for (const [a, b] of twoOf(chosen ?? [one, other])) open.set(a, b, false);
    if (chosen) rows.push(Object.fromEntries(chosen.map(({ factor, level }) => [factor, level])));
  }
  return { rows, pairs, impossible, never };
}

/** A row that ends where no level is left is begun anew, in another order. */
function tried<Result>(attempt: () => Result | undefined): Result | undefined {
  for (let times = 0; times < 40; times++) {
    const result = attempt();
    if (result) return result;
  }
  return undefined;
}

/** Some row with these levels, if there is any: what has the fewest levels left is decided first. */
function completed(
  chosen: readonly Level[],
  all: readonly (readonly Level[])[],
  allowed: Allowed,
): Level[] | undefined {
  const row = Object.fromEntries(chosen.map(({ factor, level }) => [factor, level]));
  const left = all
    .filter(([first]) => first && !(first.factor in row))
    .map((levels) => levels.filter(({ factor, level }) => allowed({ ...row, [factor]: level }, factor)))
    .sort((a, b) => a.length - b.length);
  if (left.length === 0) return [...chosen];
  for (const level of left[0] ?? []) {
    const whole = completed([...chosen, level], all, allowed);
    if (whole) return whole;
  }
  return undefined;
}

function together(one: Level, other: Level, allowed: Allowed): boolean {
  const row = { [one.factor]: one.level, [other.factor]: other.level };
  return allowed(row, one.factor) && allowed(row, other.factor);
}

function rowFrom(
  start: readonly Level[],
  all: readonly (readonly Level[])[],
  open: Open,
  allowed: Allowed,
  random: () => number,
): Level[] | undefined {
  const chosen = [...start];
  const row: Record<string, string> = Object.fromEntries(start.map(({ factor, level }) => [factor, level]));
  for (const levels of shuffled(all, random)) {
    const factor = levels[0]?.factor ?? '';
    if (factor in row) continue;
    const ranked = shuffled(levels, random)
      .map((level) => ({ level, gain: chosen.reduce((sum, other) => sum + (open.has(level, other) ? 1 : 0), 0) }))
      .sort((x, y) => y.gain - x.gain);
    const best = ranked.find(({ level }) => allowed(Object.assign(row, { [factor]: level.level }), factor));
    if (!best) return undefined;
    chosen.push(best.level);
  }
  return chosen;
}

function* twoOf<Item>(items: readonly Item[]): Generator<readonly [Item, Item]> {
  for (const [index, a] of items.entries()) for (const b of items.slice(index + 1)) yield [a, b];
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other] as Item, result[last] as Item];
  }
  return result;
}
