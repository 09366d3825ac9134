import type { LiveObject } from '../../../workflows/kubernetes/object';
import { isAnswered, notReady } from '../../../workflows/kubernetes/readiness';

const topic = (status?: LiveObject['status'], generation = 2): LiveObject => ({
  apiVersion: 'kafka.strimzi.io/v1',
  kind: 'KafkaTopic',
  metadata: { name: 'orders', generation },
  status,
});
const condition = (type: string, status: string, more: object = {}) => ({ type, status, ...more });

test('is ready when its operator says so of what is described now', () => {
  expect(notReady(topic({ observedGeneration: 2, conditions: [condition('Ready', 'True')] }))).toBeUndefined();
});

test.each<[string, LiveObject['status'], string]>([
  ['nobody has seen', undefined, 'its operator has not seen it'],
  [
    'was ready before the last change',
    { observedGeneration: 1, conditions: [condition('Ready', 'True')] },
    'its operator has not seen generation 2, only 1',
  ],
  [
    'its operator cannot make',
    { observedGeneration: 2, conditions: [condition('Ready', 'False', { reason: 'KafkaError', message: 'no space' })] },
    'Ready: KafkaError: no space',
  ],
  [
    'is paused',
    { observedGeneration: 2, conditions: [condition('ReconciliationPaused', 'True')] },
    'its operator is told to leave it alone (ReconciliationPaused)',
  ],
])('what %s is not ready, and why', (_, status, why) => {
  expect(notReady(topic(status))).toBe(why);
});

test('a pool is never waited for: Strimzi gives it no such condition', () => {
  const pool = { apiVersion: 'kafka.strimzi.io/v1', kind: 'KafkaNodePool', metadata: { name: 'main' } };
  expect([isAnswered(pool), notReady(pool)]).toEqual([false, undefined]);
  expect(isAnswered(topic())).toBe(true);
});
