import { z } from 'zod';
import { type RefusalAlarmsInput, refusalAlarmsShape } from '../../../model/refusal-alarms';

/** Who is told of what a namespace refuses; its logs themselves go where `logs` and `archive` say. */
export interface EventHubsAuditInput {
  /** Who is told when it refuses many. */
  readonly alarms: RefusalAlarmsInput;
}

export const eventHubsAuditShape = z.strictObject({
  alarms: refusalAlarmsShape,
}) satisfies z.ZodType<EventHubsAuditInput>;
