import type { Cluster } from './cluster';
import type { Replication } from './replication';

type Clusters = ReadonlyMap<string, Cluster>;
type Ends = Pick<Replication, 'from' | 'to'>;

/** The clusters of a replication, with the field that names each. */
export const ends = ({ from, to }: Ends) =>
  [
    ['from', from],
    ['to', to],
  ] as const;

/** Whether a replication goes from one described cluster to another: only then is the rest of it judged. */
export const betweenTwo = ({ from, to }: Ends, clusters: Clusters): boolean =>
  from !== to && clusters.has(from) && clusters.has(to);

/** Whether neither MirrorMaker nor a service of its vendor copies records from a cluster or to it. */
export const copiedByNobody = ({ capabilities, services }: Cluster): boolean =>
  capabilities.mirroring.support === 'unsupported' && services?.replicator === undefined;

/** The ends of a replication that nobody copies: what each of them has instead is all there is to say of it. */
export const deadEnds = (replication: Ends, clusters: Clusters): string[] =>
  ends(replication).flatMap(([, name]) => {
    const cluster = clusters.get(name);
    return cluster && copiedByNobody(cluster) ? [name] : [];
  });
