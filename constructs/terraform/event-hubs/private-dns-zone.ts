import { PrivateDnsZone } from '@cdktf/provider-azurerm/lib/private-dns-zone';
import { Construct } from 'constructs';
import { addressed } from '../addressed';
import { EventHubsVirtualNetworkLink } from './virtual-network-link';

/** What the hosts of namespaces are looked up in by whoever is in a network with private endpoints. */
const privateDnsZoneName = 'privatelink.servicebus.windows.net';

export interface EventHubsPrivateDnsZoneProps {
  /** A resource group holds one zone of this name. */
  readonly resourceGroupName: string;
  /** Ids of the virtual networks that look names up in it, by what their links are called. A network is linked to one zone of this name. */
  readonly virtualNetworkIds: Readonly<Record<string, string>>;
  /** Default: none. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** The zone in which private endpoints write their addresses. https://learn.microsoft.com/azure/private-link/private-endpoint-dns */
export class EventHubsPrivateDnsZone extends Construct {
  readonly zoneId: string;

  constructor(scope: Construct, id: string, props: EventHubsPrivateDnsZoneProps) {
    super(scope, `event-hubs-private-dns-zone.${id}`);
    const { resourceGroupName, virtualNetworkIds, tags } = props;
    const zone = new PrivateDnsZone(this, 'zone', { name: privateDnsZoneName, resourceGroupName, tags });
    this.zoneId = addressed(zone, id).id;
    for (const [name, virtualNetworkId] of Object.entries(virtualNetworkIds))
      new EventHubsVirtualNetworkLink(this, `${id}_${name}`, {
        name,
        privateDnsZoneId: zone.id,
        virtualNetworkId,
        tags,
      });
  }
}
