import { parse } from 'yaml';
import {
  KafkaMonitoring,
  type KafkaMonitoringProps,
} from '../../../../constructs/kubernetes/monitoring/kafka-monitoring';
import { brokerExporter } from '../../../../render/monitoring/jmx-exporter';
import { manifestsOf } from '../../../support/chart';

const least: KafkaMonitoringProps = { cluster: 'main', namespace: 'kafka', runbooks: 'https://example.com/runbooks' };
/** An object as whoever reads it does, by `Kind/name`. */
// biome-ignore lint/suspicious/noExplicitAny: a test may reach as deep as an operator does
type Read = any;
const made = (props: Partial<KafkaMonitoringProps> = {}): Record<string, Read> =>
  Object.fromEntries(
    manifestsOf((chart) => new KafkaMonitoring(chart, 'it', { ...least, ...props })).map((object) => [
      `${object.kind}/${object.metadata.name}`,
      object,
    ]),
  );

test('a cluster is watched by its own objects, named after it', () => {
  expect(Object.keys(made())).toEqual([
    'ConfigMap/main-metrics',
    'PodMonitor/main-kafka',
    'KafkaUser/main-lag-exporter',
    'ConfigMap/main-lag-exporter',
    'Deployment/main-lag-exporter',
    'NetworkPolicy/main-lag-exporter',
    'PodMonitor/main-lag-exporter',
    'PodMonitor/main-user-operator',
    'PrometheusRule/main-kafka',
    'ConfigMap/main-on-call',
    'ConfigMap/main-topics-and-groups',
    'ConfigMap/main-security',
  ]);
});

test('two clusters of a namespace share nothing, and neither do their names', () => {
  const names = [...Object.keys(made()), ...Object.keys(made({ cluster: 'other' }))];
  expect(new Set(names).size).toBe(24);
});

test('the Kafka is told which key of which ConfigMap holds the exporter’s configuration', () => {
  let reference: { name: string; key: string } | undefined;
  const objects = manifestsOf((chart) => {
    reference = new KafkaMonitoring(chart, 'it', least).metricsConfig;
  }) as Read[];
  const { data } = objects.find(({ metadata }) => metadata.name === reference?.name);
  expect(parse(data[reference?.key ?? ''])).toEqual(brokerExporter);
});

test('nodes are found by their labels, whatever their pools are called, and keep the labels that rules ask for', () => {
  expect(made()['PodMonitor/main-kafka'].spec).toEqual({
    selector: {
      matchLabels: {
        'strimzi.io/cluster': 'main',
        'strimzi.io/kind': 'Kafka',
        'strimzi.io/component-type': 'kafka',
      },
    },
    podTargetLabels: [
      'strimzi.io/cluster',
      'strimzi.io/pool-name',
      'strimzi.io/broker-role',
      'strimzi.io/controller-role',
    ],
    podMetricsEndpoints: [{ port: 'tcp-prometheus' }],
  });
});

test('the lag exporter may describe topics and groups, and nothing else', () => {
  const { acls } = made()['KafkaUser/main-lag-exporter'].spec.authorization;
  expect(acls).toEqual([
    {
      type: 'allow',
      resource: { type: 'topic', name: '*', patternType: 'literal' },
      operations: ['Describe', 'DescribeConfigs'],
      host: '*',
    },
    {
      type: 'allow',
      resource: { type: 'group', name: '*', patternType: 'literal' },
      operations: ['Describe'],
      host: '*',
    },
  ]);
});

test('the lag exporter’s pod has no more rights than it needs, and its secret is in no object', () => {
  const { spec } = made()['Deployment/main-lag-exporter'].spec.template;
  expect(spec).toMatchObject({
    automountServiceAccountToken: false,
    securityContext: { runAsNonRoot: true, runAsUser: 65534, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [
      {
        image: 'ghcr.io/softwaremill/klag-exporter:0.1.29',
        env: [{ name: 'KAFKA_PASSWORD', valueFrom: { secretKeyRef: { name: 'main-lag-exporter', key: 'password' } } }],
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
      },
    ],
  });
  expect(made()['ConfigMap/main-lag-exporter'].data['config.toml']).toContain(
    '"sasl.password" = "$' + '{KAFKA_PASSWORD}"',
  );
});

test('where a Kafka keeps no ACLs the lag exporter’s user has none, which the operator would refuse', () => {
  expect(made({ authorization: 'none' })['KafkaUser/main-lag-exporter'].spec.authorization).toBeUndefined();
});

test.each([
  [true, '"security.protocol" = "SSL"', '"ssl.ca.location" = "/etc/kafka/authority/ca.crt"'],
  [false, '"security.protocol" = "PLAINTEXT"', ''],
])('a listener that asks for nothing (TLS: %s) is read without a user', (tls, protocol, authority) => {
  const objects = made({ authentication: 'none', tls });
  const text = objects['ConfigMap/main-lag-exporter'].data['config.toml'];
  expect(text).toContain(protocol);
  expect(text).toContain(authority);
  expect(text).not.toMatch(/sasl|ssl\.key/);
  expect(text.includes('ssl.ca.location')).toBe(tls);
  expect(objects).not.toHaveProperty('KafkaUser/main-lag-exporter');
});

test('only Prometheus’ namespace reaches the lag exporter', () => {
  const from = (namespace: string) => [
    {
      from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } }],
      ports: [{ port: 'metrics' }],
    },
  ];
  const ingress = (props?: Partial<KafkaMonitoringProps>) =>
    made(props)['NetworkPolicy/main-lag-exporter'].spec.ingress;
  expect(ingress()).toEqual(from('monitoring'));
  expect(ingress({ prometheusNamespace: 'observability' })).toEqual(from('observability'));
});

test('series of the lag exporter say whose cluster they are, and not which consumer on which machine', () => {
  const [endpoint] = made()['PodMonitor/main-lag-exporter'].spec.podMetricsEndpoints;
  expect(endpoint.relabelings).toEqual([
    { targetLabel: 'namespace', replacement: 'kafka' },
    { targetLabel: 'strimzi_io_cluster', replacement: 'main' },
  ]);
  expect(endpoint.metricRelabelings).toEqual([
    { action: 'labeldrop', regex: 'member_host|consumer_id|client_id|compaction_detected|data_loss_detected' },
  ]);
});

test('Prometheus selects monitors and rules by a label that kube-prometheus-stack asks for, or by another', () => {
  const selected = [
    'PodMonitor/main-kafka',
    'PodMonitor/main-lag-exporter',
    'PodMonitor/main-user-operator',
    'PrometheusRule/main-kafka',
  ];
  for (const name of selected) {
    expect(made()[name].metadata.labels).toMatchObject({ release: 'kube-prometheus-stack' });
    const { labels } = made({ selectedBy: { prometheus: 'platform' } })[name].metadata;
    expect(labels).toMatchObject({ prometheus: 'platform' });
    expect(labels).not.toHaveProperty('release');
  }
});

test('dashboards are JSON that Grafana’s sidecar finds, in a folder', () => {
  for (const name of ['main-on-call', 'main-topics-and-groups']) {
    const { metadata, data } = made()[`ConfigMap/${name}`];
    expect(metadata).toMatchObject({ labels: { grafana_dashboard: '1' }, annotations: { grafana_folder: 'Kafka' } });
    expect(JSON.parse(data[`${name}.json`])).toHaveProperty('panels');
    expect(data[`${name}.json`].length).toBeLessThan(1_000_000);
  }
});

const text = (props: Partial<KafkaMonitoringProps> = {}) => JSON.stringify(made(props));

test.each<[Partial<KafkaMonitoringProps>, string]>([
  [{ cluster: 'blue' }, 'blue-kafka-bootstrap:9093'],
  [{ namespace: 'streams' }, 'namespace=\\"streams\\"'],
  [{ runbooks: 'https://wiki.example.com' }, 'https://wiki.example.com/KafkaBrokerDown.md'],
  [{ objectives: [{ group: 'g', topic: 't', under: 5_000 }] }, 'vector(5)'],
  [{ deadLetterTopics: ['t.dlq'] }, 'KafkaDeadLetters'],
  [{ certificates: ['main-listener-tls'] }, 'name=~\\"main-listener-tls\\"'],
  [{ externalSecrets: { brought: ['shop-kafka'], made: [], namespaces: ['shops'] } }, 'name=~\\"shop-kafka\\"'],
  [{ mirrorMakers: [{ name: 'dr', replications: [{ source: 'a', target: 'b' }] }] }, 'Replication dr'],
  [{ bootstrapServers: 'kafka.example.com:443' }, 'kafka.example.com:443'],
  [{ authentication: 'tls' }, '/etc/kafka/user/user.key'],
  [{ authentication: 'tls', certificateSecret: 'signed' }, '"secretName":"signed"'],
  [{ trustedCertificates: [{ secretName: 'ours', certificate: 'root.pem' }] }, '"key":"root.pem"'],
  [{ image: 'registry.example.com/klag-exporter:0.1.29' }, 'registry.example.com/klag-exporter:0.1.29'],
  [{ labels: { 'app.kubernetes.io/part-of': 'platform' } }, 'app.kubernetes.io/part-of'],
  [{ selectedBy: { prometheus: 'platform' } }, '"prometheus":"platform"'],
  [{ prometheusNamespace: 'observability' }, 'observability'],
])('%j changes what is rendered', (props, expected) => {
  expect(text(props)).toContain(expected);
  expect(text()).not.toContain(expected);
});

test('with certificates the exporter has no password, and the other way round', () => {
  const { env = [], volumeMounts } = made({ authentication: 'tls' })['Deployment/main-lag-exporter'].spec.template.spec
    .containers[0];
  expect(env).toEqual([]);
  expect(volumeMounts.map(({ name }: Read) => name)).toEqual(['configuration', 'authority', 'user']);
  const user = (props: Partial<KafkaMonitoringProps>) => made(props)['KafkaUser/main-lag-exporter'].spec.authentication;
  expect(user({ authentication: 'tls' })).toEqual({ type: 'tls' });
  expect(user({ authentication: 'tls', certificateSecret: 'signed' })).toEqual({ type: 'tls-external' });
});

test('another configuration is another pod: the exporter reads its file once', () => {
  const template = (props?: Partial<KafkaMonitoringProps>) =>
    JSON.stringify(made(props)['Deployment/main-lag-exporter'].spec.template.metadata);
  expect(template({ bootstrapServers: 'kafka.example.com:443' })).not.toBe(template());
});
