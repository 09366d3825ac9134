import { z } from 'zod';
import { usualRefusals } from './usual-refusals';

/** How long refusals are counted before anybody looks: what CloudWatch and Azure Monitor both know. */
export const alarmWindows = ['5m', '15m', '30m', '1h', '6h'] as const;
export type AlarmWindow = (typeof alarmWindows)[number];

/** Who is told when a cluster of a cloud's vendor turns many away: operations that are refused, and logins that fail. */
export interface RefusalAlarmsInput {
  /** Who is told: on MSK the ARN of a topic of SNS, on Event Hubs the id of an action group of Azure Monitor. */
  readonly notify: string;
  /** How many of each kind are usual within that time; more of them raise the alarm. Default: 5. */
  readonly moreThan?: number;
  /** How long they are counted: `5m`, `15m`, `30m`, `1h` or `6h`. Default: `5m`. */
  readonly within?: AlarmWindow;
}

export const refusalAlarmsShape = z.strictObject({
  notify: z.string(),
  moreThan: z.int().optional(),
  within: z.enum(alarmWindows).optional(),
}) satisfies z.ZodType<RefusalAlarmsInput>;

/** Neither vendor refuses a larger one; it would tell of nothing. */
const mostUsual = 1_000_000;
export const usualCounts = `say 0 to ${mostUsual}`;
export const isUsualCount = (count: number): boolean => count >= 0 && count <= mostUsual;

/** When somebody is told, decided; where nobody is, alarms are as they would be. */
export const alarmsOf = ({
  moreThan = usualRefusals.moreThan,
  within = `${usualRefusals.minutes}m`,
}: Partial<RefusalAlarmsInput> = {}) => ({ moreThan, within });
