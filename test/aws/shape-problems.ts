import type { ServiceModel, Shape } from '../support/botocore';

/** What is wrong with a value by the shape that a service has for it. */
export interface Judged {
  readonly problems: readonly string[];
  /** Values that were held against a shape. */
  readonly values: number;
  /** Forms that only Java's regular expressions have. */
  readonly unread: readonly string[];
}

/** Judges a whole request: required members, unknown ones, enumerations, bounds, lengths, forms. */
export function judgeRequest(model: ServiceModel, shape: string, request: unknown, path: string): Judged {
  const problems: string[] = [];
  const unread = new Set<string>();
  let values = 0;
  const visit = (name: string, value: unknown, at: string): void => {
    const known = model.shapes[name];
    if (!known) throw new Error(`the model has no shape '${name}'`);
    values += known.type === 'structure' ? 0 : 1;
    problems.push(...problemsOf(known, value, at, unread));
    for (const [inner, next, where] of below(known, value, at)) visit(inner, next, where);
  };
  visit(shape, request, path);
  return { problems, values, unread: [...unread] };
}

function* below(shape: Shape, value: unknown, at: string): Generator<readonly [string, unknown, string]> {
  if (shape.type === 'list' && Array.isArray(value) && shape.member)
    for (const [index, item] of value.entries()) yield [shape.member.shape, item, `${at}[${index}]`];
  if (!isObject(value)) return;
  for (const [name, inner] of Object.entries(value)) {
    const member = shape.members?.[name];
    if (shape.type === 'structure' && member) yield [member.shape, inner, `${at}.${name}`];
    if (shape.type === 'map' && shape.key && shape.value) {
      yield [shape.key.shape, name, `${at}{${name}}`];
      yield [shape.value.shape, inner, `${at}.${name}`];
    }
  }
}

function problemsOf(shape: Shape, value: unknown, at: string, unread: Set<string>): string[] {
  switch (shape.type) {
    case 'structure':
      return isObject(value) ? membersOf(shape, value, at) : [`${at}: ${said(value)} is no structure`];
    case 'list':
      return Array.isArray(value) ? bounds(shape, value.length, at, 'items') : [`${at}: ${said(value)} is no list`];
    case 'map':
      return isObject(value)
        ? bounds(shape, Object.keys(value).length, at, 'entries')
        : [`${at}: ${said(value)} is no map`];
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${at}: ${said(value)} is neither true nor false`];
    case 'integer':
    case 'long':
      return Number.isInteger(value)
        ? bounds(shape, value as number, at)
        : [`${at}: ${said(value)} is no whole number`];
    case 'double':
    case 'float':
      return typeof value === 'number' ? bounds(shape, value, at) : [`${at}: ${said(value)} is no number`];
    default:
      return typeof value === 'string' ? textProblems(shape, value, at, unread) : [`${at}: ${said(value)} is no text`];
  }
}

function membersOf(shape: Shape, value: Readonly<Record<string, unknown>>, at: string): string[] {
  const { members = {}, required = [], union } = shape;
  const names = Object.keys(value);
  return [
    ...required.filter((name) => value[name] === undefined).map((name) => `${at}: ${name} is required`),
    ...names.filter((name) => !Object.hasOwn(members, name)).map((name) => `${at}: there is no ${name}`),
    ...(union && names.length !== 1 ? [`${at}: exactly one of ${Object.keys(members).join(', ')}`] : []),
  ];
}

function textProblems(shape: Shape, value: string, at: string, unread: Set<string>): string[] {
  if (shape.enum)
    return shape.enum.includes(value) ? [] : [`${at}: ${said(value)} is none of ${shape.enum.join(', ')}`];
  const form = shape.pattern === undefined ? undefined : formOf(shape.pattern);
  if (shape.pattern !== undefined && !form) unread.add(shape.pattern);
  return [
    ...bounds(shape, [...value].length, at, 'characters'),
    ...(form && !form.test(value) ? [`${at}: ${said(value)} has not the form ${shape.pattern}`] : []),
  ];
}

/** Services hold the whole value against it; classes of letters that only Java has are told by their letters. */
function formOf(pattern: string): RegExp | undefined {
  const known = pattern.replaceAll('\\p{Print}', '[\\x20-\\x7e]');
  // Without the flag a class that is not known would be read as its letters.
  for (const flags of known.includes('\\p{') ? ['su'] : ['su', 's'])
    try {
      return new RegExp(`^(?:${known})$`, flags);
    } catch {
      // The next way to read it.
    }
  return undefined;
}

const bounds = ({ min, max }: Shape, count: number, at: string, what = ''): string[] => [
  ...(min !== undefined && count < min ? [`${at}: ${count} ${what} are fewer than ${min}`.replace('  ', ' ')] : []),
  ...(max !== undefined && count > max ? [`${at}: ${count} ${what} are more than ${max}`.replace('  ', ' ')] : []),
];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const said = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
};
