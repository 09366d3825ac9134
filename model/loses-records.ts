/** The configuration of a topic, in Kafka's own names. */
export type Settings = Readonly<Record<string, string>>;

/** What bounds the records of a topic, with Kafka's default; `-1` is unlimited. https://kafka.apache.org/documentation/#topicconfigs */
const bounds = { 'retention.ms': '604800000', 'retention.bytes': '-1' } as const;
const policy = 'cleanup.policy';

/**
 * How a change of a topic's configuration makes brokers delete records that they would have kept. What the cluster
 * does by default is not known: a setting that comes is compared with no bound, one that goes with Kafka's default.
 */
export function losesRecords(before: Settings, after: Settings): string | undefined {
  const policies = policiesOf(after);
  const gained = [...policies].filter((name) => !policiesOf(before).has(name));
  // Without `delete` a topic is not bounded, whatever its retention says.
  const lowered = policies.has('delete')
    ? Object.entries(bounds).flatMap(([name, byDefault]) => lowerBound(name, byDefault))
    : [];
  return [...gained.map((name) => `${policy} gains ${name}`), ...lowered].join(', ') || undefined;

  function lowerBound(name: string, byDefault: string): string[] {
    const [had, has] = [before[name], after[name]];
    if (had === has || limit(has ?? byDefault) >= limit(had ?? '-1')) return [];
    return [`${name} falls from ${had ?? "the cluster's default"} to ${has ?? "the cluster's default"}`];
  }
}

const policiesOf = (settings: Settings): ReadonlySet<string> =>
  new Set(
    (settings[policy] ?? 'delete')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && name !== 'none'),
  );

/** Bounds are Java's longs, which numbers are not exact for. */
const limit = (value: string): bigint => {
  const bound = BigInt(value);
  return bound < 0n ? 2n ** 63n : bound;
};
