import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Resolved } from '../../model/resolved';
import { environmentFolders, type Folders } from '../folders';
import { clientCertificateIn } from '../local/client-certificate';

/** The days on which this machine made the credentials of its own clusters' applications, by application. */
export function madeHere(
  { environment, clusters, shards }: Resolved,
  folders: Folders,
): Readonly<Record<string, string>> {
  const { secrets } = environmentFolders(folders, environment.name);
  const days = shards
    .flatMap(({ principals }) => principals)
    .flatMap(({ application: { name, cluster }, credential }) => {
      if (clusters.get(cluster)?.life !== 'local' || credential?.store !== 'files') return [];
      const kept = join(secrets, credential.name);
      const day = dayOf(credential.key === 'certificate' ? clientCertificateIn(kept).certificateFile : `${kept}.json`);
      return day === undefined ? [] : [[name, day] as const];
    });
  return Object.fromEntries(days);
}

/** A credential's file is written when the credential is made, and not again. */
const dayOf = (file: string): string | undefined =>
  statSync(file, { throwIfNoEntry: false })?.mtime.toISOString().slice(0, 10);
