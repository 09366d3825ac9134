import { compare } from '../../model/by-name';
import { handlingOf, isErasureUnsaid, isKeptTooLong, longestKept, longestRetention } from '../../model/classification';
import { millisecondsOfDay } from '../../model/days';
import { copierOf, mirroredTopic } from '../../model/replication';
import type { Resolved } from '../../model/resolved';
import { copiesIn } from '../../model/rules/custody';
import { compareClassifications, type Topic } from '../../model/topic';
import { accessIn } from './access';
import type { TopicEvidence } from './evidence-shape';

/** Every topic with who may do what with its records, how long they stay, and where else they are: the most sensitive first. */
export function topicEvidence(resolved: Resolved): TopicEvidence[] {
  const accessTo = accessIn(resolved);
  return [...resolved.topics.values()]
    .map((topic) => evidenceOf(topic, { resolved, accessTo }))
    .sort((a, b) => compareClassifications(b.classification, a.classification) || compare(a.name, b.name));
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
    overridden: overriddenOf(topic),
  };
}

const day = millisecondsOfDay;

function retentionOf(topic: Topic, { environment }: Resolved): TopicEvidence['retention'] {
  const { profile } = environment;
  return {
    days: daysOf(longestKept(topic)),
    atMost: daysOf(longestRetention(handlingOf(profile, topic))),
    compacted: topic.cleanup !== 'delete',
    within: !isKeptTooLong(profile, topic) && !isErasureUnsaid(profile, topic),
  };
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

/** What leaves Kafka: nobody here knows who reads it there. */
const written = ({ name }: Topic, resolved: Resolved): TopicEvidence['copies'] =>
  [...copiesIn(resolved)]
    .filter(({ topic }) => topic.name === name)
    .map(({ to, by }) => ({ to, as: name, by, readers: null }));

function overriddenOf({ platform, owner, classification, readers }: Topic): TopicEvidence['overridden'] {
  if (!platform) return [];
  const said = (names: readonly string[] | undefined) =>
    names === undefined ? 'whoever has a flow' : names.join(', ') || 'nobody else';
  const fields = [
    { field: 'owner' as const, platform: platform.owner, here: owner },
    { field: 'classification' as const, platform: platform.classification, here: classification },
    { field: 'readers' as const, platform: said(platform.readers), here: said(readers) },
  ];
  return fields.filter((one) => one.platform !== one.here);
}
