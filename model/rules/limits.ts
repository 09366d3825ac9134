import type { Draft } from '../draft';
import { groupBy } from '../group-by';
import type { Limit, Measure } from '../limits';
import type { Finding } from '../problem';
import type { Rule } from '../rule';

/** The rule that a row of a back end's limits stands for: it holds on clusters of that back end. */
export const limitRule = (limit: Limit): Rule => ({
  code: limit.code,
  severity: limit.severity,
  title: limit.title,
  source: limit.source,
  *check(draft) {
    for (const cluster of draft.clusters.values())
      if (cluster.limits.includes(limit))
        for (const { value, place } of measure[limit.measure](draft, cluster.name))
          if (value > limit.max)
            yield {
              place,
              problem: `${value} ${limit.unit} are more than ${limit.max}: ${limit.source}`,
              fix: `stay at or below ${limit.max}`,
            };
  },
});

const measure: Record<Measure, (draft: Draft, cluster: string) => { value: number; place: Finding['place'] }[]> = {
  'topic-name-length': ({ topics }, cluster) =>
    [...topics.values()]
      .filter((topic) => topic.cluster === cluster)
      .map((topic) => ({ value: topic.name.length, place: topic.origin.at() })),
  'replicas-per-broker': ({ topics, clusters }, cluster) => {
    const noun = clusters.get(cluster);
    const here = groupBy(topics.values(), (topic) => topic.cluster).get(cluster) ?? [];
    const replicas = here.reduce((sum, { partitions, replicationFactor }) => sum + partitions * replicationFactor, 0);
    return noun ? [{ value: Math.ceil(replicas / Math.max(1, noun.brokers)), place: noun.origin.at() }] : [];
  },
};
