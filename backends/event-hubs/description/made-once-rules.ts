import type { Cluster } from '../../../model/cluster';
import type { Key } from '../../../model/place';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { eventHubsSettings } from './cluster';
import { namespaces } from './namespaces';

/** Something of Azure that a cluster says is made, or is its own. */
interface Claim {
  readonly cluster: Cluster;
  readonly field: readonly Key[];
  /** What Azure has one of, in whichever letters. */
  readonly what: string;
  readonly fix: string;
}

export const madeOnce: Rule = {
  code: 'KFK-K237',
  severity: 'error',
  title: 'Nothing of Azure is made by two clusters',
  source: "users' pain: «a resource with the ID already exists», in the middle of an apply",
  *check(draft) {
    const first = new Map<string, Cluster>();
    for (const { cluster, field, what, fix } of namespaces(draft).flatMap(claimsOf)) {
      const before = first.get(what.toLowerCase());
      if (!before) first.set(what.toLowerCase(), cluster);
      // What one cluster says twice is told where it is said.
      else if (before !== cluster)
        yield at(cluster, ...field)
          .problem(`${what} is of '${before.name}' already`)
          .fix(fix);
    }
  },
};

function claimsOf(cluster: Cluster): Claim[] {
  const settings = eventHubsSettings(cluster);
  const { namespace, resourceGroup, dedicatedCluster, privateDnsZone, archive, disasterRecovery } = settings;
  const claim = (what: string, fix: string, ...field: Key[]): Claim => ({ cluster, field, what, fix });
  const host = claim(`the host '${namespace}'`, 'use another name: it is unique in all of Azure', 'namespace');
  if (settings.existing) return [host];
  return [
    host,
    ...(settings.resourceGroupExists
      ? []
      : [
          claim(
            `the resource group '${resourceGroup}'`,
            'say resourceGroupExists: true here, and apply the other cluster first',
            'resourceGroup',
          ),
        ]),
    ...(typeof dedicatedCluster === 'object'
      ? [
          claim(
            `the dedicated cluster '${dedicatedCluster.name}' of '${resourceGroup}'`,
            'give its id here, and apply the other cluster first',
            'dedicatedCluster',
          ),
        ]
      : []),
    ...(typeof privateDnsZone === 'object'
      ? [
          claim(
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

export const madeOnceRules: readonly Rule[] = [madeOnce];
