import type { Audit } from '../../../model/audit';
import { entriesOf } from '../../../model/by-name';
import type { ClusterRecord } from '../../../model/cluster-record';
import { type AppliedSettings, appliedOf } from './applied';
import { type DedicatedClusterInput, soldUnits } from './dedicated';
import { type SchemaGroupInput, schemaGroupOf } from './schema-group';
import type { Tier } from './tier';

/** What of a namespace's settings an inventory is made of. */
interface Recorded extends AppliedSettings {
  readonly existing?: boolean;
  readonly namespace: string;
  readonly location: string;
  readonly resourceGroup: string;
  readonly tier: Tier;
  readonly units: number;
  readonly dedicatedCluster?: string | DedicatedClusterInput;
  readonly schemaGroups?: Readonly<Record<string, SchemaGroupInput>>;
}

/**
 * What an inventory records of a namespace that the kit makes, and what Azure or azurerm (ForceNew, also of `sku` from
 * and to Premium) never changes in place. https://learn.microsoft.com/azure/event-hubs/event-hubs-faq, read 2026-11-21
 */
export function recordOf(version: string, settings: Recorded, environment: Audit): ClusterRecord | undefined {
  const { existing, namespace, location, resourceGroup, tier, units, dedicatedCluster, encryption } = settings;
  if (existing) return undefined;
  const dedicated = typeof dedicatedCluster === 'object' ? dedicatedCluster.name : dedicatedCluster;
  return {
    backend: 'event-hubs',
    version,
    fixed: {
      namespace,
      location,
      resourceGroup,
      tier,
      ...(dedicated === undefined ? {} : { dedicatedCluster: dedicated }),
      // A key of one's own is never given up again.
      ...(encryption ? { encryption: 'a key of your own' } : {}),
    },
    ...holdsOf(settings),
    ...takingStepsOf(settings, environment),
    units: soldUnits({ units, dedicatedCluster }),
    pools: {},
  };
}

/** An archive holds what may not be lost; a group its schemas, as what it was made (azurerm: ForceNew). */
function holdsOf({ archive, schemaGroups }: Recorded): Pick<ClusterRecord, 'holds'> {
  const holds = {
    ...(archive ? { archive: archive.storageAccount } : {}),
    ...Object.fromEntries(
      entriesOf(schemaGroups).map(([name, group]) => {
        const { type, compatibility } = schemaGroupOf(group);
        return [`schemaGroups/${name}`, `${type}, compatibility ${compatibility}`];
      }),
    ),
  };
  return Object.keys(holds).length === 0 ? {} : { holds };
}

const takingStepsOf = (settings: Recorded, environment: Audit): Pick<ClusterRecord, 'applied'> => {
  const applied = appliedOf(settings, environment);
  return Object.keys(applied).length === 0 ? {} : { applied };
};
