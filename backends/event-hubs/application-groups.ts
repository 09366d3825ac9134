import type { Construct } from 'constructs';
import {
  type ApplicationGroupClient,
  EventHubsApplicationGroup,
} from '../../constructs/terraform/event-hubs/application-group';
import type { Application } from '../../model/application';

/** A quota by what Event Hubs has of it: bytes that one client moves, on the whole namespace. */
export function placeApplicationGroup(
  scope: Construct,
  { name, quota }: Application,
  at: { readonly namespaceId: string; readonly client: ApplicationGroupClient },
): void {
  if (!quota) return;
  new EventHubsApplicationGroup(scope, `${name}_quota`, {
    ...at,
    name,
    incomingBytes: quota.producer_byte_rate,
    outgoingBytes: quota.consumer_byte_rate,
  });
}
