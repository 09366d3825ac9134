/** The configuration of a topic, in Kafka's own names. */
export type Settings = Readonly<Record<string, string>>;

/** How records are lost in place, and what keeps them. */
export interface RecordLoss {
  /** As «retention.ms falls from 2 to 1». */
  readonly how: string;
  /** As «take the change back». */
  readonly toKeep: string;
}

/** What bounds the records of a topic, with Kafka's default; `-1` is unlimited. https://kafka.apache.org/documentation/#topicconfigs */
const bounds = { 'retention.ms': '604800000', 'retention.bytes': '-1' } as const;
const policy = 'cleanup.policy';

/**
 * How a change of a topic's configuration makes brokers delete records that they would have kept. What the cluster
 * does by default is not known: a setting that comes is compared with no bound, one that goes with Kafka's default.
 */
export function losesRecords(before: Settings, after: Settings): RecordLoss | undefined {
  const policies = policiesOf(after);
  const gained = [...policies].filter((name) => !policiesOf(before).has(name));
  // Without `delete` a topic is not bounded, whatever its retention says.
  const lowered = policies.has('delete') ? Object.entries(bounds).flatMap(lowerBound) : [];
  if (gained.length + lowered.length === 0) return undefined;
  return {
    how: [
      ...gained.map((name) => `${policy} gains ${name}`),
      ...lowered.map((name) => `${name} falls from ${before[name] ?? unknown} to ${after[name] ?? unknown}`),
    ].join(', '),
    toKeep: toKeep(lowered.filter((name) => before[name] === undefined)),
  };

  function lowerBound([name, byDefault]: [string, string]): string[] {
    const [had, has] = [before[name], after[name]];
    return had !== has && limit(has ?? byDefault) < limit(had ?? '-1') ? [name] : [];
  }
}

const unknown = "the cluster's default";

/** A topic that leaves a bound to its cluster, as one that is adopted may, perhaps loses nothing: who knows, can say so. */
const toKeep = (unsaid: readonly string[]): string =>
  unsaid.length === 0
    ? 'take the change back'
    : `take the change back, or make what the topic keeps now (kafka-configs --describe --all) its own ${unsaid.join(' and ')} (--alter --add-config) and describe no less`;

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
