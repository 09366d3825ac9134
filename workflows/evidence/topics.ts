import { compare } from '../../model/by-name';
import { handlingOf, longestRetention } from '../../model/classification';
import { copierOf, mirroredTopic } from '../../model/replication';
import type { Resolved } from '../../model/resolved';
import type { Topic } from '../../model/topic';
import { accessIn } from './access';
import type { TopicEvidence } from './evidence-shape';

/** The most sensitive first, then by name. */
const order = ['personal', 'confidential', 'internal', 'public'];

/** Every topic with who may do what with its records, how long they stay, and where else they are. */
export function topicEvidence(resolved: Resolved): TopicEvidence[] {
  const accessTo = accessIn(resolved);
  return [...resolved.topics.values()]
    .map((topic) => evidenceOf(topic, { resolved, accessTo }))
    .sort((a, b) => order.indexOf(a.classification) - order.indexOf(b.classification) || compare(a.name, b.name));
}

interface Context {
  readonly resolved: Resolved;
  readonly accessTo: ReturnType<typeof accessIn>;
}

function evidenceOf(topic: Topic, context: Context): TopicEvidence {
  const { resolved, accessTo } = context;
  const { name, cluster, owner, role, classification, unclassified, erasure } = topic;
  return {
    name,
    cluster,
    owner,
    role,
    classification,
    classified: unclassified === undefined,
    retention: retentionOf(topic, resolved),
    erasure: erasure ?? null,
    ...accessTo(topic),
    copies: [...mirrored(topic, context), ...written(topic, resolved)],
  };
}

const day = 86_400_000;

function retentionOf(topic: Topic, { environment }: Resolved): TopicEvidence['retention'] {
  const atMost = longestRetention(handlingOf(environment.profile, topic));
  const stays = topic.retention < 0 || topic.cleanup === 'compact' ? Number.POSITIVE_INFINITY : topic.retention;
  const compacted = topic.cleanup !== 'delete';
  // Who says how one's records leave a compacted topic has answered for what no retention of Kafka's deletes.
  const within = stays <= atMost || (topic.cleanup === 'compact' && topic.erasure !== undefined);
  return { days: daysOf(stays), atMost: daysOf(atMost), compacted, within };
}

const daysOf = (milliseconds: number): number | null =>
  Number.isFinite(milliseconds) ? Math.round((milliseconds / day) * 100) / 100 : null;

/** Copies on other clusters, whose readers have flows, roles or keys of their own there. */
const mirrored = ({ name, cluster }: Topic, { resolved, accessTo }: Context): TopicEvidence['copies'] =>
  [...resolved.replications.values()]
    .filter(({ from, topics }) => from === cluster && topics.includes(name))
    .map((replication) => {
      const as = mirroredTopic(replication, name);
      const { readers } = accessTo({ cluster: replication.to, name: as });
      return {
        to: `the cluster '${replication.to}'`,
        as,
        by: `${copierOf(replication)}, ${replication.name}`,
        readers,
      };
    });

/** What the cluster itself writes elsewhere: nobody here knows who reads it there. */
const written = ({ name, cluster }: Topic, { clusters }: Resolved): TopicEvidence['copies'] =>
  (clusters.get(cluster)?.custody?.copies ?? [])
    .filter(({ topic }) => topic === name)
    .map(({ to }) => ({ to, as: name, by: `the cluster '${cluster}'`, readers: [] }));
