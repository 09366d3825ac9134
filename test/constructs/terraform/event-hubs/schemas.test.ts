import {
  EventHubsSchemaGroup,
  type EventHubsSchemaGroupProps,
} from '../../../../constructs/terraform/event-hubs/schema-group';
import {
  EventHubsSchemaRole,
  type EventHubsSchemaRoleProps,
} from '../../../../constructs/terraform/event-hubs/schema-role';
import { changedByEachProp, row } from './rows';

const constructs = [
  row<EventHubsSchemaGroupProps>({
    of: EventHubsSchemaGroup,
    address: 'azurerm_eventhub_namespace_schema_group.it',
    least: { name: 'orders', namespaceId: '/namespaces/n' },
    becomes: {
      name: 'orders',
      namespace_id: '/namespaces/n',
      schema_type: 'Avro',
      schema_compatibility: 'Backward',
      lifecycle: { prevent_destroy: true },
    },
    changes: {
      name: ['paid', { name: 'paid' }],
      namespaceId: ['/namespaces/m', { namespace_id: '/namespaces/m' }],
      schemaType: ['Json', { schema_type: 'Json', schema_compatibility: 'None' }],
      schemaCompatibility: ['Forward', { schema_compatibility: 'Forward' }],
      dependsOn: [[{ fqn: 'azurerm_a.b' }], { depends_on: ['azurerm_a.b'] }],
      preventDestroy: [false, { lifecycle: undefined }],
    },
  }),
  row<EventHubsSchemaRoleProps>({
    of: EventHubsSchemaRole,
    address: 'azurerm_role_assignment.it',
    least: { roleDefinitionId: '/roleDefinitions/r', scope: '/namespaces/n', principalId: 'p' },
    becomes: {
      role_definition_id: '/roleDefinitions/r',
      scope: '/namespaces/n',
      principal_id: 'p',
      principal_type: 'ServicePrincipal',
    },
    changes: {
      roleDefinitionId: ['/roleDefinitions/c', { role_definition_id: '/roleDefinitions/c' }],
      scope: ['/namespaces/m', { scope: '/namespaces/m' }],
      principalId: ['q', { principal_id: 'q' }],
      description: ['why', { description: 'why' }],
    },
  }),
];

changedByEachProp(constructs);
