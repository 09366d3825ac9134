import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Key, Source } from '../../model/place';
import type { Problem } from '../../model/problem';
import type { FileContents } from './description';
import { faultsOf, type YamlFault } from './yaml-faults';

/** Reads a YAML or JSON description; problems and values know their line and column. */
export function loadYaml(file: string, base: string): FileContents {
  const lines = new LineCounter();
  const text = readFileSync(file, 'utf8');
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const name = relative(base, file) || file;
  const source: Source = { file: name, position: (path) => positionIn(document, lines, path) };
  const told = ({ offset, problem, fix }: YamlFault): Problem => {
    const { line, col } = lines.linePos(offset);
    return { code: 'KFK-Y001', severity: 'error', file: `${name}:${line}:${col}`, path: '', problem, fix };
  };
  const problems = faultsOf(text, document).map(told);
  if (problems.length > 0) return { values: [], problems, source };
  try {
    return { values: [document.toJS()], problems, source };
  } catch (error) {
    const problem = (error as Error).message;
    return { values: [], problems: [told({ offset: 0, problem, fix: 'correct the syntax' })], source };
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
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)));
    return pair && isScalar(pair.key) ? pair.key.range?.[0] : undefined;
  }
  const node = document.getIn(path, true) as { range?: readonly number[] } | undefined;
  return node?.range?.[0];
}
