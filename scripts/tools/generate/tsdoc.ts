import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** What the docstrings of an interface's members say, by interface and member; members that it inherits among them. */
export type Docs = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Reads docstrings, so that the editor, the JSON Schema and the reference say the same words. */
export function docsOf(files: readonly string[]): Docs {
  const docs = new Map<string, Map<string, string>>();
  const parents = new Map<string, readonly string[]>();
  for (const file of files) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
    source.forEachChild((node) => {
      if (!ts.isInterfaceDeclaration(node)) return;
      const members = new Map<string, string>();
      for (const member of node.members) {
        const name = member.name?.getText(source).replace(/^'|'$/g, '');
        if (name) members.set(name, commentOf(member));
      }
      docs.set(node.name.text, members);
      parents.set(node.name.text, parentsOf(node));
    });
  }
  const inherited = (name: string): readonly (readonly [string, string])[] => [
    ...(parents.get(name) ?? []).flatMap(inherited),
    ...(docs.get(name) ?? []),
  ];
  return new Map([...docs.keys()].map((name) => [name, new Map(inherited(name))]));
}

const parentsOf = ({ heritageClauses }: ts.InterfaceDeclaration): string[] =>
  (heritageClauses ?? []).flatMap(({ types }) => types.map(({ expression }) => expression.getText()));

function commentOf(node: ts.Node): string {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return (ts.getTextOfJSDocComment(comment?.comment) ?? '').replace(/\s+/g, ' ').trim();
}
