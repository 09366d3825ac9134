import { TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';
import { azurermGenerated } from './provider';

export interface EventHubsFederatedCredentialProps {
  /** 3 to 120 letters, digits, dashes and underscores. */
  readonly name: string;
  /** An identity has room for twenty. */
  readonly userAssignedIdentityId: string;
  /** The OpenID Connect issuer of a Kubernetes cluster, `https://…`. */
  readonly issuer: string;
  /** The namespace of the service account. */
  readonly namespace: string;
  readonly serviceAccount: string;
}

/**
 * `azurerm_federated_identity_credential`: lets a service account of Kubernetes be a managed identity, by the token that
 * its pods are given. Written by hand: the bindings know the attributes `parent_id` and `resource_group_name`, which the
 * provider has given up for `user_assigned_identity_id`. The provider writes one at a time to an identity, as Azure asks.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
 */
export class EventHubsFederatedCredential extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: EventHubsFederatedCredentialProps,
  ) {
    super(scope, `azurerm_federated_identity_credential.${id}`, {
      terraformResourceType: 'azurerm_federated_identity_credential',
      terraformGeneratorMetadata: azurermGenerated,
    });
    this.overrideLogicalId(id);
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { name, userAssignedIdentityId, issuer, namespace, serviceAccount } = this.props;
    return {
      name,
      user_assigned_identity_id: userAssignedIdentityId,
      issuer,
      subject: `system:serviceaccount:${namespace}:${serviceAccount}`,
      audience: ['api://AzureADTokenExchange'],
    };
  }
}
