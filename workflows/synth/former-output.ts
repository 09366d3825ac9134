import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { exitCode, Failure } from '../failure';
import type { OutputFolder } from './output-folder';

/** Where a synth lists what it wrote, itself included. */
const listFile = 'report/files.json';

/** In the folder of a stack: what Terraform leaves there, and what it is given beside the configuration. */
const ofTerraform =
  /^terraform\/stacks\/([^/]+)\/(\.terraform|\.terraform[./].*|[^/]*\.tfstate(\..*)?|[^/]*tfplan|[^/]*\.tfvars(\.json)?|crash[^/]*\.log)$/;
/** What nobody can make again: state, and values that somebody gave. */
const kept = /^[^/]+\/[^/]+\/[^/]+\/(?!\.terraform\/).*\.(tfstate(\..*)?|tfvars(\.json)?)$/;
const atWork = '.terraform.tfstate.lock.info';

/** What versions wrote that left no list: its reports say that it was them. */
const unlisted =
  /^(report\/[a-z]+\.json|clients\/[^/]+\/(application\.json|[a-z]+\.properties)|terraform\/manifest\.json|terraform\/stacks\/[^/]+\/cdk\.tf\.json|(kubernetes|gitops)\/.+\.yaml)$/;
const unlistedReports = ['report/access.json', 'report/translations.json'];

/** Writes the list of what is in the folder by now. */
export function writeList(folder: OutputFolder): void {
  const files = [...filesBelow(folder.path), listFile].sort();
  folder.write(listFile, `${JSON.stringify(files, null, 2)}\n`);
}

/**
 * What is in the folder that a synth replaces: what an earlier one wrote goes, what Terraform put beside a stack's
 * configuration comes along, and anything else is somebody's and stops it.
 */
export class FormerOutput {
  private constructor(
    private readonly folder: string,
    private readonly terraforms: readonly string[],
  ) {}

  /** @throws Failure (exit 2) when something is in the folder that no synth wrote, or Terraform is at work there */
  static in(folder: string): FormerOutput {
    // A file of that name is nobody's output: who puts the new folder in its place says so.
    const files = existsSync(folder) && statSync(folder).isDirectory() ? readable(folder) : [];
    const wrote = writtenIn(folder);
    const others = files.filter((file) => !wrote(file));
    const strangers = others.filter((file) => !ofTerraform.test(file));
    const [first] = strangers;
    if (first !== undefined)
      throw new Failure(`${folder} has what kafka-kit did not write, and would lose it`, {
        why: firstFew(strangers),
        fix: 'move it elsewhere, or name another folder with --out',
        exit: exitCode.usage,
      });
    const busy = others.find((file) => basename(file) === atWork);
    if (busy !== undefined)
      throw new Failure(`Terraform is at work in ${join(folder, dirname(busy))}`, {
        fix: `wait for it; where it was stopped, remove ${join(folder, busy)}`,
        exit: exitCode.usage,
      });
    return new FormerOutput(folder, others);
  }

  /**
   * Gives what Terraform left to the folder that takes the place of this one; both have it until then.
   * Of a stack that is there no longer goes what Terraform installs again.
   * @throws Failure (exit 2) when such a stack has a state there, or values that it is given
   */
  comeAlong(next: string): void {
    for (const file of this.terraforms) {
      const [, stack = ''] = ofTerraform.exec(file) ?? [];
      if (existsSync(join(next, 'terraform', 'stacks', stack, 'cdk.tf.json')))
        give(join(this.folder, file), join(next, file));
      else if (kept.test(file))
        throw new Failure(
          `the stack '${stack}' is described no longer, and ${join(this.folder, file)} would go with it`,
          {
            fix: `destroy what the stack has, by terraform where it is, or move the file elsewhere; then remove ${join(this.folder, 'terraform', 'stacks', stack)}`,
            exit: exitCode.usage,
          },
        );
    }
  }
}

/** Whether an earlier synth wrote a file of the folder. */
function writtenIn(folder: string): (file: string) => boolean {
  const list = join(folder, listFile);
  if (existsSync(list))
    try {
      const files = new Set(JSON.parse(readFileSync(list, 'utf8')) as readonly string[]);
      return (file) => files.has(file);
    } catch {
      // Somebody broke the list, as a merge does.
    }
  const isOurs = unlistedReports.every((file) => existsSync(join(folder, file)));
  return (file) => isOurs && unlisted.test(file);
}

function readable(folder: string): string[] {
  try {
    return filesBelow(folder);
  } catch (error) {
    throw new Failure(`${folder} cannot be read: ${(error as Error).message}`, {
      fix: 'make it readable, or name another folder with --out',
    });
  }
}

/** Links are no folders: what they lead to is elsewhere. */
function filesBelow(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(folder, path) : [path];
  });
}

/** By a link, so that whatever writes it meanwhile writes both. */
function give(from: string, to: string): void {
  if (existsSync(to)) return;
  mkdirSync(dirname(to), { recursive: true });
  try {
    if (lstatSync(from).isSymbolicLink()) symlinkSync(readlinkSync(from), to);
    else linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

const firstFew = (files: readonly string[]): string[] => [
  ...files.slice(0, 5),
  ...(files.length > 5 ? [`and ${files.length - 5} more`] : []),
];
