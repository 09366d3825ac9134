import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '..', '..', 'constructs');

/** The props that may be left out, of every construct, with their docstrings. */
const optionalProps = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ES2022, true);
    return source.statements
      .filter(ts.isInterfaceDeclaration)
      .filter(({ name }) => /(Props|Options)$/.test(name.text))
      .flatMap(({ name, members }) =>
        members
          .filter(({ questionToken }) => questionToken)
          .map((member) => ({
            place: `${file} ${name.text}.${member.name?.getText(source)}`,
            comment: ts
              .getJSDocCommentsAndTags(member)
              .map((comment) => comment.getText(source))
              .join(' '),
          })),
      );
  });

test('every prop of a construct that may be left out says what then holds', () => {
  expect(optionalProps.length).toBeGreaterThan(200);
  expect(optionalProps.filter(({ comment }) => !comment.includes('Default: ')).map(({ place }) => place)).toEqual([]);
});
