import type { Cluster } from '../cluster';
import type { ConnectCluster } from '../connect-cluster';
import type { Connector, DescribedConnector } from '../connector';
import type { Made } from './made';

/** Connect clusters and connectors with everything decided, and what they stand for. */
export interface MadeByConnect extends Made {
  readonly connectors: ReadonlyMap<string, Connector>;
  readonly connectClusters: ReadonlyMap<string, ConnectCluster>;
}

export interface DescribedConnect {
  readonly clusters: ReadonlyMap<string, Cluster>;
  readonly connectors: ReadonlyMap<string, DescribedConnector>;
  readonly connectClusters: ReadonlyMap<string, ConnectCluster>;
}

/** Each Connect cluster is an application, the user of its workers; what its connectors move are its flows. */
export function expandConnect({ connectors, connectClusters }: DescribedConnect): MadeByConnect {
  return { connectors, connectClusters };
}
