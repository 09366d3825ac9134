import type { PluginArtifactInput } from '../../model/plugin';
import { canonicalJson } from '../../model/release';
import { formatDuration, formatSize } from '../../model/units';

/** How the values of a field are compared and shown. */
interface Kind {
  readonly show: (value: never) => string;
  /** Whether the value becomes less. Default: its values have no order. */
  readonly falls?: (before: never, after: never) => boolean;
}

/** `-1` is unlimited. */
const bounded = (value: number) => (value < 0 ? Number.POSITIVE_INFINITY : value);
const lower = (before: number, after: number) => bounded(after) < bounded(before);
const policies = (value: string) => value.split(',');

export const fieldKinds = {
  text: { show: (value: string | boolean) => String(value) },
  count: { show: (value: number) => String(value), falls: lower },
  duration: { show: formatDuration, falls: lower },
  size: { show: formatSize, falls: lower },
  /** A size that the cluster decides where it is absent. */
  bytes: { show: formatSize },
  /** Less only when nothing is gained: what a policy newly deletes is lost, whatever another one kept. */
  policies: {
    show: (value: string) => value,
    falls: (before: string, after: string) => policies(after).every((policy) => policies(before).includes(policy)),
  },
  /** Of those who may: none is nobody. */
  names: { show: (names: readonly string[]) => names.join(', ') || 'nobody' },
  settings: { show: (value: object) => entries(value) },
  artifacts: {
    show: (artifacts: readonly PluginArtifactInput[]) =>
      artifacts.map(({ group, artifact, version }) => `${group}:${artifact}:${version}`).join(' '),
  },
  streams: {
    show: ({ applicationId, exactlyOnce }: { readonly applicationId: string; readonly exactlyOnce: boolean }) =>
      `${applicationId}, ${exactlyOnce ? 'exactly once' : 'at least once'}`,
  },
  'dead-letter': {
    show: ({ attempts, backoff, retention }: DeadLetterShown) =>
      `${attempts} tries, ${formatDuration(backoff)} apart${retention === undefined ? '' : `, kept ${formatDuration(retention)}`}`,
  },
} as const satisfies Record<string, Kind>;

export type FieldKind = keyof typeof fieldKinds;

interface DeadLetterShown {
  readonly attempts: number;
  readonly backoff: number;
  readonly retention?: number;
}

const entries = (value: object) =>
  Object.entries(value)
    .map(([key, inner]) => `${key}=${typeof inner === 'object' ? Object.values(inner).join('.') : inner}`)
    .join(' ');

/** Whether two values are one; absent is a value. */
export const same = (before: unknown, after: unknown): boolean =>
  before === after || canonicalJson([before ?? null]) === canonicalJson([after ?? null]);

export const shown = (kind: FieldKind, value: unknown): string | undefined =>
  value === undefined ? undefined : (fieldKinds[kind] as Kind).show(value as never) || undefined;

export const falls = (kind: FieldKind, before: unknown, after: unknown): boolean =>
  before !== undefined &&
  after !== undefined &&
  ((fieldKinds[kind] as Kind).falls?.(before as never, after as never) ?? false);
