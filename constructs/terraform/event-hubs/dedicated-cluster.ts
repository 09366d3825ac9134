import { EventhubCluster } from '@cdktf/provider-azurerm/lib/eventhub-cluster';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { areSold, dedicatedClusterNames, isDedicatedClusterName, unitsSold } from '../../../render/event-hubs/allowed';
import { addressed } from '../addressed';

export interface EventHubsDedicatedClusterProps {
  /** 6 to 50 letters, digits and dashes, a letter first. */
  readonly name: string;
  readonly location: string;
  readonly resourceGroupName: string;
  /** Capacity units, 1 to 20. Default: 1. */
  readonly capacity?: number;
  /** Refuses any plan that deletes or replaces it with all its namespaces. Default: true. */
  readonly preventDestroy?: boolean;
  /** Default: none. */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * A cluster that nobody shares, for namespaces of the tier «Dedicated». Azure deletes none within four hours of its
 * creation, and bills that long; azurerm tries for five hours. https://learn.microsoft.com/azure/event-hubs/event-hubs-dedicated-overview
 */
export class EventHubsDedicatedCluster extends Construct {
  readonly clusterId: string;

  constructor(scope: Construct, id: string, props: EventHubsDedicatedClusterProps) {
    super(scope, `event-hubs-dedicated-cluster.${id}`);
    this.node.addValidation({ validate: () => problemsOf(props) });
    const { name, location, resourceGroupName, capacity = 1, preventDestroy = true, tags } = props;
    const cluster = new EventhubCluster(this, 'cluster', {
      name,
      location,
      resourceGroupName,
      skuName: `Dedicated_${capacity}`,
      tags,
      lifecycle: preventDestroy ? { preventDestroy } : undefined,
    });
    this.clusterId = addressed(cluster, id).id;
  }
}

const problemsOf = ({ name, capacity = 1 }: EventHubsDedicatedClusterProps): string[] => [
  ...(Token.isUnresolved(name) || isDedicatedClusterName(name) ? [] : [`the name '${name}': ${dedicatedClusterNames}`]),
  ...(Token.isUnresolved(capacity) || areSold('dedicated', capacity)
    ? []
    : [`a capacity of ${capacity}: ${unitsSold.dedicated.inWords}`]),
];
