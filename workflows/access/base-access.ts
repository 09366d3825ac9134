import { existsSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { exitCode, Failure } from '../failure';
import { compileOn } from '../load/compiled';
import { load } from '../load/load';
import { type AccessRow, accessRows, permissionColumns } from './access-rows';
import { withCheckout } from './git-checkout';

/** What is compared with, and how it is read. */
export interface BaseOptions {
  /** Where the command runs. */
  readonly folder: string;
  /** The description that is compared, where one is named. Default: every file of `environments/`. */
  readonly file?: string;
  readonly environment: string;
  /** The day on which a folder is judged; a revision is judged on its own. */
  readonly today: string;
}

/** Who could do what in a base: undefined where it knows no such environment. @throws Failure (exit 2) when it cannot be read. */
export function baseAccess(base: string, options: BaseOptions): AccessRow[] | undefined {
  // An unset variable of a pipeline; as a path it would be this very folder, than which nothing is wider.
  if (base.trim() === '')
    throw new Failure('nothing is named to compare with', {
      fix: 'name a branch, a commit, a folder with a checkout, or a file that access --format json wrote',
      exit: exitCode.usage,
    });
  const path = resolve(options.folder, base);
  if (!existsSync(path))
    return withCheckout(options.folder, base, ({ folder, day }) =>
      described(base, folder, { ...options, today: day || options.today }),
    );
  return statSync(path).isDirectory() ? described(base, path, options) : written(base, path);
}

function described(base: string, folder: string, options: BaseOptions): AccessRow[] | undefined {
  const file = options.file && relative(options.folder, resolve(options.folder, options.file));
  if (file !== undefined && (file.startsWith('..') || isAbsolute(file)))
    throw new Failure(`${options.file} is not below ${options.folder}, so '${base}' has no such file`, {
      fix: 'run this above it, or compare with a file that access --format json wrote',
      exit: exitCode.usage,
    });
  if (file !== undefined && !existsSync(resolve(folder, file))) return undefined;
  const { descriptions, problems: unread } = load({ folder, file });
  const description = descriptions.find(({ name }) => name === options.environment);
  if (!description && unread.length === 0) return undefined;
  const { resolved, problems } = description ? compileOn(description, options.today) : { problems: unread };
  if (resolved) return accessRows(resolved);
  const errors = problems.filter(({ severity }) => severity === 'error');
  throw new Failure(`'${options.environment}' has errors in '${base}'`, {
    why: errors.map(({ code, path, problem }) => `${code} ${path}: ${problem}`),
    fix: `compare with what was right: a file that kafka-kit access ${options.environment} --format json wrote`,
    exit: exitCode.usage,
  });
}

const isRow = (row: unknown): row is AccessRow =>
  row !== null &&
  typeof row === 'object' &&
  permissionColumns.every((column) => typeof (row as Readonly<Record<string, unknown>>)[column] === 'string');

function written(base: string, path: string): AccessRow[] {
  const rows = readJson(path);
  if (!Array.isArray(rows) || !rows.every(isRow))
    throw new Failure(`${base} is not what access --format json writes`, {
      fix: 'write it with kafka-kit access ENV --format json > access.json',
      exit: exitCode.usage,
    });
  return rows;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
