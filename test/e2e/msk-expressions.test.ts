import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve as resolvePath } from 'node:path';
import { foldersOf } from '../../workflows/folders';
import { loadCompiled } from '../../workflows/load/compiled';
import { packageRoot } from '../../workflows/package-root';
import { synth } from '../../workflows/synth/synth';
import { findTerraform } from '../../workflows/terraform/binary';
import { providerInstallation } from '../../workflows/terraform/provider-mirror';
import { roles } from '../backends/msk/access.cases';
import { mskCluster, mskClusterWithPasswords } from '../backends/msk/cluster';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';
import { Project, succeed } from '../support/project';
import { withoutAws, worth } from '../support/without-aws';

/** The AWS provider is in no registry that every machine reaches: its resources stand in as `terraform_data`. */
const root = resolvePath(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-msk-'));
const project = new Project();
const passwords = resolve(changed<Description>(small, { name: 'passwords', 'clusters.main': mskClusterWithPasswords }));
const certificates = resolve(
  changed<Description>(small, {
    name: 'certificates',
    'clusters.main': { ...mskCluster, authentication: ['mtls', 'iam'], certificateAuthority: {}, roles },
    'platform.applications.billing.authentication': 'iam',
  }),
);
const serverless = resolve(
  changed<Description>(small, { name: 'serverless', 'clusters.main': { ...mskCluster, kind: 'serverless' } }),
);
const committed = loadCompiled({ folder: root, today: '2026-11-21' }).environments.flatMap(({ resolved }) =>
  resolved && [...resolved.clusters.values()].some(({ backend }) => backend === 'msk') ? [resolved] : [],
);
const configs = new Map<string, string>();

beforeAll(async () => {
  for (const resolved of [...committed, passwords, certificates, serverless])
    for (const { name, config } of (await synth(resolved, folder)).stacks)
      configs.set(name, readFileSync(config, 'utf8'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  project.remove();
});

async function terraform(name: string, config: object, variables: NodeJS.ProcessEnv = {}) {
  const stack = join(folder, 'without-aws', name);
  mkdirSync(stack, { recursive: true });
  writeFileSync(join(stack, 'main.tf.json'), JSON.stringify(config));
  const { command } = await findTerraform(process.env);
  const run = (...args: string[]) =>
    succeed(project.run(command, [`-chdir=${stack}`, ...args, '-no-color'], variables)).stdout;
  run('init', '-input=false');
  return run;
}

/** Every resource as Terraform would hand it to its provider. */
async function evaluated(name: string): Promise<Map<string, Readonly<Record<string, unknown>>>> {
  const config = withoutAws(configs.get(name) ?? '', { keep: () => false });
  const run = await terraform(name, config);
  run('plan', '-input=false', '-out=plan');
  const { planned_values } = JSON.parse(run('show', '-json', 'plan')) as {
    planned_values: { root_module: { resources: { name: string; values: { input: Record<string, unknown> } }[] } };
  };
  return new Map(
    planned_values.root_module.resources.map(({ name, values }) => [name.replace('__', '.'), values.input]),
  );
}

test('both environments on MSK and one with passwords have stacks', () => {
  expect(committed.map(({ environment }) => environment.name)).toEqual(['prod', 'staging']);
  expect(configs.size).toBeGreaterThan(10);
});

test('a policy of a committed environment names ARNs of MSK, and is within what IAM takes', async () => {
  const policies = [...(await evaluated('prod-main-payments'))].filter(([name]) => name.startsWith('aws_iam_policy.'));
  expect(policies).toHaveLength(1);
  for (const [, { policy }] of policies) {
    expect(String(policy).length).toBeLessThan(6144);
    const { Statement } = JSON.parse(String(policy)) as { Statement: { Action: string[]; Resource: string[] }[] };
    const [connection, ...onCluster] = Statement;
    expect(connection).toEqual({ Effect: 'Allow', Action: ['ssm:GetParameter'], Resource: [worth.ssm_parameter_arn] });
    const kinds = onCluster
      .flatMap(({ Resource }) => Resource)
      .map((arn) => {
        const [, kind] =
          /^arn:aws:kafka:eu-west-1:123456789012:(cluster|topic|group|transactional-id)\/prod-main\/7ed5a1e9-/.exec(
            arn,
          ) ?? [];
        return kind ?? arn;
      });
    expect([...new Set(kinds)].sort()).toEqual(['cluster', 'group', 'topic', 'transactional-id']);
  }
});

test('a cluster has keys whose policies name its account and its own logs', async () => {
  const key = (await evaluated('prod-main')).get('aws_kms_key.main');
  expect(JSON.parse(String(key?.policy))).toMatchObject({
    Statement: [
      { Principal: { AWS: 'arn:aws:iam::123456789012:root' } },
      {
        Principal: { Service: 'logs.eu-west-1.amazonaws.com' },
        Condition: {
          ArnEquals: {
            'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:eu-west-1:123456789012:log-group:/aws/msk/prod-main',
          },
        },
      },
    ],
  });
});

test('a password is in a secret of the form that MSK reads, and brokers are named as their certificates are', async () => {
  const resources = await evaluated('passwords-main-orders');
  const version = resources.get('aws_secretsmanager_secret_version.shop');
  expect(JSON.parse(String(version?.secret_string_wo))).toEqual({
    username: 'shop',
    password: 'made-by-secrets-manager',
  });
  expect(JSON.parse(String(resources.get('aws_ssm_parameter.shop')?.value))).toEqual({
    'bootstrap-servers': 'b-1.prodmain.abc123.c2.kafka.eu-west-1.amazonaws.com:9096',
    'sasl-mechanism': 'SCRAM-SHA-512',
    secret: 'AmazonMSK_passwords/main/shop',
  });
  expect(JSON.parse(String(resources.get('aws_iam_policy.shop')?.policy))).toEqual({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: ['ssm:GetParameter'], Resource: [worth.ssm_parameter_arn] },
      {
        Effect: 'Allow',
        Action: ['secretsmanager:GetSecretValue'],
        Resource: [worth.secretsmanager_secret_version_arn],
      },
      {
        Effect: 'Allow',
        Action: ['kms:Decrypt'],
        Resource: [worth.kms_alias_target_key_arn],
        Condition: {
          StringEquals: { 'kms:EncryptionContext:SecretARN': worth.secretsmanager_secret_version_arn },
        },
      },
    ],
  });
  expect(resources.get('kafka_acl.brokers_read_topic_orders_created')?.acl_principal).toBe(
    'User:CN=*.prodmain.abc123.c2.kafka.eu-west-1.amazonaws.com',
  );
});

test('a certificate is asked for by its subject, of the authority that the cluster’s own stack tells', async () => {
  const resources = await evaluated('certificates-main-orders');
  expect(JSON.parse(String(resources.get('aws_ssm_parameter.shop')?.value))).toEqual({
    'bootstrap-servers': 'b-1.prodmain.abc123.c2.kafka.eu-west-1.amazonaws.com:9094',
    'certificate-subject': 'CN=shop',
    'certificate-authority': 'arn:aws:acm-pca:eu-west-1:123456789012:certificate-authority/7ed5a1e9',
  });
  expect(resources.get('kafka_acl.shop_write_topic_orders_created')?.acl_principal).toBe('User:CN=shop');
  expect(JSON.parse(String(resources.get('aws_iam_role.shop')?.assume_role_policy)).Statement).toHaveLength(1);
  const own = await evaluated('certificates-main');
  expect(JSON.parse(String(own.get('aws_ssm_parameter.main')?.value))).toEqual({
    'certificate-authority': 'certificate_authority_arn',
  });
});

test('a serverless cluster is found by what its own stack tells, and its topics are named in policies', async () => {
  const resources = await evaluated('serverless-main-orders');
  const { Statement } = JSON.parse(String(resources.get('aws_iam_policy.shop')?.policy)) as {
    Statement: { Resource: string[] }[];
  };
  expect(Statement.map(({ Resource }) => Resource[0])).toEqual([
    worth.ssm_parameter_arn,
    'arn:aws:kafka:eu-west-1:123456789012:cluster/prod-main/7ed5a1e9-2d1f-4a1c-9c0c-0a5b7d1c2e3f-s1',
    'arn:aws:kafka:eu-west-1:123456789012:topic/prod-main/7ed5a1e9-2d1f-4a1c-9c0c-0a5b7d1c2e3f-s1/orders.created',
  ]);
  const own = await evaluated('serverless-main');
  expect(JSON.parse(String(own.get('aws_ssm_parameter.main')?.value))).toEqual({ arn: worth.arn });
});

test.each(['passwords', 'certificates', 'serverless'])(
  'the real kafka provider validates what is written to brokers of %s as an IAM role',
  async (name) => {
    const installation = await providerInstallation({
      binary: await findTerraform(process.env),
      variables: process.env,
      cache: foldersOf(root, process.env).cache,
      providerModule: join(packageRoot, 'scripts', 'tools', 'kafka-provider'),
      progress: () => {},
    });
    const config = withoutAws(configs.get(`${name}-main-orders`) ?? '', { keep: (type) => type.startsWith('kafka_') });
    const run = await terraform(`kafka-${name}`, config, installation ? { TF_CLI_CONFIG_FILE: installation } : {});
    expect(JSON.parse(run('validate', '-json'))).toMatchObject({ valid: true, error_count: 0, warning_count: 0 });
  },
  120_000,
);
