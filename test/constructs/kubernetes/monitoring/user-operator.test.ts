import {
  KafkaMonitoring,
  type KafkaMonitoringProps,
} from '../../../../constructs/kubernetes/monitoring/kafka-monitoring';
import { manifestsOf } from '../../../support/chart';

/** Objects by `Kind/name`. */
const made = (props: Partial<KafkaMonitoringProps> = {}) =>
  Object.fromEntries(
    manifestsOf((chart) => new KafkaMonitoring(chart, 'it', { cluster: 'main', namespace: 'kafka', ...props })).map(
      (object) => [`${object.kind}/${object.metadata.name}`, object],
    ),
  );
const alerts = (props?: Partial<KafkaMonitoringProps>) => JSON.stringify(made(props)['PrometheusRule/main-kafka']);

test('the User Operator is scraped where there are users, and somebody is told when it keeps them no longer', () => {
  expect(made()['PodMonitor/main-user-operator']?.spec).toEqual({
    selector: { matchLabels: { 'strimzi.io/cluster': 'main', 'strimzi.io/name': 'main-entity-operator' } },
    podTargetLabels: ['strimzi.io/cluster'],
    podMetricsEndpoints: [{ port: 'healthcheck-uo' }],
  });
  expect(alerts()).toContain('KafkaUsersNotReconciled');
});

test('where a listener asks nobody who he is there may be no user, and nothing is expected of the operator', () => {
  expect(made({ authentication: 'none' })).not.toHaveProperty('PodMonitor/main-user-operator');
  expect(alerts({ authentication: 'none' })).not.toContain('KafkaUsersNotReconciled');
});
