import { type Document, isPair, isScalar, type Pair, visit, type YAMLParseError } from 'yaml';

/** What is wrong with a file before anything of it is understood, and where: an offset of its text. */
export interface YamlFault {
  readonly offset: number;
  readonly problem: string;
  readonly fix: string;
}

/** Every fault of a text and of what was read from it by YAML 1.2. */
export function faultsOf(text: string, document: Document): YamlFault[] {
  const noText = text.search(/[\0\uFFFD]/);
  if (noText >= 0) return [{ offset: noText, problem: 'this is no text', fix: 'save it as text (UTF-8)' }];
  return [...document.errors.map((error) => faultOf(error, document)), ...unresolvedIn(document)];
}

/** The parser speaks of its own functions, and names no key. */
export function faultOf({ code, message, pos: [offset] }: YAMLParseError, document: Document): YamlFault {
  switch (code) {
    case 'MULTIPLE_DOCS':
      return {
        offset,
        problem: 'a second document begins here, and a file has one',
        fix: 'put it into a file of its own',
      };
    case 'DUPLICATE_KEY':
      return { offset, problem: `${keyAt(document, offset)} is there twice`, fix: 'remove one of them, or rename it' };
    case 'TAB_AS_INDENT':
      return { offset, problem: 'a tab indents nothing in YAML', fix: 'use spaces' };
    default:
      return { offset, problem: message, fix: 'correct the syntax' };
  }
}

const isCalled = ({ key }: Pair, name: string): boolean => isScalar(key) && key.value === name;

function keyAt(document: Document, offset: number): string {
  let found = 'a key';
  visit(document, {
    Pair: (_, { key }) => {
      if (isScalar(key) && key.range?.[0] === offset) found = `'${key.value}'`;
    },
  });
  return found;
}

/** Aliases of nothing, and `<<`, which merged maps in YAML 1.1 only. */
function unresolvedIn(document: Document): YamlFault[] {
  const found: YamlFault[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (!alias.resolve(document))
        found.push({
          offset: alias.range?.[0] ?? 0,
          problem: `nothing before it is marked &${alias.source}`,
          fix: 'mark it, or write what is meant',
        });
    },
    Pair: (_, pair) => {
      if (isPair(pair) && isCalled(pair, '<<') && isScalar(pair.key))
        found.push({
          offset: pair.key.range?.[0] ?? 0,
          problem: "'<<' merges nothing: that was YAML 1.1",
          fix: 'write the fields, or give the whole value by its alias: *name',
        });
    },
  });
  return found;
}
