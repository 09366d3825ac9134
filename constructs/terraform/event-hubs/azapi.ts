import { type TerraformMetaArguments, TerraformProvider, TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';

/**
 * The provider for what azurerm has no attribute for. The bindings have no classes of it, so these are written by hand
 * from its documentation and from the types of Azure Resource Manager that it embeds.
 * https://registry.terraform.io/providers/Azure/azapi/latest/docs
 */
export const azapiProvider = { source: 'Azure/azapi', version: '2.12.0' } as const;

const generated = {
  providerName: 'azapi',
  providerVersion: azapiProvider.version,
  providerVersionConstraint: azapiProvider.version,
};

export interface AzapiProviderProps {
  /** The id of the subscription that is deployed to: azurerm's. Default: `ARM_SUBSCRIPTION_ID`. */
  readonly subscriptionId?: string;
}

/** The azapi provider, once in every stack that needs it. It reaches Azure as azurerm does: as whoever deploys, by `ARM_…` variables. */
export class AzapiProvider extends TerraformProvider {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: AzapiProviderProps = {},
  ) {
    super(scope, id, {
      terraformResourceType: 'azapi',
      terraformGeneratorMetadata: generated,
      terraformProviderSource: azapiProvider.source,
    });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    // Registering a resource provider needs rights on the whole subscription.
    return { skip_provider_registration: true, subscription_id: this.props.subscriptionId };
  }
}

interface AzapiCommonProps {
  /** The type and version of Azure Resource Manager: `Microsoft.EventHub/namespaces@2026-01-01`. */
  readonly type: string;
  /** What is sent, in the names of Azure Resource Manager; of an update only what changes. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Ids of what is not changed by two resources of this provider at a time. Default: none. */
  readonly locks?: readonly string[];
  /** What has to be there before. Default: nothing beyond what it refers to. */
  readonly dependsOn?: TerraformMetaArguments['dependsOn'];
  /** What Terraform may not do to it: `prevent_destroy`, `ignore_changes`. Default: it may do everything. */
  readonly lifecycle?: TerraformMetaArguments['lifecycle'];
}

export interface AzapiResourceProps extends AzapiCommonProps {
  /** Its name in Azure Resource Manager. */
  readonly name: string;
  /** The id of what it is part of. */
  readonly parentId: string;
}

/** `azapi_resource`: anything of Azure Resource Manager, made and deleted with it. */
export class AzapiResource extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: AzapiResourceProps,
  ) {
    super(scope, `azapi-resource.${id}`, metaOf('azapi_resource', props));
    this.overrideLogicalId(id);
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { type, name, parentId: parent_id, body, locks } = this.props;
    return { type, name, parent_id, body, locks };
  }
}

export interface AzapiUpdateResourceProps extends AzapiCommonProps {
  /** The id of what exists. */
  readonly resourceId: string;
}

/**
 * `azapi_update_resource`: some fields of what something else has made. It reads all of it, puts these fields in, and
 * writes it back. Taken out of a stack it changes nothing: the fields stay as they were.
 */
export class AzapiUpdateResource extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: AzapiUpdateResourceProps,
  ) {
    super(scope, `azapi-update-resource.${id}`, metaOf('azapi_update_resource', props));
    this.overrideLogicalId(id);
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { type, resourceId: resource_id, body, locks } = this.props;
    // As it is by default, what is gone from Azure's answer would be no difference, and no plan would bring it back.
    return { type, resource_id, body, locks, ignore_missing_property: false };
  }
}

const metaOf = (terraformResourceType: string, { dependsOn, lifecycle }: AzapiCommonProps) => ({
  terraformResourceType,
  terraformGeneratorMetadata: generated,
  dependsOn,
  lifecycle,
});
