import type { Cluster } from '../../model/cluster';
import { strimziSettings } from './description/cluster';

/** The file with the authority of a listener's server of tokens. Strimzi mounts nothing elsewhere than below /mnt. */
export const authorityFile = (listener: string): string => `${authorityFolder(listener)}/ca.crt`;

const authorityFolder = (listener: string): string => `/mnt/oauth-${listener}`;

/** Secrets that brokers read their servers of tokens by. */
export const authorityMounts = (cluster: Cluster) =>
  strimziSettings(cluster).listeners.flatMap(({ name, oauth }) =>
    oauth?.authority === undefined
      ? []
      : [{ name: `oauth-${name}`, secretName: oauth.authority, mountPath: authorityFolder(name) }],
  );
