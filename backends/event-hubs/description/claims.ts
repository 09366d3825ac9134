import type { Claim } from '../../../model/claim';
import type { Key } from '../../../model/place';
import type { LogArchiveInput } from './archive';
import type { DedicatedClusterInput } from './dedicated';
import type { PrivateZoneInput } from './private-zone';
import type { DisasterRecoveryInput } from './recovery';

/** What of a namespace's settings there is one of. */
interface Claiming {
  readonly namespace: string;
  readonly resourceGroup: string;
  readonly resourceGroupExists?: boolean;
  readonly existing?: boolean;
  readonly dedicatedCluster?: string | DedicatedClusterInput;
  readonly privateDnsZone?: string | PrivateZoneInput;
  readonly archive?: LogArchiveInput;
  readonly disasterRecovery?: DisasterRecoveryInput;
}

/** What a namespace makes of Azure, or has for itself. */
export function claimsOf(settings: Claiming): Claim[] {
  const { namespace, resourceGroup, dedicatedCluster, privateDnsZone, archive, disasterRecovery } = settings;
  const claim = (what: string, fix: string, ...field: Key[]): Claim => ({ field, what, fix });
  const ofAccount = (...said: Parameters<typeof claim>): Claim => ({ ...claim(...said), ofAccount: true });
  const host = claim(`the host '${namespace}'`, 'use another name: it is unique in all of Azure', 'namespace');
  if (settings.existing) return [host];
  return [
    host,
    ...(settings.resourceGroupExists
      ? []
      : [
          ofAccount(
            `the resource group '${resourceGroup}'`,
            'say resourceGroupExists: true here, and apply the other cluster first; or say the subscription of each',
            'resourceGroup',
          ),
        ]),
    ...(typeof dedicatedCluster === 'object'
      ? [
          ofAccount(
            `the dedicated cluster '${dedicatedCluster.name}' of '${resourceGroup}'`,
            'give its id here, and apply the other cluster first',
            'dedicatedCluster',
          ),
        ]
      : []),
    ...(typeof privateDnsZone === 'object'
      ? [
          ofAccount(
            `the private DNS zone of '${resourceGroup}'`,
            "give the zone's id here, and apply the other cluster first",
            'privateDnsZone',
          ),
        ]
      : []),
    ...(archive
      ? [claim(`the storage account '${archive.storageAccount}'`, 'use another name', 'archive', 'storageAccount')]
      : []),
    ...(disasterRecovery
      ? [claim(`the host '${disasterRecovery.alias}'`, 'use another name', 'disasterRecovery', 'alias')]
      : []),
  ];
}
