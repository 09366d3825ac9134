import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

export interface EventHubsResourceGroupProps {
  /** 1 to 90 letters, digits, underscores, parentheses, dashes and periods, no period last. */
  readonly name: string;
  readonly location: string;
  /** Refuses any plan that deletes or replaces it with all that is in it. Default: true. */
  readonly preventDestroy?: boolean;
  /** Default: none. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** A resource group that is made with what is in it. */
export class EventHubsResourceGroup extends Construct {
  /** What is placed by this name comes after the group. */
  readonly resourceGroupName: string;

  constructor(scope: Construct, id: string, props: EventHubsResourceGroupProps) {
    super(scope, `event-hubs-resource-group.${id}`);
    const { name, location, preventDestroy = true, tags } = props;
    const lifecycle = preventDestroy ? { preventDestroy } : undefined;
    const group = new ResourceGroup(this, 'group', { name, location, tags, lifecycle });
    this.resourceGroupName = addressed(group, id).name;
  }
}
