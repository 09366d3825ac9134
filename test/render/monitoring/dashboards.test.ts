import { dashboardUid, queriesOf } from '../../../render/monitoring/dashboards/dashboard';
import { grafanaDashboard } from '../../../render/monitoring/dashboards/grafana';
import { onCallDashboard } from '../../../render/monitoring/dashboards/on-call';
import { securityDashboard } from '../../../render/monitoring/dashboards/security';
import { topicsAndGroupsDashboard } from '../../../render/monitoring/dashboards/topics-and-groups';
import { signals } from '../../../render/monitoring/signals/signals';
import { ruleGroups } from '../../monitoring/alert-cases';
import { namesIn } from '../../support/promql';

const monitored = { cluster: 'main', namespace: 'kafka' };
const replications = [{ source: 'main', target: 'standby', recordAgeUnder: 60_000 }];
const dashboards = [
  onCallDashboard({ ...monitored, deadLetterTopics: ['a.dlq'], mirrorMakers: [{ name: 'dr', replications }] }),
  topicsAndGroupsDashboard(monitored),
  securityDashboard(monitored),
];
/** Grafana puts its window in before Prometheus reads the query. */
const asked = (query: string) => query.replaceAll('$__rate_interval', '1m');
const metrics = new Set(Object.values(signals).map(({ metric }) => metric as string));

interface GrafanaPanel {
  readonly type: string;
  readonly title: string;
  readonly gridPos?: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly datasource?: object;
  readonly targets?: readonly { readonly expr: string; readonly refId: string }[];
  readonly panels?: readonly GrafanaPanel[];
}
const rendered = dashboards.map((dashboard) => ({ dashboard, json: JSON.parse(grafanaDashboard(dashboard)) }));
const panelsOf = (json: { panels: readonly GrafanaPanel[] }): GrafanaPanel[] =>
  json.panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]).filter(({ type }) => type !== 'row');

test.each(dashboards.flatMap((dashboard) => queriesOf(dashboard).map((query) => [dashboard.title, query] as const)))(
  '%s: %s is PromQL of signals',
  (_, query) => {
    expect(namesIn(asked(query)).metrics.filter((metric) => !metrics.has(metric))).toEqual([]);
  },
);

test('every signal is used: what nobody looks at is not scraped', () => {
  const queries = [
    ...dashboards.flatMap(queriesOf).map(asked),
    ...ruleGroups.flatMap(({ rules }) => rules.map(({ expr }) => expr)),
  ];
  const used = new Set(queries.flatMap((query) => namesIn(query).metrics));
  expect([...metrics].filter((metric) => !used.has(metric))).toEqual([]);
});

test.each(rendered.map((each) => [each.dashboard.title, each] as const))(
  '%s: Grafana gets every query, with the data source that the reader chose',
  (_, { dashboard, json }) => {
    const panels = panelsOf(json);
    const expected = dashboard.rows.flatMap((row) =>
      row.panels.flatMap(({ queries }) => queries.map((q) => q.expression)),
    );
    expect(panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr))).toEqual(expected);
    for (const panel of panels) expect(panel.datasource).toEqual({ type: 'prometheus', uid: '$datasource' });
    expect(json.templating.list.map(({ name }: { name: string }) => name)).toEqual([
      'datasource',
      ...(dashboard.variables ?? []).map(({ name }) => name),
    ]);
    expect(json).toMatchObject({ uid: dashboard.uid, title: dashboard.title, editable: false });
  },
);

test.each(rendered.map((each) => [each.dashboard.title, each] as const))(
  '%s: no panel covers another',
  (_, { json }) => {
    const cells = panelsOf(json).flatMap(({ gridPos: { x, y, w, h } = { x: 0, y: 0, w: 0, h: 0 } }) =>
      Array.from({ length: w * h }, (_cell, index) => `${x + (index % w)}/${y + Math.floor(index / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
  },
);

test('a dashboard for those on call says what no replication, no dead letter means: fewer panels', () => {
  const titles = onCallDashboard(monitored).rows.map(({ title }) => title);
  expect(titles.join()).not.toContain('Replication');
  expect(queriesOf(onCallDashboard(monitored)).some((query) => query.includes('dlq'))).toBe(false);
});

test('a cluster that two MirrorMakers serve has a row for each', () => {
  const mirrorMakers = ['to-standby', 'from-edge'].map((name) => ({ name, replications }));
  const titles = onCallDashboard({ ...monitored, mirrorMakers }).rows.map(({ title }) => title);
  expect(titles.slice(-2)).toEqual(['Replication to-standby', 'Replication from-edge']);
});

test('two dashboards never have one uid, and none is longer than Grafana takes', () => {
  const long = { namespace: 'a-namespace-with-a-long-name', cluster: 'a-cluster-with-a-long-name-1' };
  const uids = [monitored, long, { ...long, cluster: 'a-cluster-with-a-long-name-2' }].flatMap((each) => [
    dashboardUid(each, 'on-call'),
    dashboardUid(each, 'topics'),
  ]);
  expect(new Set(uids).size).toBe(6);
  for (const uid of uids) expect(uid.length).toBeLessThanOrEqual(40);
});

test('rendered twice, the bytes are the same', () => {
  for (const { dashboard } of rendered) expect(grafanaDashboard(dashboard)).toBe(grafanaDashboard(dashboard));
});
