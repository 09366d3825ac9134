import { EventhubNamespaceSchemaGroup } from '@cdktf/provider-azurerm/lib/eventhub-namespace-schema-group';
import { type ITerraformDependable, Token } from 'cdktf';
import { Construct } from 'constructs';
import { entityNames, isEntityName } from '../../../render/event-hubs/hubs';
import { addressed } from '../addressed';

export interface EventHubsSchemaGroupProps {
  /** 1 to 50 letters, digits, periods, dashes and underscores. */
  readonly name: string;
  readonly namespaceId: string;
  /** Another one makes a new group. Default: `Avro`. */
  readonly schemaType?: 'Avro' | 'Json' | 'Unknown';
  /** What a new version may do to the old ones, in Avro only; another one makes a new group. Default: `Backward` of `Avro`, else `None`. */
  readonly schemaCompatibility?: 'None' | 'Backward' | 'Forward';
  /** What is set on the namespace before. Default: nothing. */
  readonly dependsOn?: ITerraformDependable[];
  /** Refuses any plan that replaces the group, and loses its schemas; it protects no longer once the block itself is gone. Default: true. */
  readonly preventDestroy?: boolean;
}

/** A group of schemas in a namespace's own registry. https://learn.microsoft.com/azure/event-hubs/schema-registry-concepts */
export class EventHubsSchemaGroup extends Construct {
  constructor(scope: Construct, id: string, props: EventHubsSchemaGroupProps) {
    super(scope, `event-hubs-schema-group.${id}`);
    const { name, namespaceId, schemaType = 'Avro', dependsOn, preventDestroy = true } = props;
    this.node.addValidation({
      validate: () => (Token.isUnresolved(name) || isEntityName(name) ? [] : [`the name '${name}': ${entityNames}`]),
    });
    const group = new EventhubNamespaceSchemaGroup(this, 'group', {
      name,
      namespaceId,
      schemaType,
      schemaCompatibility: props.schemaCompatibility ?? (schemaType === 'Avro' ? 'Backward' : 'None'),
      dependsOn,
      lifecycle: preventDestroy ? { preventDestroy } : undefined,
    });
    addressed(group, id);
  }
}
