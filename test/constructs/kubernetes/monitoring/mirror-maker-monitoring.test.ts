import { parse } from 'yaml';
import {
  MirrorMakerMonitoring,
  type MirrorMakerMonitoringProps,
} from '../../../../constructs/kubernetes/monitoring/mirror-maker-monitoring';
import { OperatorMonitoring } from '../../../../constructs/kubernetes/monitoring/operator-monitoring';
import { mirrorMakerExporter } from '../../../../render/monitoring/jmx-exporter';
import { manifestsOf } from '../../../support/chart';

const least: MirrorMakerMonitoringProps = {
  name: 'dr',
  namespace: 'kafka',
  replications: [{ source: 'main', target: 'standby' }],
  runbooks: 'https://example.com/runbooks',
};
const made = (props: Partial<MirrorMakerMonitoringProps> = {}) =>
  manifestsOf((chart) => new MirrorMakerMonitoring(chart, 'it', { ...least, ...props }));

test('a MirrorMaker is scraped, told about, and given the exporter’s configuration', () => {
  const objects = made();
  expect(objects.map(({ kind, metadata }) => `${kind}/${metadata.name}`)).toEqual([
    'ConfigMap/dr-metrics',
    'PodMonitor/dr-mirror-maker',
    'PrometheusRule/dr-mirror-maker',
  ]);
  const [{ data } = { data: {} }] = objects as unknown as { data: Record<string, string> }[];
  expect(parse(data['jmx-exporter.yaml'] ?? '')).toEqual(mirrorMakerExporter);
  expect(objects[1]?.spec).toMatchObject({
    selector: { matchLabels: { 'strimzi.io/cluster': 'dr', 'strimzi.io/kind': 'KafkaMirrorMaker2' } },
    podTargetLabels: ['strimzi.io/cluster'],
  });
});

test.each<[Partial<MirrorMakerMonitoringProps>, string]>([
  [{ name: 'backup' }, 'backup-mirror-maker'],
  [{ namespace: 'streams' }, 'namespace=\\"streams\\"'],
  [{ replications: [{ source: 'main', target: 'standby', recordAgeUnder: 7_000 }] }, '> 7000'],
  [{ runbooks: 'https://wiki.example.com' }, 'https://wiki.example.com/KafkaMirrorMakerTaskFailed.md'],
  [{ labels: { team: 'platform' } }, '"team":"platform"'],
  [{ selectedBy: { prometheus: 'platform' } }, '"prometheus":"platform"'],
])('%j changes what is rendered', (props, expected) => {
  expect(JSON.stringify(made(props))).toContain(expected);
  expect(JSON.stringify(made())).not.toContain(expected);
});

test('one monitor scrapes the Cluster Operator for all clusters', () => {
  const [object, ...others] = manifestsOf(
    (chart) => new OperatorMonitoring(chart, 'it', { namespace: 'strimzi', labels: { team: 'platform' } }),
  );
  expect(others).toEqual([]);
  expect(object).toMatchObject({
    kind: 'PodMonitor',
    metadata: { namespace: 'strimzi', labels: { release: 'kube-prometheus-stack', team: 'platform' } },
    spec: {
      selector: { matchLabels: { 'strimzi.io/kind': 'cluster-operator' } },
      podMetricsEndpoints: [{ port: 'http' }],
    },
  });
});
