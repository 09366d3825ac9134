import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';

/**
 * The provider that `npm run test:providers` reads the constructs of this folder with. The bindings are older (4.55) and
 * name nothing that has gone since.
 * https://registry.terraform.io/providers/hashicorp/azurerm
 */
export const azurermProvider = { source: 'hashicorp/azurerm', version: '5.2.0' } as const;

/** What cdktf is told of a resource of azurerm that is written by hand. */
export const azurermGenerated = {
  providerName: 'azurerm',
  providerVersion: azurermProvider.version,
  providerVersionConstraint: azurermProvider.version,
} as const;

export interface EventHubsProviderProps {
  /** The id of the subscription that is deployed to. Default: `ARM_SUBSCRIPTION_ID`. */
  readonly subscriptionId?: string;
}

/**
 * The azurerm provider in the version that the constructs of this folder are written for, once in every stack. It reaches
 * Azure as whoever deploys: by workload identity, `az login` or `ARM_…` variables, never by a secret in the
 * configuration. A subscription that is named here is the one, whatever `ARM_SUBSCRIPTION_ID` says.
 */
export class EventHubsProvider extends AzurermProvider {
  constructor(scope: Construct, id: string, { subscriptionId }: EventHubsProviderProps = {}) {
    super(scope, id, {
      subscriptionId,
      features: [{}],
      // Registering everything that the provider knows needs rights on the whole subscription.
      resourceProviderRegistrations: 'none',
    });
    TerraformStack.of(this).addOverride('terraform.required_providers.azurerm', azurermProvider);
  }
}
