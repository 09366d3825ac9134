import type { ClusterInput } from '../../../backends/descriptions';
import { descriptions } from '../../../backends/descriptions';
import { emptyInventory } from '../../../model/inventory';
import { unitsOf } from '../../../workflows/deploy/units';
import { judge } from '../../../workflows/terraform/judge';
import { namespace, otherNamespaceId } from '../../backends/event-hubs/namespace';
import { mskCluster } from '../../backends/msk/cluster';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';
import { unaudited } from '../../support/unaudited';

const responsible = { reason: 'nobody needs it any more', owner: 'orders', expires: '2026-12-31' };
const glue = {
  orders: { schemas: { 'orders.created': { definition: '"string"' }, seen: { definition: '"string"' } } },
};

/** What a cluster had, what it is described as now, and what leaves its stacks with that. */
interface Leaving {
  readonly had: ClusterInput;
  readonly now: ClusterInput;
  readonly waived: readonly (readonly [code: string, path: string])[];
  readonly stack: string;
  readonly address: string;
}

const leaving: Readonly<Record<string, Leaving>> = {
  'the alias of a namespace': {
    had: { ...namespace, disasterRecovery: { alias: 'kit-orders-alias', partner: otherNamespaceId } },
    now: namespace,
    waived: [['KFK-I021', 'clusters.main.disasterRecovery.alias']],
    stack: 'test-main',
    address: 'azurerm_eventhub_namespace_disaster_recovery_config.main',
  },
  'the key of passwords on MSK': {
    had: { ...mskCluster, authentication: ['iam', 'scram-sha-512'] },
    now: mskCluster,
    waived: [['KFK-I023', "clusters.main.authentication['scram-sha-512']"]],
    stack: 'test-main',
    address: 'aws_kms_key.main_secrets',
  },
  'a private authority on MSK': {
    had: { ...mskCluster, authentication: ['iam', 'mtls'], certificateAuthority: {} },
    now: mskCluster,
    waived: [['KFK-I023', 'clusters.main.certificateAuthority']],
    stack: 'test-main',
    address: 'aws_acmpca_certificate_authority.main',
  },
  'a schema of Glue': {
    had: { ...mskCluster, glue },
    now: { ...mskCluster, glue: { orders: { schemas: { seen: { definition: '"string"' } } } } },
    waived: [['KFK-I023', "clusters.main.glue.orders.schemas['orders.created']"]],
    stack: 'test-main--glue',
    address: 'aws_glue_schema.orders_orders_created',
  },
};

/** How the stack is judged whose plan deletes it. */
function judged({ had, now, waived, stack, address }: Leaving, more: object): string {
  const description = changed<Description>(small, {
    'clusters.main': now,
    waivers: waived.map(([code, path]) => ({ code, path, ...responsible })),
    ...more,
  });
  const record = descriptions[had.backend].facts({ ...had }, unaudited).record;
  if (!record) throw new Error('a cluster that is made is recorded');
  const resolved = resolve(description, { inventory: { ...emptyInventory, clusters: { main: record } } });
  const names = ['test-main', ...[...resolved.shards, ...resolved.services].map(({ name }) => name)];
  const unit = unitsOf({
    resolved,
    stacks: names.map((name) => ({ name, config: '{}', dependsOn: [], resources: 0 })),
    folders: { project: '/p', state: '/s', cache: '/c' },
    variables: {},
    today: '2026-11-21',
  }).find((one) => one.stack === stack);
  if (!unit) throw new Error(`there is no stack '${stack}'`);
  const type = address.split('.')[0] ?? '';
  const change = { actions: ['delete' as const], before: {}, after: null };
  return judge({ format_version: '1.2', resource_changes: [{ address, mode: 'managed', type, change }] }, unit.judge)
    .verdict;
}

test.each(Object.entries(leaving))(
  '%s leaves with a waiver and an approval, and with none but the waiver stays',
  (_, of) => {
    expect(judged(of, {})).toBe('destructive');
    expect(judged(of, { approvals: [{ code: 'KFK-D001', address: of.address, ...responsible }] })).toBe('review');
  },
);
