import { relative } from 'node:path';
import { type Document, isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { Key, Source } from '../../model/place';
import type { Problem } from '../../model/problem';
import { visible } from '../../model/strange-text';
import type { FileContents } from './description';
import { readText } from './read-text';
import { faultOfAliases, faultsOf, type YamlFault } from './yaml-faults';

/** Reads a YAML or JSON description; problems and values know their line and column. */
export function loadYaml(file: string, base: string): FileContents {
  const lines = new LineCounter();
  const text = readText(file, 'written');
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const name = relative(base, file) || file;
  const source: Source = { file: name, position: (path) => positionIn(document, lines, path) };
  const told = ({ offset, problem, fix }: YamlFault): Problem => {
    const { line, col } = lines.linePos(offset);
    return {
      code: 'KFK-Y001',
      severity: 'error',
      file: `${name}:${line}:${col}`,
      path: '',
      problem: visible(problem),
      fix,
    };
  };
  const problems = faultsOf(text, document).map(told);
  if (problems.length > 0) return { values: [], problems, source };
  try {
    return { values: [document.toJS()], problems, source };
  } catch (error) {
    return { values: [], problems: [told(faultOfAliases(error as Error))], source };
  }
}

/** The lines of a file that was read otherwise: it is read again only when there is a problem to place. */
export function linesOf(file: string, base: string): Source {
  let lines: Source | undefined;
  return {
    file: relative(base, file) || file,
    position: (path) => {
      lines ??= loadYaml(file, base).source;
      return lines.position?.(path);
    },
  };
}

/** The position of the value at a path, or of the nearest thing around it that is written. */
function positionIn(document: Document, lines: LineCounter, path: readonly Key[]) {
  for (let length = path.length; length > 0; length--) {
    const offset = offsetOf(document, path.slice(0, length));
    if (offset === undefined) continue;
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  }
  return { line: 1, column: 1 };
}

/** Where a key is written: what is wrong with a value is read beside its name. */
function offsetOf(document: Document, path: readonly Key[]): number | undefined {
  const last = String(path.at(-1));
  const parent = path.slice(0, -1).reduce<unknown>((node, key) => within(node, key), document.contents);
  if (isMap(parent)) {
    const key = pairsOf(parent).get(last)?.key;
    return isScalar(key) ? key.range?.[0] : undefined;
  }
  const node = within(parent, last) as { range?: readonly number[] } | undefined;
  return node?.range?.[0];
}

function within(node: unknown, key: Key): unknown {
  if (isMap(node)) return pairsOf(node).get(String(key))?.value;
  return isSeq(node) ? node.items[Number(key)] : undefined;
}

/** By name, once a map: a file of many problems asks for the place of each of them. */
function pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
  const known = named.get(map);
  if (known) return known;
  const pairs = new Map(
    map.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : [])),
  );
  named.set(map, pairs);
  return pairs;
}

const named = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();
