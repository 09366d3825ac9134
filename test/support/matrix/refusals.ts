import type { Allowed, Row } from './covering';

/** What is refused, and why it must be: not taken from the rules, but from what they are for. */
export interface Refusal {
  /** Levels by factor, all of which are chosen; several levels of one factor are each enough. */
  readonly when: Readonly<Record<string, string | readonly string[]>>;
  readonly code: string;
  /** The sentence of the vendor that makes it wrong. */
  readonly because: string;
}

/** Says of a row, whole or not, what must be refused. */
export class Oracle {
  /** Each combination that the oracle refuses. */
  readonly refusals: readonly Row[];
  private readonly naming = new Map<string, Refusal[]>();

  constructor(private readonly sentences: readonly Refusal[]) {
    for (const refusal of sentences)
      for (const factor of Object.keys(refusal.when))
        this.naming.set(factor, [...(this.naming.get(factor) ?? []), refusal]);
    this.refusals = sentences.flatMap(({ when }) =>
      Object.entries(when).reduce<Row[]>(
        (rows, [factor, levels]) =>
          rows.flatMap((row) => [levels].flat().map((level) => ({ ...row, [factor]: level }))),
        [{}],
      ),
    );
  }

  /** Whether what is decided already can still become a valid description. */
  readonly allowed: Allowed = (row, decided) =>
    !(this.naming.get(decided) ?? []).some((refusal) => matches(refusal, row));

  readonly expectedOf = (row: Row): string[] =>
    [...new Set(this.sentences.filter((refusal) => matches(refusal, row)).map(({ code }) => code))].sort();
}

const matches = ({ when }: Refusal, row: Row): boolean =>
  Object.entries(when).every(([factor, levels]) => [levels].flat().includes(row[factor] ?? ''));
