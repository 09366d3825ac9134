import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Inventory } from '../../model/inventory';
import type { Resolved } from '../../model/resolved';
import { environmentFolders, type Folders } from '../folders';
import { passwordVersions } from './secret-store';

/**
 * Removes client folders and credentials of applications that are described no longer, and of users that are let in no longer, once neither the inventory after
 * the deploy nor any state knows them: a stack that was not applied still has its users.
 */
export function removeGone(resolved: Resolved, folders: Folders, { applications }: Inventory): void {
  const places = environmentFolders(folders, resolved.environment.name);
  const users = namesIn(places.terraform)
    .filter((file) => file.endsWith('.tfstate'))
    .flatMap((file) => [...passwordVersions(join(places.terraform, file)).keys()]);
  const removeIn = (folder: string, known: ReadonlySet<string>, nameOf: (file: string) => string) => {
    for (const name of namesIn(folder))
      if (!known.has(nameOf(name))) rmSync(join(folder, name), { recursive: true, force: true });
  };
  const left = Object.keys(applications).filter((name) => !resolved.applications.has(name));
  removeIn(places.clients, new Set([...resolved.applications.keys(), ...left, ...users]), (name) => name);
  // Of an application that is described, the user that its last rotation took the access from goes, too.
  const accepted = resolved.shards.flatMap(({ principals }) => principals.flatMap((principal) => principal.users));
  const known = new Set([...accepted.map(({ name }) => name), ...left, ...users]);
  for (const cluster of namesIn(places.secrets))
    removeIn(join(places.secrets, cluster), known, (name) => name.replace(/\.json$/, ''));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
