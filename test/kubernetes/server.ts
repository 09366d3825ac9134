import { join } from 'node:path';
import { ApiClient } from '../support/api-client';
import type { Manifest } from '../support/manifests';

/** Where `setup.ts` left the server that all tests of this project share. */
export const folderVariable = 'KAFKA_KIT_TEST_API_SERVER';

export function serverFolder(): string {
  const folder = process.env[folderVariable];
  if (!folder) throw new Error('no API server runs: use npm run test:kubernetes or test:deploy');
  return folder;
}

export const connect = (): Promise<ApiClient> => ApiClient.connect(join(serverFolder(), 'kubeconfig'));

const made = new Set<string>();

/**
 * Makes the namespaces that objects are in, for real: a dry run into one that is not there fails. Those of the
 * applications and of operators are not the kit's to make, those that it makes are needed before their own dry run.
 */
export async function makeNamespaces(client: ApiClient, objects: readonly Manifest[]): Promise<void> {
  for (const { metadata } of objects) {
    const name = metadata.namespace;
    if (!name || made.has(name)) continue;
    made.add(name);
    await client.store({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  }
}
