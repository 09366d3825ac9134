import {
  EventHubsApplicationGroup,
  type EventHubsApplicationGroupProps,
} from '../../../../constructs/terraform/event-hubs/application-group';
import { AzapiProvider } from '../../../../constructs/terraform/event-hubs/azapi';
import {
  EventHubsKeySecret,
  type EventHubsKeySecretProps,
} from '../../../../constructs/terraform/event-hubs/key-secret';
import { EventHubsProvider } from '../../../../constructs/terraform/event-hubs/provider';
import { EventHubsSasRule, type EventHubsSasRuleProps } from '../../../../constructs/terraform/event-hubs/sas-rule';
import { resourcesOf, synthesized } from '../../../support/synthesize';
import { changedByEachProp, placed, row } from './rows';

const [_here, _there] = [
  { locationName: 'westeurope', roleType: 'Primary' },
  { locationName: 'northeurope', roleType: 'Secondary' },
];

const constructs = [
  row<EventHubsKeySecretProps>({
    of: EventHubsKeySecret,
    address: 'azurerm_key_vault_secret.it',
    least: { name: 'prod-main-till', keyVaultId: '/vaults/v', connectionString: 'c', version: 1 },
    becomes: {
      name: 'prod-main-till',
      key_vault_id: '/vaults/v',
      value_wo: 'c',
      value_wo_version: 1,
      content_type: 'text/plain',
    },
    changes: {
      name: ['prod-main-shop', { name: 'prod-main-shop' }],
      keyVaultId: ['/vaults/w', { key_vault_id: '/vaults/w' }],
      connectionString: ['d', { value_wo: 'd' }],
      version: [2, { value_wo_version: 2 }],
      tags: [{ owner: 'orders' }, { tags: { owner: 'orders' } }],
    },
  }),
  row<EventHubsSasRuleProps>({
    of: EventHubsSasRule,
    address: 'azapi_resource.it',
    least: { name: 'till', hubId: '/hubs/orders', listen: true, send: true },
    becomes: {
      type: 'Microsoft.EventHub/namespaces/eventhubs/authorizationRules@2024-01-01',
      name: 'till',
      parent_id: '/hubs/orders',
      body: { properties: { rights: ['Listen', 'Send'] } },
    },
    changes: {
      name: ['shop', { name: 'shop' }],
      hubId: ['/hubs/paid', { parent_id: '/hubs/paid' }],
      listen: [false, { body: { properties: { rights: ['Send'] } } }],
      send: [false, { body: { properties: { rights: ['Listen'] } } }],
      // What changes is asked for by an ephemeral resource: a test of its own.
      ofAlias: [true, {}],
    },
  }),
  row<EventHubsApplicationGroupProps>({
    of: EventHubsApplicationGroup,
    address: 'azapi_resource.it',
    least: { name: 'shop', namespaceId: '/namespaces/n', client: { entraClientId: 'c' }, incomingBytes: 1_000 },
    becomes: {
      type: 'Microsoft.EventHub/namespaces/applicationGroups@2024-01-01',
      name: 'shop',
      parent_id: '/namespaces/n',
      body: {
        properties: {
          clientAppGroupIdentifier: 'AADAppID=c',
          isEnabled: true,
          policies: [incoming(1_000)],
        },
      },
    },
    changes: {
      name: ['till', { name: 'till' }],
      namespaceId: ['/namespaces/m', { parent_id: '/namespaces/m' }],
      client: [
        { entitySasKeyName: 'till' },
        {
          body: {
            properties: {
              clientAppGroupIdentifier: 'EntitySASKeyName=till',
              isEnabled: true,
              policies: [incoming(1_000)],
            },
          },
        },
      ],
      incomingBytes: [
        2_000,
        {
          body: {
            properties: { clientAppGroupIdentifier: 'AADAppID=c', isEnabled: true, policies: [incoming(2_000)] },
          },
        },
      ],
      outgoingBytes: [
        5,
        {
          body: {
            properties: {
              clientAppGroupIdentifier: 'AADAppID=c',
              isEnabled: true,
              policies: [
                incoming(1_000),
                {
                  name: 'OutgoingBytes',
                  type: 'ThrottlingPolicy',
                  metricId: 'OutgoingBytes',
                  rateLimitThreshold: 5,
                },
              ],
            },
          },
        },
      ],
    },
  }),
];

changedByEachProp(constructs);

test("a rule's keys are asked for by an ephemeral resource, once the rule is there, and no resource has them", () => {
  const output = synthesized((stack) => {
    new EventHubsProvider(stack, 'azurerm');
    new AzapiProvider(stack, 'azapi');
    const rule = new EventHubsSasRule(stack, 'till', { name: 'till', hubId: '/hubs/orders', send: true });
    const place = { keyVaultId: '/vaults/v', version: 1 };
    new EventHubsKeySecret(stack, 'one', { ...place, name: 'one', connectionString: rule.primaryConnectionString });
    new EventHubsKeySecret(stack, 'two', { ...place, name: 'two', connectionString: rule.secondaryConnectionString });
  });
  expect(output).toHaveProperty('ephemeral.azapi_resource_action.till', {
    type: 'Microsoft.EventHub/namespaces/eventhubs/authorizationRules@2024-01-01',
    resource_id: '${azapi_resource.till.id}',
    action: 'listKeys',
    method: 'POST',
    response_export_values: ['primaryConnectionString', 'secondaryConnectionString'],
  });
  const resources = resourcesOf(output);
  const keys = '${ephemeral.azapi_resource_action.till.output';
  expect(resources.get('azurerm_key_vault_secret.one')?.value_wo).toBe(`${keys}.primaryConnectionString}`);
  expect(resources.get('azurerm_key_vault_secret.two')?.value_wo).toBe(`${keys}.secondaryConnectionString}`);
  for (const [address, attributes] of resources)
    for (const [name, value] of Object.entries(attributes))
      if (name !== 'value_wo') expect(`${address} ${name} ${JSON.stringify(value)}`).not.toContain('ephemeral.');
});

test('of a namespace that is reached by an alias, the connection strings are those of the alias', () => {
  let strings: readonly string[] = [];
  const output = synthesized((stack) => {
    new AzapiProvider(stack, 'azapi');
    const rule = new EventHubsSasRule(stack, 'till', { name: 'till', hubId: '/hubs/h', send: true, ofAlias: true });
    strings = [rule.primaryConnectionString, rule.secondaryConnectionString];
  });
  expect(output).toHaveProperty('ephemeral.azapi_resource_action.till.response_export_values', [
    'aliasPrimaryConnectionString',
    'aliasSecondaryConnectionString',
  ]);
  const keys = '${ephemeral.azapi_resource_action.till.output';
  expect(strings).toEqual([`${keys}.aliasPrimaryConnectionString}`, `${keys}.aliasSecondaryConnectionString}`]);
});

test('a rule that lets nobody do anything, and a group that throttles nothing, are refused when they are synthesized', () => {
  expect(() => placed((stack) => new EventHubsSasRule(stack, 'it', { name: 'it', hubId: '/hubs/h' }))).toThrow(
    "the rule 'it' lets nobody do anything",
  );
  const group = (rates: object) => () =>
    placed(
      (stack) =>
        new EventHubsApplicationGroup(stack, 'it', {
          name: 'it',
          namespaceId: '/namespaces/n',
          client: { entraClientId: 'c' },
          ...rates,
        }),
    );
  expect(group({})).toThrow("the group 'it' throttles nothing");
  expect(group({ incomingBytes: 0 })).toThrow('a rate of 0 bytes per second');
  expect(group({ outgoingBytes: 1 })).not.toThrow();
});

function incoming(rateLimitThreshold: number) {
  return { name: 'IncomingBytes', type: 'ThrottlingPolicy', metricId: 'IncomingBytes', rateLimitThreshold };
}
