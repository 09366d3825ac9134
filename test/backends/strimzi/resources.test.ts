import { strimziCluster } from '../../../backends/strimzi/cluster';
import { operatorMemory } from '../../../backends/strimzi/description/operators';
import { changed } from '../../support/change';
import { manifestsOf } from '../../support/chart';
import { compileDescription, type Description, resolve, small } from '../../support/describe';

const described = (settings: object) =>
  changed<Description>(small, { kubernetes: {}, 'clusters.main': { backend: 'strimzi', ...settings } });
const made = (settings: object, topics: object = {}) => {
  const resolved = resolve(changed<Description>(described(settings), topics as Readonly<Record<string, unknown>>));
  return manifestsOf((chart) => {
    for (const cluster of resolved.clusters.values()) strimziCluster.place(chart, cluster, resolved);
  });
};
/** The `Kafka` as the operator reads it. */
// biome-ignore lint/suspicious/noExplicitAny: a test may reach as deep as the operator does
const kafka = (...args: Parameters<typeof made>): any => made(...args).find(({ kind }) => kind === 'Kafka')?.spec;
const operators = (...args: Parameters<typeof made>) => {
  const { topicOperator, userOperator } = kafka(...args).entityOperator;
  return [topicOperator, userOperator].map(({ resources }) => resources.limits.memory);
};
const problems = (settings: object) =>
  compileDescription(described(settings))
    .problems.filter(({ code }) => code === 'KFK-K468' || code === 'KFK-K469')
    .map(({ path, problem }) => `${path}: ${problem}`);

test.each([
  [0, 512],
  [2_499, 512],
  [2_500, 768],
  [5_000, 1_024],
])('an operator of %i topics or users has %i MiB', (objects, mib) => {
  expect(operatorMemory(objects)).toBe(mib * 2 ** 20);
});

test('the operator of topics grows with topics, that of users does not; what is said is what both get', () => {
  const topics = Object.fromEntries(
    Array.from({ length: 2_500 }, (_, index) => [
      `platform.topics[orders.n${index}]`,
      { owner: 'orders', partitions: 1 },
    ]),
  );
  expect(operators({})).toEqual(['512Mi', '512Mi']);
  expect(operators({}, topics)).toEqual(['768Mi', '512Mi']);
  expect(operators({ operatorMemory: '2GiB' }, topics)).toEqual(['2Gi', '2Gi']);
});

test('taints are borne by every pod of the cluster', () => {
  const tolerations = [{ key: 'dedicated', value: 'kafka', effect: 'NoSchedule' }];
  const pods = made({ tolerations, cruiseControl: {} }).flatMap(({ kind, spec }) => {
    // biome-ignore lint/suspicious/noExplicitAny: a test may reach as deep as the operator does
    const of = spec as any;
    if (kind === 'KafkaNodePool') return [of.template.pod];
    return kind === 'Kafka' ? [of.entityOperator.template.pod, of.cruiseControl.template.pod] : [];
  });
  expect(pods).toHaveLength(4);
  for (const pod of pods)
    expect(pod.tolerations).toEqual([{ key: 'dedicated', operator: 'Equal', value: 'kafka', effect: 'NoSchedule' }]);
});

test.each<[object, string]>([
  [{ operatorMemory: '255MiB' }, 'operatorMemory: 255MiB is given'],
  [{ operatorMemory: '0.1B' }, 'operatorMemory: nothing is given'],
  [{ cruiseControl: { memory: '0.1B' } }, 'cruiseControl.memory: nothing is given'],
  [{ cruiseControl: { brokerCapacity: { inboundNetwork: '1KB/s' } } }, 'brokerCapacity.inboundNetwork: 1KB/s is given'],
  [{ cruiseControl: { brokerCapacity: { outboundNetwork: '0.1B/s' } } }, 'outboundNetwork: nothing is given'],
  [{ tolerations: [{ key: 'a' }, { key: '' }] }, "tolerations[1].key: '' cannot be"],
  [{ tolerations: [{ key: 'a', value: 'b c' }] }, "tolerations[0].value: 'b c' cannot be"],
])('%j is refused', (settings, problem) => {
  expect(problems(settings)).toEqual([expect.stringContaining(problem)]);
});
