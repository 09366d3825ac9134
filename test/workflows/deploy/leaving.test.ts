import { eventHubsClusterFacts } from '../../../backends/event-hubs/description/cluster';
import { emptyInventory } from '../../../model/inventory';
import { unitsOf } from '../../../workflows/deploy/units';
import { judge } from '../../../workflows/terraform/judge';
import { namespace, otherNamespaceId } from '../../backends/event-hubs/namespace';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';

const disasterRecovery = { alias: 'kit-orders-alias', partner: otherNamespaceId };
const address = 'azurerm_eventhub_namespace_disaster_recovery_config.main';
const responsible = { reason: 'clients use the host', owner: 'orders', expires: '2026-12-31' };

/** How the stack of a namespace is judged that loses the alias it was applied with. */
const judged = (more: object) => {
  const description = changed<Description>(small, {
    'clusters.main': namespace,
    waivers: [{ code: 'KFK-I021', path: 'clusters.main.disasterRecovery.alias', ...responsible }],
    ...more,
  });
  const { record } = eventHubsClusterFacts({ ...namespace, disasterRecovery });
  if (!record) throw new Error('a namespace that is made is recorded');
  const inventory = { ...emptyInventory, clusters: { main: record } };
  const resolved = resolve(description, { inventory });
  const names = ['test-main', ...resolved.shards.map(({ name }) => name)];
  const [unit] = unitsOf({
    resolved,
    stacks: names.map((name) => ({ name, config: '{}', dependsOn: [], resources: 0 })),
    folders: { project: '/p', state: '/s', cache: '/c' },
    variables: {},
    today: '2026-11-21',
  });
  if (!unit) throw new Error('the cluster has no stack');
  const type = address.split('.')[0] ?? '';
  const change = { actions: ['delete' as const], before: { name: disasterRecovery.alias }, after: null };
  return judge({ format_version: '1.2', resource_changes: [{ address, mode: 'managed', type, change }] }, unit.judge)
    .verdict;
};

test('what leaves a cluster in writing is applied with an approval, and only with one', () => {
  expect(judged({})).toBe('destructive');
  expect(judged({ approvals: [{ code: 'KFK-D001', address, ...responsible }] })).toBe('review');
});
