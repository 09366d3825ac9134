import { z } from 'zod';

/** Says that a data-bearing noun goes, and what becomes of its data. It stays where the noun was until `until`. */
export interface RemovalInput {
  /** Why it goes, for whoever reads the description. */
  readonly reason: string;
  /** The last day (`2026-12-31`) on which an environment may still have it; afterwards the noun's lines can go. */
  readonly until: string;
  /** `keep`: the kit forgets it and the broker keeps it, with its records. `destroy`: it is deleted with its records. */
  readonly data: 'keep' | 'destroy';
}

export const removalShape = z.strictObject({
  reason: z.string(),
  until: z.string(),
  data: z.enum(['keep', 'destroy']),
}) satisfies z.ZodType<RemovalInput>;

/** The second key: without it nothing that bears data is destroyed in an environment that is not disposable. */
export interface ApprovalInput {
  /** The judge's code: `KFK-D001` (a topic is deleted), `KFK-D002` (replaced) or `KFK-D006` (records are lost in place). */
  readonly code: ApprovableCode;
  /** What may be destroyed: a Terraform address (`kafka_topic.orders_created`), or a kind and name (`KafkaTopic/orders.created`). */
  readonly address: string;
  /** Why its data may go. */
  readonly reason: string;
  /** Who answers for it: an owner of the platform. */
  readonly owner: string;
  /** The last day (`2026-12-31`) on which it holds. */
  readonly expires: string;
}

/** What the judge of plans lets pass when it is approved. */
export const approvableCodes = ['KFK-D001', 'KFK-D002', 'KFK-D006'] as const;
export type ApprovableCode = (typeof approvableCodes)[number];

export const approvalShape = z.strictObject({
  code: z.enum(approvableCodes),
  address: z.string(),
  reason: z.string(),
  owner: z.string(),
  expires: z.string(),
}) satisfies z.ZodType<ApprovalInput>;

const dayForm = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a day of the calendar such as `2026-12-31`. */
export const isDay = (text: string): boolean =>
  dayForm.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
