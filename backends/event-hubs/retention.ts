import { z } from 'zod';
import type { RetentionDescription } from '../../constructs/terraform/event-hubs/event-hub';
import type { Settings } from '../../model/loses-records';
import type { Topic } from '../../model/topic';
import { tombstones } from './description/hub-rules';

const hour = 3_600_000;

/** How long a hub keeps records, in the words of azurerm: hours, where Kafka has milliseconds. */
export const retentionOf = ({ cleanup, retention, config }: Topic): RetentionDescription =>
  cleanup === 'compact'
    ? { cleanupPolicy: 'Compact', tombstoneRetentionTimeInHours: Number(config[tombstones] ?? 24 * hour) / hour }
    : { cleanupPolicy: 'Delete', retentionTimeInHours: retention / hour };

/** The block as a plan has it; a hub that compacts has no hours, or none that count. */
const planned = z
  .tuple([z.object({ cleanup_policy: z.string(), retention_time_in_hours: z.number().nullish() })])
  .optional()
  .catch(undefined);

/** What the block `retention_description` is in Kafka's own names. */
export function settingsFrom(block: unknown): Settings {
  const [said] = planned.parse(block) ?? [];
  if (!said) return {};
  const { cleanup_policy: policy, retention_time_in_hours: hours } = said;
  return { 'cleanup.policy': policy.toLowerCase(), ...(hours ? { 'retention.ms': String(hours * hour) } : {}) };
}
