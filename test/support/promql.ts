import { parser } from '@prometheus-io/lezer-promql';

/** What a query names. */
export interface Named {
  readonly metrics: readonly string[];
  readonly labels: readonly string[];
}

/**
 * Reads a query as Prometheus would.
 *
 * @throws Error that shows where Prometheus' grammar stops
 */
export function namesIn(query: string): Named {
  const metrics: string[] = [];
  const labels: string[] = [];
  parser.parse(query).iterate({
    enter({ name, from, to, type, node }) {
      if (type.isError) throw new Error(`no PromQL from here on: ${query.slice(from)}\nin ${query}`);
      if (name === 'Identifier' && node.parent?.name === 'VectorSelector') metrics.push(query.slice(from, to));
      if (name === 'LabelName') labels.push(query.slice(from, to));
    },
  });
  return { metrics, labels };
}
