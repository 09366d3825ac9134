import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { ipMasks, isIpMask } from '../../../render/event-hubs/allowed';
import { eventHubsSettings } from './cluster';
import { madeNamespaces } from './namespaces';

const filtering = 'https://learn.microsoft.com/azure/event-hubs/event-hubs-ip-filtering';

export const reachable: Rule = {
  code: 'KFK-K204',
  severity: 'error',
  title: 'A namespace is reached by a private endpoint, or openly from the internet',
  source:
    'best practice: encryption and private networks everywhere; https://learn.microsoft.com/azure/event-hubs/private-link-service',
  *check(draft) {
    for (const cluster of madeNamespaces(draft)) {
      const { subnet, publicAccess = false } = eventHubsSettings(cluster);
      if (!subnet && !publicAccess)
        yield at(cluster, 'subnet')
          .problem('nobody would reach it: it has no private endpoint and no public access')
          .fix('give the id of a subnet, or say publicAccess: true where the internet may reach it');
    }
  },
};

export const onlyDisposableIsPublic: Rule = {
  code: 'KFK-K217',
  severity: 'error',
  title: 'Only a disposable namespace is reached from the internet',
  source: 'best practice: encryption and private networks everywhere',
  waivable: true,
  *check(draft) {
    if (draft.environment.disposable) return;
    for (const cluster of madeNamespaces(draft)) {
      const { publicAccess, network } = eventHubsSettings(cluster);
      if (publicAccess)
        yield at(cluster, 'publicAccess')
          .problem(
            network
              ? 'whoever holds a token reaches it from the addresses and subnets of network'
              : 'whoever holds a token reaches it from the internet',
          )
          .fix('give a subnet and remove publicAccess, or waive this with a reason');
    }
  },
};

export const networkLimitsPublicAccess: Rule = {
  code: 'KFK-K226',
  severity: 'error',
  title: 'Network rules limit who of the internet reaches a namespace',
  source: `${filtering}: «if there are no IP and virtual network rules, all the traffic flows into the namespace»`,
  *check(draft) {
    for (const cluster of madeNamespaces(draft)) {
      const { network, publicAccess } = eventHubsSettings(cluster);
      if (!network) continue;
      const { addresses = [], subnets = [] } = network;
      if (!publicAccess)
        yield at(cluster, 'network')
          .problem('without public access nobody of the internet reaches it, whatever the rules say')
          .fix('remove it, or say publicAccess: true');
      if (addresses.length + subnets.length === 0)
        yield at(cluster, 'network')
          .problem('without an address or a subnet Azure lets everybody in')
          .fix('name an address or a subnet, or remove it where everybody may');
      for (const [index, address] of addresses.entries())
        if (!isIpMask(address))
          yield at(cluster, 'network', 'addresses', index)
            .problem(`'${address}' is no IPv4 address and no range of them`)
            .fix(ipMasks);
      for (const field of ['addresses', 'subnets'] as const)
        for (const index of repeated(network[field] ?? []))
          yield at(cluster, 'network', field, index).problem('it is named before').fix('name it once');
    }
  },
};

export const zoneHasEndpoint: Rule = {
  code: 'KFK-K227',
  severity: 'error',
  title: 'A private DNS zone is of a private endpoint, and some network looks names up in it',
  source: 'https://learn.microsoft.com/azure/private-link/private-endpoint-dns',
  *check(draft) {
    for (const cluster of madeNamespaces(draft)) {
      const { subnet, privateDnsZone } = eventHubsSettings(cluster);
      if (privateDnsZone && !subnet)
        yield at(cluster, 'privateDnsZone')
          .problem('there is no private endpoint whose address would be in it')
          .fix('give a subnet, or remove it');
      if (typeof privateDnsZone === 'object' && privateDnsZone.networks.length === 0)
        yield at(cluster, 'privateDnsZone', 'networks')
          .problem('nobody would look a name up in it')
          .fix('name the virtual networks of the clients');
      if (typeof privateDnsZone === 'object')
        for (const index of repeated(privateDnsZone.networks))
          yield at(cluster, 'privateDnsZone', 'networks', index).problem('it is named before').fix('name it once');
    }
  },
};

/** Where a list says something for the second time. */
const repeated = (list: readonly string[]): number[] => {
  const keys = list.map((said) => said.toLowerCase());
  return keys.flatMap((key, index) => (keys.indexOf(key) < index ? [index] : []));
};

export const networkRules: readonly Rule[] = [
  reachable,
  onlyDisposableIsPublic,
  networkLimitsPublicAccess,
  zoneHasEndpoint,
];
