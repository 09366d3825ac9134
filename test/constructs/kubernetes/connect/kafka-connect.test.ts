import { App, Chart } from 'cdk8s';
import { KafkaConnect, type KafkaConnectProps } from '../../../../constructs/kubernetes/connect/kafka-connect';
import { restrictedContainer } from '../../../../constructs/kubernetes/restricted';
import { change } from '../../../support/change';

const authentication = {
  type: 'scram-sha-512',
  username: 'pipeline',
  passwordSecret: { secretName: 'pipeline', password: 'password' },
} as const;
const least: KafkaConnectProps = {
  metadata: { name: 'pipeline' },
  version: '4.3.1',
  bootstrapServers: 'main:9093',
  authentication,
  groupId: 'workers',
  configStorageTopic: 'configs',
  offsetStorageTopic: 'offsets',
  statusStorageTopic: 'status',
};
const made = (props: KafkaConnectProps) => {
  const chart = new Chart(new App(), 'kafka');
  new KafkaConnect(chart, 'workers', props);
  return chart.toJson()[0];
};
const becomes = {
  apiVersion: 'kafka.strimzi.io/v1',
  kind: 'KafkaConnect',
  metadata: { name: 'pipeline', annotations: { 'strimzi.io/use-connector-resources': 'true' } },
  spec: {
    version: '4.3.1',
    replicas: 1,
    bootstrapServers: 'main:9093',
    tls: { trustedCertificates: [] },
    authentication,
    groupId: 'workers',
    configStorageTopic: 'configs',
    offsetStorageTopic: 'offsets',
    statusStorageTopic: 'status',
    config: {},
    template: { connectContainer: restrictedContainer, podDisruptionBudget: { maxUnavailable: 1 } },
  },
};
const tls = {
  type: 'tls',
  certificateAndKey: { secretName: 'pipeline', certificate: 'user.crt', key: 'user.key' },
} as const;
const trusted = [{ secretName: 'main-ca', certificate: 'ca.crt' }];
const artifacts = [{ type: 'jar', url: 'https://maven.example.com/a.jar', sha512sum: 'abc' }] as const;
const build = { image: 'registry.example.com/connect:1', pushSecret: 'registry', plugins: [{ name: 'a', artifacts }] };
const spread = [{ topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' }] as const;

/** A prop, its new value, and the fields of the object that change. */
const changes: readonly (readonly [string, unknown, Readonly<Record<string, unknown>>])[] = [
  ['metadata.name', 'other', { 'metadata.name': 'other' }],
  ['metadata.annotations', { a: 'b' }, { 'metadata.annotations.a': 'b' }],
  ['version', '4.2.0', { 'spec.version': '4.2.0' }],
  ['replicas', 3, { 'spec.replicas': 3 }],
  ['bootstrapServers', 'a:1', { 'spec.bootstrapServers': 'a:1' }],
  [
    'trustedCertificates',
    trusted,
    {
      'spec.tls.trustedCertificates': trusted,
      'spec.template.connectContainer.volumeMounts': [
        { name: 'kafka-authority', mountPath: '/mnt/kafka-authority', readOnly: true },
      ],
      // Beside it may be the brokers' key: no more than the certificate is mounted.
      'spec.template.pod': {
        volumes: [
          {
            name: 'kafka-authority',
            secret: { secretName: 'main-ca', items: [{ key: 'ca.crt', path: 'ca.crt' }] },
          },
        ],
      },
    },
  ],
  ['authentication', tls, { 'spec.authentication': tls }],
  ['groupId', 'g', { 'spec.groupId': 'g' }],
  ['configStorageTopic', 't', { 'spec.configStorageTopic': 't' }],
  ['offsetStorageTopic', 't', { 'spec.offsetStorageTopic': 't' }],
  ['statusStorageTopic', 't', { 'spec.statusStorageTopic': 't' }],
  ['config', { 'offset.flush.interval.ms': '1' }, { 'spec.config': { 'offset.flush.interval.ms': '1' } }],
  ['image', 'registry.example.com/connect:1', { 'spec.image': 'registry.example.com/connect:1' }],
  [
    'build',
    build,
    {
      'spec.build': {
        output: { type: 'docker', image: build.image, pushSecret: 'registry' },
        plugins: [{ name: 'a', artifacts: [...artifacts] }],
      },
    },
  ],
  ['resources', { limits: { memory: '1Gi' } }, { 'spec.resources': { limits: { memory: '1Gi' } } }],
  ['rack', 'zone', { 'spec.rack': { topologyKey: 'zone' }, 'spec.template.initContainer': restrictedContainer }],
  [
    'spread',
    spread,
    {
      'spec.template.pod': {
        topologySpreadConstraints: [
          {
            maxSkew: 1,
            topologyKey: 'zone',
            whenUnsatisfiable: 'DoNotSchedule',
            labelSelector: { matchLabels: { 'strimzi.io/cluster': 'pipeline', 'strimzi.io/kind': 'KafkaConnect' } },
          },
        ],
      },
    },
  ],
  ['metrics', ['a.*'], { 'spec.metricsConfig': { type: 'strimziMetricsReporter', values: { allowList: ['a.*'] } } }],
];

test('with the least that it needs it has its defaults and nothing else', () => {
  expect(made(least)).toEqual(becomes);
});

test.each(changes)('%s %j changes what it becomes to %j', (prop, value, fields) => {
  const expected = Object.entries(fields).reduce(
    (so, [path, to]) => change(so, path.split('.'), to),
    becomes as object,
  );
  expect(made(change(least, prop.split('.'), value))).toEqual(expected);
});

test('every prop has a change in this table', () => {
  const known = new Set(changes.map(([prop]) => prop.split('.')[0]));
  const optional = [
    'replicas',
    'trustedCertificates',
    'config',
    'image',
    'build',
    'resources',
    'rack',
    'spread',
    'metrics',
  ];
  expect([...known].sort()).toEqual([...Object.keys(least), ...optional].sort());
});
