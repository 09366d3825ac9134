import { z } from 'zod';
import type { Profile } from './profile';

/** Who takes what brokers write, where the kit makes no store for it. */
export interface AuditCollectorInput {
  /** What it is, for whoever reads the evidence: `Fluent Bit to the SIEM`. */
  readonly name: string;
  /** Who answers for it, one of the platform's owners. */
  readonly owner: string;
  /** How many days a line stays there as it was written. */
  readonly days: number;
}

/** How long what brokers record of who did what stays as it is, and who keeps it. */
export interface AuditInput {
  /** Days on which nobody changes or deletes it, in every store that the kit makes. Default: what the profile asks, 0 at `baseline`, 365 at `production`, 2555 at `regulated`. */
  readonly days?: number;
  /** Who takes the output of brokers on Kubernetes, and the logs of clusters that somebody else runs. Default: nobody. */
  readonly collector?: AuditCollectorInput;
}

export const auditShape = z.strictObject({
  days: z.int().optional(),
  collector: z.strictObject({ name: z.string(), owner: z.string(), days: z.int() }).optional(),
}) satisfies z.ZodType<AuditInput>;

/** Days that a profile asks for, whether nobody may delete it before, and where that is from. */
export const auditDays = {
  baseline: { days: 0, locked: false, source: 'nobody asks' },
  production: { days: 365, locked: false, source: 'PCI DSS 4.0, 10.5.1: twelve months of audit log' },
  regulated: { days: 2555, locked: true, source: 'Sarbanes-Oxley Act, section 802, as 17 CFR 210.2-06: seven years' },
} as const satisfies Record<Profile, { readonly days: number; readonly locked: boolean; readonly source: string }>;

/** An environment's, decided. */
export interface Audit {
  readonly days: number;
  /** Whether nobody may delete it before. */
  readonly locked: boolean;
  readonly collector?: AuditCollectorInput;
}

export const auditOf = (said: AuditInput | undefined, profile: Profile): Audit => ({
  days: said?.days ?? auditDays[profile].days,
  locked: auditDays[profile].locked,
  collector: said?.collector,
});
