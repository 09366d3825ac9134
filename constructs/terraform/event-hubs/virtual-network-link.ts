import { TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';
import { azurermGenerated } from './provider';

export interface EventHubsVirtualNetworkLinkProps {
  /** 1 to 80 characters. */
  readonly name: string;
  readonly privateDnsZoneId: string;
  /** A network is linked to one zone of a name. */
  readonly virtualNetworkId: string;
  /** Default: none. */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * `azurerm_private_dns_zone_virtual_network_link`: lets a network look names up in a zone. Written by hand: the bindings
 * name the zone and its group, which azurerm 5 no longer has, and not its id, which azurerm 5 asks for.
 */
export class EventHubsVirtualNetworkLink extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: EventHubsVirtualNetworkLinkProps,
  ) {
    super(scope, `azurerm_private_dns_zone_virtual_network_link.${id}`, {
      terraformResourceType: 'azurerm_private_dns_zone_virtual_network_link',
      terraformGeneratorMetadata: azurermGenerated,
    });
    this.overrideLogicalId(id);
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { name, privateDnsZoneId, virtualNetworkId, tags } = this.props;
    return {
      name,
      private_dns_zone_id: privateDnsZoneId,
      virtual_network_id: virtualNetworkId,
      registration_enabled: false,
      tags,
    };
  }
}
