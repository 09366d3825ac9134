import type { Cluster } from './cluster';
import { isAt, type PathPattern } from './path-pattern';
import type { Key, Place } from './place';
import type { Problem } from './problem';
import { isSecretLiteral, looksSecret, references } from './secret-literal';
import type { WrittenText } from './written-text';

/** A secret that somebody wrote into a description. */
export interface Literal {
  /** From the environment on. */
  readonly path: readonly Key[];
  readonly place: Place;
  /** Nobody but this file reads it: it is taken out of every message. */
  readonly text: string;
  /** It is a name, and not what the name has. */
  readonly key: boolean;
}

/** Values whose names are free, so that a name says what its value is. Elsewhere `secret` and `key` are fields that name something. */
const freeValues: readonly PathPattern[] = [
  ['tags', '*'],
  ['kubernetes', 'prometheusLabels', '*'],
  ['clusters', '*', 'config', '*'],
  ['clusters', '*', 'tags', '*'],
  ['clusters', '*', 'configuration', '*'],
  ['platform', 'topics', '*', 'config', '*'],
  ['overrides', 'topics', '*', 'config', '*'],
];

/** What rules of their nouns tell, with the way out that is theirs: KFK-C020, KFK-C040, KFK-C029 and KFK-G004. */
const judgedBeside: readonly PathPattern[] = [
  ['platform', 'connectors', '*', 'config'],
  ['overrides', 'connectors', '*', 'config'],
  ['connectClusters', '*', 'config'],
  ['platform', 'plugins', '*', 'repository'],
  ['gitops', 'repository'],
];

/** The secret that a text is, or holds. */
export function literalIn(
  { text, kind, path }: WrittenText,
  placeOf: (path: readonly Key[]) => Place,
): Literal | undefined {
  const key = kind === 'name';
  if (key ? !looksSecret(text) : !isLiteral(text, path)) return undefined;
  // Of a name that is one, only what it is in is told.
  const told = key ? path.slice(0, -1) : [...path];
  return { path: told, place: placeOf(told), text, key };
}

const isLiteral = (text: string, path: readonly Key[]): boolean =>
  freeValues.some((value) => isAt(path, value))
    ? isSecretLiteral(String(path.at(-1)), text)
    : looksSecret(text.replaceAll(references, ''));

/** Those that no rule of a noun tells already. */
export const untold = (literals: readonly Literal[], clusters: ReadonlyMap<string, Cluster>): readonly Literal[] =>
  literals.filter(({ path, key }) => {
    if (key) return true;
    const map = path.slice(0, -1);
    const [noun, name, ...field] = map;
    const ofCluster = noun === 'clusters' ? (clusters.get(String(name))?.literalsJudged ?? []) : [];
    return (
      !judgedBeside.some((steps) => isAt(map, steps) || isAt(path, steps)) &&
      !ofCluster.some((steps) => isAt(field, steps))
    );
  });

/** No message repeats a secret or a good part of one, whichever rule found something else about it. */
export function withoutLiterals(problems: readonly Problem[], literals: readonly Literal[]): readonly Problem[] {
  if (literals.length === 0) return problems;
  const secrets = [...new Set(literals.map(({ text }) => text.slice(0, longest)))];
  const short = secrets.filter((secret) => secret.length < telling && secret.length > 3);
  const parts = new Set(secrets.flatMap(partsOf));
  return problems.map((problem) => hidden(problem, (text) => withoutParts(short.reduce(without, text), parts)));
}

/** Messages shorten what is long, and escape it: as many letters in a row give a secret away. */
const telling = 10;

/** No message is as long. */
const longest = 10_000;

const partsOf = (secret: string): string[] =>
  Array.from({ length: Math.max(0, secret.length - telling + 1) }, (_, from) => secret.slice(from, from + telling));

const without = (text: string, secret: string) => text.replaceAll(secret, '…');

function withoutParts(text: string, parts: ReadonlySet<string>): string {
  let left = '';
  let hiddenUntil = 0;
  for (let index = 0; index < text.length; index++) {
    if (parts.has(text.slice(index, index + telling))) {
      if (hiddenUntil <= index) left += '…';
      hiddenUntil = index + telling;
    }
    if (index >= hiddenUntil) left += text[index];
  }
  return left;
}

/** Whatever a problem says, and whatever it proposes. */
function hidden<Value>(value: Value, hide: (text: string) => string): Value {
  if (typeof value === 'string') return hide(value) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hidden(inner, hide)])) as Value;
}
