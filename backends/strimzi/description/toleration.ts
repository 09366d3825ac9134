import { z } from 'zod';

/** A taint of Kubernetes nodes that pods bear. */
export interface TolerationInput {
  /** The taint's key. */
  readonly key: string;
  /** The taint's value. Default: any. */
  readonly value?: string;
  /** What the taint does to pods that do not bear it. Default: every effect. */
  readonly effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
}

export const tolerationShape = z.strictObject({
  key: z.string(),
  value: z.string().optional(),
  effect: z.enum(['NoSchedule', 'PreferNoSchedule', 'NoExecute']).optional(),
}) satisfies z.ZodType<TolerationInput>;
