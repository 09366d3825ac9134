import { authentications } from '../authentication';
import type { Cluster } from '../cluster';
import type { Draft } from '../draft';
import { groupBy } from '../group-by';
import type { Limit, Measure } from '../limits';
import { clusterStackName } from '../names';
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
      if (holdsFor(limit, cluster))
        for (const { value, place } of measure[limit.measure](draft, cluster))
          if (value > limit.max)
            yield {
              place,
              problem: `${value} ${limit.unit} are more than ${limit.max}${tierOf(limit, cluster)}: ${limit.source}`,
              fix: `stay at or below ${limit.max}`,
            };
  },
});

const holdsFor = (limit: Limit, { limits, tier }: Cluster): boolean =>
  limits.includes(limit) && (!limit.tiers || (tier !== undefined && limit.tiers.includes(tier)));

const tierOf = ({ tiers }: Limit, { tier }: Cluster): string => (tiers ? ` of ${tier}` : '');

interface Measured {
  readonly value: number;
  readonly place: Finding['place'];
}

const measure: Record<Measure, (draft: Draft, cluster: Cluster) => Measured[]> = {
  'topic-name-length': ({ topics }, cluster) =>
    on(cluster, topics).map((topic) => ({ value: topic.name.length, place: topic.origin.at() })),
  'replicas-per-broker': ({ topics }, cluster) => {
    const here = groupBy(topics.values(), (topic) => topic.cluster).get(cluster.name) ?? [];
    const replicas = here.reduce((sum, { partitions, replicationFactor }) => sum + partitions * replicationFactor, 0);
    return [{ value: Math.ceil(replicas / Math.max(1, cluster.brokers)), place: cluster.origin.at() }];
  },
  brokers: (_, cluster) => [{ value: cluster.brokers, place: cluster.origin.at('brokers') }],
  'users-with-password': ({ applications }, cluster) => {
    const users = on(cluster, applications).filter(({ authentication }) => passwords.has(authentication));
    return [{ value: users.length, place: cluster.origin.at() }];
  },
  'cluster-name-length': ({ environment }, cluster) => [
    { value: clusterStackName(environment.name, cluster.name).length, place: cluster.origin.at() },
  ],
  'principal-name-length': ({ environment, applications }, cluster) =>
    on(cluster, applications).map(({ name, origin }) => ({
      value: `${clusterStackName(environment.name, cluster.name)}-${name}`.length,
      place: origin.at(),
    })),
};

const on = <Noun extends { readonly cluster: string }>(cluster: Cluster, nouns: ReadonlyMap<string, Noun>): Noun[] =>
  [...nouns.values()].filter((noun) => noun.cluster === cluster.name);

const passwords: ReadonlySet<string> = new Set(
  Object.entries(authentications).flatMap(([name, { proof }]) => (proof === 'password' ? [name] : [])),
);
