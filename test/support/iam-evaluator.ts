/**
 * Whether identity policies let somebody do something, as IAM decides within one account: nothing is allowed until a
 * statement allows it, and a statement that denies it wins. It knows what the kit writes (Action, Resource, Condition
 * with StringEquals and its kin, and DateLessThan) and throws for everything else, so that no statement counts as understood which is not.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

export interface Policy {
  readonly Version: string;
  readonly Statement: Statement | readonly Statement[];
}

/** Somebody wants to do something with one resource. */
export interface Request {
  /** As `kafka-cluster:ReadData`. */
  readonly action: string;
  readonly resource: string;
  /** IAM's condition keys. Default: none is in the request. */
  readonly context?: Readonly<Record<string, string>>;
}

export type Decision = 'allowed' | 'implicitly denied' | 'explicitly denied';

export function decide(policies: readonly Policy[], request: Request): Decision {
  const matching = policies.flatMap(statementsOf).filter((statement) => matches(statement, request));
  if (matching.some(({ Effect }) => Effect === 'Deny')) return 'explicitly denied';
  return matching.length > 0 ? 'allowed' : 'implicitly denied';
}

export const allows = (policies: readonly Policy[], request: Request): boolean =>
  decide(policies, request) === 'allowed';

const understood = new Set(['Sid', 'Effect', 'Action', 'Resource', 'Condition']);

function statementsOf({ Version, Statement }: Policy): readonly Statement[] {
  if (Version !== '2012-10-17') throw new Error(`a policy of ${Version} is read differently`);
  const statements = listOf(Statement);
  for (const statement of statements)
    for (const element of Object.keys(statement))
      if (!understood.has(element)) throw new Error(`the evaluator knows no ${element}`);
  return statements;
}

const matches = ({ Action, Resource, Condition = {} }: Statement, { action, resource, context = {} }: Request) =>
  // Actions are compared without case, resources with it.
  listOf(Action).some((pattern) => like(pattern.toLowerCase(), action.toLowerCase())) &&
  listOf(Resource).some((pattern) => likeArn(pattern, resource)) &&
  Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) => holds(operator, heldBy(context, key), listOf(values))),
  );

/** Of several values one is enough. A key that the request does not have fulfils no positive condition. */
function holds(operator: string, value: string | undefined, wanted: readonly string[]): boolean {
  const compare = operators[operator];
  if (!compare) throw new Error(`the evaluator knows no ${operator}`);
  return value !== undefined && wanted.some((one) => compare(one, value));
}

const operators: Readonly<Record<string, (wanted: string, value: string) => boolean>> = {
  StringEquals: (wanted, value) => wanted === value,
  StringLike: (wanted, value) => like(wanted, value),
  ArnEquals: (wanted, value) => likeArn(wanted, value),
  ArnLike: (wanted, value) => likeArn(wanted, value),
  DateLessThan: (wanted, value) => instant(value) < instant(wanted),
};

/** https://www.w3.org/TR/NOTE-datetime, as IAM asks for */
function instant(text: string): number {
  const found = Date.parse(text);
  if (Number.isNaN(found) || !/^\d{4}-\d{2}-\d{2}T[\d:]+Z$/.test(text)) throw new Error(`'${text}' is no time`);
  return found;
}

/** Keys of a condition are compared without case. */
const heldBy = (context: Readonly<Record<string, string>>, key: string) =>
  Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];

/** A `*` is any text, also none; a `?` is one character. */
const like = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/\?/g, '.')}$`,
    's',
  ).test(text);

/** The six parts of an ARN are compared each for itself, as ArnLike does. What the kit writes has no `*` but at the end. */
function likeArn(pattern: string, arn: string): boolean {
  if (pattern === '*') return true;
  const wanted = partsOf(pattern);
  const given = partsOf(arn);
  return wanted.length === given.length && wanted.every((part, index) => like(part, given[index] ?? ''));
}

function partsOf(arn: string): string[] {
  const [prefix = '', partition = '', service = '', region = '', account = '', ...rest] = arn.split(':');
  return [prefix, partition, service, region, account, rest.join(':')];
}

const listOf = <One>(value: One | readonly One[]): readonly One[] => (Array.isArray(value) ? value : [value as One]);
