import { join } from 'node:path';
import { queriesOf } from '../../render/monitoring/dashboards/dashboard';
import { onCallDashboard } from '../../render/monitoring/dashboards/on-call';
import { securityDashboard } from '../../render/monitoring/dashboards/security';
import { topicsAndGroupsDashboard } from '../../render/monitoring/dashboards/topics-and-groups';
import { kafkaRules, mirrorMakerRules, type RuleGroup } from '../../render/monitoring/rules';
import { brokerSignals } from '../../render/monitoring/signals/broker-signals';
import { mirrorMakerSignals } from '../../render/monitoring/signals/mirror-maker-signals';
import { onlyOnKubernetes } from '../../render/monitoring/signals/signal';
import { signals } from '../../render/monitoring/signals/signals';
import type { ClusterConnection } from '../../workflows/local/spec';
import { KafkaTools } from '../support/kafka-tools';
import { MonitoredLocalCluster, monitored } from '../support/monitored-cluster';
import { PrometheusServer } from '../support/prometheus-server';

const topic = 'orders.created';
const deadLetters = 'orders.created.payment-service.dlq';
const group = 'payment-service';
const runbooks = 'https://example.com/runbooks';
const replications = [{ source: monitored.source, target: monitored.target }];
const dashboards = [
  onCallDashboard({
    ...monitored,
    deadLetterTopics: [deadLetters],
    mirrorMakers: [{ name: monitored.mirrorMaker, replications }],
  }),
  topicsAndGroupsDashboard(monitored),
  securityDashboard(monitored),
];

let local: MonitoredLocalCluster;
let connection: ClusterConnection;
let tools: KafkaTools;
let prometheus: PrometheusServer;
let producing: NodeJS.Timeout;

/** The rules as they are rendered, but that nobody has to wait ten minutes for an alert. */
const hurried = (groups: readonly RuleGroup[]): RuleGroup[] =>
  groups.map((each) => ({
    ...each,
    rules: each.rules.map((rule) => ('alert' in rule ? { ...rule, for: '5s' } : rule)),
  }));

beforeAll(async () => {
  local = await MonitoredLocalCluster.create();
  connection = await local.up();
  tools = new KafkaTools(local.project, connection);
  for (const name of [topic, deadLetters]) tools.createTopic(name);
  const admin = ['--bootstrap-server', connection.bootstrapServers, '--command-config', connection.adminClientFile];
  const producer = local.start(connection, 'org.apache.kafka.tools.ConsoleProducer', [...admin, '--topic', topic]);
  producing = setInterval(() => producer.say('order'), 200);
  local.startMirrorMaker(connection, topic);
  local.start(connection, 'org.apache.kafka.tools.consumer.ConsoleConsumer', [
    ...admin,
    '--topic',
    topic,
    '--group',
    group,
  ]);
  local.startLagExporter(connection);
  prometheus = new PrometheusServer({
    folder: join(local.project.folder, 'prometheus'),
    port: local.prometheusPort,
    targets: local.targets,
    rules: hurried([
      ...kafkaRules({
        ...monitored,
        runbooks,
        objectives: [{ group, topic, under: 3_600_000, owner: 'payments' }],
        deadLetterTopics: [deadLetters],
      }),
      ...mirrorMakerRules({ namespace: monitored.namespace, cluster: monitored.mirrorMaker, runbooks, replications }),
    ]),
  });
  await prometheus.ready();
}, 1_200_000); // the first time on a busy machine, the lag exporter is built

afterAll(async () => {
  clearInterval(producing);
  await prometheus?.stop();
  await local?.remove();
}, 60_000);

const seen = async (expression: string) => (await prometheus.query(expression)).length > 0;
const eventually = (expression: string) => prometheus.until(`${expression} has series`, () => seen(expression), 60);

/** What Grafana would ask: its variables hold everything, and its window is a few scrapes long. */
const asked = (query: string) => query.replaceAll('$__rate_interval', '30s').replaceAll(/\$(topic|group)\b/g, '.+');

const onKubernetes = Object.values(signals).filter(({ source }) => onlyOnKubernetes.has(source));
const needsKubernetes = (query: string) => onKubernetes.some(({ metric }) => query.includes(metric));

test.each([
  ['a broker', 'main', brokerSignals],
  ['a MirrorMaker', monitored.mirrorMaker, mirrorMakerSignals],
] as const)(
  'the rendered exporter configuration makes of %s exactly the signals of the table',
  async (_, cluster, table) => {
    const expected = [...new Set(Object.values(table).map(({ metric }) => metric))].sort();
    for (const metric of expected) await eventually(`${metric}{strimzi_io_cluster="${cluster}"}`);
    const all = await prometheus.query(
      `count by (__name__) ({strimzi_io_cluster="${cluster}", job!="lag-exporter", __name__=~"kafka_.+"})`,
    );
    const recorded: string = signals.lagObjective.metric;
    const names = all.map(({ metric }) => metric.__name__ ?? '').filter((name) => name !== recorded);
    expect(names.sort()).toEqual(expected);
  },
  120_000,
);

test('every rule is evaluated without an error, and on a cluster that is well no alert fires for a quarter of a minute', async () => {
  await eventually(signals.lagSeconds.metric);
  await prometheus.until('every rule was evaluated', async () => (await prometheus.ruleErrors()).length === 0, 30);
  let firing: readonly string[] = [];
  const nothingFires = async () => {
    firing = await prometheus.firing();
    return firing.length === 0;
  };
  await prometheus.until('nothing fires', nothingFires, 60).catch((error: Error) => {
    throw new Error(`${firing.join(', ')} fires: ${error.message}`);
  });
  const calmUntil = Date.now() + 15_000;
  await prometheus.until(
    'it stays so',
    async () => {
      expect(await prometheus.firing()).toEqual([]);
      return Date.now() > calmUntil;
    },
    30,
  );
}, 150_000);

const queries = dashboards.flatMap((dashboard) =>
  queriesOf(dashboard).map((query) => [dashboard.title, asked(query)] as const),
);

test.each(queries.filter(([, query]) => !needsKubernetes(query)))(
  '%s: %s has series',
  async (_, query) => {
    await eventually(query);
  },
  90_000,
);

test(`not asked here, for they need Kubernetes (test/e2e/alerts.test.ts tries them): ${onKubernetes.map(({ metric }) => metric).join(', ')}`, () => {
  const left = queries.filter(([, query]) => needsKubernetes(query)).map(([, query]) => query);
  expect(left).toHaveLength(5);
});

test('the lag exporter’s user sees how far groups are, and may not read a record itself', async () => {
  await eventually(`${signals.lagRecords.metric}{group="${group}", topic="${topic}"}`);
  const { stderr, stdout } = local.readAsLagExporter(connection, topic);
  expect(stdout).toContain('Not authorized to access topics');
  expect(stderr).toContain('Processed a total of 0 messages');
}, 120_000);

test('a dead letter is told', async () => {
  tools.produce(connection.adminClientFile, deadLetters, ['what nobody could read']);
  await prometheus.until('dead letters fire', async () => (await prometheus.firing()).includes('KafkaDeadLetters'), 60);
}, 90_000);

test('a broker is killed: its alerts fire; it comes back: they end', async () => {
  const expected = ['KafkaBrokerDown', 'KafkaUnderReplicatedPartitions'];
  const firing = async () => (await prometheus.firing()).filter((name) => expected.includes(name));
  expect(await firing()).toEqual([]);
  await local.kill(3);
  await prometheus.until('both alerts fire', async () => (await firing()).length === 2, 60);
  await local.up();
  await prometheus.until('both alerts end', async () => (await firing()).length === 0, 90);
}, 240_000);
