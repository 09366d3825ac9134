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
  return [
    ...document.errors.map((error) => faultOf(error, document)),
    ...saidTwiceIn(document),
    ...unresolvedIn(document),
  ];
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
      return { offset, ...saidTwice(keyAt(document, offset)) };
    case 'TAB_AS_INDENT':
      return { offset, problem: 'a tab indents nothing in YAML', fix: 'use spaces' };
    case 'RESOURCE_EXHAUSTION':
      return { offset, problem: 'this is nested too deeply to be read', fix: 'write it flatter' };
    default:
      return { offset, problem: message, fix: 'correct the syntax' };
  }
}

/** What is only found when values are made of what was read: few aliases of aliases are more than any memory holds. */
export const faultOfAliases = ({ message }: Error): YamlFault =>
  message.startsWith('Excessive alias count')
    ? {
        offset: 0,
        problem: 'its aliases repeat more than is read',
        fix: 'write out what is meant, or write TypeScript',
      }
    : { offset: 0, problem: message, fix: 'correct the syntax' };

const isCalled = ({ key }: Pair, name: string): boolean => isScalar(key) && key.value === name;

const saidTwice = (key: string) => ({ problem: `${key} is there twice`, fix: 'remove one of them, or rename it' });

function keyAt(document: Document, offset: number): string {
  let found = 'a key';
  visit(document, {
    Pair: (_, { key }) => {
      if (isScalar(key) && key.range?.[0] === offset) found = `'${key.value}'`;
    },
  });
  return found;
}

/** The parser compares each key with all before it, which takes minutes for a file that is read in seconds otherwise. */
function saidTwiceIn(document: Document): YamlFault[] {
  const found: YamlFault[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) found.push({ offset: key.range?.[0] ?? 0, ...saidTwice(`'${key.value}'`) });
        seen.add(key.value);
      }
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
          // Not repeated: a password may begin with this sign.
          problem: 'nothing before it is marked with this name: what begins with * stands for something else',
          fix: "mark that with & and the name, or put the text into quotes: '*text'",
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
