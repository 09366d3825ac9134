import type { ClusterInput } from '../../../index';
import type { EnvironmentInput } from '../../../model/environment';

/** How many nouns a made-up platform has; dead-letter topics come on top. */
export interface PlatformSize {
  readonly topics: number;
  readonly applications: number;
  readonly flows: number;
  readonly owners: number;
}

/** A platform without problems: each application produces to its share of topics and consumes what comes after them. */
export function platformOfSize({
  topics,
  applications,
  flows,
  owners,
}: PlatformSize): EnvironmentInput<never, ClusterInput> {
  const owner = (index: number) => `team-${index % owners}`;
  const topic = (index: number) => `domain-${index % 50}.event-${index % topics}`;
  const produced = Math.floor(flows / 2);
  const flowsOf = (application: number, count: number, first: number) =>
    Object.fromEntries(share(count, applications, application).map((flow) => [topic(first + flow), {}]));
  return {
    name: 'bench',
    platform: {
      owners: named(owners, (index) => [`team-${index}`, { contact: `team-${index}@example.com` }]),
      topics: named(topics, (index) => [topic(index), { owner: owner(index), partitions: 1 }]),
      applications: named(applications, (index) => [
        `application-${index}`,
        {
          owner: owner(index),
          produces: flowsOf(index, produced, 0),
          consumes: flowsOf(index, flows - produced, Math.ceil(topics / 2)),
        },
      ]),
    } as never,
    clusters: { main: { backend: 'kafka', brokers: Math.max(3, Math.ceil(topics / 1000)) } },
  };
}

const named = <Value>(count: number, entry: (index: number) => [string, Value]) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => entry(index)));

/** The indexes, out of `count`, that fall to one of `parts`. */
const share = (count: number, parts: number, part: number): number[] => {
  const from = Math.floor((count * part) / parts);
  const to = Math.floor((count * (part + 1)) / parts);
  return Array.from({ length: to - from }, (_, index) => from + index);
};
