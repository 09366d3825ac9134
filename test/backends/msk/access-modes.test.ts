import { mskCluster as clusterBackend } from '../../../backends/msk/cluster';
import { mskAclDataPlane, mskServerlessDataPlane } from '../../../backends/msk/data-plane';
import { dataPlaneOf } from '../../../backends/terraform';
import type { Resolved } from '../../../model/resolved';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';
import { resourcesOf, synthesized } from '../../support/synthesize';
import { roles } from './access.cases';
import { brokersAt, mskCluster, mskClusterWithPasswords } from './cluster';

const on = (cluster: object, changes: object = {}) =>
  resolve(changed<Description>(small, { 'clusters.main': cluster, ...changes }));
const outputOf = ({ shards }: Resolved) =>
  synthesized((stack) => {
    for (const shard of shards) dataPlaneOf(shard.cluster).place(stack, shard);
  });
const made = (resolved: Resolved) => Object.fromEntries(resourcesOf(outputOf(resolved)));
const addressesOf = (objects: object, start: string) => Object.keys(objects).filter((it) => it.startsWith(start));
const connection = (objects: ReturnType<typeof made>, name: string) =>
  String(objects[`aws_ssm_parameter.${name}`]?.value);

const certificateAuthority =
  'arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/01234567-89ab-cdef-0123-456789abcdef';
const withCertificates = { ...mskCluster, authentication: ['mtls', 'iam'], certificateAuthority } as const;

describe('a cluster whose users have certificates', () => {
  const resolved = on(withCertificates, {
    'platform.applications.shop.quota': { produce: '1MB/s' },
    'platform.applications.billing.authentication': 'iam',
  });
  const objects = made(resolved);

  test('is reached as an IAM role, beside them', () => {
    expect(resolved.shards.map(({ cluster }) => dataPlaneOf(cluster))).toEqual([mskAclDataPlane]);
    expect(outputOf(resolved).provider?.kafka?.[0]).toMatchObject({ sasl_mechanism: 'aws-iam' });
  });

  test('lets a user do what he may under the subject of his certificate, whole', () => {
    expect(objects['kafka_acl.shop_write_topic_orders_created']).toMatchObject({ acl_principal: 'User:CN=shop' });
    expect(objects['kafka_quota.shop']).toMatchObject({ entity_type: 'user', entity_name: 'CN=shop' });
    expect(resolved.permissions.map(({ principal }) => principal)).toEqual(
      expect.arrayContaining(['User:CN=shop', 'User:billing']),
    );
  });

  test('tells him the listener of TLS, the subject to ask for, and whom to ask', () => {
    expect(connection(objects, 'shop')).toBe(
      `\${jsonencode({"bootstrap-servers" = ${brokersAt(9094)}, "certificate-subject" = "CN=shop", "certificate-authority" = "${certificateAuthority}"})}`,
    );
  });

  test('lets brokers in by the names that their addresses have', () => {
    expect(objects['kafka_acl.brokers_read_topic_orders_created']?.acl_principal).toBe(
      `User:CN=*\${regex("[.][^:]+", ${brokersAt(9094)})}`,
    );
  });

  test('makes no key, no certificate and no secret: they would be in the state', () => {
    expect(Object.keys(objects).filter((address) => /secret|tls_|acmpca|kms/.test(address))).toEqual([]);
  });

  test('lets nobody issue certificates: the subject would be his to choose', () => {
    expect(JSON.stringify(objects)).not.toContain('IssueCertificate');
  });

  test('gives who uses IAM beside them a policy and no ACL', () => {
    expect(addressesOf(objects, 'kafka_acl.billing')).toEqual([]);
    expect(String(objects['aws_iam_policy.billing']?.policy)).toContain('kafka-cluster:ReadData');
    expect(String(objects['aws_iam_policy.shop']?.policy)).not.toContain('kafka-cluster:');
  });

  test('is told by its own stack which authority it made', () => {
    const own = on({ ...withCertificates, certificateAuthority: {} });
    expect(connection(made(own), 'shop')).toContain(
      '"certificate-authority" = jsondecode(data.aws_ssm_parameter.main.insecure_value)',
    );
    const [cluster] = own.clusters.values();
    const output = synthesized((stack) => cluster && clusterBackend.place(stack, cluster, own.environment));
    const told = Object.fromEntries(resourcesOf(output))['aws_ssm_parameter.main'];
    expect(told).toMatchObject({
      name: '/kafka-clusters/test/main',
      value: expect.stringContaining('certificate-authority'),
    });
    expect(outputOf(own)).toMatchObject({ data: { aws_ssm_parameter: { main: { name: told?.name } } } });
  });
});

describe('a serverless cluster', () => {
  const resolved = on({ ...mskCluster, kind: 'serverless' });
  const objects = made(resolved);

  test('has its topics made over Kafka’s own protocol, as the IAM role of whoever deploys', () => {
    expect(resolved.shards.map(({ cluster }) => dataPlaneOf(cluster))).toEqual([mskServerlessDataPlane]);
    expect(mskServerlessDataPlane.needs).toBe('brokers');
    expect(outputOf(resolved).provider?.kafka).toEqual([
      {
        bootstrap_servers: `\${split(",", data.aws_msk_bootstrap_brokers.main.bootstrap_brokers_sasl_iam)}`,
        sasl_mechanism: 'aws-iam',
        sasl_aws_region: 'eu-west-1',
        tls_enabled: true,
      },
    ]);
    expect(addressesOf(objects, 'aws_msk_topic')).toEqual([]);
  });

  test('is told of a topic only what it lets anybody set', () => {
    expect(objects['kafka_topic.orders_created']).toEqual({
      name: 'orders.created',
      partitions: 3,
      replication_factor: 3,
      config: { 'cleanup.policy': 'delete', 'retention.bytes': '-1', 'retention.ms': '604800000' },
      lifecycle: { prevent_destroy: true },
    });
  });

  test('tells its ARN in its own stack, where the others find it', () => {
    const [cluster] = resolved.clusters.values();
    const output = synthesized((stack) => cluster && clusterBackend.place(stack, cluster, resolved.environment));
    expect(Object.fromEntries(resourcesOf(output))['aws_ssm_parameter.main']).toMatchObject({
      name: '/kafka-clusters/test/main',
      value: expect.stringContaining('aws_msk_serverless_cluster.main.arn'),
    });
    expect(outputOf(resolved)).toMatchObject({
      data: {
        aws_ssm_parameter: { main: { name: '/kafka-clusters/test/main' } },
        aws_msk_bootstrap_brokers: {
          main: { cluster_arn: `\${jsondecode(data.aws_ssm_parameter.main.insecure_value).arn}` },
        },
      },
    });
  });

  test('that somebody else made is told by its ARN, and policies are called after its name', () => {
    const arn = 'arn:aws:kafka:eu-west-1:111122223333:cluster/shared/0123456789abcdef-s1';
    const { network: _, ...found } = mskCluster;
    const output = outputOf(on({ ...found, kind: 'serverless', existing: arn }));
    expect(output).toMatchObject({ data: { aws_msk_bootstrap_brokers: { main: { cluster_arn: arn } } } });
    expect(Object.fromEntries(resourcesOf(output))['aws_iam_policy.shop']).toMatchObject({
      name: 'test-main-shop',
      description: 'What shop may do on shared',
    });
  });
});

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
  expect(acls({ open: { reason: 'imported', until: '2026-12-31' } })).toEqual([
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
