import { own } from '../../../model/by-name';
import type { Cluster } from '../../../model/cluster';
import { daysOf } from '../../../model/days';
import type { Draft } from '../../../model/draft';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { areImmutableDays, isStorageAccountName, storageAccountNames } from '../../../render/event-hubs/allowed';
import { regionsWithoutPair, regionsWithoutZones } from '../../../render/event-hubs/regions';
import { eventHubsSettings } from './cluster';
import { madeNamespaces } from './namespaces';

export const archiveIsPossible: Rule = {
  code: 'KFK-K229',
  severity: 'error',
  title: 'An archive of logs has a name and a time that Azure takes',
  source: 'https://learn.microsoft.com/azure/storage/blobs/immutable-time-based-retention-policy-overview',
  *check(draft) {
    for (const cluster of madeNamespaces(draft)) {
      const { archive } = eventHubsSettings(cluster);
      if (!archive) continue;
      const { storageAccount, retention } = archive;
      if (!isStorageAccountName(storageAccount))
        yield at(cluster, 'archive', 'storageAccount')
          .problem(`'${storageAccount}' cannot be the name of a storage account`)
          .fix(storageAccountNames);
      if (retention !== undefined && !areImmutableDays(daysOf(retention)))
        yield at(cluster, 'archive', 'retention')
          .problem(`nothing stays as it is for '${retention}'`)
          .fix("say whole days, '1d' to '146000d'");
    }
  },
};

export const lockedOnceMade: Rule = {
  code: 'KFK-K230',
  severity: 'error',
  title: 'The policy of an archive is locked once the archive is made',
  source:
    'azurerm, storage_account_resource.go: «initial value of immutability_policy.0.state can be either Disabled or Unlocked»',
  *check(draft) {
    for (const cluster of madeNamespaces(draft))
      if (isNew(cluster, draft) && eventHubsSettings(cluster).archive?.locked)
        yield at(cluster, 'archive', 'locked')
          .problem(
            'Azure makes no account with a locked policy, and the inventory knows of no deploy with this one before',
          )
          .fix('deploy without it first, see that logs arrive, and lock the policy then');
  },
};

/** Another archive than the one that was applied, if any was. */
const isNew = (cluster: Cluster, { inventory }: Draft): boolean =>
  own(inventory.clusters, cluster.name)?.holds?.archive !== eventHubsSettings(cluster).archive?.storageAccount;

export const regionStoresIt: Rule = {
  code: 'KFK-K271',
  severity: 'error',
  title: 'An archive is stored where its region can store it',
  source: 'https://learn.microsoft.com/azure/reliability/regions-list, of 2025-09-23, read 2026-11-21',
  waivable: true,
  *check(draft) {
    for (const cluster of madeNamespaces(draft)) {
      const { location, archive } = eventHubsSettings(cluster);
      if (!archive) continue;
      const { replication = 'GRS' } = archive;
      const place = at(cluster, 'archive', 'replication');
      if (replication.startsWith('G') && regionsWithoutPair.has(location))
        yield place
          .problem(`'${location}' is paired with no region that ${replication} could store it in`)
          .fix("say replication: 'ZRS', in the zones of the region; where Azure has paired it since, waive this");
      else if (replication.endsWith('ZRS') && regionsWithoutZones.has(location))
        yield place
          .problem(`'${location}' has no zones that ${replication} could store it in`)
          .fix("say replication: 'GRS', or 'LRS'; where Azure has opened zones since, waive this");
    }
  },
};

export const archiveRules: readonly Rule[] = [archiveIsPossible, lockedOnceMade, regionStoresIt];
