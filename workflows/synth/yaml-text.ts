import { stringify } from 'yaml';

/** As cdk8s writes it: for readers of YAML 1.1, lines as long as they are. */
const options = { keepUndefined: true, lineWidth: 0, version: '1.1' } as const;

/**
 * A document of plain data, byte by byte as the library writes it, in a third of the time: it makes a tree of nodes
 * first. Here maps and lists are laid out at once, and the library is asked about scalars that may need quotes.
 */
export function yamlText(document: object): string {
  return isNested(document) && !Array.isArray(document) && !hangsOnDepth(document)
    ? `${mapLines(document, '').join('\n')}\n`
    : stringify(document, options);
}

/** Texts of several lines, and keys that would begin a document, are written by where they are. */
function hangsOnDepth(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\n');
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(hangsOnDepth);
  return Object.entries(value).some(([key, inner]) => /\n|^(---|\.\.\.)/.test(key) || hangsOnDepth(inner));
}

const mapLines = (map: object, indent: string): string[] =>
  Object.entries(map).flatMap(([key, value]) => {
    const name = `${indent}${keyText(key)}:`;
    if (!isNested(value)) return [`${name} ${scalarText(value)}`];
    return [name, ...linesOf(value, `${indent}  `)];
  });

/** What is in a list begins beside its dash. */
const listLines = (list: readonly unknown[], indent: string): string[] =>
  list.flatMap((item) => {
    if (!isNested(item)) return [`${indent}- ${scalarText(item)}`];
    const [first = '', ...more] = linesOf(item, `${indent}  `);
    return [`${indent}- ${first.slice(indent.length + 2)}`, ...more];
  });

const linesOf = (value: object, indent: string): string[] =>
  Array.isArray(value) ? listLines(value, indent) : mapLines(value, indent);

const isNested = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0;

/** A word that is nothing else in YAML 1.1, where `e0` is a number to some: it needs no quotes. */
const plainForm = /^[A-Za-z][A-Za-z0-9_./-]*$/;
const otherWords = /^(y|n|yes|no|on|off|true|false|null|e[-_\d.]*)$/i;
const isPlain = (text: string) => plainForm.test(text) && !otherWords.test(text);

/** Most texts are there many times: labels, versions, kinds. */
const texts = new Map<string, string>();

function scalarText(value: unknown): string {
  if (typeof value !== 'string') return asked(value);
  if (isPlain(value)) return value;
  const known = texts.get(value) ?? asked(value);
  texts.set(value, known);
  return known;
}

const asked = (value: unknown) => stringify({ it: value }, options).slice('it: '.length, -1);

const keys = new Map<string, string>();

function keyText(key: string): string {
  if (isPlain(key)) return key;
  const known = keys.get(key) ?? stringify({ [key]: 0 }, options).slice(0, -': 0\n'.length);
  keys.set(key, known);
  return known;
}
