import { z } from 'zod';
import { type Duration, durationShape, parseDuration, UnitError } from '../../../model/units';

/** Geo-replication carries records and offsets to a second region, under the same name. https://learn.microsoft.com/azure/event-hubs/geo-replication */
export interface GeoReplicationInput {
  /** The second region, such as `northeurope`. */
  readonly location: string;
  /** How far the second region may be behind before writers are slowed down: `5m` to `1d`; `0s` waits for it with each record. Default: `5m`. */
  readonly lag?: Duration;
  /** The id of the dedicated cluster there, of a dedicated namespace. Default: it is none. */
  readonly cluster?: string;
  /** The id of a subnet there, in which a second private endpoint is made: clients of that region reach the namespace by it. Default: none. */
  readonly subnet?: string;
}

/** Geo-disaster recovery pairs two namespaces under an alias; it carries hubs and their settings, no records. https://learn.microsoft.com/azure/event-hubs/event-hubs-geo-dr */
export interface DisasterRecoveryInput {
  /** The alias, unique in all of Azure, by which clients reach whichever is active: `ALIAS.servicebus.windows.net:9093`. */
  readonly alias: string;
  /** The id of the namespace in the other region, which exists and is empty. */
  readonly partner: string;
}

export const geoReplicationShape = z.strictObject({
  location: z.string(),
  lag: durationShape.optional(),
  cluster: z.string().optional(),
  subnet: z.string().optional(),
}) satisfies z.ZodType<GeoReplicationInput>;

export const disasterRecoveryShape = z.strictObject({
  alias: z.string(),
  partner: z.string(),
}) satisfies z.ZodType<DisasterRecoveryInput>;

/** How many seconds the second region may be behind; no number where it is no duration. */
export function lagSeconds({ lag = '5m' }: GeoReplicationInput): number {
  // Nothing else may last no time, so the parser of durations knows none.
  if (Number.parseFloat(lag) === 0) return 0;
  try {
    return parseDuration(lag) / 1000;
  } catch (error) {
    if (error instanceof UnitError) return Number.NaN;
    throw error;
  }
}
