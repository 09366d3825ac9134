import { ApiObject, Chart } from 'cdk8s';
import { kubernetesApp } from '../../charts/kubernetes-app';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';
import type { Manifest } from '../support/manifests';

const sha512 = 'a'.repeat(128);
const postgres = {
  host: 'database.example.com',
  database: 'shop',
  tables: ['public.orders'],
  credentials: { secret: 'inventory' },
};
const described = {
  kubernetes: { podSecurity: 'baseline' },
  'clusters.main': { backend: 'strimzi' },
  'connectClusters.pipeline': { owner: 'orders', build: { image: 'registry.example.com/connect:1' } },
  'platform.plugins.debezium': {
    artifacts: [{ group: 'io.debezium', artifact: 'a', version: '1', classifier: 'plugin', type: 'tar.gz', sha512 }],
  },
  'platform.connectors.inventory': { owner: 'orders', plugin: 'debezium', postgres },
};
/** The objects of the chart of the Connect cluster `pipeline`, by kind and name. */
function objects(changes: Readonly<Record<string, unknown>> = {}): ReadonlyMap<string, Manifest> {
  const app = kubernetesApp(resolve(changed<Description>(small, { ...described, ...changes })), { folder: 'unused' });
  const chart = app.node.findChild('pipeline--connect') as Chart;
  const made = chart.node.findAll().filter(ApiObject.isApiObject);
  return new Map(made.map((one) => [`${one.kind}/${one.name}`, one.toJson() as Manifest]));
}
const one = (name: string, changes?: Readonly<Record<string, unknown>>) => objects(changes).get(name);

test('a Connect cluster is its workers, what watches them, its connectors, and what they may read', () => {
  expect([...objects().keys()]).toEqual([
    'KafkaConnect/pipeline',
    'PodMonitor/pipeline-connect',
    'Role/pipeline-connect-secrets',
    'RoleBinding/pipeline-connect-secrets',
    'KafkaConnector/inventory',
  ]);
});

test('workers prove who they are as their own user, by the Secret that Strimzi makes of it', () => {
  expect(one('KafkaConnect/pipeline')).toMatchObject({
    metadata: { namespace: 'kafka', labels: { owner: 'orders' } },
    spec: {
      version: '4.3.1',
      replicas: 2,
      authentication: { type: 'scram-sha-512', username: 'pipeline', passwordSecret: { secretName: 'pipeline' } },
      tls: { trustedCertificates: [{ secretName: 'main-cluster-ca-cert', pattern: '*.crt' }] },
      groupId: 'connect-workers.pipeline.internal',
      resources: { requests: { cpu: '0.5', memory: '2Gi' }, limits: { memory: '2Gi' } },
    },
  });
});

test('an image is built from the files of the plugins, each with its checksum', () => {
  expect(one('KafkaConnect/pipeline')).toMatchObject({
    spec: {
      build: {
        output: { type: 'docker', image: 'registry.example.com/connect:1' },
        plugins: [
          {
            name: 'debezium',
            artifacts: [
              {
                type: 'tgz',
                url: 'https://repo1.maven.org/maven2/io/debezium/a/1/a-1-plugin.tar.gz',
                sha512sum: sha512,
              },
            ],
          },
        ],
      },
    },
  });
});

test('workers are spread over hosts, or over what racks are, and must be in production', () => {
  const spread = (changes: Readonly<Record<string, unknown>>) =>
    JSON.stringify(one('KafkaConnect/pipeline', changes)).match(
      /"topologyKey":"[^"]+","whenUnsatisfiable":"[^"]+"/,
    )?.[0];
  expect(spread({})).toBe('"topologyKey":"kubernetes.io/hostname","whenUnsatisfiable":"ScheduleAnyway"');
  expect(spread({ 'connectClusters.pipeline.rack': 'zone' })).toContain('"topologyKey":"zone"');
});

describe('a connector', () => {
  test('refers to its secrets, and its workers may read exactly these', () => {
    expect(one('KafkaConnector/inventory')).toMatchObject({
      spec: {
        config: {
          'database.user': '${secrets:kafka/inventory:username}',
          'database.password': '${secrets:kafka/inventory:password}',
        },
      },
    });
    expect(one('Role/pipeline-connect-secrets')).toMatchObject({ rules: [{ resourceNames: ['inventory'] }] });
  });

  test("that takes signals reaches the cluster as the workers' user, whose Secret they may read then, and trusts every authority", () => {
    const signals = { 'platform.connectors.inventory.postgres.signals': true };
    expect(one('KafkaConnector/inventory', signals)).toMatchObject({
      spec: {
        config: {
          'signal.kafka.bootstrap.servers': 'main-kafka-bootstrap.kafka.svc:9093',
          'signal.consumer.sasl.jaas.config': '${secrets:kafka/pipeline:sasl.jaas.config}',
          'signal.consumer.ssl.truststore.certificates': '${secrets:kafka/main-cluster-ca-cert:*.crt}',
        },
      },
    });
    expect(one('Role/pipeline-connect-secrets', signals)).toMatchObject({
      rules: [{ resourceNames: ['inventory', 'main-cluster-ca-cert', 'pipeline'] }],
    });
  });

  test('that needs no secret lets nobody read any', () => {
    const archive = {
      owner: 'orders',
      class: 'org.example.Sink',
      consumes: { 'orders.created': {} },
      tasks: 2,
      state: 'stopped',
    };
    const changes = { 'platform.connectors': { archive } };
    expect([...objects(changes).keys()].join()).not.toContain('Role');
    expect(one('KafkaConnector/archive', changes)).toMatchObject({
      metadata: { labels: { 'strimzi.io/cluster': 'pipeline' } },
      spec: { tasksMax: 2, state: 'stopped', config: { topics: 'orders.created' } },
    });
  });

  test('has its offsets listed to, and altered from, a ConfigMap of its own', () => {
    expect(one('KafkaConnector/inventory')).toMatchObject({
      spec: {
        listOffsets: { toConfigMap: { name: 'inventory-offsets' } },
        alterOffsets: { fromConfigMap: { name: 'inventory-offsets' } },
      },
    });
  });
});

test("the workers' user is a KafkaUser beside the cluster, and no application's connection", () => {
  const app = kubernetesApp(resolve(changed<Description>(small, described)), { folder: 'unused' });
  const all = app.node.children
    .filter(Chart.isChart)
    .flatMap((chart) => chart.node.findAll().filter(ApiObject.isApiObject));
  const named = all.filter(({ name }) => name === 'pipeline' || name === 'pipeline-kafka').map(({ kind }) => kind);
  expect(named.sort()).toEqual(['KafkaConnect', 'KafkaUser']);
});
