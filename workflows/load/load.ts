import { readdirSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { emptyInventory } from '../../model/inventory';
import { useInstead } from '../../model/near-miss';
import type { Source } from '../../model/place';
import { type Problem, problemAt } from '../../model/problem';
import { noRotations } from '../../model/rotations';
import { looksSecret } from '../../model/secret-literal';
import { exitCode, Failure } from '../failure';
import { type Description, type FileContents, isEnvironment, isMap, type Written } from './description';
import { inventoryFileOf, readInventory } from './inventory';
import { pinsName } from './pins';
import { withReleases } from './promotion';
import { isFile, statOf } from './read-text';
import { readRotations, rotationsFileOf } from './rotations';
import { loadTypeScript } from './typescript';
import { loadYaml } from './yaml';

export interface LoadOptions {
  /** The folder that paths are relative to, with `environments/` in it. */
  readonly folder: string;
  /** One file, TypeScript or YAML. Default: every file of `environments/`. */
  readonly file?: string;
  /** Environments by name. Default: all that are found. */
  readonly names?: readonly string[];
}

export interface Loaded {
  readonly descriptions: readonly Description[];
  /** Files that could not be understood. */
  readonly problems: readonly Problem[];
}

const readers: Readonly<Record<string, (file: string, base: string) => FileContents>> = {
  '.ts': loadTypeScript,
  '.js': loadTypeScript,
  '.cjs': loadTypeScript,
  '.yaml': loadYaml,
  '.yml': loadYaml,
  '.json': loadYaml,
};

/** Finds and reads descriptions. @throws Failure (exit 2) when there is nothing to read. */
export function load({ folder, file, names = [] }: LoadOptions): Loaded {
  const files = file === undefined ? filesOf(folder) : [existingFile(resolve(folder, file), file)];
  const problems: Problem[] = [];
  const written = files.flatMap((path) => {
    const contents = read(path, folder);
    problems.push(...contents.problems);
    const environments = [...new Set(contents.values.filter(isEnvironment))];
    return environments.flatMap((value) => describe(value, path, contents, { folder, file }, problems) ?? []);
  });
  if (written.length === 0 && problems.length === 0) throw nothingFound(file, folder);
  const place = { folder, descriptions: files[0] ? dirname(files[0]) : folder, whole: file === undefined };
  const { descriptions, findings } = withReleases(written, place);
  const chosen =
    names.length === 0
      ? descriptions
      : names.map((name) => choose(name, descriptions, problems)).filter((found) => found !== undefined);
  const promotion = findings.filter(({ environment }) => names.length === 0 || names.includes(environment));
  problems.push(...promotion.map(({ problem }) => problem), ...sameNames(written));
  return { descriptions: chosen, problems };
}

function filesOf(folder: string): string[] {
  const environments = join(folder, 'environments');
  if (!statOf(environments)?.isDirectory())
    throw new Failure(`there is no folder 'environments' in ${folder}`, {
      fix: 'run this where it is, or name a description with --file',
      exit: exitCode.usage,
    });
  return readdirSync(environments)
    .filter((name) => extname(name) in readers && !name.endsWith('.d.ts') && name !== pinsName)
    .sort()
    .map((name) => join(environments, name))
    .filter((path) => {
      if (!statOf(path))
        throw new Failure(`${relative(folder, path)} is a link that leads to no file`, {
          fix: 'remove it, or let it name a file',
          exit: exitCode.usage,
        });
      return isFile(path);
    });
}

function existingFile(path: string, said: string): string {
  if (!isFile(path)) throw new Failure(`${said} is not a file`, { fix: 'check the path', exit: exitCode.usage });
  if (!(extname(path) in readers))
    throw new Failure(`${said} is no description`, {
      fix: `use a file that ends with ${Object.keys(readers).join(', ')}`,
      exit: exitCode.usage,
    });
  return path;
}

function read(path: string, base: string): FileContents {
  const reader = readers[extname(path)];
  if (!reader) throw new Failure(`${path} cannot be read`, { exit: exitCode.usage });
  try {
    return reader(path, base);
  } catch (error) {
    throw new Failure(`${path} cannot be read: ${(error as Error).message}`, { exit: exitCode.usage });
  }
}

/** Follows `platform: platform.yaml`, and finds out where the platform was written; nothing when that cannot be read. */
function describe(
  value: Readonly<Record<string, unknown>>,
  path: string,
  contents: FileContents,
  { folder, file }: Pick<LoadOptions, 'folder' | 'file'>,
  problems: Problem[],
): Written | undefined {
  const named = typeof value.name === 'string' ? value.name : basename(path, extname(path));
  const inventoryFile = inventoryFileOf(path, named);
  const rotationsFile = rotationsFileOf(path, named);
  const isFileName = /^[\w-]+$/.test(named);
  const common = {
    name: named,
    inventoryFile,
    files: {
      inventory: relative(folder, inventoryFile),
      rotations: relative(folder, rotationsFile),
      description: file,
    },
    inventory: isFileName ? readInventory(inventoryFile) : emptyInventory,
    rotationsFile,
    rotations: isFileName ? readRotations(rotationsFile) : noRotations,
  };
  const environment: Source = contents.sourceOf?.(value) ?? contents.source;

  if (typeof value.platform === 'string') {
    const platformFile = resolve(dirname(path), value.platform);
    const missing = !isFile(platformFile);
    if (missing || !(extname(platformFile) in readers)) {
      problems.push(noPlatform(value.platform, missing, environment));
      return undefined;
    }
    const platform = read(platformFile, folder);
    problems.push(...platform.problems);
    if (platform.problems.length > 0) return undefined;
    const found = platform.values.find((candidate) => isMap(candidate) && 'owners' in candidate) ?? platform.values[0];
    return { ...common, value: { ...value, platform: found }, sources: { environment, platform: platform.source } };
  }
  const inline: Source = {
    file: environment.file,
    position: environment.position && ((inner) => environment.position?.(['platform', ...inner])),
  };
  return { ...common, value, sources: { environment, platform: contents.sourceOf?.(value.platform) ?? inline } };
}

const noPlatform = (said: string, missing: boolean, source: Source): Problem =>
  problemAt(
    { source, path: ['platform'] },
    {
      code: 'KFK-Y003',
      severity: 'error',
      problem: missing ? `there is no file '${said}'` : `'${said}' is no description`,
      fix: missing
        ? "correct the path, which starts from this file's folder"
        : `use a file that ends with ${Object.keys(readers).join(', ')}`,
    },
  );

function choose(name: string, all: readonly Description[], problems: readonly Problem[]): Description | undefined {
  const found = all.find((description) => description.name === name);
  if (!found && problems.length === 0) {
    // A name that holds a secret is refused where descriptions are judged (KFK-X050); here, nobody is told it.
    const known = all.map((description) => description.name).filter((one) => !looksSecret(one));
    throw new Failure(`there is no environment '${name}'`, {
      fix: known.length > 0 ? useInstead(name, known) : "correct the environment's name: kafka-kit check says how",
      exit: exitCode.usage,
    });
  }
  return found;
}

function nothingFound(file: string | undefined, folder: string): Failure {
  return new Failure(`${file ?? join(folder, 'environments')} describes no environment`, {
    fix: 'export defineEnvironment({ … }) from it, or write name, platform and clusters in YAML',
    exit: exitCode.usage,
  });
}

function sameNames(descriptions: readonly Written[]): Problem[] {
  const seen = new Map<string, Written>();
  return descriptions.flatMap((description): Problem[] => {
    const other = seen.get(description.name);
    seen.set(description.name, other ?? description);
    if (!other) return [];
    return [
      problemAt(
        { source: description.sources.environment, path: ['name'] },
        {
          code: 'KFK-E007',
          severity: 'error',
          problem: `'${description.name}' is also described in ${other.sources.environment.file}: they would share stacks and state`,
          fix: 'rename one of them',
        },
      ),
    ];
  });
}
