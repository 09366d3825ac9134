import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Document, isAlias, isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Key } from '../../model/place';
import { exitCode, Failure } from '../failure';
import { faultOf } from '../load/yaml-faults';
import { isRecord } from '../value';

/** One object of a manifest, and where each of its fields is written. */
export interface FoundObject {
  readonly value: Readonly<Record<string, unknown>>;
  /** `kafka.yaml:12:3`, of the field or of what is nearest around it. */
  place(path: readonly Key[]): string;
}

/** What a file holds, or why it cannot be read. */
export interface ReadManifests {
  readonly objects: readonly FoundObject[];
  readonly unreadable: readonly Unreadable[];
}

/** A file, or a document of it, that is no manifest, and what to do about it. */
export interface Unreadable {
  readonly file: string;
  readonly why: string;
  readonly fix: string;
}

const asKubectl = 'write YAML or JSON as kubectl reads it';

/** A manifest that is larger is nobody's handwriting, and takes too long. */
const largestFile = 16 * 2 ** 20;

/** Each value that is parsed takes about a kilobyte of memory. */
const mostValues = 400_000;

export interface ManifestFile {
  readonly path: string;
  /** Somebody named the file itself: it is read whole, and must be YAML. Others only need to be where they may be of interest. */
  readonly named: boolean;
}

/**
 * Files below folders that are manifests by their names, and every file that is named itself.
 * @throws Failure where a folder cannot be read
 */
export function manifestFiles(sources: readonly string[]): ManifestFile[] {
  try {
    return sources.flatMap((source): ManifestFile[] =>
      statSync(source).isDirectory()
        ? filesBelow(source).map((path) => ({ path, named: false }))
        : [{ path: source, named: true }],
    );
  } catch (error) {
    throw new Failure((error as Error).message, { exit: exitCode.usage });
  }
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/(^|\/)(\.git|node_modules)\//.test(relative(folder, file)))
    .sort();

/** The objects of a file, a document after the other: of a folder's file only of documents that mention something. */
export function readManifests(
  { path, named }: ManifestFile,
  { name, mentioning }: { readonly name: string; readonly mentioning: string },
): ReadManifests {
  const unreadable = (why: string, fix: string = asKubectl, line?: number): Unreadable => ({
    file: line ? `${name}:${line}` : name,
    why,
    fix,
  });
  let text: string;
  try {
    const file = statSync(path);
    // A pipe may say nothing for ever.
    if (!file.isFile())
      return { objects: [], unreadable: [unreadable('it is no file', 'write to a file what it says')] };
    if (file.size > largestFile)
      return {
        objects: [],
        unreadable: [unreadable('it has more than 16MiB', 'write each kind to a file of its own')],
      };
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return { objects: [], unreadable: [unreadable((error as Error).message, 'let it be read')] };
  }
  if (text.includes('\0')) return { objects: [], unreadable: [unreadable('it is no text')] };
  const found = documentsIn(text)
    .filter((document) => named || document.text.includes(mentioning))
    .map((document) => {
      try {
        return { objects: objectsOf(document, name), unreadable: [] };
      } catch (error) {
        // What is nested, or refers to itself, too often is no manifest; nobody wants to see where the parser stood.
        const why = error instanceof RangeError ? 'it is nested too deeply' : firstLine(error);
        const { fix, line } = error instanceof NotYaml ? error : { fix: asKubectl, line: document.line };
        return { objects: [], unreadable: [unreadable(why, fix, line)] };
      }
    });
  return {
    objects: found.flatMap(({ objects }) => objects),
    unreadable: found.flatMap((document) => document.unreadable),
  };
}

interface TextOfDocument {
  readonly text: string;
  /** Of the file, from 1. */
  readonly line: number;
}

/** A line that begins with three dashes begins a document wherever it stands. https://yaml.org/spec/1.2.2/#912-document-markers */
function documentsIn(text: string): TextOfDocument[] {
  const documents: TextOfDocument[] = [];
  let begin = 0;
  let line = 1;
  for (const { index } of text.matchAll(/^---(?=\s|$)/gm)) {
    const before = text.slice(begin, index);
    documents.push({ text: before, line });
    line += before.split('\n').length - 1;
    begin = index;
  }
  return [...documents, { text: text.slice(begin), line }];
}

/** About as many as there are lines and commas, counted without parsing. */
function valuesIn(text: string): number {
  let values = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x2c || code === 0x0a || code === 0x5b || code === 0x7b) values++;
  }
  return values;
}

class NotYaml extends Error {
  constructor(
    message: string,
    readonly fix: string,
    readonly line: number,
  ) {
    super(message);
  }
}

/** @throws Error for what is no YAML, as kubectl reads it, or expands to too much */
function objectsOf({ text, line: first }: TextOfDocument, file: string): FoundObject[] {
  if (valuesIn(text) > mostValues) throw new Error('a document of it has too many values: write fewer objects to each');
  const lines = new LineCounter();
  const document = parseDocument(text, { version: '1.1', lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error && /call stack/.test(error.message)) throw new RangeError(error.message);
  if (error) {
    const { offset, problem, fix } = faultOf(error, document);
    const line = first + lines.linePos(offset).line - 1;
    throw new NotYaml(
      problem,
      text.includes('{{') ? `${asKubectl}; render templates of Helm first: helm template` : fix,
      line,
    );
  }
  const value: unknown = document.toJS();
  const place = (path: readonly Key[]) => {
    const { line, col } = lines.linePos(offsetOf(document, path));
    return `${file}:${first + line - 1}:${col}`;
  };
  if (!isRecord(value)) return [];
  if (!Array.isArray(value.items)) return [{ value, place }];
  // What `kubectl get -o yaml` prints.
  return value.items.flatMap((item, index) =>
    isRecord(item) ? [{ value: item, place: (path: readonly Key[]) => place(['items', index, ...path]) }] : [],
  );
}

/** Where the last key of a path that is there is written. */
function offsetOf(document: Document, path: readonly Key[]): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find((item) => String((item.key as { value?: unknown }).value) === String(key));
      if (!pair) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof key === 'number') {
      node = node.items[key];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}

const firstLine = (error: unknown): string => (error as Error).message.split('\n')[0] ?? '';
