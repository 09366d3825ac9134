import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import {
  areSold,
  dedicatedClusterNames,
  hasTier,
  inflatesTo,
  isDedicatedClusterName,
  mayInflateTo,
  mostThroughputUnits,
  tiersWith,
  unitsSold,
} from '../../../render/event-hubs/allowed';
import { eventHubsSettings } from './cluster';
import { soldUnits } from './dedicated';
import { madeNamespaces, namespaces } from './namespaces';
import { defaultTier } from './tier';

export const kafkaEndpoint: Rule = {
  code: 'KFK-K201',
  severity: 'error',
  title: 'A namespace has a Kafka endpoint',
  source: 'https://learn.microsoft.com/azure/event-hubs/compare-tiers: basic has none',
  *check(draft) {
    for (const cluster of namespaces(draft))
      if (cluster.tier === 'basic')
        yield at(cluster, 'tier')
          .problem("'basic' has no Kafka endpoint")
          .fix("use tier: 'standard', 'premium' or 'dedicated'");
  },
};

export const unitsAreSold: Rule = {
  code: 'KFK-K202',
  severity: 'error',
  title: 'A namespace has as many units as its tier is sold in',
  source:
    'https://learn.microsoft.com/azure/event-hubs/event-hubs-scalability: 1 to 40 throughput units, 1, 2, 4, 6, 8, 10, 12 or 16 processing units, or 1 to 20 capacity units',
  *check(draft) {
    for (const cluster of namespaces(draft)) {
      const settings = eventHubsSettings(cluster);
      const { tier, dedicatedCluster } = settings;
      const said = soldUnits(settings);
      const field = typeof dedicatedCluster === 'object' ? ['dedicatedCluster', 'units'] : ['units'];
      if (tier !== 'basic' && !areSold(tier, said))
        yield at(cluster, ...field)
          .problem(`${tier}${tier === defaultTier ? ', the default tier,' : ''} is not sold in ${said} units`)
          .fix(`${unitsSold[tier].inWords}${tier === defaultTier ? orStandard : ''}`);
    }
  },
};

/** Whoever said no tier may have meant another. */
const orStandard = `, or say tier: 'standard' and ${unitsSold.standard.inWords}`;

export const inflatesOnStandard: Rule = {
  code: 'KFK-K223',
  severity: 'error',
  title: 'Throughput units grow by themselves on standard only, and to more than they begin with',
  source: `${tiersWith.autoInflate.source}: «supported only in the standard tier», 40 throughput units at most`,
  *check(draft) {
    for (const cluster of namespaces(draft)) {
      const { tier, units, autoInflate } = eventHubsSettings(cluster);
      if (!autoInflate) continue;
      if (!hasTier('autoInflate', tier))
        yield at(cluster, 'autoInflate')
          .problem(`units of ${tier} do not grow by themselves`)
          .fix("remove it and raise units, or use tier: 'standard'");
      else if (!mayInflateTo(autoInflate.maximum, units))
        yield at(cluster, 'autoInflate', 'maximum')
          .problem(`${units} throughput units do not grow to ${autoInflate.maximum}`)
          .fix(
            units < mostThroughputUnits
              ? inflatesTo(units)
              : `remove it: no namespace has more than ${mostThroughputUnits}`,
          );
    }
  },
};

export const dedicatedHasCluster: Rule = {
  code: 'KFK-K224',
  severity: 'error',
  title: 'A dedicated namespace is in a dedicated cluster, and no other is',
  source: 'https://learn.microsoft.com/azure/event-hubs/event-hubs-dedicated-overview',
  *check(draft) {
    for (const cluster of namespaces(draft)) {
      const { tier, dedicatedCluster, existing, units } = eventHubsSettings(cluster);
      if (tier === 'dedicated' && !dedicatedCluster && !existing)
        yield at(cluster, 'dedicatedCluster')
          .problem('a dedicated namespace without a cluster would be a standard one')
          .fix('give the id of the cluster, or { name } of one that is made');
      if (tier !== 'dedicated' && dedicatedCluster)
        yield at(cluster, 'dedicatedCluster')
          .problem(`a namespace in a dedicated cluster is not ${tier}`)
          .fix("use tier: 'dedicated', or remove dedicatedCluster");
      if (typeof dedicatedCluster !== 'object') continue;
      if (!isDedicatedClusterName(dedicatedCluster.name))
        yield at(cluster, 'dedicatedCluster', 'name')
          .problem(`'${dedicatedCluster.name}' cannot be the name of a cluster`)
          .fix(dedicatedClusterNames);
      if (tier === 'dedicated' && units !== 1)
        yield at(cluster, 'units')
          .problem('the units of a dedicated cluster that is made are its own')
          .fix('write them in dedicatedCluster: { name, units }');
    }
  },
};

export const productionInflates: Rule = {
  code: 'KFK-K225',
  severity: 'warning',
  profile: 'production',
  title: 'In production a standard namespace grows with its load',
  source: `${tiersWith.autoInflate.source}: what does not fit into its throughput units is throttled`,
  *check(draft) {
    for (const cluster of madeNamespaces(draft)) {
      const { tier, units, autoInflate } = eventHubsSettings(cluster);
      if (tier === 'standard' && !autoInflate && units < mostThroughputUnits)
        yield at(cluster, 'autoInflate')
          .problem(`writers are slowed down beyond ${units} MB/s, and nobody adds units at night`)
          .fix('say autoInflate: { maximum }, or waive this with a reason');
    }
  },
};

export const tierRules: readonly Rule[] = [
  kafkaEndpoint,
  unitsAreSold,
  inflatesOnStandard,
  dedicatedHasCluster,
  productionInflates,
];
