import { existsSync, readdirSync } from 'node:fs';
import { type WithLeftStacks, withLeftStacks } from '../../model/left-stacks';
import type { Resolved } from '../../model/resolved';
import { Failure } from '../failure';
import { environmentFolders, type Folders } from '../folders';
import { StateFile } from '../terraform/state-file';

const ending = '.tfstate';

/** An environment with the stacks that only their state on this machine remembers, as when its inventory was lost. */
export const withStates = (resolved: Resolved, folders: Folders): WithLeftStacks =>
  withLeftStacks(resolved, stacksWithResources(environmentFolders(folders, resolved.environment.name).terraform));

/** @throws Failure naming the state files that belong to no cluster. */
export function everyStack(described: Resolved, folders: Folders): Resolved {
  const { resolved, unplaced } = withStates(described, folders);
  if (unplaced.length === 0) return resolved;
  const { terraformState } = environmentFolders(folders, resolved.environment.name);
  throw new Failure('there is state that the description gives no cluster', {
    why: unplaced.map((stack) => `${terraformState(stack)} holds resources, and is not of one described cluster`),
    fix: 'restore the inventory or the cluster that the file is named after; where that cluster is gone for good, delete the file',
  });
}

/** Names of the stacks below a folder whose state holds resources. */
export function stacksWithResources(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending) && holdsResources(new StateFile(`${folder}/${file}`).read()))
    .map((file) => file.slice(0, -ending.length))
    .sort();
}

/** What cannot be read, such as a state that OpenTofu encrypted, may hold something. */
export function holdsResources(state: string | undefined): boolean {
  if (state === undefined) return false;
  try {
    const { resources } = JSON.parse(state) as { resources?: readonly { mode?: string }[] };
    return resources === undefined || resources.some(({ mode }) => mode !== 'data');
  } catch {
    return true;
  }
}
