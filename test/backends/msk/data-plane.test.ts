import { mskCluster as clusterBackend } from '../../../backends/msk/cluster';
import { mskAclDataPlane, mskIamDataPlane } from '../../../backends/msk/data-plane';
import { removalsOf } from '../../../backends/removals';
import { dataPlaneOf } from '../../../backends/terraform';
import type { Resolved } from '../../../model/resolved';
import { changed } from '../../support/change';
import { compileDescription, type Description, resolve, small } from '../../support/describe';
import { resourcesOf, synthesized } from '../../support/synthesize';
import { brokersAt, mskCluster, mskClusterWithPasswords } from './cluster';

const removed = (data: 'keep' | 'destroy') => ({ reason: 'nobody reads it', until: '2027-01-01', data });
const on = (cluster: object, changes: object = {}) =>
  changed<Description>(small, {
    'clusters.main': cluster,
    'platform.topics[orders.kept]': { owner: 'orders', removed: removed('keep') },
    'platform.topics[orders.destroyed]': { owner: 'orders', removed: removed('destroy') },
    ...changes,
  });
const withPasswords = on(mskClusterWithPasswords, {
  'platform.applications.shop.quota': { produce: '1MB/s' },
  'platform.applications.billing.authentication': 'iam',
  'secrets.versions': { shop: 2 },
});

const outputOf = ({ shards }: Resolved) =>
  synthesized((stack) => {
    for (const shard of shards) dataPlaneOf(shard.cluster).place(stack, shard);
  });
const made = (resolved: Resolved) => Object.fromEntries(resourcesOf(outputOf(resolved)));
const typesOf = (objects: object) => [...new Set(Object.keys(objects).map((address) => address.split('.')[0]))].sort();

/** The statements of an application's policy; Terraform's expressions hold quotes, which JSON does not. */
const statementsOf = (objects: Readonly<Record<string, { readonly policy?: unknown }>>, application: string) => {
  const policy = String(objects[`aws_iam_policy.${application}`]?.policy).replace(/\$\{replace\([^)]*\)\}/g, '');
  return (JSON.parse(policy) as { Statement: { readonly Action: readonly string[] }[] }).Statement;
};
const outsideKafka = (...of: Parameters<typeof statementsOf>) =>
  statementsOf(...of).filter(({ Action }) => !Action.some((action) => action.startsWith('kafka-cluster:')));

describe('a cluster whose applications use IAM', () => {
  const resolved = resolve(on(mskCluster));

  test('needs no broker and no value that somebody gives', () => {
    const [shard] = resolved.shards;
    expect(shard && dataPlaneOf(shard.cluster)).toBe(mskIamDataPlane);
    expect(mskIamDataPlane.needs).toBe('cloud-api');
    expect(resolved.shards.flatMap((shard) => mskIamDataPlane.variables(shard))).toEqual([]);
    expect(Object.keys(outputOf(resolved).provider ?? {})).toEqual(['aws']);
    expect(typesOf(made(resolved))).toEqual(['aws_iam_policy', 'aws_msk_topic', 'aws_ssm_parameter']);
  });

  test('is found by its name: no stack reads the state of another', () => {
    expect(outputOf(resolved)).toMatchObject({ data: { aws_msk_cluster: { main: { cluster_name: 'test-main' } } } });
  });

  test('gives each application a policy with a name that its role can be told beforehand', () => {
    expect(made(resolved)).toMatchObject({
      'aws_iam_policy.shop': { name: 'test-main-shop' },
      'aws_iam_policy.billing': { name: 'test-main-billing' },
    });
  });

  test('lets an application read its own connection and no other', () => {
    for (const name of ['shop', 'billing'])
      expect(outsideKafka(made(resolved), name)).toEqual([
        { Effect: 'Allow', Action: ['ssm:GetParameter'], Resource: [`\${aws_ssm_parameter.${name}.arn}`] },
      ]);
  });

  test('tells each application where the listener of IAM is', () => {
    expect(made(resolved)['aws_ssm_parameter.shop']).toMatchObject({
      name: '/kafka/test/main/shop',
      type: 'String',
      value: `\${jsonencode({"bootstrap-servers" = ${brokersAt(9098)}, "sasl-mechanism" = "AWS_MSK_IAM"})}`,
    });
  });

  test('has topics with all their settings, and refuses to replace them', () => {
    expect(made(resolved)['aws_msk_topic.orders_created']).toMatchObject({
      name: 'orders.created',
      configs: '{"cleanup.policy":"delete","min.insync.replicas":"2","retention.ms":"604800000"}',
      lifecycle: { prevent_destroy: true },
    });
  });

  test('forgets a topic whose data is kept, and tells the judge of both that go', () => {
    expect(outputOf(resolved).removed).toEqual([{ from: 'aws_msk_topic.orders_kept', lifecycle: { destroy: false } }]);
    const removals = resolved.shards.flatMap((shard) => [...removalsOf(shard)]);
    expect(removals.map(([address, { data }]) => `${data} ${address}`).sort()).toEqual([
      'destroy aws_msk_topic.orders_destroyed',
      'keep aws_msk_topic.orders_kept',
    ]);
  });

  test('refuses a quota, and says what to do', () => {
    const { problems } = compileDescription(
      on(mskCluster, { 'platform.applications.shop.quota': { produce: '1MB/s' } }),
    );
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'KFK-C001',
        path: 'applications.shop.quota',
        fix: expect.stringContaining('quota: {}'),
      }),
    ]);
  });

  test('reports what IAM asks for beyond the permissions of a producer', () => {
    expect(resolved.translations).toEqual([
      expect.objectContaining({
        feature: 'idempotence',
        loses: expect.stringContaining('WriteDataIdempotently on the whole cluster'),
        usedBy: ['applications.shop.produces', 'applications.billing.produces'],
      }),
    ]);
  });
});

test('a cluster that somebody else made is found by its own name, and the key of its passwords by its alias', () => {
  const { network: _, ...found } = mskClusterWithPasswords;
  const output = outputOf(resolve(on({ ...found, existing: 'shared', secretsKey: 'alias/shared-passwords' })));
  expect(output).toMatchObject({
    data: {
      aws_msk_cluster: { main: { cluster_name: 'shared' } },
      aws_kms_alias: { main: { name: 'alias/shared-passwords' } },
    },
  });
});

describe('a cluster with passwords', () => {
  const resolved = resolve(withPasswords);
  const objects = made(resolved);

  test('is reached as an IAM role, so that nobody is an administrator by password', () => {
    expect(mskAclDataPlane.needs).toBe('brokers');
    expect(outputOf(resolved).provider?.kafka).toEqual([
      {
        bootstrap_servers: `\${split(",", ${brokersAt(9098)})}`,
        sasl_mechanism: 'aws-iam',
        sasl_aws_region: 'eu-west-1',
        tls_enabled: true,
      },
    ]);
  });

  test('keeps each password where Amazon MSK looks for it, under a key that is found by its alias and told by its ARN', () => {
    expect(objects['aws_secretsmanager_secret.shop']).toMatchObject({
      name: 'AmazonMSK_test/main/shop',
      kms_key_id: `\${data.aws_kms_alias.main.target_key_arn}`,
    });
    expect(outputOf(resolved)).toMatchObject({
      data: { aws_kms_alias: { main: { name: 'alias/test-main-kafka-secrets' } } },
    });
  });

  test('tells a user where the listener of SCRAM is, and which secret holds the password', () => {
    expect(objects['aws_ssm_parameter.shop']?.value).toBe(
      `\${jsonencode({"bootstrap-servers" = ${brokersAt(9096)}, "sasl-mechanism" = "SCRAM-SHA-512", "secret" = "AmazonMSK_test/main/shop"})}`,
    );
  });

  test('lets a user read its own connection and its own password, and do nothing else by IAM', () => {
    const secret = `\${aws_secretsmanager_secret_version.shop.arn}`;
    expect(statementsOf(objects, 'shop')).toEqual([
      { Effect: 'Allow', Action: ['ssm:GetParameter'], Resource: [`\${aws_ssm_parameter.shop.arn}`] },
      { Effect: 'Allow', Action: ['secretsmanager:GetSecretValue'], Resource: [secret] },
      {
        Effect: 'Allow',
        Action: ['kms:Decrypt'],
        Resource: [`\${data.aws_kms_alias.main.target_key_arn}`],
        Condition: { StringEquals: { 'kms:EncryptionContext:SecretARN': secret } },
      },
    ]);
    expect(objects['aws_iam_policy.shop']).toMatchObject({ name: 'test-main-shop' });
  });

  test('leaves the name of a password that goes free for the application that comes back', () => {
    expect(objects['aws_secretsmanager_secret.shop']).toMatchObject({ recovery_window_in_days: 0 });
  });

  test('makes a new password when the environment counts a rotation', () => {
    expect(objects['aws_secretsmanager_secret_version.shop']).toMatchObject({ secret_string_wo_version: 2 });
  });

  test('bounds a user by a quota', () => {
    expect(objects['kafka_quota.shop']).toMatchObject({
      entity_type: 'user',
      entity_name: 'shop',
      config: { producer_byte_rate: 1_000_000 },
    });
  });

  test('lets brokers read each topic that has ACLs', () => {
    expect(objects['kafka_acl.brokers_read_topic_orders_created']).toMatchObject({
      acl_principal: `User:CN=*\${regex("[.][^:]+", ${brokersAt(9096)})}`,
      acl_operation: 'Read',
      resource_name: 'orders.created',
    });
  });

  test('gives an application that uses IAM beside them a policy and its connection, and neither secret nor ACL', () => {
    expect(Object.keys(objects).filter((address) => address.includes('billing') && !address.includes('dlq'))).toEqual([
      'aws_iam_policy.billing',
      'aws_ssm_parameter.billing',
    ]);
  });

  test('has the key of its secrets, and the listener of each mechanism, in its own stack', () => {
    const [cluster] = resolved.clusters.values();
    const output = synthesized((stack) => cluster && clusterBackend.place(stack, cluster, resolved.environment));
    const own = Object.fromEntries(resourcesOf(output));
    expect(own['aws_kms_alias.main_secrets']).toMatchObject({ name: 'alias/test-main-kafka-secrets' });
    expect(own['aws_msk_cluster.main']).toMatchObject({
      cluster_name: 'test-main',
      client_authentication: { sasl: { iam: true, scram: true }, unauthenticated: false },
    });
    expect(Object.keys(own).filter((address) => address.startsWith('aws_vpc'))).toEqual([
      'aws_vpc_security_group_ingress_rule.main_iam_applications',
      'aws_vpc_security_group_ingress_rule.main_scram_applications',
    ]);
  });
});
