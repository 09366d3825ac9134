import type { Match, Signal, TargetLabel } from './signals/signal';
import type { SignalLabel } from './signals/signals';

declare const assembled: unique symbol;

/** A query that was put together from signals. */
export type Promql = string & { readonly [assembled]: true };

export type Label = TargetLabel | SignalLabel;

/** `5m`. Grafana's own window suits the zoom of a dashboard. */
export type Window = `${number}${'s' | 'm' | 'h' | 'd'}` | '$__rate_interval';

/** A signal's series; a label that it does not have does not compile. */
export function series<S extends Signal>(
  signal: S,
  where: Readonly<Partial<Record<TargetLabel | S['labels'][number], Match>>>,
): Promql {
  const matchers: Record<string, Match> = { ...signal.only, ...where };
  const listed = Object.entries(matchers).map(([label, match]) => `${label}${matcher(match)}`);
  return `${signal.metric}{${listed.join(', ')}}` as Promql;
}

function matcher(match: Match): string {
  if (typeof match === 'string') return `=${JSON.stringify(match)}`;
  if ('not' in match) return `!=${JSON.stringify(match.not)}`;
  if ('variable' in match) return `=~"$${match.variable}"`;
  return `=~${JSON.stringify(match.map(literally).join('|'))}`;
}

/** Names hold dots, which a regular expression takes for any letter. */
const literally = (name: string): string => name.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');

/** The text between signals: operators, numbers, parentheses. */
export const promql = (text: TemplateStringsArray, ...values: readonly (Promql | number)[]): Promql =>
  String.raw(text, ...values) as Promql;

export const rate = (of: Promql, window: Window): Promql => `rate(${of}[${window}])` as Promql;
/** Of what is a rate already. */
export const average = (of: Promql, window: Window): Promql => `avg_over_time(${of}[${window}])` as Promql;
export const delta = (of: Promql, window: Window): Promql => `delta(${of}[${window}])` as Promql;

const aggregation =
  (operator: 'sum' | 'max' | 'min' | 'count') =>
  (labels: readonly Label[], of: Promql): Promql =>
    (labels.length > 0 ? `${operator} by (${labels.join(', ')}) (${of})` : `${operator}(${of})`) as Promql;

export const sum = aggregation('sum');
export const max = aggregation('max');
export const min = aggregation('min');
export const count = aggregation('count');
export const top = (number: number, of: Promql): Promql => `topk(${number}, ${of})` as Promql;

/** True, with the labels that the query asks for by name, when nothing reports at all. */
export const absent = (of: Promql): Promql => `absent(${of})` as Promql;
