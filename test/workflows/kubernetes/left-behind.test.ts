import { judgeAllLeaving } from '../../../workflows/kubernetes/left-behind';
import type { LiveObject } from '../../../workflows/kubernetes/object';

const strimzi = 'kafka.strimzi.io/v1';
const object = (apiVersion: string, kind: string, name: string, spec?: LiveObject['spec'], namespace = 'kafka') => ({
  ...{ apiVersion, kind, spec },
  metadata: { name, namespace },
});
const kafka = object(strimzi, 'Kafka', 'main', {
  kafka: {
    metricsConfig: { valueFrom: { configMapKeyRef: { key: 'jmx-exporter.yaml', name: 'main-metrics' } } },
    listeners: [{ configuration: { brokerCertChainAndKey: { secretName: 'main-listener-tls' } } }],
  },
  cruiseControl: { autoRebalance: [{ mode: 'add-brokers', template: { name: 'main-add-brokers-template' } }] },
});
const approval = {
  ...{ code: 'KFK-D001', address: 'Kafka/main', reason: 'nobody reads it', owner: 'orders', expires: '2026-12-31' },
};

const judged = (objects: readonly LiveObject[], approvals = [] as (typeof approval)[]) =>
  judgeAllLeaving(
    objects.map((object) => ({ object })),
    { disposable: false, approvals, today: '2026-11-21', removals: new Map() },
  );
const fateOf = (beside: LiveObject, ...approvals: (typeof approval)[]) =>
  judged([beside, kafka], approvals).find((leaving) => leaving.object === beside)?.fate;

describe('a Kafka that is left behind', () => {
  test.each([
    ['its metrics', object('v1', 'ConfigMap', 'main-metrics')],
    ['a template of its rebalances', object(strimzi, 'KafkaRebalance', 'main-add-brokers-template')],
    [
      'a certificate of its listener',
      object('cert-manager.io/v1', 'Certificate', 'main-tls', { secretName: 'main-listener-tls' }),
    ],
  ])('keeps %s, and loses it when it goes', (_, beside) => {
    expect(fateOf(beside)).toBe('leave');
    expect(fateOf(beside, approval)).toBe('delete');
  });

  test.each([
    ['what it does not refer to', object('v1', 'ConfigMap', 'main-lag-exporter')],
    ['what is called so elsewhere', object('v1', 'ConfigMap', 'main-metrics', undefined, 'apps')],
    [
      'a certificate of something else',
      object('cert-manager.io/v1', 'Certificate', 'main-metrics', { secretName: 'a' }),
    ],
    ['a user, whatever it is called: access goes', object(strimzi, 'KafkaUser', 'main-metrics')],
  ])('does not keep %s', (_, beside) => {
    expect(fateOf(beside)).toBe('delete');
  });

  test('says what keeps each', () => {
    const [metrics] = judged([object('v1', 'ConfigMap', 'main-metrics'), kafka]);
    expect(metrics?.finding).toEqual({
      address: 'ConfigMap/main-metrics',
      verdict: 'review',
      code: 'KFK-D011',
      problem:
        'ConfigMap/main-metrics in kafka is described no longer: it is left behind with Kafka/main, which names it',
      fix: 'it goes when Kafka/main does',
    });
  });
});
