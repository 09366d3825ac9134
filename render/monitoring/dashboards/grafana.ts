import { BigValueColorMode } from '@grafana/grafana-foundation-sdk/common';
import {
  DashboardBuilder,
  DashboardCursorSync,
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  RowBuilder,
  ThresholdsConfigBuilder,
  ThresholdsMode,
  VariableRefresh,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as TimeseriesBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import type { Dashboard, Panel, Variable } from './dashboard';

/** The only file that knows Grafana: its SDK is young, and its major versions change the JSON. */

/** Whatever Prometheus the reader chooses. */
const source = { type: 'prometheus', uid: '$datasource' };

/** https://grafana.com/docs/grafana/latest/panels-visualizations/configure-standard-options/#unit */
const units: Readonly<Record<Panel['unit'], string>> = {
  count: 'short',
  flag: 'short',
  records: 'short',
  bytes: 'bytes',
  seconds: 's',
  milliseconds: 'ms',
  ratio: 'percentunit',
  'timestamp-ms': 'dateTimeAsIso',
  'bytes-per-second': 'Bps',
  'records-per-second': 'recps',
  'per-second': 'ops',
  'per-minute': 'opm',
};

/** The JSON that Grafana 12 and newer import. */
export function grafanaDashboard(dashboard: Dashboard): string {
  const builder = new DashboardBuilder(dashboard.title)
    .uid(dashboard.uid)
    .description(dashboard.description)
    .tags([...dashboard.tags])
    .timezone('browser')
    .time({ from: 'now-3h', to: 'now' })
    .refresh('30s')
    .readonly()
    .tooltip(DashboardCursorSync.Crosshair)
    .withVariable(new DatasourceVariableBuilder('datasource').label('Data source').type('prometheus'));
  for (const variable of dashboard.variables ?? []) builder.withVariable(queryVariable(variable));
  for (const { title, panels } of dashboard.rows) {
    builder.withRow(new RowBuilder(title));
    for (const panel of panels) builder.withPanel(panelBuilder(panel));
  }
  return `${JSON.stringify(builder.build(), null, 2)}\n`;
}

const queryVariable = ({ name, label, of }: Variable) =>
  new QueryVariableBuilder(name)
    .label(label)
    .datasource(source)
    .query(`label_values(${of}, ${name})`)
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .multi(true)
    .includeAll(true)
    .allValue('.+');

/** Four numbers, or two courses, stand beside each other on Grafana's 24 columns. */
function panelBuilder(panel: Panel): StatBuilder | TimeseriesBuilder {
  const { kind, title, description, unit, queries } = panel;
  const builder =
    kind === 'number'
      ? new StatBuilder().colorMode(BigValueColorMode.Value).span(6).height(4)
      : new TimeseriesBuilder().fillOpacity(8).span(12).height(8);
  builder.title(title).description(description).unit(units[unit]).datasource(source);
  for (const [index, { expression, legend = title }] of queries.entries())
    builder.withTarget(
      new DataqueryBuilder()
        .refId(String.fromCharCode(65 + index))
        .expr(expression)
        .legendFormat(legend),
    );
  const thresholds = thresholdsOf(panel);
  return thresholds ? builder.thresholds(thresholds) : builder;
}

function thresholdsOf({ badFrom, badBelow }: Panel): ThresholdsConfigBuilder | undefined {
  const [bound, below, above] = badFrom !== undefined ? [badFrom, 'green', 'red'] : [badBelow, 'red', 'green'];
  if (bound === undefined) return undefined;
  return new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps([
    { value: null, color: below },
    { value: bound, color: above },
  ]);
}
