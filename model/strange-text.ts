import { isWithin, type PathPattern } from './path-pattern';
import type { Key, Place } from './place';
import type { WrittenText } from './written-text';

/** A text of a description that is not only what it looks like. */
export interface StrangeText {
  readonly place: Place;
  /** `U+202E` or `${`: what is in it. */
  readonly what: string;
  readonly kind: 'character' | 'template';
  /** It is a name, and not what the name has. */
  readonly key: boolean;
}

/**
 * What a reader cannot see, or what moves what he sees: controls but tab and line feed, marks of direction, invisible
 * characters, separators of lines that editors do not show, and halves of characters. Joiners stay: scripts need them.
 * https://www.unicode.org/reports/tr36/ and https://trojansource.codes
 */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Surrogate}/u;

/** What Terraform, Prometheus and Helm read as templates, wherever a text becomes part of their files. */
const template = /\$\{|%\{|\{\{/;

/** Maps whose values a program reads that has templates of its own: `${secrets:…}` of Kafka, `${topic}` of a connector. */
const ownTemplates: readonly PathPattern[] = [
  ['platform', 'connectors', '*', 'config'],
  ['overrides', 'connectors', '*', 'config'],
  ['connectClusters', '*', 'config'],
  ['clusters', '*', 'config'],
  ['clusters', '*', 'tieredStorage', 'config'],
  // A schema is data to whoever reads it, and its back end escapes it.
  ['clusters', '*', 'glue', '*', 'schemas', '*', 'definition'],
];

/** What is strange in a text. */
export function strangeIn(
  { text, kind, path }: WrittenText,
  placeOf: (path: readonly Key[]) => Place,
): readonly StrangeText[] {
  const key = kind === 'name';
  const found: Pick<StrangeText, 'what' | 'kind'>[] = [];
  const character = unseen.exec(text)?.[0];
  if (character !== undefined) found.push({ what: codePoint(character), kind: 'character' });
  const begin = template.exec(text)?.[0];
  if (begin !== undefined && !ownTemplates.some((place) => isWithin(path, place)))
    found.push({ what: begin, kind: 'template' });
  return found.map((strange) => ({ ...strange, place: placeOf([...path]), key }));
}

/** Messages show what a terminal, or the log of a pipeline, would obey or hide: `shop\u{202e}`. */
export const visible = (text: string): string =>
  text.replaceAll(new RegExp(`\\n|${unseen.source}`, 'gu'), (character) =>
    character === '\n' ? '\\n' : `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );

/** `, in which 'о' is U+043E`: why a name is refused that looks as it should. */
export function strangerIn(name: string): string {
  const stranger = /[^\x20-\x7e]/u.exec(name)?.[0];
  if (stranger === undefined) return '';
  return unseen.test(stranger) || stranger === '\n' || stranger === '\t'
    ? `, in which there is ${codePoint(stranger)}`
    : `, in which '${stranger}' is ${codePoint(stranger)}`;
}

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
