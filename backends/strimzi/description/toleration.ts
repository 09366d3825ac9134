import { z } from 'zod';

/** A taint of Kubernetes nodes that pods bear. */
export interface TolerationInput {
  readonly key: string;
  /** Default: any. */
  readonly value?: string;
  /** Default: every effect. */
  readonly effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
}

export const tolerationShape = z.strictObject({
  key: z.string(),
  value: z.string().optional(),
  effect: z.enum(['NoSchedule', 'PreferNoSchedule', 'NoExecute']).optional(),
}) satisfies z.ZodType<TolerationInput>;
