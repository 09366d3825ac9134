import type { z } from 'zod';
import { Broken } from '../broken';
import { useInstead, useOneOf } from '../near-miss';
import type { Key, Place } from '../place';
import { type Problem, problemAt } from '../problem';
import type { ShapeCode } from '../shape-codes';
import { keysAt } from './schema-keys';

/** A value of the schema's shape, as much of it as could be saved, with what was wrong. */
export interface Parsed<Shape> {
  /** Absent when nothing could be saved. */
  readonly value?: Shape;
  readonly problems: readonly Problem[];
  readonly broken: Broken;
}

type Issue = z.core.$ZodIssue;

/**
 * Reads plain data. Whatever is wrong is left out and reported, and the rest is read again without it, so that
 * the rules still judge everything that can be understood. `standIns` fill what the rest cannot do without, by path.
 */
export function parse<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  placeOf: (path: readonly Key[]) => Place,
  standIns: Readonly<Record<string, unknown>> = {},
): Parsed<z.infer<Schema>> {
  const problems: Problem[] = unsafeNames(input).map((path) =>
    problemAt(placeOf(path), {
      code: 'KFK-S001' satisfies ShapeCode,
      severity: 'error',
      problem: `'${path.at(-1)}' is not known here`,
      fix: 'use another name',
    }),
  );
  const broken = new Broken();
  const removed = new Set<string>();
  let copy: unknown;

  for (let round = 0; round < maxRounds; round++) {
    // A schema that reads once is slower for being turned into code first: a tenth of what `check` takes.
    const result = schema.safeParse(copy ?? input, { reportInput: false, jitless: true });
    if (result.success) return { value: result.data, problems, broken };
    copy ??= copyOf(input);
    const issues = result.error.issues
      .flatMap((issue) => ofChosenBranch(issue, copy))
      .map((issue) => {
        const path = issue.path as Key[];
        return { issue, path, missing: valueAt(copy, path) === undefined };
      });
    // All of a round are told before any is taken away: a misspelled key stands beside the one that is missing.
    // A required value that an earlier round took away was reported then: what needs it goes too.
    for (const { issue, path, missing } of issues)
      if (!(missing && removed.has(JSON.stringify(path)))) problems.push(...problemsOf(schema, issue, copy, placeOf));
    for (const { issue, path, missing } of issues) {
      const standIn = standIns[path.join('.')];
      if (missing && standIn !== undefined && set(copy, path, copyOf(standIn))) {
        broken.add(path);
        continue;
      }
      for (const gone of leaveOut(issue, missing)) {
        if (gone.length === 0) return { problems, broken };
        removed.add(JSON.stringify(gone));
        broken.add(gone);
        set(copy, gone, undefined);
      }
    }
  }
  return { problems, broken };
}

/** Each round takes away one level of what depends on a missing value; descriptions are not deeper. */
const maxRounds = 12;

/** Where something is called `__proto__`, which schemas pass over in silence. They see what is inherited, too. */
function unsafeNames(description: unknown): (readonly Key[])[] {
  const found: (readonly Key[])[] = [];
  const path: Key[] = [];
  const seen = new Set<object>();
  const visit = (value: unknown): void => {
    if (value === null || typeof value !== 'object' || seen.has(value)) return;
    seen.add(value);
    for (const key in value) {
      path.push(Array.isArray(value) && /^\d+$/.test(key) ? Number(key) : key);
      if (key === '__proto__') found.push([...path]);
      else visit((value as Readonly<Record<string, unknown>>)[key]);
      path.pop();
    }
  };
  visit(description);
  return found;
}

/** Where text or a map is allowed and a map is given: what is wrong within the map, if only one of the branches takes one. */
function ofChosenBranch(issue: Issue, input: unknown): Issue[] {
  const value = valueAt(input, issue.path as Key[]);
  if (issue.code !== 'invalid_union' || show(value) !== 'a map') return [issue];
  const isRefusedWhole = (inner: Issue) => inner.path.length === 0 && inner.code !== 'unrecognized_keys';
  const [branch, another] = issue.errors.filter((inner) => !inner.some(isRefusedWhole));
  if (!branch || another) return [issue];
  return branch.flatMap((inner) => ofChosenBranch({ ...inner, path: [...issue.path, ...inner.path] }, input));
}

/** The paths to take away so that the next round does not stumble over the same value. */
function leaveOut(issue: Issue, missing: boolean): Key[][] {
  const path = issue.path as Key[];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...path, key]);
  return [missing ? path.slice(0, -1) : path];
}

function problemsOf(
  schema: z.ZodType,
  issue: Issue,
  input: unknown,
  placeOf: (path: readonly Key[]) => Place,
): Problem[] {
  const path = issue.path as Key[];
  const error = (at: readonly Key[], code: ShapeCode, problem: string, fix: string) =>
    problemAt(placeOf(at), { code, severity: 'error', problem, fix });

  if (issue.code === 'unrecognized_keys') {
    const allowed = keysAt(schema, path, input);
    // Wherever that is, `unsafeNames` tells it.
    const unknown = issue.keys.filter((key) => key !== '__proto__');
    return unknown.map((key) =>
      error([...path, key], 'KFK-S001', `'${key}' is not known here`, useInstead(key, allowed)),
    );
  }
  const value = valueAt(input, path);
  const allowed = allowedBy(issue);
  if (value === undefined)
    return [
      error(path, 'KFK-S003', `'${path.at(-1) ?? 'the description'}' is missing; ${allowed} is needed`, 'add it'),
    ];
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') {
    const choices = choicesOf(issue);
    const reason = isWritten(issue) ? `: ${issue.message}` : '';
    return [
      error(
        path,
        'KFK-S004',
        `${show(value)} is not allowed${reason}`,
        choices.length < 2
          ? `use ${allowed}`
          : typeof value === 'number' && choices.includes(String(value))
            ? `write it in quotes: '${value}'`
            : typeof value === 'string'
              ? useInstead(value, choices)
              : useOneOf(choices),
      ),
    ];
  }
  // A version in YAML, such as 4.2.
  const isUnquoted = allowed === typeNames.string && (typeof value === 'number' || typeof value === 'boolean');
  return [
    error(
      path,
      'KFK-S002',
      `${show(value)} is given where ${allowed} is needed`,
      isUnquoted ? `write it in quotes: '${value}'` : `write ${allowed}`,
    ),
  ];
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a map',
  record: 'a map',
  array: 'a list',
};

/** Whether a schema says it in its own words, not in zod's. */
const isWritten = ({ message }: Issue): boolean => !message.startsWith('Invalid ');

/** What the schema wants, in words. */
function allowedBy(issue: Issue): string {
  if (issue.code === 'invalid_type') {
    const written = isWritten(issue) ? issue.message : undefined;
    return written ?? typeNames[issue.expected] ?? issue.expected;
  }
  if (issue.code === 'invalid_format') return issue.message;
  if (issue.code === 'invalid_value') return list(choicesOf(issue));
  if (issue.code === 'invalid_union') {
    const options = choicesOf(issue);
    if (options.length > 0) return list(options);
    return [...new Set(issue.errors.flatMap((branch) => branch.slice(0, 1).map(allowedBy)))].join(' or ');
  }
  return issue.message;
}

function choicesOf(issue: Issue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  const options = (issue as { options?: readonly unknown[] }).options;
  return Array.isArray(options) ? options.map(String) : [];
}

const list = (choices: readonly string[]) => choices.map((choice) => `'${choice}'`).join(' or ');

/** A value as it is shown in a message: short, and quoted where it is text. */
export function show(value: unknown): string {
  if (typeof value === 'string') return value.length > 60 ? `'${value.slice(0, 57)}…'` : `'${value}'`;
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'function') return 'a function';
  return String(value);
}

function valueAt(value: unknown, path: readonly Key[]): unknown {
  return path.reduce<unknown>(
    (node, key) => (node !== null && typeof node === 'object' ? (node as Record<Key, unknown>)[key] : undefined),
    value,
  );
}

/** Puts a value at a path, or takes it away; false when there is nothing to put it in. */
function set(root: unknown, path: readonly Key[], value: unknown): boolean {
  const parent = valueAt(root, path.slice(0, -1));
  const key = path.at(-1);
  if (parent === null || typeof parent !== 'object' || key === undefined) return false;
  if (value === undefined && !Array.isArray(parent)) delete (parent as Record<Key, unknown>)[key];
  else (parent as Record<Key, unknown>)[key] = value;
  return true;
}

/** A deep copy that nothing of the original can be changed by. What contains itself ends where it does. */
function copyOf(value: unknown, within: readonly unknown[] = []): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (within.includes(value)) return undefined;
  const inside = [...within, value];
  if (Array.isArray(value)) return value.map((inner) => copyOf(inner, inside));
  const copy = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyOf(inner, inside)]));
  return Object.setPrototypeOf(copy, Object.getPrototypeOf(value));
}
