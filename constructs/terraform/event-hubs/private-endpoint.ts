import { PrivateEndpoint } from '@cdktf/provider-azurerm/lib/private-endpoint';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

export interface PrivateEndpointTarget {
  /** The subnet that clients reach the namespace through. */
  readonly subnetId: string;
  /** The zone `privatelink.servicebus.windows.net` that the clients' network resolves. Default: somebody else, such as a policy, writes its records. */
  readonly privateDnsZoneId?: string;
}

export interface EventHubsPrivateEndpointProps extends PrivateEndpointTarget {
  readonly namespaceId: string;
  readonly namespaceName: string;
  /** Of the subnet. */
  readonly location: string;
  readonly resourceGroupName: string;
  /** What is set on the namespace before: Azure changes it for an endpoint, and one thing at a time. Default: nothing. */
  readonly dependsOn?: ITerraformDependable[];
  /** Default: none. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** An address of a namespace in a network of yours. https://learn.microsoft.com/azure/event-hubs/private-link-service */
export class EventHubsPrivateEndpoint extends Construct {
  /** What comes after it. */
  readonly resource: ITerraformDependable;

  constructor(scope: Construct, id: string, props: EventHubsPrivateEndpointProps) {
    super(scope, `event-hubs-private-endpoint.${id}`);
    const { namespaceId, namespaceName, subnetId, privateDnsZoneId, location, resourceGroupName, dependsOn, tags } =
      props;
    const endpoint = new PrivateEndpoint(this, 'endpoint', {
      name: namespaceName,
      location,
      resourceGroupName,
      subnetId,
      privateServiceConnection: {
        name: namespaceName,
        privateConnectionResourceId: namespaceId,
        subresourceNames: ['namespace'],
        isManualConnection: false,
      },
      privateDnsZoneGroup: privateDnsZoneId ? { name: 'servicebus', privateDnsZoneIds: [privateDnsZoneId] } : undefined,
      dependsOn,
      tags,
    });
    this.resource = addressed(endpoint, id);
  }
}
