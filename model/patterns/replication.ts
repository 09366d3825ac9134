import type { Application } from '../application';
import type { Cluster } from '../cluster';
import type { Flow } from '../flow';
import {
  copierOf,
  type DescribedReplication,
  mirrorApplication,
  type Replication,
  type Side,
  sides,
} from '../replication';
import { grantsOfReplication } from '../replication-permissions';
import { grantsOfReplicator } from '../replicator-permissions';
import type { Topic } from '../topic';
import { workloadAuthentication } from '../workload';

/** What the environment holds when its other patterns have been expanded. */
export interface Surrounding {
  readonly clusters: ReadonlyMap<string, Cluster>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly applications: ReadonlyMap<string, Application>;
  readonly flows: readonly Flow[];
}

/** A replication with the names of what it copies, and the applications that stand for what copies on both sides. */
export function expandReplication(described: DescribedReplication, around: Surrounding) {
  const topics = described.topics ?? topicsOf(described, around);
  const replication: Replication = {
    ...described,
    topics: sorted(topics),
    groups: sorted(described.groups ?? groupsOf(topics, around)),
  };
  return { replication, applications: sides.map((side) => applicationOf(replication, side, around.clusters)) };
}

const topicsOf = ({ from }: DescribedReplication, { topics }: Surrounding) =>
  [...topics.values()].filter(({ cluster, removed }) => cluster === from && !removed).map(({ name }) => name);

/** With its offsets but without its state, a Kafka Streams application would go on with wrong results. */
function groupsOf(topics: readonly string[], { flows, applications }: Surrounding): string[] {
  const mirrored = new Set(topics);
  return flows.flatMap((flow) =>
    flow.direction === 'consume' && mirrored.has(flow.topic) && !applications.get(flow.application)?.streams
      ? [flow.group]
      : [],
  );
}

function applicationOf(replication: Replication, side: Side, clusters: ReadonlyMap<string, Cluster>): Application {
  const { name, owner, from, to, instances, origin, service } = replication;
  const cluster = side === 'source' ? from : to;
  return {
    name: mirrorApplication(name, side),
    owner,
    description: `${copierOf(replication)}, ${side === 'source' ? `reads '${from}' for` : `writes to '${to}' for`} the replication '${name}'`,
    cluster,
    transactional: false,
    instances,
    authentication: service ? 'iam' : workloadAuthentication(clusters.get(cluster)?.authentication),
    workload: { kind: 'replication', name, side },
    ...(service ? { service } : {}),
    grants: service ? grantsOfReplicator(replication, side) : grantsOfReplication(replication, side),
    origin,
  };
}

const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort();
