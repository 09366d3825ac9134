import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import {
  hasTier,
  isNamespaceName,
  isReplicationLag,
  namespaceNames,
  replicationLags,
  tiersWith,
} from '../../../render/event-hubs/allowed';
import { nationalEnding } from '../../../render/event-hubs/regions';
import { eventHubsSettings } from './cluster';
import { madeNamespaces, namespaces } from './namespaces';
import { lagSeconds } from './recovery';

const pairing = 'https://learn.microsoft.com/azure/event-hubs/event-hubs-geo-dr';

export const geoReplicationNeedsPremium: Rule = {
  code: 'KFK-K231',
  severity: 'error',
  title: 'Only a premium or dedicated namespace has its records in a second region',
  source: tiersWith.geoReplication.source,
  *check(draft) {
    for (const cluster of madeNamespaces(draft)) {
      const { tier, geoReplication } = eventHubsSettings(cluster);
      if (geoReplication && !hasTier('geoReplication', tier))
        yield at(cluster, 'geoReplication')
          .problem(`${tier} has no geo-replication`)
          .fix("use tier: 'premium' or 'dedicated', or disasterRecovery, which carries no records");
    }
  },
};

export const secondRegion: Rule = {
  code: 'KFK-K232',
  severity: 'error',
  title: 'Geo-replication goes to another region, which may be behind by five minutes to a day',
  source: `${tiersWith.geoReplication.source}; the lag: Azure Resource Manager, Microsoft.EventHub 2026-01-01, read 2026-11-21`,
  *check(draft) {
    for (const cluster of madeNamespaces(draft)) {
      const { tier, location, geoReplication, dedicatedCluster } = eventHubsSettings(cluster);
      if (!geoReplication) continue;
      const here = (field: string) => at(cluster, 'geoReplication', field);
      if (geoReplication.location === location)
        yield here('location').problem(`'${location}' is the first region already`).fix('name another one');
      if (nationalEnding(geoReplication.location))
        yield here('location')
          .problem(`'${geoReplication.location}' is in another cloud`)
          .fix('name a region of the public cloud');
      if (!isReplicationLag(lagSeconds(geoReplication)))
        yield here('lag').problem(`it cannot be behind by ${geoReplication.lag}`).fix(replicationLags);
      if (tier === 'dedicated' && !geoReplication.cluster)
        yield here('cluster')
          .problem('a dedicated namespace needs a dedicated cluster in the second region, too')
          .fix('give its id');
      if (tier !== 'dedicated' && geoReplication.cluster)
        yield here('cluster').problem(`a ${tier} namespace is in no dedicated cluster`).fix('remove it');
      if (geoReplication.cluster !== undefined && geoReplication.cluster === dedicatedCluster)
        yield here('cluster').problem('that is the cluster of the first region').fix('give the one of the second');
    }
  },
};

export const pairIsPossible: Rule = {
  code: 'KFK-K233',
  severity: 'error',
  title: 'A namespace is paired with another one, under a name of its own, or replicated',
  source: pairing,
  *check(draft) {
    for (const cluster of namespaces(draft)) {
      const { namespace, existing, disasterRecovery, geoReplication } = eventHubsSettings(cluster);
      if (!disasterRecovery) continue;
      const { alias, partner } = disasterRecovery;
      const here = (...field: string[]) => at(cluster, 'disasterRecovery', ...field);
      if (existing)
        yield here()
          .problem('the namespace exists already, so nobody would pair it')
          .fix('remove it, and name the alias as namespace where clients use it');
      if (geoReplication)
        yield here()
          .problem('geo-replication carries the settings of a namespace, too, and its records')
          .fix('use one of both');
      if (!isNamespaceName(alias))
        yield here('alias').problem(`'${alias}' cannot be the name of a host`).fix(namespaceNames);
      if (alias.toLowerCase() === namespace.toLowerCase())
        yield here('alias')
          .problem('it is the name of the namespace, which keeps its name when the other one takes over')
          .fix('use a name that no namespace has');
      if (partner.toLowerCase().endsWith(`/namespaces/${namespace.toLowerCase()}`))
        yield here('partner').problem('a namespace cannot take over from itself').fix('give the id of another one');
    }
  },
};

export const secondRegionIsReached: Rule = {
  code: 'KFK-K234',
  severity: 'warning',
  profile: 'production',
  title: 'In production a private namespace is reached in its second region, too',
  source: `${tiersWith.geoReplication.source}#private-endpoints: «create private endpoints for both the primary and secondary regions»`,
  *check(draft) {
    for (const cluster of madeNamespaces(draft)) {
      const { geoReplication, publicAccess } = eventHubsSettings(cluster);
      if (geoReplication && !geoReplication.subnet && !publicAccess)
        yield at(cluster, 'geoReplication', 'subnet')
          .problem(`after a promotion nobody in ${geoReplication.location} would have a private endpoint`)
          .fix('give the id of a subnet there, or waive this with a reason');
    }
  },
};

export const rolesOnBoth: Rule = {
  code: 'KFK-K235',
  severity: 'warning',
  title: 'Applications have their roles on the namespace that takes over, too',
  source: `${pairing}: hubs and settings are replicated, role assignments are not`,
  *check(draft) {
    for (const cluster of madeNamespaces(draft)) {
      const { disasterRecovery } = eventHubsSettings(cluster);
      if (disasterRecovery)
        yield at(cluster, 'disasterRecovery', 'partner')
          .problem('no role of this namespace holds on the other one: after a failover every application is refused')
          .fix('give the same roles on the other namespace, and waive this with who keeps them equal');
    }
  },
};

export const recoveryRules: readonly Rule[] = [
  geoReplicationNeedsPremium,
  secondRegion,
  pairIsPossible,
  secondRegionIsReached,
  rolesOnBoth,
];
