import type { Profile } from './profile';
import { profiles } from './profile';
import { isReason } from './reason';
import type { Classification, Topic } from './topic';
import { type Duration, parseDuration } from './units';

/** What is asked of whoever keeps records of a classification. */
export interface Handling {
  /** How long they stay at most. */
  readonly retention: Duration | 'unlimited';
  /** Whether a topic that keeps the latest record of each key says how one person's is erased, and in which time. */
  readonly erasure: boolean;
  /** Who reads them: whoever has a flow, or of other teams only those whom the topic names. */
  readonly readers: 'any' | 'named';
  /** Whether they pass networks encrypted only. */
  readonly encrypted: boolean;
  /** Whether whoever hands them on asks who it is that takes them. */
  readonly callersKnown: boolean;
  /** Whether disks that hold them are encrypted by a key of one's own, where the vendor takes one. */
  readonly ownKey: boolean;
  /** Regions in which they may be: any, those that the environment names if it names some, or only those that it names. */
  readonly residency: 'any' | 'held' | 'named';
  /** Whether they may be copied to where no retention of Kafka's reaches them. */
  readonly copies: boolean;
}

const free: Handling = {
  retention: 'unlimited',
  erasure: false,
  readers: 'any',
  encrypted: false,
  callersKnown: false,
  ownKey: false,
  residency: 'any',
  copies: true,
};

const sensitive: Handling = { ...free, residency: 'held' };
const guarded: Handling = { ...sensitive, encrypted: true };
const closed: Handling = {
  ...guarded,
  readers: 'named',
  callersKnown: true,
  ownKey: true,
  residency: 'named',
  copies: false,
};

/**
 * What each profile asks of each classification. Rules read it, and so does the policy bundle: no number is said twice.
 * That personal data has an end everywhere is KFK-T012; how long is too long is nobody's standard: these are bounds that a
 * waiver can move, with a reason.
 */
export const handling = {
  baseline: { public: free, internal: free, confidential: sensitive, personal: { ...guarded } },
  production: {
    public: free,
    internal: free,
    confidential: guarded,
    personal: { ...guarded, retention: '730d', erasure: true, copies: false },
  },
  regulated: {
    public: free,
    internal: { ...free, encrypted: true },
    confidential: { ...closed, retention: '3650d' },
    personal: { ...closed, retention: '365d', erasure: true },
  },
} as const satisfies Record<Profile, Record<Classification, Handling>>;

/** What the profile asks of a topic. */
export const handlingOf = (profile: Profile, { classification }: Pick<Topic, 'classification'>): Handling =>
  handling[profile][classification];

/** The mildest profile, up to one's own, that asks something; none: nobody does. */
export const askedBy = (
  profile: Profile,
  { classification }: Pick<Topic, 'classification'>,
  asks: (handling: Handling) => boolean,
): Profile | undefined =>
  profiles.slice(0, profiles.indexOf(profile) + 1).find((milder) => asks(handling[milder][classification]));

type Kept = Pick<Topic, 'classification' | 'cleanup' | 'retention' | 'config'>;

/** Milliseconds after which a record is gone for sure; infinite: of no key's latest is that known. Only closed segments are deleted. */
export function longestKept({ cleanup, retention, config }: Kept): number {
  if (retention < 0 || cleanup === 'compact') return Number.POSITIVE_INFINITY;
  const open = Number(config['segment.ms'] ?? 0);
  return open > retention ? retention + open : retention;
}

/** Of a topic that is compacted only it is asked how records leave it, not after how long. */
export const isKeptTooLong = (profile: Profile, topic: Kept): boolean =>
  topic.cleanup !== 'compact' && longestKept(topic) > longestRetention(handlingOf(profile, topic));

/** Whether a topic keeps the latest record of each key, and nobody says how one person's is erased, though it is asked. */
export const isErasureUnsaid = (
  profile: Profile,
  topic: Pick<Topic, 'classification' | 'cleanup' | 'role' | 'removed' | 'erasure'>,
): boolean => isCompactedOnly(topic) && handlingOf(profile, topic).erasure && !isReason(topic.erasure);

export const isCompactedOnly = ({ cleanup, role, removed }: Pick<Topic, 'cleanup' | 'role' | 'removed'>): boolean =>
  cleanup === 'compact' && role === 'records' && !removed;

/** Milliseconds; infinite where records may stay for ever. */
export const longestRetention = ({ retention }: Handling): number =>
  retention === 'unlimited' ? Number.POSITIVE_INFINITY : parseDuration(retention);
