import { createRequire } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { inspect } from 'node:util';
import { Script } from 'node:vm';
import { transform } from 'sucrase';
import * as publicEntry from '../../index';
import type { Source } from '../../model/place';
import { type Problem, problemAt } from '../../model/problem';
import { looksSecret } from '../../model/secret-literal';
import type { FileContents } from './description';
import { isFile, readText } from './read-text';

interface LoadedModule {
  readonly source: Source;
  exports: Record<string, unknown>;
}

/**
 * Runs a TypeScript or JavaScript description in this process, its types taken away and not checked (decision 14).
 * Files are read anew each time; packages come from the description's own `node_modules`.
 */
export function loadTypeScript(file: string, base: string): FileContents {
  const modules = new Map<string, LoadedModule>();
  const source: Source = { file: relative(base, file) || file };
  try {
    const { exports } = contained(() => load(resolve(file), base, modules));
    return {
      values: Object.values(exports),
      problems: [],
      source,
      sourceOf: (value) =>
        [...modules.values()].find((loaded) => Object.values(loaded.exports).includes(value))?.source,
    };
  } catch (error) {
    return { values: [], problems: [problemOf(error, source, modules)], source };
  }
}

/** A file that could not be understood, so that nothing of it ran and no stack names it. */
class Unreadable extends Error {
  constructor(
    readonly path: string,
    readonly reason: unknown,
  ) {
    super(`${path} cannot be read`);
  }
}

/** An import that leads nowhere. */
class NotFound extends Error {
  constructor(
    what: string,
    readonly fix: string,
  ) {
    super(what);
  }
}

/** A description that prints must not spoil what was asked for on stdout, and one that ends the process ends only itself. */
function contained<Value>(work: () => Value): Value {
  const { log, info, debug } = console;
  const { exit } = process;
  Object.assign(console, { log: console.error, info: console.error, debug: console.error });
  process.exit = () => {
    throw new Error('a description must not end the process');
  };
  try {
    return work();
  } finally {
    Object.assign(console, { log, info, debug });
    process.exit = exit;
  }
}

function load(path: string, base: string, modules: Map<string, LoadedModule>): LoadedModule {
  const known = modules.get(path);
  if (known) return known;
  const loaded: LoadedModule = { source: { file: relative(base, path) || path }, exports: {} };
  modules.set(path, loaded);
  const text = readText(path, 'written');
  if (path.endsWith('.json')) {
    loaded.exports = understood(path, () => JSON.parse(text));
    return loaded;
  }
  const run = understood(path, () => compiledFunction(path, text));
  const required = (request: string): unknown => {
    if (request === 'kafka-platform-kit') return publicEntry;
    if (!request.startsWith('.')) return requirePackage(request, path);
    return load(resolveFile(resolve(dirname(path), request), request), base, modules).exports;
  };
  const module = { exports: loaded.exports };
  run(module.exports, required, module, path, dirname(path));
  loaded.exports = module.exports;
  return loaded;
}

function understood<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw new Unreadable(path, error);
  }
}

function compiledFunction(path: string, text: string) {
  const { code } = transform(text, {
    transforms: ['typescript', 'imports'],
    filePath: path,
    preserveDynamicImport: true,
  });
  try {
    return new Function('exports', 'require', 'module', '__filename', '__dirname', `${code}\n//# sourceURL=${path}`);
  } catch (error) {
    new Script(code, { filename: path }); // Unlike `Function` it says in which line it finds an error.
    throw error;
  }
}

function requirePackage(request: string, path: string): unknown {
  try {
    return createRequire(path)(request);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'MODULE_NOT_FOUND' || !message.includes(`'${request}'`)) throw error;
    throw new NotFound(
      `cannot find the package '${request}'`,
      `npm install ${packageOf(request)} where the description is, or correct the name`,
    );
  }
}

/** `@scope/name` of `@scope/name/file`. */
const packageOf = (request: string) =>
  request
    .split('/')
    .slice(0, request.startsWith('@') ? 2 : 1)
    .join('/');

function resolveFile(path: string, request: string): string {
  const candidates = [
    path,
    path.replace(/\.js$/, '.ts'),
    `${path}.ts`,
    `${path}.js`,
    `${path}.json`,
    resolve(path, 'index.ts'),
  ];
  const found = candidates.find(isFile);
  if (!found) throw new NotFound(`cannot find '${request}'`, 'correct the path, from the file that imports it');
  return found;
}

function fixOf(thrown: unknown): string {
  if (thrown instanceof Unreadable) return 'correct the syntax';
  return thrown instanceof NotFound ? thrown.fix : 'correct the description: it ends with this error when it is run';
}

/** Says where in whose file something went wrong, without the kit's own stack. */
function problemOf(thrown: unknown, source: Source, modules: ReadonlyMap<string, LoadedModule>): Problem {
  const unreadable = thrown instanceof Unreadable;
  const { message, stack } = partsOf(unreadable ? thrown.reason : thrown);
  const path = unreadable ? thrown.path : highestIn(stack, modules.keys());
  const file = (path && modules.get(path)?.source.file) ?? source.file;
  const [, line, column = 1] = /\((\d+):(\d+)\)$/.exec(message) ?? (path && lineIn(stack, path)) ?? [];
  // `Function` puts two lines before the code; columns are those of the code without types, so only lines are told.
  const first = unreadable ? Number(line) : Number(line) - 2;
  return problemAt(
    { source: { file: line ? `${file}:${Math.max(1, first)}:${column}` : file }, path: [] },
    {
      code: 'KFK-Y002',
      severity: 'error',
      problem: withoutSecret(message.replace(`Error transforming ${path}: `, '').replace(/ \(\d+:\d+\)$/, '')),
      fix: fixOf(thrown),
    },
  );
}

const withoutSecret = (message: string): string =>
  looksSecret(message) ? 'it throws an error whose message looks like it holds a secret' : message;

/** Anything can be thrown. */
function partsOf(thrown: unknown): { readonly message: string; readonly stack: string } {
  const { message, stack } = (thrown ?? {}) as Partial<Error>;
  if (typeof message !== 'string')
    return { message: `${inspect(thrown, { depth: 1, breakLength: Infinity })} is thrown`, stack: '' };
  return { message: message.split('\n')[0] || 'an error without a message is thrown', stack: String(stack) };
}

/** The description that was running, which may have been called by others. */
function highestIn(stack: string, paths: Iterable<string>): string | undefined {
  const seen = [...paths].map((path) => ({ path, at: stack.indexOf(`${path}:`) })).filter(({ at }) => at >= 0);
  return seen.sort((a, b) => a.at - b.at)[0]?.path;
}

const lineIn = (stack: string, path: string) =>
  new RegExp(`${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}:(\\d+)`).exec(stack) ?? undefined;
