import { restrictedContainers } from '../../../../constructs/kubernetes/restricted';
import { StrimziKafka, type StrimziKafkaProps } from '../../../../constructs/kubernetes/strimzi/kafka';
import type { Placed } from '../../../../constructs/kubernetes/strimzi/placed';
import { manifestsOf } from '../../../support/chart';

const nodes = (role: 'controller' | 'broker', replicas: number) => ({
  roles: [role],
  replicas,
  volumes: [{ id: 0, size: '10Gi', metadata: true }],
});
const least: StrimziKafkaProps = {
  metadata: { name: 'main' },
  version: '4.3.1',
  pools: { controller: nodes('controller', 3), broker: nodes('broker', 3) },
  listeners: [{ name: 'scram', port: 9093, authentication: 'scram-sha-512' }],
};
const made = (props: Partial<StrimziKafkaProps> = {}) =>
  manifestsOf((chart) => new StrimziKafka(chart, 'it', { ...least, ...props }));
/** The `Kafka` as the operator reads it. */
// biome-ignore lint/suspicious/noExplicitAny: a test may reach as deep as the operator does
const kafka = (props?: Partial<StrimziKafkaProps>): any => made(props)[0]?.spec;
const pools = (props?: Partial<StrimziKafkaProps>) => made(props).slice(1);

test('a cluster is one Kafka and two pools, which two clusters of a namespace do not share', () => {
  expect(made().map(({ kind, metadata }) => `${kind}/${metadata.name}`)).toEqual([
    'Kafka/main',
    'KafkaNodePool/main-controller',
    'KafkaNodePool/main-broker',
  ]);
  expect(pools().map(({ spec }) => spec?.roles)).toEqual([['controller'], ['broker']]);
});

test('nothing that bears data is pruned, and no disk is deleted with its pool', () => {
  for (const { metadata } of made())
    expect(metadata.annotations).toEqual({
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      'kustomize.toolkit.fluxcd.io/prune': 'disabled',
    });
  for (const { spec } of pools()) expect(spec?.storage).toMatchObject({ volumes: [{ deleteClaim: false }] });
});

test('clients find TLS on every listener, and prove who they are', () => {
  const listeners = [
    { name: 'scram', port: 9093, authentication: 'scram-sha-512' },
    { name: 'tls', port: 9094, authentication: 'tls' },
  ] as const;
  expect(kafka({ listeners }).kafka.listeners).toEqual(
    listeners.map(({ name, port, authentication }) => ({
      name,
      port,
      type: 'internal',
      tls: true,
      authentication: { type: authentication },
    })),
  );
  expect(kafka().kafka.authorization).toEqual({ type: 'simple' });
});

test('only the namespaces that a listener names may connect, and brokers present the certificate that it names', () => {
  const [listener] = kafka({
    listeners: [
      {
        name: 'tls',
        port: 9094,
        authentication: 'tls',
        namespaces: ['applications'],
        certificateSecret: 'main-listener',
      },
    ],
  }).kafka.listeners;
  expect(listener.networkPolicyPeers).toEqual([
    { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'applications' } } },
  ]);
  expect(listener.configuration).toEqual({
    brokerCertChainAndKey: { secretName: 'main-listener', certificate: 'tls.crt', key: 'tls.key' },
  });
});

test.each([
  [1, 1, 1],
  [2, 2, 1],
  [3, 3, 2],
  [6, 3, 2],
])(
  'with %i brokers Kafka keeps %i replicas of its own topics, of which %i must be in sync',
  (brokers, replicas, inSync) => {
    expect(
      kafka({ pools: { controller: nodes('controller', 3), broker: nodes('broker', brokers) } }).kafka.config,
    ).toEqual({
      'auto.create.topics.enable': false,
      'default.replication.factor': replicas,
      'min.insync.replicas': inSync,
      'offsets.topic.replication.factor': replicas,
      'transaction.state.log.replication.factor': replicas,
      'transaction.state.log.min.isr': inSync,
      'share.coordinator.state.topic.replication.factor': replicas,
      'share.coordinator.state.topic.min.isr': inSync,
    });
  },
);

test.each<[Partial<StrimziKafkaProps>, object]>([
  [{ version: '4.3.0' }, { version: '4.3.0' }],
  [{ metadataVersion: '4.3-IV0' }, { metadataVersion: '4.3-IV0' }],
  [{ superUsers: ['CN=admin'] }, { authorization: { type: 'simple', superUsers: ['CN=admin'] } }],
  [
    { loggers: { 'logger.authorizer.level': 'DEBUG' } },
    { logging: { type: 'inline', loggers: { 'logger.authorizer.level': 'DEBUG' } } },
  ],
  [{ config: { 'min.insync.replicas': 1 } }, { config: { 'min.insync.replicas': 1 } }],
  [{ rack: 'zone' }, { rack: { topologyKey: 'zone' } }],
  [
    { metricsConfig: { name: 'metrics', key: 'kafka.yaml' } },
    {
      metricsConfig: {
        type: 'jmxPrometheusExporter',
        valueFrom: { configMapKeyRef: { name: 'metrics', key: 'kafka.yaml' } },
      },
    },
  ],
  [{ image: 'registry.example.com/kafka:1' }, { image: 'registry.example.com/kafka:1' }],
  [
    { initialDelaySeconds: 60 },
    { livenessProbe: { initialDelaySeconds: 60 }, readinessProbe: { initialDelaySeconds: 60 } },
  ],
  [{ maxUnavailable: 0 }, { template: { podDisruptionBudget: { maxUnavailable: 0 } } }],
  [{ tieredStorage: { className: 'Plugin', classPath: '/opt/*' } }, { tieredStorage: { type: 'custom' } }],
  [{ quotas: { type: 'kafka', producerByteRate: 1 } }, { quotas: { type: 'kafka', producerByteRate: 1 } }],
])('%j becomes %j', (props, changed) => {
  expect(kafka(props).kafka).toMatchObject(changed);
  expect(kafka().kafka).not.toMatchObject(changed);
});

test('without authorization none is said, and Cruise Control is there when it is asked for', () => {
  expect(kafka({ authorization: 'none' }).kafka.authorization).toBeUndefined();
  expect(kafka({ cruiseControl: {} }).cruiseControl).toBeDefined();
  expect(kafka().cruiseControl).toBeUndefined();
});

test.each<[Placed, object]>([
  [{ priorityClass: 'high' }, { priorityClassName: 'high' }],
  [{ tolerations: [{ key: 'kafka' }] }, { tolerations: [{ key: 'kafka', operator: 'Exists' }] }],
  [
    { tolerations: [{ key: 'for', value: 'kafka', effect: 'NoSchedule' }] },
    { tolerations: [{ key: 'for', operator: 'Equal', value: 'kafka', effect: 'NoSchedule' }] },
  ],
])('every pod has what the cluster has: %j', (placed, expected) => {
  const pod = { template: { pod: expected } };
  for (const { spec } of pools(placed)) expect(spec).toMatchObject(pod);
  expect(kafka(placed).entityOperator).toMatchObject(pod);
  expect(kafka({ cruiseControl: placed }).cruiseControl).toMatchObject(pod);
  const [name = ''] = Object.keys(expected);
  expect(JSON.stringify(made({ cruiseControl: {}, tolerations: [] }))).not.toContain(name);
});

test('each operator of topics and users gets what it is given, else what many topics and users fit into', () => {
  const resources = { limits: { memory: '2Gi' } };
  const modest = { requests: { cpu: '100m', memory: '512Mi' }, limits: { memory: '512Mi' } };
  const given = (props: Partial<StrimziKafkaProps>) => {
    const { topicOperator, userOperator } = kafka(props).entityOperator;
    return [topicOperator.resources, userOperator.resources];
  };
  expect(given({})).toEqual([modest, modest]);
  expect(given({ topicOperator: resources })).toEqual([resources, modest]);
  expect(given({ userOperator: resources })).toEqual([modest, resources]);
});

test('controllers of dual-role pools count as brokers too, pools of controllers do not', () => {
  const both = { ...nodes('broker', 2), roles: ['controller', 'broker'] as const };
  const factor = (all: StrimziKafkaProps['pools']) => kafka({ pools: all }).kafka.config['default.replication.factor'];
  expect(factor({ both })).toBe(2);
  expect(factor({ both, more: nodes('broker', 1), controller: nodes('controller', 3) })).toBe(3);
});

test.each<[Partial<StrimziKafkaProps>, readonly object[]]>([
  [{}, [{ topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'DoNotSchedule' }]],
  [
    { rack: 'zone' },
    [
      { topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' },
      { topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'DoNotSchedule' },
    ],
  ],
  [
    { whenUnsatisfiable: 'ScheduleAnyway' },
    [{ topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway' }],
  ],
])('%j spreads the pods of each pool', (props, constraints) => {
  for (const { spec } of pools(props))
    expect(spec).toMatchObject({ template: { pod: { topologySpreadConstraints: constraints } } });
});

test('brokers of all pools keep apart on hosts, and controllers do; zones are each pool’s own', () => {
  const all = {
    controller: nodes('controller', 3),
    fast: nodes('broker', 2),
    both: { ...nodes('broker', 1), roles: ['controller', 'broker'] as const },
  };
  const apart = pools({ pools: all, rack: 'zone' }).map(({ metadata, spec }) => [
    metadata.name,
    // biome-ignore lint/suspicious/noExplicitAny: a test may reach as deep as the operator does
    (spec as any).template.pod.topologySpreadConstraints.map(({ topologyKey, labelSelector }: any) => [
      topologyKey,
      labelSelector.matchLabels,
    ]),
  ]);
  const main = { 'strimzi.io/cluster': 'main' };
  const constraints = (pool: string, role: string) => [
    ['zone', { ...main, 'strimzi.io/pool-name': pool }],
    ['kubernetes.io/hostname', { ...main, [`strimzi.io/${role}-role`]: 'true' }],
  ];
  expect(Object.fromEntries(apart)).toEqual({
    'main-controller': constraints('main-controller', 'controller'),
    'main-fast': constraints('main-fast', 'broker'),
    'main-both': constraints('main-both', 'broker'),
  });
});

test('a disruption takes one node at a time, and the keys of both authorities outlive the cluster', () => {
  expect(kafka().kafka.template).toEqual({ podDisruptionBudget: { maxUnavailable: 1 } });
  expect(kafka()).toMatchObject({
    clusterCa: { generateSecretOwnerReference: false },
    clientsCa: { generateSecretOwnerReference: false },
    entityOperator: {
      topicOperator: {},
      userOperator: {},
      template: restrictedContainers('topicOperatorContainer', 'userOperatorContainer'),
    },
  });
});

test('authorities last as they are told, and brokers restart for them when they may', () => {
  const years = { validityDays: 730, renewalDays: 60, certificateExpirationPolicy: 'replace-key' } as const;
  const own = { generateCertificateAuthority: false, validityDays: 365, renewalDays: 30 };
  expect(kafka({ clusterCa: years, clientsCa: own, maintenanceTimeWindows: ['* * 1-3 ? * SUN'] })).toMatchObject({
    clusterCa: { generateSecretOwnerReference: false, ...years },
    clientsCa: { generateSecretOwnerReference: false, ...own },
    maintenanceTimeWindows: ['* * 1-3 ? * SUN'],
  });
  expect(kafka().maintenanceTimeWindows).toBeUndefined();
});

test('with an authority of clients that somebody else has, Strimzi makes none', () => {
  expect(kafka({ clientsCa: { generateCertificateAuthority: false } }).clientsCa).toEqual({
    generateSecretOwnerReference: false,
    generateCertificateAuthority: false,
  });
  expect(kafka().clientsCa).toEqual({ generateSecretOwnerReference: false });
});
