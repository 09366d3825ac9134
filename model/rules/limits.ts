import { authentications } from '../authentication';
import type { Cluster } from '../cluster';
import { clustersOn, type Draft } from '../draft';
import { groupBy } from '../group-by';
import { type Limit, type Measure, type OwnMeasure, ownMeasures } from '../limits';
import { holdsFor, maxOf } from '../limits-on';
import { clusterStackName } from '../names';
import type { Finding } from '../problem';
import type { Rule } from '../rule';
import type { Topic } from '../topic';

/** The rule that a row of a back end's limits stands for: it holds on clusters of that back end. */
export const limitRule = (limit: Limit): Rule => ({
  code: limit.code,
  severity: limit.severity,
  title: limit.title,
  source: limit.source,
  *check(draft) {
    for (const cluster of draft.clusters.values())
      if (holdsFor(limit, cluster)) {
        const max = maxOf(limit, cluster);
        for (const { value, place } of measure[limit.measure](draft, cluster))
          if (value > max)
            yield {
              place,
              problem: `${value === Number.POSITIVE_INFINITY ? 'unlimited' : value} ${limit.unit} are more than ${max}${tierOf(limit, cluster)}: ${limit.source}`,
              fix: `stay at or below ${max}${limit.perUnit ? `, or add units: each brings ${limit.max}` : ''}${limit.instead ? `: ${limit.instead}` : ''}`,
            };
      }
  },
});

const tierOf = ({ tiers, perUnit }: Limit, { tier, units }: Cluster): string =>
  `${tiers ? ` of ${tier}` : ''}${perUnit ? ` with ${units} units` : ''}`;

interface Measured {
  readonly value: number;
  readonly place: Finding['place'];
}

type Measurement = (draft: Draft, cluster: Cluster) => Measured[];

const measure: Record<Measure, Measurement> = {
  ...ownMeasured(),
  'topic-name-length': ({ topics }, cluster) =>
    on(cluster, topics).map((topic) => ({ value: topic.name.length, place: topic.origin.at() })),
  'replicas-per-broker': ({ topics }, cluster) => {
    const here = groupBy(topics.values(), (topic) => topic.cluster).get(cluster.name) ?? [];
    const replicas = here.reduce((sum, { partitions, replicationFactor }) => sum + partitions * replicationFactor, 0);
    return [{ value: Math.ceil(replicas / Math.max(1, cluster.brokers)), place: cluster.origin.at() }];
  },
  brokers: (_, cluster) => [{ value: cluster.brokers, place: cluster.origin.at('brokers') }],
  'users-with-password': ({ applications, environment }, cluster) => {
    const users = on(cluster, applications).filter(({ authentication }) => passwords.has(authentication));
    // While all are rotated at once, each has two.
    const each = environment.secrets.users === 'two' ? 2 : 1;
    return [{ value: users.length * each, place: cluster.origin.at() }];
  },
  'cluster-name-length': ({ environment }, cluster) => [
    { value: clusterStackName(environment.name, cluster.name).length, place: cluster.origin.at() },
  ],
  'principal-name-length': ({ environment, applications }, cluster) =>
    on(cluster, applications).map(({ name, origin }) => ({
      value: `${clusterStackName(environment.name, cluster.name)}-${name}`.length,
      place: origin.at(),
    })),
  topics: ({ topics }, cluster) => [{ value: on(cluster, topics).length, place: cluster.origin.at() }],
  partitions: ({ topics }, cluster) => {
    const partitions = on(cluster, topics).reduce((sum, topic) => sum + topic.partitions, 0);
    return [{ value: partitions, place: cluster.origin.at() }];
  },
  'compacted-partitions': ({ topics }, cluster) => [
    { value: partitionsOf(on(cluster, topics).filter(isCompacted)), place: cluster.origin.at() },
  ],
  'partitions-not-compacted': ({ topics }, cluster) => [
    { value: partitionsOf(on(cluster, topics).filter((topic) => !isCompacted(topic))), place: cluster.origin.at() },
  ],
  'clusters-of-tier': (draft, cluster) => {
    const those = clustersOn(draft, cluster.backend).filter(({ tier }) => tier === cluster.tier);
    return [{ value: those.length, place: cluster.origin.at() }];
  },
  // Of those that the kit makes: nobody tells it in which account the others are.
  'brokers-of-back-end': (draft, cluster) => {
    const owned = clustersOn(draft, cluster.backend).filter(
      ({ life, storedByVendor }) => life === 'owned' && !storedByVendor,
    );
    return [{ value: owned.reduce((sum, { brokers }) => sum + brokers, 0), place: cluster.origin.at() }];
  },
  'partitions-of-topic': ({ topics }, cluster) =>
    described(on(cluster, topics)).map(({ partitions, origin }) => ({
      value: partitions,
      place: origin.at('partitions'),
    })),
  // A compacted topic keeps each key's last record, whatever its retention.
  'retention-hours': ({ topics }, cluster) =>
    on(cluster, topics)
      .filter(({ cleanup }) => cleanup !== 'compact')
      .map((topic) => ({
        value: topic.retention < 0 ? Number.POSITIVE_INFINITY : topic.retention / 3_600_000,
        place: retentionOf(topic),
      })),
  'record-batch-bytes': ({ topics }, cluster) =>
    described(on(cluster, topics)).map(({ maxMessageSize = 0, origin }) => ({
      value: maxMessageSize,
      place: origin.at('maxMessageSize'),
    })),
  'group-name-length': ({ flows, applications }, cluster) =>
    flows.flatMap((flow) =>
      flow.direction === 'consume' && applications.get(flow.application)?.cluster === cluster.name
        ? [{ value: flow.group.length, place: flow.origin.at('group') }]
        : [],
    ),
  // On topics, and on what of its connection an application reads.
  grants: ({ flows, applications, clusters, environment }, cluster) => {
    const [first, ...others] = [...clusters.values()].filter(
      ({ backend, account }) => backend === cluster.backend && account === cluster.account,
    );
    // They share an account: the first tells of all.
    if (first !== cluster) return [];
    const counted = [first, ...others].map((here) => {
      const users = new Map(on(here, applications).map((application) => [application.name, application]));
      const granted = flows.filter(({ application }) => !passwords.has(users.get(application)?.authentication ?? ''));
      const groups = new Map(
        (here.grantedTogether ?? []).flatMap(({ name, members }) => members.map((member) => [member, `group ${name}`])),
      );
      const grants = granted
        .filter(({ application }) => users.has(application))
        .map(({ application, direction, topic }) => `${groups.get(application) ?? application} ${direction} ${topic}`);
      // Its address, and its key where it has one.
      const readable = [...users.values()].map((application) =>
        here.deliveryOf(environment, here, application) ? (passwords.has(application.authentication) ? 2 : 1) : 0,
      );
      return new Set(grants).size + readable.reduce((sum: number, count) => sum + count, 0);
    });
    return [{ value: counted.reduce((sum, count) => sum + count, 0), place: cluster.origin.at() }];
  },
  // One for each copy at the least; what lag or load starts besides is counted where it is said.
  connections: ({ applications }, cluster) => {
    const copies = on(cluster, applications).map(({ instances, scaling }) => Math.max(instances, scaling?.max ?? 0));
    return [{ value: copies.reduce((sum, count) => sum + count, 0), place: cluster.origin.at() }];
  },
  groups: ({ flows, applications }, cluster) => {
    const groups = flows.flatMap((flow) =>
      flow.direction === 'consume' && applications.get(flow.application)?.cluster === cluster.name ? [flow.group] : [],
    );
    return [{ value: new Set(groups).size, place: cluster.origin.at() }];
  },
  'passwords-per-topic': ({ flows, applications, topics }, cluster) => {
    const users = new Map<string, Set<string>>();
    for (const { topic, application } of flows)
      if (passwords.has(applications.get(application)?.authentication ?? ''))
        users.set(topic, (users.get(topic) ?? new Set()).add(application));
    return on(cluster, topics).map(({ name, origin }) => ({ value: users.get(name)?.size ?? 0, place: origin.at() }));
  },
  'password-user-name-length': ({ applications }, cluster) =>
    on(cluster, applications)
      .filter(({ authentication }) => passwords.has(authentication))
      .map(({ name, origin }) => ({ value: name.length, place: origin.at() })),
};

function ownMeasured(): Record<OwnMeasure, Measurement> {
  const measured = ownMeasures.map((name): [OwnMeasure, Measurement] => [
    name,
    (_, { counted, origin }) =>
      (counted?.[name] ?? []).map(({ value, field }) => ({ value, place: origin.at(...field) })),
  ]);
  return Object.fromEntries(measured) as Record<OwnMeasure, Measurement>;
}

/** A dead letter is described by the flow that it is for. */
const retentionOf = ({ role, origin }: Topic): Finding['place'] =>
  role === 'dead-letter' ? origin.at('deadLetter', 'retention') : origin.at('retention');

/** A dead letter has its partitions, and the size of its records, from the topic that it is made after. */
const described = (topics: readonly Topic[]): Topic[] => topics.filter(({ role }) => role !== 'dead-letter');

const isCompacted = ({ cleanup }: Topic): boolean => cleanup !== 'delete';

const partitionsOf = (topics: readonly Topic[]): number => topics.reduce((sum, { partitions }) => sum + partitions, 0);

const on = <Noun extends { readonly cluster: string }>(cluster: Cluster, nouns: ReadonlyMap<string, Noun>): Noun[] =>
  [...nouns.values()].filter((noun) => noun.cluster === cluster.name);

const passwords: ReadonlySet<string> = new Set(
  Object.entries(authentications).flatMap(([name, { proof }]) => (proof === 'password' ? [name] : [])),
);
