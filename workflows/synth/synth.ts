import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Resolved } from '../../model/resolved';
import { terraformApp } from '../../stacks/terraform-app';
import { Failure } from '../failure';

export interface SynthResult {
  /** `<out>/<environment>`. */
  readonly folder: string;
  readonly stacks: readonly SynthesizedStack[];
}

export interface SynthesizedStack {
  readonly name: string;
  /** Its `cdk.tf.json`. */
  readonly config: string;
  readonly resources: number;
}

/**
 * Writes everything that one environment becomes below `<out>/<environment>`:
 * `terraform/stacks/<stack>/cdk.tf.json` and `report/access.json`. The folder is replaced whole or left as it was.
 */
export function synth(resolved: Resolved, out: string): SynthResult {
  const folder = resolve(out, resolved.environment.name);
  const beside = madeBeside(folder);
  try {
    terraformApp([resolved], { folder: join(beside, 'terraform') }).synth();
    writeReport(join(beside, 'report'), resolved);
    const stacks = resolved.shards.map(({ name }) => ({
      name,
      config: join(folder, 'terraform', 'stacks', name, 'cdk.tf.json'),
      resources: countResources(join(beside, 'terraform', 'stacks', name, 'cdk.tf.json')),
    }));
    swap(beside, folder);
    return { folder, stacks };
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

function madeBeside(folder: string): string {
  try {
    makeFolder(dirname(folder));
    const beside = join(dirname(folder), `.kafka-kit-${process.pid}-${Date.now()}`);
    // Not `mkdtemp`: what is written is public, and its folder would be private.
    mkdirSync(beside);
    return beside;
  } catch (error) {
    throw new Failure(`${dirname(folder)} cannot be written: ${(error as Error).message}`, {
      fix: 'name another folder with --out',
    });
  }
}

/** Step by step: Node's own `recursive` never ends where a file system makes no folders, as in /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Somebody else may have made it just now.
    if (!existsSync(folder)) throw error;
  }
}

function writeReport(folder: string, { permissions }: Resolved): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'access.json'), `${JSON.stringify(permissions, null, 2)}\n`);
}

/** Two renames: the old output is there until the new one is, and comes back when the second fails. */
function swap(beside: string, folder: string): void {
  const old = `${beside}-old`;
  // A file of that name is nobody's output: it stays, and the second rename says so.
  const had = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  try {
    if (had) renameSync(folder, old);
    renameSync(beside, folder);
  } catch (error) {
    if (existsSync(old)) renameSync(old, folder);
    throw new Failure(`${folder} cannot be replaced: ${(error as Error).message}`, {
      fix: 'remove what is there, or name another folder with --out',
    });
  }
  rmSync(old, { recursive: true, force: true });
}

function countResources(config: string): number {
  const { resource = {} } = JSON.parse(readFileSync(config, 'utf8')) as { resource?: Record<string, object> };
  return Object.values(resource).reduce((sum, ofType) => sum + Object.keys(ofType).length, 0);
}
