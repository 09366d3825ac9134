import type { Construct } from 'constructs';
import type { EventHubsNamespace } from '../../constructs/terraform/event-hubs/namespace';
import {
  EventHubsSchemaGroup,
  type EventHubsSchemaGroupProps,
} from '../../constructs/terraform/event-hubs/schema-group';
import { EventHubsSchemaRole, schemaRoles } from '../../constructs/terraform/event-hubs/schema-role';
import type { EventHubsSubscription } from '../../constructs/terraform/event-hubs/subscription';
import type { Application } from '../../model/application';
import { entriesOf } from '../../model/by-name';
import type { Cluster } from '../../model/cluster';
import { terraformId } from '../../model/names';
import { eventHubsSettings } from './description/cluster';
import { type SchemaGroupInput, schemaGroupOf, schemaRole } from './description/schema-group';
import type { Identity } from './identities';

type Namespace = Pick<EventHubsNamespace, 'namespaceId' | 'settled'>;

/** The groups of a namespace, in the stack that makes it. */
export function placeSchemaGroups(scope: Construct, cluster: Cluster, { namespaceId, settled }: Namespace): void {
  const dependsOn = settled.length > 0 ? [...settled] : undefined;
  for (const [name, group] of entriesOf(eventHubsSettings(cluster).schemaGroups)) {
    const { type, compatibility } = schemaGroupOf(group);
    new EventHubsSchemaGroup(scope, terraformId(name), {
      name,
      namespaceId,
      schemaType: types[type],
      schemaCompatibility: compatibilities[compatibility],
      dependsOn,
    });
  }
}

const types = { avro: 'Avro', json: 'Json', unknown: 'Unknown' } as const satisfies Record<
  NonNullable<SchemaGroupInput['type']>,
  EventHubsSchemaGroupProps['schemaType']
>;
const compatibilities = { none: 'None', backward: 'Backward', forward: 'Forward' } as const;

export interface SchemaUser extends Identity {
  readonly namespaceId: string;
  readonly subscription: EventHubsSubscription;
}

/** What an application may do with schemas, if any group says so. */
export function placeSchemaRole(scope: Construct, { name }: Application, cluster: Cluster, user: SchemaUser): void {
  const role = schemaRole(eventHubsSettings(cluster).schemaGroups ?? {}, name);
  if (!role) return;
  new EventHubsSchemaRole(scope, `${name}_schemas`, {
    roleDefinitionId: user.subscription.roleDefinitionId(schemaRoles[role]),
    scope: user.namespaceId,
    principalId: user.principalId,
    description: `clusters.${cluster.name}.schemaGroups`,
  });
}
