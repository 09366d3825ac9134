import type { Described, Matrix, Rows } from './matrix';

export interface Choices {
  readonly matrix: Matrix;
  readonly drawn: Rows;
  /** Choices that change nothing that is written, by factor or by level, and what they change instead. */
  readonly silent: Readonly<Record<string, string>>;
  /** Everything that is written for a description, as text. */
  readonly written: (described: Described) => string | Promise<string>;
  /** What is put aside where what is listed must change nothing. Default: nothing is. */
  readonly alike?: (text: string) => string;
  /** Whether two descriptions say different things: what is said of a noun that is not there is left out. */
  readonly differs: (one: Described, other: Described) => boolean;
}

/** How many pairs with a choice and without it are compared before it is held to change nothing. */
const most = 12;

/** Each choice changes what is written, or is listed with what it changes instead; as tests. */
export function choiceSentences(props: Choices): void {
  const { matrix, drawn, silent, written, differs, alike = (text) => text } = props;
  const choices = matrix.factors.flatMap(({ name, levels }) =>
    levels
      .slice(1)
      .filter((level) => drawn.valid.some(({ chosen }) => chosen[name] === level))
      .map((level) => [name, level] as const),
  );
  const isSilent = ([name, level]: readonly [string, string]) => name in silent || `${name} ${level}` in silent;

  /** Descriptions with the choice and without it, none of them refused: by itself, then as they were drawn. */
  const pairsOf = (name: string, level: string) =>
    [{ [name]: level }, ...drawn.valid.map(({ chosen }) => chosen).filter((chosen) => chosen[name] === level)]
      .map((chosen) => [chosen, { ...chosen, [name]: matrix.first(name) ?? '' }] as const)
      .map((pair) => pair.map((chosen) => matrix.described(name, chosen)) as [Described, Described])
      .filter((pair) => pair.every(({ expected }) => expected.length === 0) && differs(...pair))
      .slice(0, most);

  test.each(choices.filter((choice) => !isSilent(choice)))('%s %s', async (name, level) => {
    const pairs = pairsOf(name, level);
    // Where nothing drawn would be valid without it, it is held by itself against the least that can be said.
    if (pairs.length === 0) pairs.push([matrix.described('alone', { [name]: level }), matrix.described('least', {})]);
    for (const [one, other] of pairs) if ((await written(one)) !== (await written(other))) return;
    throw new Error(`${name} ${level} leaves what is written as it is`);
  });

  test('what is listed changes none, and each that is listed is a choice', async () => {
    for (const [name, level] of choices.filter(isSilent))
      for (const [one, other] of pairsOf(name, level).slice(0, 1))
        expect([name, level, alike(await written(one))]).toEqual([name, level, alike(await written(other))]);
    const all = choices.flatMap(([name, level]) => [name, `${name} ${level}`]);
    expect(Object.keys(silent).filter((listed) => !all.includes(listed))).toEqual([]);
  });
}
