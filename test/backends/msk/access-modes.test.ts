import { dataPlaneOf } from '../../../backends/terraform';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';
import { resourcesOf, synthesized } from '../../support/synthesize';
import { roles } from './access.cases';
import { brokersAt, mskCluster, mskClusterWithPasswords } from './cluster';
import { addressesOf, connection, made, on } from './data-plane';

describe('topics on Express brokers', () => {
  const objects = made(on({ ...mskCluster, kind: 'express' }));

  test('are made by AWS’ API, and say nothing of what MSK decides', () => {
    expect(objects['aws_msk_topic.orders_created']).toMatchObject({
      replication_factor: 3,
      configs: '{"cleanup.policy":"delete","retention.ms":"604800000"}',
    });
  });
});

describe('roles', () => {
  test('are made for the service account of each application, in its namespace, with its policies', () => {
    const objects = made(
      on(
        { ...mskCluster, roles: { ...roles, namespace: 'apps' } },
        { 'platform.applications.billing.namespace': 'billing', kubernetes: {} },
      ),
    );
    expect(objects['aws_iam_role.shop']).toMatchObject({
      name: 'test-main-shop',
      assume_role_policy: expect.stringContaining('system:serviceaccount:apps:shop'),
    });
    expect(objects['aws_iam_role.billing']?.assume_role_policy).toContain('system:serviceaccount:billing:billing');
    expect(objects['aws_iam_role_policy_attachment.shop']).toEqual({
      role: `\${aws_iam_role.shop.name}`,
      policy_arn: `\${aws_iam_policy.shop.arn}`,
    });
  });

  test('by Pod Identity are told to the cluster', () => {
    expect(
      made(on({ ...mskCluster, roles: { podIdentity: 'apps' } }))['aws_eks_pod_identity_association.shop'],
    ).toEqual({
      cluster_name: 'apps',
      namespace: 'default',
      service_account: 'shop',
      role_arn: `\${aws_iam_role.shop.arn}`,
    });
  });

  test('that exist get the policies, and nobody makes another', () => {
    const objects = made(on({ ...mskCluster, roles: { ...roles, existing: { shop: 'old-shop' } } }));
    expect(objects['aws_iam_role_policy_attachment.shop']).toMatchObject({ role: 'old-shop' });
    expect(addressesOf(objects, 'aws_iam_role.')).toEqual(['aws_iam_role.billing']);
  });

  test('are as many attachments as there are policies', () => {
    const names = Array.from({ length: 60 }, (_, index) => `orders.t${1000 + index}`);
    const objects = made(
      on(
        { ...mskCluster, roles },
        {
          'platform.topics': Object.fromEntries(names.map((name) => [name, { owner: 'orders' }])),
          'platform.applications': {
            shop: { owner: 'orders', produces: Object.fromEntries(names.map((name) => [name, {}])) },
          },
        },
      ),
    );
    const policies = addressesOf(objects, 'aws_iam_policy.');
    expect(policies.length).toBeGreaterThan(1);
    expect(addressesOf(objects, 'aws_iam_role_policy_attachment.')).toHaveLength(policies.length);
  });

  test('are nobody’s where only policies were asked for', () => {
    expect(addressesOf(made(on(mskCluster)), 'aws_iam_role')).toEqual([]);
  });

  test('let who has a password read it, and nothing else', () => {
    const objects = made(on({ ...mskClusterWithPasswords, roles }));
    expect(objects['aws_iam_role_policy_attachment.shop']).toBeDefined();
    expect(String(objects['aws_iam_policy.shop']?.policy)).not.toContain('kafka-cluster:');
  });
});

test('while a cluster is open, brokers get ACLs where users do, in whichever shard: other topics stay as they are', () => {
  const description = (open: object) =>
    changed<Description>(small, {
      'clusters.main': { ...mskClusterWithPasswords, ...open },
      'platform.owners.till': { contact: 'till@example.com', page: 'till-oncall' },
      'platform.topics[orders.paid]': { owner: 'orders' },
      'platform.applications.billing.authentication': 'iam',
      'platform.applications.billing.produces': { 'orders.paid': {} },
      'platform.applications.shop.owner': 'till',
    });
  const inventory = { topics: {}, applications: {}, clusters: { main: { backend: 'msk', version: '3.9', pools: {} } } };
  const acls = (open: object) => {
    const { shards } = resolve(description(open), { inventory });
    const placed = shards.flatMap((shard) => [
      ...resourcesOf(synthesized((stack) => dataPlaneOf(shard.cluster).place(stack, shard))).keys(),
    ]);
    return placed.filter((address) => address.startsWith('kafka_acl.brokers')).sort();
  };
  expect(acls({ open: { reason: 'imported as it was', until: '2026-12-31' } })).toEqual([
    'kafka_acl.brokers_read_topic_orders_created',
  ]);
  expect(acls({})).toEqual([
    'kafka_acl.brokers_read_topic_orders_created',
    'kafka_acl.brokers_read_topic_orders_created_billing_dlq',
    'kafka_acl.brokers_read_topic_orders_paid',
  ]);
});

test('a cluster that the internet reaches tells its applications both addresses', () => {
  const cluster = { ...mskCluster, publicAccess: { from: ['198.51.100.7/32'] } };
  const inventory = { topics: {}, applications: {}, clusters: { main: { backend: 'msk', version: '3.9', pools: {} } } };
  const resolved = resolve(changed<Description>(small, { 'clusters.main': cluster, disposable: true }), { inventory });
  expect(connection(made(resolved), 'shop')).toContain(
    `"public-bootstrap-servers" = ${brokersAt(9198, (host) => `replace(${host}, "/^([^.]+)/", "$1-public")`)}`,
  );
  expect(connection(made(on(mskCluster)), 'shop')).not.toContain('public');
});

test('no name of a secret can be too long, or begin otherwise: its parts are labels', () => {
  const label = 'a'.repeat(63);
  const { shards } = resolve(
    changed<Description>(small, {
      name: 'e'.repeat(10),
      'clusters.main': mskClusterWithPasswords,
      [`platform.applications.${label}`]: { owner: 'orders', produces: { 'orders.created': {} } },
    }),
  );
  const names = shards.flatMap(({ principals }) => principals.map(({ credential }) => credential?.name ?? ''));
  expect(names).toHaveLength(3);
  // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html: 1 to 512 of these.
  for (const name of names) expect(name).toMatch(/^AmazonMSK_[\w/+=.@-]{1,240}$/);
});
