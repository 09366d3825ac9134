import { ApiObject, Chart } from 'cdk8s';
import type { StrimziClusterInput } from '../../backends/strimzi/description/cluster';
import { kubernetesApp } from '../../charts/kubernetes-app';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';
import type { Manifest } from '../support/manifests';

/** The objects of each chart of the small description on Strimzi. */
function chartsOf(settings: Partial<StrimziClusterInput> = {}, changes: Readonly<Record<string, unknown>> = {}) {
  const resolved = resolve(
    changed<Description>(small, { kubernetes: {}, 'clusters.main': { backend: 'strimzi', ...settings }, ...changes }),
  );
  const charts = kubernetesApp(resolved, { folder: 'unused' }).node.children.filter(Chart.isChart);
  return new Map(
    charts.map((chart) => [
      chart.node.id,
      chart.node
        .findAll()
        .filter(ApiObject.isApiObject)
        .map((object) => object.toJson() as Manifest),
    ]),
  );
}
const textOf = (objects: readonly Manifest[] | undefined, kind: string) =>
  JSON.stringify(objects?.filter((object) => object.kind === kind));

test('an environment is its namespace, its clusters with what watches them, and its shards', () => {
  expect([...chartsOf().keys()]).toEqual(['namespace--kafka', 'main', 'main--monitoring', 'main-orders']);
});

test('the operator is watched by the environment that says where it runs', () => {
  expect([...chartsOf({}, { 'kubernetes.operatorNamespace': 'strimzi' }).keys()]).toContain('operator--strimzi');
});

test('what a Kafka says of its metrics is there', () => {
  const charts = chartsOf();
  expect(textOf(charts.get('main'), 'Kafka')).toContain(
    '"configMapKeyRef":{"key":"jmx-exporter.yaml","name":"main-metrics"}',
  );
  expect(charts.get('main--monitoring')?.map(({ kind, metadata }) => `${kind}/${metadata.name}`)).toContain(
    'ConfigMap/main-metrics',
  );
});

describe('what watches a cluster', () => {
  const watching = (settings?: Partial<StrimziClusterInput>, changes?: Readonly<Record<string, unknown>>) =>
    chartsOf(settings, changes).get('main--monitoring');

  test('holds what its flows promise, and looks at its dead letters', () => {
    const lag = { 'platform.applications.billing.consumes[orders.created].lag': { under: '1m' } };
    expect(textOf(watching({}, lag), 'PrometheusRule')).toContain('kafka_consumer_lag_objective_seconds');
    expect(textOf(watching(), 'PrometheusRule')).not.toContain('kafka_consumer_lag_objective_seconds');
    expect(textOf(watching(), 'PrometheusRule')).toContain('KafkaDeadLetters');
    const none = { 'platform.applications.billing.consumes[orders.created].deadLetter': undefined };
    expect(textOf(watching({}, none), 'PrometheusRule')).not.toContain('KafkaDeadLetters');
  });

  test('is found by the labels, let in from the namespace and sends people to the pages that the environment says', () => {
    const objects = watching(
      {},
      {
        'kubernetes.prometheusLabels': { prometheus: 'main' },
        'kubernetes.prometheusNamespace': 'observability',
        'kubernetes.runbooks': 'https://example.com/runbooks',
      },
    );
    for (const kind of ['PodMonitor', 'PrometheusRule']) expect(textOf(objects, kind)).toContain('"prometheus":"main"');
    expect(textOf(objects, 'NetworkPolicy')).toContain('"kubernetes.io/metadata.name":"observability"');
    expect(textOf(objects, 'PrometheusRule')).toContain('https://example.com/runbooks/KafkaBrokerDown.md');
    expect(textOf(watching(), 'PrometheusRule')).not.toContain('runbook_url');
  });

  test('proves itself by what the cluster offers, and trusts the authority that signed its certificates', () => {
    const objects = watching({ authentication: ['mtls'], issuer: 'company' }, {});
    expect(textOf(objects, 'KafkaUser')).toContain('"authentication":{"type":"tls"}');
    expect(textOf(objects, 'ConfigMap')).toContain('main-kafka-bootstrap.kafka.svc:9094');
    expect(textOf(objects, 'Deployment')).toContain('"path":"main-listener-tls.crt"}],"name":"main-listener-tls"');
  });
});
