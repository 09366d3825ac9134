import type { Cluster } from '../cluster';
import { fieldsSaid } from '../fields-said';
import { defaultReplicationFactor } from '../replicas';
import type { DescribedReplication, ReplicationInput, Replicator } from '../replication';
import { parseDuration } from '../units';
import type { NormaliseContext, Written } from './normalise-context';

/** Decides every default of a replication but its topics and groups, which patterns may add to. */
export function normaliseReplication(
  { name, said, origin }: Written<ReplicationInput>,
  { clusters, quantities }: NormaliseContext,
): DescribedReplication {
  const by = said.by ?? defaultReplicator(clusters.get(said.from), clusters.get(said.to));
  const service = by === 'mirror-maker' ? undefined : by;
  return {
    name,
    owner: said.owner,
    from: said.from,
    to: said.to,
    topics: said.topics,
    groups: said.groups,
    names: said.names ?? (service ? 'same' : 'prefixed'),
    service,
    rpo: quantities.duration(said.rpo, origin, 'rpo') ?? parseDuration('1m'),
    tasks: said.tasks ?? 1,
    instances: said.instances ?? 1,
    replicationFactor: defaultReplicationFactor(clusters.get(said.to)),
    said: fieldsSaid(said),
    origin,
  };
}

/** The vendor's own wherever both clusters have it and it could sign in. */
const defaultReplicator = (...clusters: readonly (Cluster | undefined)[]): Replicator =>
  clusters.every((cluster) => cluster?.services?.replicator !== undefined && cluster.authentication[0] === 'iam')
    ? 'msk-replicator'
    : 'mirror-maker';
