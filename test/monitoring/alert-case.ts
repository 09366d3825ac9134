import type { AlertName } from '../../render/monitoring/alerts/alert';
import type { SignalName } from '../../render/monitoring/signals/signals';

/** What Prometheus is told, and which alerts it then fires. */
export interface AlertCase {
  readonly alert: AlertName;
  /** The state, as a sentence's end: «fires when …», «is silent when …». */
  readonly when: string;
  readonly series: readonly Series[];
  /** Minutes after the first sample. */
  readonly at: number;
  /** One entry for each alert that fires: labels beside the cluster's, and its summary. None: it is silent. */
  readonly fires: readonly { readonly labels?: Readonly<Record<string, string>>; readonly summary: string }[];
}

/** One series with a value a minute, in promtool's notation: `0+5x10` is 0, 5, 10 … 50. */
export interface Series {
  readonly signal: SignalName;
  readonly labels: Readonly<Record<string, string>>;
  readonly values: string;
}
