import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';

/**
 * The provider that `npm run validate:azure` reads the constructs of this folder with. The bindings are older (4.55) and
 * name nothing that has gone since.
 * https://registry.terraform.io/providers/hashicorp/azurerm
 */
export const azurermProvider = { source: 'hashicorp/azurerm', version: '5.2.0' } as const;

/**
 * Reaches Azure as whoever deploys: by workload identity, `az login` or `ARM_…` variables, never by a secret in the
 * configuration. The subscription is `ARM_SUBSCRIPTION_ID`.
 * @returns the provider, which every stack needs once
 */
export function placeAzurermProvider(scope: Construct): AzurermProvider {
  TerraformStack.of(scope).addOverride('terraform.required_providers.azurerm', azurermProvider);
  return new AzurermProvider(scope, 'azurerm', {
    features: [{}],
    // Registering everything that the provider knows needs rights on the whole subscription.
    resourceProviderRegistrations: 'none',
  });
}
