import type { Audit } from '../../../model/audit';
import { archiveDays, type LogArchiveInput } from './archive';
import type { EncryptionInput } from './encryption';
import type { DisasterRecoveryInput, GeoReplicationInput } from './recovery';

/** What of a namespace's settings takes steps to change. */
export interface AppliedSettings {
  readonly autoInflate?: { readonly maximum: number };
  readonly subnet?: string;
  readonly encryption?: EncryptionInput;
  readonly archive?: LogArchiveInput;
  readonly geoReplication?: GeoReplicationInput;
  readonly disasterRecovery?: DisasterRecoveryInput;
}

/** Each field below a cluster whose change, or absence, takes steps. */
export const appliedFields = [
  'autoInflate',
  'subnet',
  'encryption.key',
  'encryption.identity',
  'encryption.twice',
  'archive.retention',
  'archive.locked',
  'archive.replication',
  'geoReplication.location',
  'geoReplication.subnet',
  'disasterRecovery.alias',
  'disasterRecovery.partner',
] as const;
export type AppliedField = (typeof appliedFields)[number];
export type Applied = Readonly<Partial<Record<AppliedField, string>>>;

/** Of the identity that the kit makes for a key. */
export const madeIdentity = 'made';

/** What an inventory records of them, with what is decided where nothing is said. */
export function appliedOf(said: AppliedSettings, environment: Audit): Applied {
  const { autoInflate, subnet, encryption, archive, geoReplication, disasterRecovery } = said;
  return {
    ...(autoInflate ? { autoInflate: `${autoInflate.maximum}` } : {}),
    ...(subnet === undefined ? {} : { subnet }),
    ...(encryption
      ? {
          'encryption.key': encryption.key,
          'encryption.identity': encryption.identity ?? madeIdentity,
          'encryption.twice': `${encryption.twice ?? false}`,
        }
      : {}),
    ...(archive
      ? {
          'archive.retention': `${archiveDays(archive, environment)}d`,
          'archive.locked': `${archive.locked ?? false}`,
          'archive.replication': archive.replication ?? 'GRS',
        }
      : {}),
    ...(geoReplication
      ? {
          'geoReplication.location': geoReplication.location,
          ...(geoReplication.subnet === undefined ? {} : { 'geoReplication.subnet': geoReplication.subnet }),
        }
      : {}),
    ...(disasterRecovery
      ? {
          'disasterRecovery.alias': disasterRecovery.alias,
          'disasterRecovery.partner': disasterRecovery.partner,
        }
      : {}),
  };
}
