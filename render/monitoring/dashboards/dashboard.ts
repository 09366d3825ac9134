import type { MonitoredCluster } from '../monitored';
import type { Promql } from '../promql';
import type { Unit } from '../signals/signal';

/** A dashboard in words that do not depend on Grafana's version. */
export interface Dashboard {
  /** Unique in Grafana, at most 40 characters. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  /** What a reader may choose. Default: nothing. */
  readonly variables?: readonly Variable[];
  readonly rows: readonly Row[];
}

/** Values of a label, of which a reader chooses some. */
export interface Variable {
  readonly name: string;
  readonly label: string;
  /** The series that have the label. */
  readonly of: Promql;
}

export interface Row {
  readonly title: string;
  readonly panels: readonly Panel[];
}

export interface Panel {
  readonly title: string;
  /** What is good and what is bad. */
  readonly description: string;
  /** A number that is now, or its course. */
  readonly kind: 'number' | 'course';
  readonly unit: Unit | 'bytes-per-second' | 'records-per-second' | 'per-second';
  readonly queries: readonly Query[];
  /** From here on it is bad: red. Default: no colour. */
  readonly badFrom?: number;
  /** Below this it is bad. Default: no colour. */
  readonly badBelow?: number;
}

export interface Query {
  readonly expression: Promql;
  /** Grafana's `{{label}}`. Default: the title. */
  readonly legend?: string;
}

/** Every query that a dashboard asks, in its order. */
export const queriesOf = ({ rows, variables = [] }: Dashboard): Promql[] => [
  ...variables.map(({ of }) => of),
  ...rows.flatMap(({ panels }) => panels.flatMap(({ queries }) => queries.map(({ expression }) => expression))),
];

/** Grafana refuses more than 40 characters: of a longer name the end becomes a checksum, so that no two dashboards meet. */
export function dashboardUid(
  { namespace, cluster }: MonitoredCluster,
  dashboard: 'on-call' | 'topics' | 'security',
): string {
  const whole = `${dashboard}-${namespace}-${cluster}`;
  return whole.length <= 40 ? whole : `${whole.slice(0, 31)}-${checksum(whole)}`;
}

/** FNV-1a, 8 hexadecimal digits. http://www.isthe.com/chongo/tech/comp/fnv/ */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
