import {
  AzapiResource,
  type AzapiResourceProps,
  AzapiUpdateResource,
  type AzapiUpdateResourceProps,
} from '../../../../constructs/terraform/event-hubs/azapi';
import { changedByEachProp, output, row } from './rows';

const constructs = [
  row<AzapiResourceProps>({
    of: AzapiResource,
    address: 'azapi_resource.it',
    least: { type: 'Microsoft.X/y@2026-01-01', name: 'n', parentId: '/p', body: { properties: {} } },
    becomes: { type: 'Microsoft.X/y@2026-01-01', name: 'n', parent_id: '/p', body: { properties: {} } },
    changes: {
      type: ['Microsoft.X/z@2026-01-01', { type: 'Microsoft.X/z@2026-01-01' }],
      name: ['m', { name: 'm' }],
      parentId: ['/q', { parent_id: '/q' }],
      body: [{ properties: { a: 1 } }, { body: { properties: { a: 1 } } }],
      locks: [['/p'], { locks: ['/p'] }],
      dependsOn: [[{ fqn: 'azurerm_a.b' }], { depends_on: ['azurerm_a.b'] }],
      lifecycle: [{ preventDestroy: true }, { lifecycle: { prevent_destroy: true } }],
    },
  }),
  row<AzapiUpdateResourceProps>({
    of: AzapiUpdateResource,
    address: 'azapi_update_resource.it',
    least: { type: 'Microsoft.X/y@2026-01-01', resourceId: '/r', body: { properties: {} } },
    becomes: {
      type: 'Microsoft.X/y@2026-01-01',
      resource_id: '/r',
      body: { properties: {} },
      ignore_missing_property: false,
    },
    changes: {
      type: ['Microsoft.X/z@2026-01-01', { type: 'Microsoft.X/z@2026-01-01' }],
      resourceId: ['/s', { resource_id: '/s' }],
      body: [{ properties: { a: 1 } }, { body: { properties: { a: 1 } } }],
      locks: [['/p'], { locks: ['/p'] }],
      dependsOn: [[{ fqn: 'azurerm_a.b' }], { depends_on: ['azurerm_a.b'] }],
      lifecycle: [{ preventDestroy: true }, { lifecycle: { prevent_destroy: true } }],
    },
  }),
];

changedByEachProp(constructs);

test('azapi has one version, reaches Azure as whoever deploys, and registers nothing', () => {
  const { terraform, provider } = output((stack) => {
    new AzapiUpdateResource(stack, 'it', { type: 'Microsoft.X/y@2026-01-01', resourceId: '/r', body: {} });
  });
  expect(terraform.required_providers).toMatchObject({ azapi: { source: 'Azure/azapi', version: '2.12.0' } });
  expect(provider?.azapi).toEqual([{ skip_provider_registration: true }]);
});
