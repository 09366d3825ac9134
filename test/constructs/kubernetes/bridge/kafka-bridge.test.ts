import { App, Chart } from 'cdk8s';
import { KafkaBridge, type KafkaBridgeProps } from '../../../../constructs/kubernetes/bridge/kafka-bridge';
import { restrictedContainer } from '../../../../constructs/kubernetes/restricted';
import { change } from '../../../support/change';

const least: KafkaBridgeProps = {
  metadata: { name: 'web' },
  bootstrapServers: 'main-kafka-bootstrap:9093',
  authentication: {
    type: 'scram-sha-512',
    username: 'web',
    passwordSecret: { secretName: 'web', password: 'password' },
  },
};
const made = (props: KafkaBridgeProps) => {
  const chart = new Chart(new App(), 'kafka');
  new KafkaBridge(chart, 'bridge', props);
  return chart.toJson()[0];
};
const becomes = {
  apiVersion: 'kafka.strimzi.io/v1',
  kind: 'KafkaBridge',
  metadata: { name: 'web' },
  spec: {
    replicas: 1,
    bootstrapServers: 'main-kafka-bootstrap:9093',
    tls: { trustedCertificates: [] },
    authentication: least.authentication,
    http: { port: 8080 },
    producer: { enabled: true, config: { acks: 'all', 'enable.idempotence': true, 'compression.type': 'lz4' } },
    consumer: {
      enabled: true,
      config: { 'isolation.level': 'read_uncommitted', 'auto.offset.reset': 'earliest' },
    },
    resources: { requests: { cpu: '100m', memory: '512Mi' }, limits: { memory: '512Mi' } },
    livenessProbe: { initialDelaySeconds: 15, timeoutSeconds: 5 },
    readinessProbe: { initialDelaySeconds: 15, timeoutSeconds: 5 },
    template: {
      pod: {
        topologySpreadConstraints: [
          {
            maxSkew: 1,
            topologyKey: 'kubernetes.io/hostname',
            whenUnsatisfiable: 'ScheduleAnyway',
            labelSelector: { matchLabels: { 'strimzi.io/cluster': 'web', 'strimzi.io/kind': 'KafkaBridge' } },
          },
        ],
      },
      podDisruptionBudget: { maxUnavailable: 1 },
      bridgeContainer: restrictedContainer,
    },
  },
};
const trusted = [{ secretName: 'main-cluster-ca-cert', certificate: 'ca.crt' }];
const certificate = {
  type: 'tls',
  certificateAndKey: { secretName: 'web', certificate: 'user.crt', key: 'user.key' },
};
const selected = 'spec.template.pod.topologySpreadConstraints.0.labelSelector.matchLabels' as const;

/** A prop, its new value, and the fields of the object that change. */
const changes: readonly (readonly [string, unknown, Readonly<Record<string, unknown>>])[] = [
  [
    'metadata.name',
    'other',
    {
      'metadata.name': 'other',
      [selected]: { 'strimzi.io/cluster': 'other', 'strimzi.io/kind': 'KafkaBridge' },
    },
  ],
  ['metadata.namespace', 'kafka', { 'metadata.namespace': 'kafka' }],
  ['bootstrapServers', 'a:1', { 'spec.bootstrapServers': 'a:1' }],
  ['trustedCertificates', trusted, { 'spec.tls.trustedCertificates': trusted }],
  ['authentication', certificate, { 'spec.authentication': certificate }],
  ['replicas', 2, { 'spec.replicas': 2 }],
  ['port', 9080, { 'spec.http.port': 9080 }],
  [
    'certificateSecret',
    'web-tls',
    {
      'spec.http.tls': { certificateAndKey: { secretName: 'web-tls', certificate: 'tls.crt', key: 'tls.key' } },
    },
  ],
  [
    'allowedOrigins',
    ['https://shop.example.com'],
    {
      'spec.http.cors': {
        allowedOrigins: ['https://shop.example.com'],
        allowedMethods: ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS'],
      },
    },
  ],
  ['produces', false, { 'spec.producer': { enabled: false, config: {} } }],
  ['consumes', 'none', { 'spec.consumer': { enabled: false, config: {} } }],
  [
    'consumes',
    'read_committed',
    {
      'spec.consumer': {
        enabled: true,
        config: { 'isolation.level': 'read_committed', 'auto.offset.reset': 'earliest' },
      },
    },
  ],
  ['resources', { limits: { memory: '1Gi' } }, { 'spec.resources': { limits: { memory: '1Gi' } } }],
  ['metrics', true, { 'spec.metricsConfig': { type: 'strimziMetricsReporter' } }],
];

const keys = (path: string) => path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));

test('with the least that it needs it has its defaults and nothing else', () => {
  expect(made(least)).toEqual(becomes);
});

test.each(changes)('%s %j changes what it becomes to %j', (prop, value, fields) => {
  const expected = Object.entries(fields).reduce((so, [path, to]) => change(so, keys(path), to), becomes as object);
  expect(made(change(least, keys(prop), value))).toEqual(expected);
});

test('every prop has a change in this table', () => {
  const known = new Set(changes.map(([prop]) => prop.split('.')[0]));
  const props: readonly (keyof KafkaBridgeProps)[] = [
    'metadata',
    'bootstrapServers',
    'trustedCertificates',
    'authentication',
    'replicas',
    'port',
    'certificateSecret',
    'allowedOrigins',
    'produces',
    'consumes',
    'resources',
    'metrics',
  ];
  expect([...known].sort()).toEqual([...props].sort());
});
