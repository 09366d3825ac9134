/**
 * Whatever `check` lets through stays a text in all that is written: every text of a description that people may choose
 * gets an end that tries to get out of JSON, YAML, properties, PromQL, shells, Markdown; and what is written must differ
 * from what is written for harmless texts in these texts alone, as real parsers read it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { azureProd } from '../../environments/azure-prod';
import { dev } from '../../environments/dev';
import { local } from '../../environments/local';
import { prod } from '../../environments/prod';
import { formatPath, type Key } from '../../model/place';
import type { Resolved } from '../../model/resolved';
import { synth } from '../../workflows/synth/synth';
import { change } from '../support/change';
import { compileDescription } from '../support/describe';
import { namesIn } from '../support/promql';
import { filesBelow } from '../support/synthesize';

/** What ends a text, a line, a block or a command somewhere. */
const pieces = [
  ...[
    '"',
    "'",
    '\\',
    '`',
    '$(id)',
    '`id`',
    '$x',
    '<b>',
    '</script>',
    '|',
    '\n',
    '\n---\n',
    '\n- a: b\n',
    ': ',
    ' #',
    '{',
    '}',
  ],
  ...[
    '[',
    ']',
    '@',
    '%',
    '%s',
    '&a',
    '*a',
    '!!x',
    '"}',
    '"]',
    '",\n"a": "b',
    "'; id; '",
    '&&',
    '>',
    '\t',
    '=',
    '\\n',
    '\\"',
    'é',
    '漢',
  ],
];
const harmless = 'zz';

type Path = readonly Key[];

function* textsOf(value: unknown, path: Path = []): Generator<readonly [Path, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (value !== null && typeof value === 'object')
    for (const [key, inner] of Object.entries(value))
      yield* textsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** Fields in which people write as they like: where no field of a problem can be found, only these get the end. */
const free = /^(contact|page|description|reason|cost-center)$/;

const withEnd = (description: object, texts: readonly (readonly [Path, string])[], end: string) =>
  texts.reduce<object>((so, [path, text]) => change(so, path, text + end), description);

/** Puts the end on every text that may have it: those that `check` refuses are left as they were. */
function ended(description: object, end: string): { readonly resolved: Resolved; readonly ends: readonly Path[] } {
  for (let texts = [...textsOf(description)]; texts.length > 0; ) {
    const { resolved, problems } = compileDescription(withEnd(description, texts, end));
    if (resolved) return { resolved, ends: texts.map(([path]) => path) };
    const told = new Set(problems.filter(({ severity }) => severity === 'error').map(({ path }) => path));
    const letThrough = texts.filter(([path]) => !isTold(path, told));
    const left =
      letThrough.length < texts.length ? letThrough : texts.filter(([path]) => free.test(String(path.at(-1))));
    if (left.length === texts.length) throw new Error(`${JSON.stringify(end)}: ${[...told].join(', ')}`);
    texts = left;
  }
  throw new Error(`nothing takes ${JSON.stringify(end)}`);
}

const isTold = (path: Path, told: ReadonlySet<string>): boolean => {
  const inPlatform = path[0] === 'platform' ? path.slice(1) : path;
  return path.some(
    (_, length) =>
      told.has(formatPath(path.slice(0, length + 1))) || told.has(formatPath(inPlatform.slice(0, length + 1))),
  );
};

/** Everything that is written for it, parsed as whoever reads it does. */
async function written(resolved: Resolved): Promise<Record<string, unknown>> {
  const out = mkdtempSync(join(tmpdir(), 'kafka-kit-texts-'));
  try {
    const { folder } = await synth(resolved, out);
    return Object.fromEntries(Object.entries(filesBelow(folder)).map(([file, text]) => [file, understood(file, text)]));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function understood(file: string, text: string): unknown {
  if (file.endsWith('.json')) return JSON.parse(text);
  if (!/\.ya?ml$/.test(file)) return text;
  return parseAllDocuments(text).map((document) => {
    if (document.errors.length > 0) throw new Error(`${file}: ${document.errors[0]?.message}`);
    return document.toJS() as unknown;
  });
}

/** The same with every end replaced, also within documents that are texts of other documents. */
function mended(value: unknown, end: string): unknown {
  if (Array.isArray(value)) return value.map((inner) => mended(inner, end));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [mendedText(key, end), mended(inner, end)]));
  return typeof value === 'string' ? mendedText(value, end) : value;
}

function mendedText(text: string, end: string): unknown {
  const inner = /^\s*[[{]/.test(text) ? parsed(text) : undefined;
  return inner === undefined ? (text.replaceAll(end, harmless) as unknown) : mended(inner, end);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const queriesOf = (value: unknown): string[] =>
  value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) =>
        key === 'expr' && typeof inner === 'string' ? [inner] : queriesOf(inner),
      )
    : [];

const environments = { dev, local, prod, azureProd } as const;
const end = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }).map((some) => `kk${some.join('')}kk`);

jest.setTimeout(240_000);

test.each(Object.keys(environments) as (keyof typeof environments)[])(
  'no text of %s gets out of what it is written into',
  async (name) => {
    const description = environments[name];
    const known = new Map<string, Record<string, unknown>>();
    await fc.assert(
      fc.asyncProperty(end, async (hostile) => {
        const { resolved, ends } = ended(description, hostile);
        expect(ends.length).toBeGreaterThan(3);
        const key = JSON.stringify(ends);
        const texts = [...textsOf(description)].filter(([path]) =>
          ends.some((one) => formatPath(one) === formatPath(path)),
        );
        const harmlessly = compileDescription(withEnd(description, texts, harmless)).resolved;
        if (!harmlessly) throw new Error('the harmless description is refused');
        const expected = known.get(key) ?? (await written(harmlessly));
        known.set(key, expected);
        const found = await written(resolved);
        expect(mended(found, hostile)).toEqual(mended(expected, hostile));
        for (const query of queriesOf(found)) namesIn(query);
      }),
      { numRuns: 4, seed: 7, endOnFailure: true },
    );
  },
);
