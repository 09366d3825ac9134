import { readFileSync } from 'node:fs';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';
import { type Judged, judged } from './judged';
import { spoiltFile } from './spoilt';

/** Of a document of IAM. */
export interface Statement {
  Effect: string;
  Action: string | string[];
  Principal?: Record<string, string>;
  Resource?: string | string[];
  Condition?: Record<string, Record<string, string | readonly string[]>>;
}

const made = new Map<string, Promise<Judged>>();
/** The small description, changed. */
export function judgedOnce(changes: Readonly<Record<string, unknown>>): Promise<Judged> {
  const key = JSON.stringify(changes);
  const known = made.get(key) ?? judged(resolve(changed<Description>(small, changes)));
  made.set(key, known);
  return known;
}
export const grantsOf = ({ denied }: { readonly denied: readonly string[] }) =>
  denied.filter((line) => line.startsWith('KFK-X077'));

/** What is said of a description's stacks as they are, and of one of them once the statements of a policy were changed. */
export async function edited(
  changes: Readonly<Record<string, unknown>>,
  path: string,
  edit: (statement: Statement) => Statement | undefined,
) {
  const { files, test: tested } = await judgedOnce(changes);
  const found = files
    .filter((file) => file.endsWith('cdk.tf.json'))
    .map((file) => JSON.parse(readFileSync(file, 'utf8')))
    .find(({ resource }) => path.split('.').reduce((at, key) => at?.[key], resource) !== undefined);
  const text: string = path.split('.').reduce((at, key) => at?.[key], found?.resource);
  if (typeof text !== 'string') throw new Error(`no stack has ${path}`);
  // Functions of Terraform have quotes of their own, which are no JSON.
  const quoted = (json: string, from: string, to: string) =>
    json.replace(/\$\{[^}]*\}/g, (expression) => expression.replaceAll(from, to));
  const policy = JSON.parse(quoted(text, '"', '`'));
  const Statement = policy.Statement.flatMap((statement: Statement) => edit(statement) ?? []);
  const back = quoted(JSON.stringify({ ...policy, Statement }), '`', '"');
  expect(back).not.toBe(text);
  const spoilt = spoiltFile(JSON.stringify(changed(found, { [`resource.${path}`]: back })), 'json');
  return { before: await rightOnce(changes), after: grantsOf(tested(spoilt)) };
}

const right = new Map<string, Promise<string[]>>();
/** Of all that a description becomes, as it is. */
function rightOnce(changes: Readonly<Record<string, unknown>>): Promise<string[]> {
  const key = JSON.stringify(changes);
  const known = right.get(key) ?? judgedOnce(changes).then(({ test: tested }) => grantsOf(tested()));
  right.set(key, known);
  return known;
}

/** Holds always. */
export const without = ({ Condition: _, ...statement }: Statement): Statement => statement;
/** Those of an action alone. */
export const only = (action: string, edit: (statement: Statement) => Statement | undefined) => (statement: Statement) =>
  [statement.Action].flat().includes(action) ? edit(statement) : statement;
/** Holds by one more condition, or by another value of it. */
export const bound = (operator: string, key: string, value: string | readonly string[]) => (statement: Statement) => ({
  ...statement,
  Condition: { ...statement.Condition, [operator]: { ...statement.Condition?.[operator], [key]: value } },
});
