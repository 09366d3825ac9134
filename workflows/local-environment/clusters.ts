import type { Cluster } from '../../model/cluster';
import type { Resolved } from '../../model/resolved';
import { environmentFolders, type Folders } from '../folders';
import type { LocalClusterSpec } from '../local/cluster';
import { tokenListenerOf } from './tokens';

/** What `workflows/local` needs to run one cluster of an environment on this machine. */
export const specOf = ({ environment }: Resolved, cluster: Cluster, folders: Folders): LocalClusterSpec => ({
  name: `${environment.name}/${cluster.name}`,
  folder: environmentFolders(folders, environment.name).cluster(cluster.name),
  cache: folders.cache,
  version: cluster.version,
  nodes: cluster.brokers,
  tokens: tokenListenerOf(cluster, folders),
});

/** The clusters of an environment that run on this machine. */
export const localClusters = ({ clusters }: Resolved): Cluster[] =>
  [...clusters.values()].filter(({ life }) => life === 'local');
