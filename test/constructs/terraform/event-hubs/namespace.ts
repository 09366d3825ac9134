import { AzapiProvider } from '../../../../constructs/terraform/event-hubs/azapi';
import {
  EventHubsNamespace,
  type EventHubsNamespaceProps,
} from '../../../../constructs/terraform/event-hubs/namespace';
import { EventHubsProvider } from '../../../../constructs/terraform/event-hubs/provider';
import { resourcesOf, synthesized } from '../../../support/synthesize';

const least: EventHubsNamespaceProps = { name: 'kit-orders', location: 'westeurope', resourceGroupName: 'kafka' };
export const endpoint = { subnetId: '/subscriptions/s/subnets/kafka' };
export const key = {
  keyVaultKeyId: 'https://kit.vault.azure.net/keys/events',
  userAssignedIdentityId: '/subscriptions/s/i',
};

export const made = (props: Partial<EventHubsNamespaceProps> = {}) =>
  resourcesOf(
    synthesized((stack) => {
      new EventHubsProvider(stack, 'azurerm');
      new AzapiProvider(stack, 'azapi');
      new EventHubsNamespace(stack, 'it', { ...least, ...props });
    }),
  );
