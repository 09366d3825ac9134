import { entriesOf } from '../../../model/by-name';
import type { Custody, DiskKey } from '../../../model/custody';
import type { EncryptionInput } from './encryption';
import type { HubInput } from './hub';
import type { GeoReplicationInput } from './recovery';
import type { Tier } from './tier';

/** What of a namespace decides it. */
interface Kept {
  readonly namespace: string;
  readonly location: string;
  readonly geoReplication?: GeoReplicationInput;
  readonly publicAccess?: boolean;
  readonly hubs?: Readonly<Record<string, HubInput>>;
  readonly encryption?: EncryptionInput;
  readonly existing?: boolean;
  readonly tier: Tier;
}

/** Geo-disaster recovery carries no records: only what replicates them is a second region. */
export const custodyOf = (said: Kept): Custody => ({
  name: said.namespace,
  regions: [
    { region: said.location, field: ['location'] },
    ...(said.geoReplication ? [{ region: said.geoReplication.location, field: ['geoReplication', 'location'] }] : []),
  ],
  ...(said.existing ? {} : { reach: 'private networks' }),
  key: keyOf(said),
  exposures: said.publicAccess
    ? [{ field: ['publicAccess'], says: 'whoever holds a token reaches it from the internet' }]
    : [],
  copies: entriesOf(said.hubs).flatMap(([topic, { capture }]) =>
    capture
      ? [{ topic, field: ['hubs', topic, 'capture'], to: `the container ${capture.container} of a storage account` }]
      : [],
  ),
});

function keyOf({ encryption, existing, tier }: Kept): DiskKey {
  if (encryption) return { whose: 'own' };
  if (existing) return { whose: 'elsewhere' };
  const fix = "encryption: { key: 'https://VAULT.vault.azure.net/keys/KEY', … }";
  return tier === 'standard'
    ? { whose: 'vendor', field: ['tier'], fix: `use tier: 'premium', and say ${fix}` }
    : { whose: 'vendor', field: ['encryption'], fix: `say ${fix}` };
}
