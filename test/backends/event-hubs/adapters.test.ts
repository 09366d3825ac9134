import { eventHubsDataPlane } from '../../../backends/event-hubs/data-plane';
import { removalsOf } from '../../../backends/removals';
import type { ClusterInput } from '../../../index';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';
import { resourcesOf, synthesized } from '../../support/synthesize';
import { namespace } from './namespace';

const premium: ClusterInput = namespace;
const on = (settings: object, changes: Readonly<Record<string, unknown>> = {}) =>
  resolve(changed<Description>(small, { 'clusters.main': { ...premium, ...settings }, ...changes }));

const dataPlaneOf = (changes: Readonly<Record<string, unknown>> = {}) =>
  synthesized((stack) => {
    for (const shard of on({}, changes).shards) eventHubsDataPlane.place(stack, shard);
  });

describe('a data plane', () => {
  // A dead letter keeps records as long as its topic: of a compacted one for ever, which no hub does.
  const retention = (changes: object) =>
    resourcesOf(
      dataPlaneOf({
        'platform.applications.billing.consumes[orders.created].deadLetter': undefined,
        ...Object.fromEntries(Object.entries(changes).map(([k, v]) => [`platform.topics[orders.created].${k}`, v])),
      }),
    ).get('azurerm_eventhub.orders_created')?.retention_description;

  test('keeps records as long as is said, and tombstones for a day unless told otherwise', () => {
    expect(retention({})).toEqual({ cleanup_policy: 'Delete', retention_time_in_hours: 168 });
    expect(retention({ retention: '90d' })).toEqual({ cleanup_policy: 'Delete', retention_time_in_hours: 2160 });
    expect(retention({ cleanup: 'compact' })).toEqual({
      cleanup_policy: 'Compact',
      tombstone_retention_time_in_hours: 24,
    });
    expect(retention({ cleanup: 'compact', config: { 'delete.retention.ms': 7_200_000 } })).toEqual({
      cleanup_policy: 'Compact',
      tombstone_retention_time_in_hours: 2,
    });
  });

  test('delivers connections where the environment has a Key Vault, and nowhere else', () => {
    const secrets = (changes: object) =>
      [...resourcesOf(dataPlaneOf({ ...changes })).keys()].filter((address) => address.includes('key_vault'));
    expect(secrets({})).toEqual([]);
    expect(secrets({ secrets: { vault: 'kit' } })).toEqual([
      'azurerm_key_vault_secret.billing',
      'azurerm_key_vault_secret.shop',
    ]);
  });

  test('reports where it delivers a connection, under the name that the secret has', () => {
    const said = (changes: object) => on({}, { ...changes }).connections.map(({ delivered }) => delivered);
    expect(said({})).toEqual([undefined, undefined]);
    const delivered = said({ secrets: { vault: 'kit' } });
    expect(delivered).toEqual(
      ['billing', 'shop'].map((name) => ({ store: 'key-vault', vault: 'kit', name: `test-main--${name}` })),
    );
    const resources = resourcesOf(dataPlaneOf({ secrets: { vault: 'kit' } }));
    expect(['billing', 'shop'].map((name) => resources.get(`azurerm_key_vault_secret.${name}`)?.name)).toEqual(
      delivered.map((delivery) => delivery?.name),
    );
  });

  test('lets an application read its own connection in the Key Vault and no other', () => {
    const resources = resourcesOf(dataPlaneOf({ secrets: { vault: 'kit' } }));
    const readers = [...resources].filter(([, { role_definition_name: role }]) => role === 'Key Vault Secrets User');
    expect(readers.map(([address, { scope, principal_id }]) => [address, scope, principal_id])).toEqual(
      ['billing', 'shop'].map((name) => [
        `azurerm_role_assignment.${name}_reads_connection`,
        `\${azurerm_key_vault_secret.${name}.resource_versionless_id}`,
        `\${azurerm_user_assigned_identity.${name}.principal_id}`,
      ]),
    );
  });

  test('refuses to replace hubs, and nothing else', () => {
    for (const [address, { lifecycle }] of resourcesOf(dataPlaneOf()))
      expect([address, lifecycle !== undefined]).toEqual([address, address.startsWith('azurerm_eventhub.')]);
  });

  test('forgets a hub whose records are kept, and says nothing of one whose records are destroyed', () => {
    const removed = (data: string) => ({
      owner: 'orders',
      removed: { reason: 'nobody reads it', until: '2027-01-01', data },
    });
    const changes = {
      disposable: true,
      'platform.topics[orders.kept]': removed('keep'),
      'platform.topics[orders.destroyed]': removed('destroy'),
    };
    const output = dataPlaneOf(changes);
    expect(output.removed).toEqual([{ from: 'azurerm_eventhub.orders_kept', lifecycle: { destroy: false } }]);
    expect([...resourcesOf(output).keys()].filter((address) => /kept|destroyed/.test(address))).toEqual([]);
    const [removals] = on({}, changes).shards.map((shard) => [...removalsOf(shard).keys()]);
    expect(removals).toEqual(['azurerm_eventhub.orders_destroyed', 'azurerm_eventhub.orders_kept']);
  });

  test('makes a stream the owner of its namespace', () => {
    const output = dataPlaneOf({
      accepts: {
        streams: { reason: 'tried in staging', owner: 'orders', until: '2027-01-01' },
        transactions: { reason: 'tried in staging', owner: 'orders', until: '2027-01-01' },
      },
      'platform.topics[orders.counted]': { owner: 'orders' },
      'platform.applications.counter': {
        owner: 'orders',
        consumes: { 'orders.created': {} },
        produces: { 'orders.counted': {} },
        streams: {},
      },
    });
    expect(resourcesOf(output).get('azurerm_role_assignment.counter_owns_namespace')).toMatchObject({
      role_definition_name: 'Azure Event Hubs Data Owner',
      scope: expect.stringMatching(/\/namespaces\/kit-orders$/),
    });
  });

  test('asks for nothing when it is applied', () => {
    for (const shard of on({}).shards) expect(eventHubsDataPlane.variables(shard)).toEqual([]);
    expect(dataPlaneOf().variable).toBeUndefined();
  });
});
