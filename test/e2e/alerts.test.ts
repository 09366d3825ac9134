import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { queriesOf } from '../../render/monitoring/dashboards/dashboard';
import { onCallDashboard } from '../../render/monitoring/dashboards/on-call';
import { securityDashboard } from '../../render/monitoring/dashboards/security';
import type { AlertingRule } from '../../render/monitoring/rules';
import type { AlertCase, Series } from '../monitoring/alert-case';
import { alertCases, ruleGroups } from '../monitoring/alert-cases';
import { here, notation, volume } from '../monitoring/alert-series';
import { objectsIn } from '../support/manifests';
import { prometheusBinaries } from '../support/prometheus';

const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-alerts-'));
const rules = join(folder, 'rules.yml');
let promtool: string;

beforeAll(() => {
  promtool = prometheusBinaries().promtool;
  writeFileSync(rules, stringify({ groups: ruleGroups }));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(promtool, args, { encoding: 'utf8' });
  return status === 0 ? 'SUCCESS' : `${stdout}${stderr}`;
}

/** One of promtool's own unit tests, with a sample a minute. */
function tried(series: readonly Series[], expectation: object): string {
  const file = join(folder, 'case.yml');
  const tests = [{ interval: '1m', input_series: series.map(notation), ...expectation }];
  writeFileSync(file, stringify({ rule_files: [rules], evaluation_interval: '1m', tests }));
  return run('test', 'rules', file);
}

const ruleOf = ({ alert }: AlertCase): AlertingRule => {
  const found = ruleGroups.flatMap(({ rules: own }) => own).find((rule) => 'alert' in rule && rule.alert === alert);
  if (!found || !('alert' in found)) throw new Error(`no rule ${alert}`);
  return found;
};

test('promtool reads every rule', () => {
  expect(run('check', 'rules', rules)).toBe('SUCCESS');
});

const golden = join('test', 'golden', 'output');
const charts = readdirSync(golden, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /[/]kubernetes[/].*(?<!kustomization)[.]yaml$/.test(file),
);

/** The rules of every environment, as they are committed. */
const rendered = charts.flatMap((file) =>
  objectsIn(readFileSync(join(golden, file), 'utf8'))
    .filter(({ kind }) => kind === 'PrometheusRule')
    .map(({ metadata, spec }) => [`${file}: ${metadata.name}`, spec] as const),
);

test.each(rendered)('promtool reads the rules of %s', (_, spec) => {
  const file = join(folder, 'rendered.yml');
  writeFileSync(file, stringify(spec));
  expect(run('check', 'rules', file)).toBe('SUCCESS');
});

test.each(
  alertCases.map(
    (each) => [`${each.alert} ${each.fires.length > 0 ? 'fires' : 'is silent'} when ${each.when}`, each] as const,
  ),
)('%s', (_, each) => {
  const { labels, annotations } = ruleOf(each);
  const expected = each.fires.map((fired) => ({
    exp_labels: { ...labels, ...fired.labels },
    exp_annotations: { ...annotations, summary: fired.summary },
  }));
  const alert = { eval_time: `${each.at}m`, alertname: each.alert, exp_alerts: expected };
  expect(tried(each.series, { alert_rule_test: [alert] })).toBe('SUCCESS');
});

const answers = [
  {
    of: 'kubelet_volume_stats_available_bytes',
    series: [...volume(40), ...volume(3, { cluster: 'other' })],
    samples: [
      {
        labels: '{namespace="kafka", persistentvolumeclaim="data-0-main-fast-ssd-4", pod="main-fast-ssd-4"}',
        value: 0.4,
      },
    ],
  },
  {
    of: 'strimzi_certificate_expiration_timestamp_ms',
    series: [
      {
        signal: 'certificateExpiry',
        labels: { cluster: 'main', resource_namespace: 'kafka', type: 'clients-ca' },
        values: '7x20',
      },
    ],
    samples: [{ labels: '{type="clients-ca"}', value: 7 }],
  },
  ...(
    [
      ['strimzi_reconciliations_successful_total', 'usersReconciled', '0+60x20', 1],
      ['strimzi_reconciliations_failed_total', 'usersNotReconciled', '0+30x20', 0.5],
      ['strimzi_resources_paused', 'usersPaused', '2x20', 2],
    ] as const
  ).map(([of, signal, values, value]) => ({
    of,
    series: [{ signal, labels: { ...here, kind: 'KafkaUser' }, values }],
    samples: [{ labels: '{}', value }],
  })),
] as const;

test.each(answers.map((answer) => [answer.of, answer] as const))(
  'the dashboard’s question of %s, which only Kubernetes can be asked, is answered from such series',
  (metric, { series, samples }) => {
    const monitored = { cluster: here.strimzi_io_cluster, namespace: here.namespace };
    const queries = [onCallDashboard(monitored), securityDashboard(monitored)].flatMap(queriesOf);
    const expr = queries.find((query) => query.includes(metric))?.replaceAll('$__rate_interval', '5m');
    expect(tried(series, { promql_expr_test: [{ expr, eval_time: '5m', exp_samples: samples }] })).toBe('SUCCESS');
  },
);
