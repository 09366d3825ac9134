import { topicConfigs } from '../../../model/topic-config';
import { isManaged, topicConfigOn, topicConfigsOf } from '../../../render/msk/topic-configs';

const said = { 'cleanup.policy': 'compact', 'min.insync.replicas': '2', 'segment.ms': '1', 'retention.ms': '5' };

test('standard brokers are told everything', () => {
  expect(isManaged('standard')).toBe(false);
  expect(topicConfigOn('standard', said)).toEqual(said);
});

test.each(['express', 'serverless'] as const)('%s brokers are told what they let anybody set', (kind) => {
  expect(isManaged(kind)).toBe(true);
  expect(topicConfigOn(kind, { ...said, 'retention.bytes': '9' })).toEqual({
    'cleanup.policy': 'compact',
    'retention.bytes': '9',
    'retention.ms': '5',
  });
});

test('a serverless cluster is told that a partition has no bound, which it would have', () => {
  expect(topicConfigOn('serverless', said)).toMatchObject({ 'retention.bytes': '-1' });
  expect(topicConfigOn('express', said)).not.toHaveProperty(['retention.bytes']);
});

test('what may be set is what Kafka knows, but for one that Kafka 4 took away', () => {
  const names = Object.values(topicConfigsOf).flatMap(({ settable }) => settable);
  expect(names.filter((name) => !Object.hasOwn(topicConfigs, name))).toEqual(['message.timestamp.difference.max.ms']);
});

test('none may be told how many copies there are', () => {
  for (const { settable } of Object.values(topicConfigsOf)) expect(settable).not.toContain('min.insync.replicas');
});
