import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from '../../model/cluster';
import type { Resolved } from '../../model/resolved';
import { environmentFolders, type Folders } from '../folders';
import { certificatesIn } from '../local/certificate-authority';
import { certificateEnd } from '../local/client-certificate';
import { clusterFolder } from '../local/cluster-folder';
import { specOf } from './clusters';

/** Until which day the certificates of a cluster on this machine are good. */
export interface CertificateEnds {
  /** One; two while one takes the other's place. */
  readonly authorities: readonly string[];
  readonly brokers?: string;
  /** By application. */
  readonly clients: Readonly<Record<string, string>>;
}

/** Nothing before a cluster's first start. */
export function certificateEnds(resolved: Resolved, cluster: Cluster, folders: Folders): CertificateEnds {
  const { caFile, brokerKeystore } = clusterFolder(specOf(resolved, cluster, folders).folder);
  const { secrets } = environmentFolders(folders, resolved.environment.name);
  const principals = resolved.shards
    .filter((shard) => shard.cluster.name === cluster.name)
    .flatMap((shard) => shard.principals);
  const clients = principals.flatMap(({ application, credential }) => {
    const end = credential?.key === 'certificate' ? certificateEnd(join(secrets, credential.name)) : undefined;
    return end === undefined ? [] : [[application.name, end] as const];
  });
  return { authorities: endsIn(caFile), brokers: endsIn(brokerKeystore)[0], clients: Object.fromEntries(clients) };
}

const endsIn = (file: string): string[] =>
  existsSync(file)
    ? certificatesIn(readFileSync(file, 'utf8')).map((pem) =>
        new Date(new X509Certificate(pem).validTo).toISOString().slice(0, 10),
      )
    : [];
