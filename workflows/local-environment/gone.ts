import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Inventory } from '../../model/inventory';
import type { Resolved } from '../../model/resolved';
import { environmentFolders, type Folders } from '../folders';
import { passwordVersions } from './secret-store';

/**
 * Removes client folders and credentials of applications that are described no longer, once neither the inventory after
 * the deploy nor any state knows them: a stack that was not applied still has its users.
 */
export function removeGone(resolved: Resolved, folders: Folders, { applications }: Inventory): void {
  const places = environmentFolders(folders, resolved.environment.name);
  const users = namesIn(places.terraform)
    .filter((file) => file.endsWith('.tfstate'))
    .flatMap((file) => [...passwordVersions(join(places.terraform, file)).keys()]);
  const known = new Set([...resolved.applications.keys(), ...Object.keys(applications), ...users]);
  const removeIn = (folder: string, applicationOf: (name: string) => string) => {
    for (const name of namesIn(folder))
      if (!known.has(applicationOf(name))) rmSync(join(folder, name), { recursive: true, force: true });
  };
  removeIn(places.clients, (name) => name);
  for (const cluster of namesIn(places.secrets))
    removeIn(join(places.secrets, cluster), (name) => name.replace(/\.json$/, ''));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
