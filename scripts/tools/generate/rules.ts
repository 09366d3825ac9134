import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { descriptions } from '../../../backends/descriptions';
import { type Handling, handling } from '../../../model/classification';
import type { Rule } from '../../../model/rule';
import { rulesOn } from '../../../model/rules';
import { promotionRules } from '../../../model/rules/promotions';
import { shapeCodes } from '../../../model/shape-codes';
import { codes as judgeCodes } from '../../../workflows/judgement';
import { note, table } from './reference';
import { type Chapter, chapterOf, chapters } from './rule-chapters';

type Judged = Omit<Rule, 'check'>;

/** Every rule, by what it is about, with where it comes from and where to read on. */
export function rulesPage(): string {
  const rules: readonly Judged[] = [...rulesOn(descriptions), ...promotionRules];
  const told = chapters
    .map((chapter) => ({
      chapter,
      rules: rules.filter(({ code }) => chapterOf(code) === chapter).sort((a, b) => (a.code < b.code ? -1 : 1)),
    }))
    .filter(({ rules }) => rules.length > 0);
  const contents = [
    ...told.map(({ chapter, rules }) => [
      linkTo(chapter.title),
      rangesOf(
        chapter,
        rules.map(({ code }) => code),
        Object.keys(shapeCodes),
      ),
      chapter.guides.map(guideTo).join(', '),
    ]),
    [linkTo(before), listed(Object.keys(shapeCodes)), guideTo('../guides/first-description.md')],
    [linkTo(plans), listed(Object.keys(judgeCodes)), guideTo('../guides/deploying.md')],
  ];
  const sections = [
    ...told.map(({ chapter, rules }) => section(chapter, rules)),
    `## Classifications\n\nWhat each profile asks of each classification ([the rules](#classified-data)). «named»: only who, or where, is said.\n\n${handlingTable()}`,
    `## ${before}\n\nErrors, but where it is said.\n\n${table(['code', 'what is wrong'], Object.entries(shapeCodes).sort(byCode))}`,
    `## ${plans}\n\nWhat \`deploy\` says of a plan before it applies it.\n\n${table(['code', 'what it would do'], Object.entries(judgeCodes))}`,
  ];
  return `# Rules\n\n${note}\n\n${introduction}\n\n${table(['about', 'codes', 'read on'], contents)}\n\n${sections.join('\n\n')}\n`;
}

const introduction =
  "An error stops `synth` and `deploy`; a warning is shown. Codes are never reused. «users' pain» names issues of other tools where this went wrong. An environment's `waivers` may set aside a warning, and an error marked «waivable», at one place, in writing, until a day. The profile is the mildest that asks for it: `baseline` is every environment, `regulated` asks for all there is.";

const before = 'Before and after the rules';

const plans = 'Plans';

function section({ title, guides }: Chapter, rules: readonly Judged[]): string {
  const rows = rules.map(({ code, severity, errorFrom, waivable, profile = 'baseline', title: holds, source }) => [
    code,
    `${severity}${errorFrom ? `, error at ${errorFrom}` : ''}${waivable ? ', waivable' : ''}`,
    profile,
    holds,
    source,
  ]);
  const head = ['code', 'severity', 'profile', 'what holds', 'where it comes from'];
  return `## ${title}\n\nHow to: ${guides.map(guideTo).join(', ')}.\n\n${table(head, rows)}`;
}

/** `KFK-X001 to X017, K500 to K503`: of each family those that there are, in runs that no code of elsewhere interrupts. */
export function rangesOf(
  { codes }: Pick<Chapter, 'codes'>,
  here: readonly string[],
  elsewhere: readonly string[],
): string {
  const ranges = codes.flatMap(([from, to]) => {
    const within = (code: string) => from <= code && code <= to;
    const runs: string[][] = [[]];
    for (const code of [...here, ...elsewhere].filter(within).sort())
      if (here.includes(code)) runs.at(-1)?.push(short(code));
      else runs.push([]);
    return runs.filter((run) => run.length > 0).map((run) => [...new Set([run.at(0), run.at(-1)])].join(' to '));
  });
  return `KFK-${ranges.join(', ')}`;
}

/** Letter and number: what a reader of a list of codes compares. */
const short = (code: string): string => code.replace('KFK-', '');

const listed = (codes: readonly string[]): string => `KFK-${codes.map(short).sort().join(', ')}`;

const byCode = ([a]: readonly [string, string], [b]: readonly [string, string]) => (a < b ? -1 : 1);

const linkTo = (title: string): string =>
  `[${title}](#${title.toLowerCase().replaceAll(' ', '-').replaceAll(',', '')})`;

/** A guide is called what its first line says, so that there is one place to rename it. */
function guideTo(path: string): string {
  const [file = ''] = path.split('#');
  const [heading = ''] = readFileSync(join('docs/reference', file), 'utf8').split('\n');
  return `[${heading.replace(/^# /, '')}](${path})`;
}

/** What is asked of whoever keeps records, by profile and classification. */
function handlingTable(): string {
  const rows = Object.entries(handling).flatMap(([profile, by]) =>
    Object.entries<Handling>(by).map(([classification, asked]) => [
      profile,
      classification,
      asked.retention,
      asked.erasure ? 'is said' : '',
      asked.readers,
      asked.encrypted ? 'yes' : '',
      asked.callersKnown ? 'yes' : '',
      asked.ownKey ? 'yes' : '',
      asked.residency,
      asked.copies ? '' : 'none',
    ]),
  );
  const head = ['kept at most', 'erasure of compacted', 'readers of other teams', 'encrypted on bridges'];
  const tail = ['no bridge that asks nobody', 'a key of your own', 'regions', 'copies elsewhere'];
  return table(['profile', 'classification', ...head, ...tail], rows);
}
