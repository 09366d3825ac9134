import type { ClusterInput } from '../../../index';
import type { EnvironmentInput } from '../../../model/environment';
import type { BackEnd } from './back-ends';

/** How many nouns a made-up platform has. */
export interface PlatformSize {
  readonly topics: number;
  readonly applications: number;
  readonly flows: number;
  readonly owners: number;
}

/** A platform without problems: each application produces to its share of topics and consumes what comes after them. */
export function platformOfSize(size: PlatformSize, backEnd: BackEnd): EnvironmentInput<never, ClusterInput> {
  const count = Math.ceil(size.topics / backEnd.topicsPerCluster) || 1;
  const indexes = Array.from({ length: count }, (_, index) => index);
  const parts = indexes.map((index) => partOf(size, index, count));
  const clusterName = (index: number) => `cluster-${index}`;
  return {
    name: 'bench',
    platform: {
      owners: named(size.owners, (index) => [`team-${index}`, { contact: `team-${index}@example.com` }]),
      topics: merged(parts.map(({ topics }, index) => placed(topics, clusterName(index)))),
      applications: merged(parts.map(({ applications }, index) => placed(applications, clusterName(index)))),
    } as never,
    clusters: Object.fromEntries(
      parts.map(({ topics }, index) => [
        clusterName(index),
        backEnd.cluster(index, Object.keys(topics).length) as ClusterInput,
      ]),
    ),
    kubernetes: {},
    secrets: { vault: 'bench-vault' },
  };
}

/** The nouns of one cluster out of `count`: flows stay on it. */
function partOf({ topics, applications, flows, owners }: PlatformSize, part: number, count: number) {
  const [ownTopics, ownApplications, ownFlows] = [topics, applications, flows].map((all) =>
    share(all, count, part),
  ) as [number[], number[], number[]];
  const owner = (index: number) => `team-${index % owners}`;
  const topic = (index: number) => {
    const own = ownTopics[index % ownTopics.length] ?? 0;
    return `domain-${own % 50}.event-${own}`;
  };
  const produced = Math.floor(ownFlows.length / 2);
  const flowsOf = (application: number, all: number, first: number) =>
    Object.fromEntries(share(all, ownApplications.length, application).map((flow) => [topic(first + flow), {}]));
  return {
    topics: Object.fromEntries(
      ownTopics.map((index, own) => [topic(own), { owner: owner(index), partitions: 1 }] as const),
    ),
    applications: Object.fromEntries(
      ownApplications.map((index, own) => [
        `application-${index}`,
        {
          owner: owner(index),
          produces: flowsOf(own, produced, 0),
          consumes: flowsOf(own, ownFlows.length - produced, Math.ceil(ownTopics.length / 2)),
        },
      ]),
    ),
  };
}

const placed = (nouns: Readonly<Record<string, object>>, cluster: string) =>
  Object.fromEntries(Object.entries(nouns).map(([name, noun]) => [name, { ...noun, cluster }]));

const merged = (parts: readonly Readonly<Record<string, object>>[]) => Object.assign({}, ...parts);

const named = <Value>(count: number, entry: (index: number) => [string, Value]) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => entry(index)));

/** The indexes, out of `count`, that fall to one of `parts`. */
const share = (count: number, parts: number, part: number): number[] => {
  const from = Math.floor((count * part) / parts);
  const to = Math.floor((count * (part + 1)) / parts);
  return Array.from({ length: to - from }, (_, index) => from + index);
};
