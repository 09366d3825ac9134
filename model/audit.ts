import { z } from 'zod';
import { millisecondsOfDay } from './days';
import type { Profile } from './profile';
import { type Duration, durationShape } from './units';

/** Who takes what brokers write, where the kit makes no store for it. */
export interface AuditCollectorInput {
  /** What it is, for whoever reads the evidence: `Fluent Bit to the SIEM`. */
  readonly name: string;
  /** Who answers for it, one of the platform's owners. */
  readonly owner: string;
  /** How long a line stays there as it was written, in whole days. */
  readonly retention: Duration;
}

/** How long what brokers record of who did what stays as it is, and who keeps it. */
export interface AuditInput {
  /** How long nobody changes or deletes it, in whole days, in every store that the kit makes. Default: what the profile asks, nothing at `baseline`, `365d` at `production`, `2555d` at `regulated`. */
  readonly retention?: Duration;
  /** Who takes the output of brokers on Kubernetes, and the logs of clusters that somebody else runs. Default: nobody. */
  readonly collector?: AuditCollectorInput;
}

export const auditShape = z.strictObject({
  retention: durationShape.optional(),
  collector: z.strictObject({ name: z.string(), owner: z.string(), retention: durationShape }).optional(),
}) satisfies z.ZodType<AuditInput>;

/** Days that a profile asks for, whether nobody may delete it before, and where that is from. */
export const auditDays = {
  baseline: { days: 0, locked: false, source: 'nobody asks' },
  production: { days: 365, locked: false, source: 'PCI DSS 4.0, 10.5.1: twelve months of audit log' },
  regulated: { days: 2555, locked: true, source: 'Sarbanes-Oxley Act, section 802, as 17 CFR 210.2-06: seven years' },
} as const satisfies Record<Profile, { readonly days: number; readonly locked: boolean; readonly source: string }>;

/** An environment's, decided; days that are not whole are refused. */
export interface Audit {
  readonly days: number;
  /** Whether nobody may delete it before. */
  readonly locked: boolean;
  readonly collector?: Omit<AuditCollectorInput, 'retention'> & { readonly days: number };
}

/** Decides an environment's; a length of time that is none counts as the one that is asked for, since it is refused already. */
export function auditOf(
  said: AuditInput | undefined,
  profile: Profile,
  read: (text: Duration | undefined, ...field: readonly string[]) => number | undefined,
): Audit {
  const { days: asked, locked } = auditDays[profile];
  const days = (text: Duration | undefined, ...field: readonly string[]): number => {
    const milliseconds = read(text, ...field);
    return milliseconds === undefined ? asked : milliseconds / millisecondsOfDay;
  };
  const collector = said?.collector;
  return {
    days: days(said?.retention, 'retention'),
    locked,
    collector: collector && {
      name: collector.name,
      owner: collector.owner,
      days: days(collector.retention, 'collector', 'retention'),
    },
  };
}

/** A hundred years: S3's bound, and less than Azure's. https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html */
export const longestAudit = 36_500;

/** Whether a store keeps a log for so many days: whole ones, since it counts nothing less. */
export const isKeptFor = (days: number): boolean => Number.isInteger(days) && days <= longestAudit;

/** Days that a store of the kit's keeps a log: whoever has one made keeps it for a year at least, however mild the profile. */
export const storedDays = (said: number | undefined, { days }: Pick<Audit, 'days'>): number =>
  said ?? Math.max(365, days);
