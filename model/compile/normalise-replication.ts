import { defaultReplicationFactor } from '../replicas';
import type { DescribedReplication, ReplicationInput } from '../replication';
import { parseDuration } from '../units';
import type { NormaliseContext, Written } from './normalise-context';

/** Decides every default of a replication but its topics and groups, which patterns may add to. */
export function normaliseReplication(
  { name, said, origin }: Written<ReplicationInput>,
  { clusters, quantities }: NormaliseContext,
): DescribedReplication {
  return {
    name,
    owner: said.owner,
    from: said.from,
    to: said.to,
    topics: said.topics,
    groups: said.groups,
    names: said.names ?? 'prefixed',
    rpo: quantities.duration(said.rpo, origin, 'rpo') ?? parseDuration('1m'),
    tasks: said.tasks ?? 1,
    instances: said.instances ?? 1,
    replicationFactor: defaultReplicationFactor(clusters.get(said.to)),
    origin,
  };
}
