import type { Application } from './application';
import { entriesOf, own } from './by-name';
import type { Cluster } from './cluster';
import type { Draft } from './draft';
import type { InventoryTopic } from './inventory';
import { formatPath, type Key } from './place';
import type { Change } from './scale';
import { signInPlan } from './sign-in-plan';
import type { Topic } from './topic';

/** A change against what is recorded, and the steps in which it is done. */
export interface Plan extends Change {
  readonly cluster: string;
  /** Absent: it is about the cluster itself, or an application. */
  readonly topic?: string;
  /** Absent: it is about the cluster itself, or a topic. */
  readonly application?: string;
  /** Where the description says the change. */
  readonly path: string;
}

/** Every change of scale against what the inventory recorded, by cluster, then topic. */
export function plansOf(draft: Pick<Draft, 'clusters' | 'topics' | 'flows' | 'applications' | 'inventory'>): Plan[] {
  const clusters = entriesOf(Object.fromEntries(draft.clusters)).flatMap(([name, cluster]) => {
    const known = own(draft.inventory.clusters, name);
    // A cluster of another back end is another cluster.
    const recorded = known?.backend === cluster.backend ? known : undefined;
    return cluster.scale.plansOf(cluster, recorded, draft).map(
      ({ field, change, steps, warns, leaves }): Plan => ({
        cluster: name,
        path: pathOf(cluster, field),
        change,
        steps,
        ...(warns ? { warns } : {}),
        ...(leaves ? { leaves } : {}),
      }),
    );
  });
  const topics = entriesOf(Object.fromEntries(draft.topics)).flatMap(([name, topic]) => {
    const known = own(draft.inventory.topics, name);
    const cluster = draft.clusters.get(topic.cluster);
    if (!known || !cluster || topic.removed || known.cluster !== topic.cluster) return [];
    return [...morePartitions(topic, known, draft), ...otherReplicas(topic, known, cluster)];
  });
  const applications = entriesOf(Object.fromEntries(draft.applications)).flatMap(([, application]): Plan[] => {
    const plan = signInPlan(application, draft.inventory);
    if (!plan) return [];
    const { name, cluster } = application;
    return [{ ...plan, cluster, application: name, path: pathOf(application, ['authentication']) }];
  });
  return [...clusters, ...topics, ...applications];
}

const pathOf = ({ origin }: Pick<Cluster | Topic | Application, 'origin'>, field: readonly Key[]): string =>
  formatPath(origin.at(...field).path);

function morePartitions(
  topic: Topic,
  { partitions: had }: InventoryTopic,
  { flows, applications }: Pick<Draft, 'flows' | 'applications'>,
): Plan[] {
  const { name, cluster, partitions } = topic;
  if (partitions <= had) return [];
  const consumers = flows.filter((flow) => flow.direction === 'consume' && flow.topic === name);
  const streams = [...new Set(consumers.map(({ application }) => application))].flatMap((application) => {
    const id = applications.get(application)?.streams?.applicationId;
    return id === undefined ? [] : [{ application, id }];
  });
  return [
    {
      cluster,
      topic: name,
      path: pathOf(topic, ['partitions']),
      change: `${partitions} partitions instead of ${had}`,
      steps: [
        ...streams.map(({ application }) => `stop '${application}' once it has read everything`),
        "set auto.offset.reset to earliest for its groups: consumers find new partitions some time after producers do, and 'latest' would skip what came between",
        'apply: partitions are added, records stay where they are',
        ...streams.map(
          ({ application, id }) =>
            `reset '${application}' (kafka-streams-application-reset.sh --application-id ${id} --input-topics ${name}), which deletes its internal topics, and start it: it reads its inputs anew`,
        ),
        `let up to ${partitions} copies of each consumer run`,
      ],
      warns: [
        `records with a key go to another partition than older ones of that key: whoever relies on their order reads everything before, or the topic is copied to a new one of ${partitions} partitions`,
        ...(topic.cleanup === 'delete'
          ? []
          : [
              'it is compacted: the last record of a key in its old partition stays for ever beside the newer one elsewhere, and a deletion (tombstone) does not reach it',
            ]),
        ...streams.map(
          ({ application }) =>
            `'${application}' is a Kafka Streams application: its internal topics have as many partitions as its inputs, so it fails when it starts, and topics that it joins need as many too`,
        ),
      ],
    },
  ];
}

function otherReplicas(topic: Topic, { replicationFactor: had }: InventoryTopic, cluster: Cluster): Plan[] {
  const { name, replicationFactor } = topic;
  if (had === undefined || had === replicationFactor) return [];
  return [
    {
      cluster: cluster.name,
      topic: name,
      path: pathOf(topic, ['replicationFactor']),
      change: `${replicationFactor} replicas instead of ${had}`,
      steps: cluster.scale.replicationSteps(cluster, name),
      ...(replicationFactor < had ? { warns: ['records are on fewer brokers: fewer failures lose them'] } : {}),
    },
  ];
}
