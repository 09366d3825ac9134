import { judgeChange } from '../../../workflows/kubernetes/judge';
import type { LiveObject } from '../../../workflows/kubernetes/object';

const context = { disposable: true, approvals: [], today: '2026-11-21', removals: new Map() };
const object = (
  kind: string,
  spec: LiveObject['spec'],
  metadata: Partial<LiveObject['metadata']> = {},
): LiveObject => ({
  ...{ apiVersion: 'kafka.strimzi.io/v1', kind, spec },
  metadata: {
    ...{ name: 'main', namespace: 'kafka', labels: { 'applyset.kubernetes.io/part-of': 'ours' } },
    ...metadata,
  },
});
const pool = (replicas: number) => object('KafkaNodePool', { replicas });
const copies = (replicas: number) => object('KafkaTopic', { replicas });
const insync = (least: number) => object('KafkaTopic', { config: { 'min.insync.replicas': least } });
const cluster = (least: number) => object('Kafka', { kafka: { config: { 'min.insync.replicas': least } } });

describe.each([
  ['nodes of a pool', pool, 'nodes fall from 3 to 2: '],
  ['replicas of a topic', copies, 'replicas fall from 3 to 2: '],
  ['replicas of a topic that have a record before it counts', insync, 'min.insync.replicas falls from 3 to 2: '],
  ['the same of a cluster', cluster, 'min.insync.replicas falls from 3 to 2: '],
])('%s', (_, of, problem) => {
  test('that become fewer are told with the plan', () => {
    expect(judgeChange(of(3), of(2), context)).toEqual([
      expect.objectContaining({ code: 'KFK-D013', verdict: 'review', problem: expect.stringContaining(problem) }),
    ]);
  });

  test('that become more, or stay, are not', () => {
    expect(judgeChange(of(2), of(3), context)).toEqual([]);
    expect(judgeChange(of(3), of(3), context)).toEqual([]);
  });
});

test('of a topic that the operator leaves alone nothing becomes fewer', () => {
  const unmanaged = object('KafkaTopic', { replicas: 2 }, { annotations: { 'strimzi.io/managed': 'false' } });
  expect(judgeChange(copies(3), unmanaged, context)).toEqual([]);
});
