import { basename } from 'node:path';
import { z } from 'zod';
import type { Resolved } from '../../model/resolved';
import type { SecretRef } from '../../model/secret-ref';
import { environmentFolders, type Folders } from '../folders';
import { type AppliedVersion, FileStore } from '../secrets/file-store';
import { noState, StateFile } from '../terraform/state-file';

/** The little of Terraform's state that says which version of a user's password was written. */
const stateShape = z.object({
  resources: z.array(
    z.object({
      instances: z.array(
        z.object({
          attributes: z.object({ username: z.string(), password_wo_version: z.coerce.number() }).catch(none),
        }),
      ),
    }),
  ),
});

function none() {
  return { username: '', password_wo_version: 0 };
}

/** An environment's secret store; what was applied, by `deploy` or by cdktf, it reads in Terraform's state. */
export function secretStoreOf(resolved: Resolved, folders: Folders): FileStore {
  const { secrets } = environmentFolders(folders, resolved.environment.name);
  return new FileStore(secrets, appliedVersions(resolved, folders));
}

/** Which version of each user's password brokers were told last. */
export function appliedVersions({ environment, shards }: Resolved, folders: Folders): AppliedVersion {
  const places = environmentFolders(folders, environment.name);
  const stateOf = new Map(
    shards.flatMap(({ name, principals }) =>
      principals
        .flatMap(({ users }) => users)
        .flatMap(({ credential }) => (credential ? [[credential.name, places.terraformState(name)] as const] : [])),
    ),
  );
  return (ref: SecretRef) => {
    const file = stateOf.get(ref.name);
    return file === undefined ? undefined : passwordVersions(file).get(basename(ref.name));
  };
}

/** By user name. @throws Failure when the file is no state */
export function passwordVersions(stateFile: string): ReadonlyMap<string, number> {
  const text = new StateFile(stateFile).read();
  if (text === undefined) return new Map();
  try {
    const { resources } = stateShape.parse(JSON.parse(text));
    const users = resources.flatMap(({ instances }) => instances.map(({ attributes }) => attributes));
    return new Map(
      users
        .filter(({ username }) => username !== '')
        .map(({ username, password_wo_version }) => [username, password_wo_version]),
    );
  } catch {
    throw noState(stateFile);
  }
}
