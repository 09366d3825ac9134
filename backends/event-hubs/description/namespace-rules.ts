import type { Cluster } from '../../../model/cluster';
import type { Draft } from '../../../model/draft';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { areSold, isNamespaceName, namespaceNames, unitsSold } from '../../../render/event-hubs/allowed';
import { eventHubsSettings } from './cluster';

const namespaces = ({ clusters }: Draft): Cluster[] =>
  [...clusters.values()].filter(({ backend }) => backend === 'event-hubs');

export const kafkaEndpoint: Rule = {
  code: 'KFK-K201',
  severity: 'error',
  title: 'A namespace has a Kafka endpoint',
  source: 'https://learn.microsoft.com/azure/event-hubs/compare-tiers: basic has none',
  *check(draft) {
    for (const cluster of namespaces(draft))
      if (cluster.tier === 'basic')
        yield at(cluster, 'tier').problem("'basic' has no Kafka endpoint").fix("use tier: 'standard' or 'premium'");
  },
};

export const unitsAreSold: Rule = {
  code: 'KFK-K202',
  severity: 'error',
  title: 'A namespace has as many units as its tier is sold in',
  source:
    'https://learn.microsoft.com/azure/event-hubs/event-hubs-scalability: 1 to 40 throughput units, or 1, 2, 4, 6, 8, 10, 12 or 16 processing units',
  *check(draft) {
    for (const cluster of namespaces(draft)) {
      const { tier, units } = eventHubsSettings(cluster);
      if (tier !== 'basic' && !areSold(tier, units))
        yield at(cluster, 'units').problem(`${tier} is not sold in ${units} units`).fix(unitsSold[tier].inWords);
    }
  },
};

export const namespaceName: Rule = {
  code: 'KFK-K203',
  severity: 'error',
  title: 'A namespace has a name that can be a host',
  source: 'https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsofteventhub',
  *check(draft) {
    for (const cluster of namespaces(draft)) {
      const { namespace } = eventHubsSettings(cluster);
      if (!isNamespaceName(namespace))
        yield at(cluster, 'namespace').problem(`'${namespace}' cannot be the name of a namespace`).fix(namespaceNames);
    }
  },
};

export const reachable: Rule = {
  code: 'KFK-K204',
  severity: 'error',
  title: 'A namespace is reached by a private endpoint, or openly from the internet',
  source:
    'best practice: encryption and private networks everywhere; https://learn.microsoft.com/azure/event-hubs/private-link-service',
  *check(draft) {
    for (const cluster of namespaces(draft)) {
      const { subnet, publicAccess = false, existing } = eventHubsSettings(cluster);
      if (!existing && !subnet && !publicAccess)
        yield at(cluster, 'subnet')
          .problem('nobody would reach it: it has no private endpoint and no public access')
          .fix('give the id of a subnet, or say publicAccess: true where the internet may reach it');
    }
  },
};

export const encryptionNeedsPremium: Rule = {
  code: 'KFK-K205',
  severity: 'error',
  title: 'A key of your own encrypts only a premium namespace',
  source: 'https://learn.microsoft.com/azure/event-hubs/configure-customer-managed-key',
  *check(draft) {
    for (const cluster of namespaces(draft))
      if (eventHubsSettings(cluster).encryption && cluster.tier !== 'premium')
        yield at(cluster, 'encryption')
          .problem(`${cluster.tier} is encrypted by Microsoft's keys only`)
          .fix("use tier: 'premium', or remove encryption");
  },
};

export const namespaceRules: readonly Rule[] = [
  kafkaEndpoint,
  unitsAreSold,
  namespaceName,
  reachable,
  encryptionNeedsPremium,
];
