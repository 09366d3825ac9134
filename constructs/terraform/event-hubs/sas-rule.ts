import { TerraformStack, Token } from 'cdktf';
import { Construct } from 'constructs';
import { entityNames, isEntityName } from '../../../render/event-hubs/hubs';
import { AzapiResource } from './azapi';

export interface EventHubsSasRuleProps {
  /** 1 to 50 letters, digits, periods, dashes and underscores. A hub has room for twelve rules. */
  readonly name: string;
  /** The id of a hub that is not compacted: https://github.com/hashicorp/terraform-provider-azurerm/issues/25563 */
  readonly hubId: string;
  /** Whether its keys let one receive. Default: false. */
  readonly listen?: boolean;
  /** Whether its keys let one send. Default: false. */
  readonly send?: boolean;
  /** Whether its connection strings name the alias of a pairing instead of the namespace. Default: false. */
  readonly ofAlias?: boolean;
}

const type = 'Microsoft.EventHub/namespaces/eventhubs/authorizationRules@2024-01-01';

/**
 * A rule of one hub, with two keys. By azapi, since azurerm reads a rule's keys and writes them into the state; here an
 * ephemeral resource asks for them whenever the stack is planned or applied, and neither plan nor state has them.
 * https://registry.terraform.io/providers/Azure/azapi/latest/docs/ephemeral-resources/resource_action
 */
export class EventHubsSasRule extends Construct {
  /** For write-only attributes and nothing else: Terraform refuses it elsewhere. It holds `EntityPath`, the hub. */
  readonly primaryConnectionString: string;
  /** Of the other key, so that one can be made anew while the other is in use. */
  readonly secondaryConnectionString: string;

  constructor(scope: Construct, id: string, props: EventHubsSasRuleProps) {
    super(scope, `event-hubs-sas-rule.${id}`);
    const { name, hubId, listen = false, send = false, ofAlias = false } = props;
    this.node.addValidation({
      validate: () => [
        ...(Token.isUnresolved(name) || isEntityName(name) ? [] : [`the name '${name}': ${entityNames}`]),
        ...(listen || send ? [] : [`the rule '${name}' lets nobody do anything: say listen or send`]),
      ],
    });
    const rights = [...(listen ? ['Listen'] : []), ...(send ? ['Send'] : [])];
    new AzapiResource(this, id, { type, name, parentId: hubId, body: { properties: { rights } } });
    const [primary, secondary] = ofAlias
      ? ['aliasPrimaryConnectionString', 'aliasSecondaryConnectionString']
      : ['primaryConnectionString', 'secondaryConnectionString'];
    // cdktf 0.21 has no class for ephemeral resources.
    TerraformStack.of(this).addOverride(`ephemeral.azapi_resource_action.${id}`, {
      type,
      // Unknown until the rule is made, so that nobody asks for its keys before.
      resource_id: `\${azapi_resource.${id}.id}`,
      action: 'listKeys',
      method: 'POST',
      response_export_values: [primary, secondary],
    });
    const keys = `ephemeral.azapi_resource_action.${id}.output`;
    this.primaryConnectionString = `\${${keys}.${primary}}`;
    this.secondaryConnectionString = `\${${keys}.${secondary}}`;
  }
}
