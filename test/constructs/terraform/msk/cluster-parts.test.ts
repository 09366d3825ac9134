import {
  clusterPolicy,
  MskClusterPolicy,
  type MskClusterPolicyProps,
} from '../../../../constructs/terraform/msk/cluster-policy';
import {
  MskPrivateAuthority,
  type MskPrivateAuthorityProps,
} from '../../../../constructs/terraform/msk/private-authority';
import {
  MskServerlessCluster,
  type MskServerlessClusterProps,
} from '../../../../constructs/terraform/msk/serverless-cluster';
import { placed } from './placed';

describe('a serverless cluster', () => {
  const least: MskServerlessClusterProps = {
    clusterName: 'prod-main',
    vpcId: 'vpc-1',
    subnetIds: ['subnet-a', 'subnet-b'],
    clientSecurityGroupIds: { applications: 'sg-1' },
  };
  const made = (props: Partial<MskServerlessClusterProps> = {}) =>
    placed((stack) => new MskServerlessCluster(stack, 'main', { ...least, ...props }));

  test('knows IAM alone, is reached by one port, and is protected', () => {
    expect(made()).toEqual({
      'aws_msk_serverless_cluster.main': {
        cluster_name: 'prod-main',
        client_authentication: { sasl: { iam: { enabled: true } } },
        vpc_config: [{ subnet_ids: ['subnet-a', 'subnet-b'], security_group_ids: [`\${aws_security_group.main.id}`] }],
        lifecycle: { prevent_destroy: true },
      },
      'aws_security_group.main': {
        name: 'prod-main-brokers',
        description: 'Brokers of prod-main-brokers',
        vpc_id: 'vpc-1',
      },
      'aws_vpc_security_group_ingress_rule.main_iam_applications': expect.objectContaining({
        from_port: 9098,
        to_port: 9098,
        referenced_security_group_id: 'sg-1',
      }),
    });
  });

  test.each<[Partial<MskServerlessClusterProps>, string, object]>([
    [{ clusterName: 'prod-eu' }, 'aws_msk_serverless_cluster.main', { cluster_name: 'prod-eu' }],
    [{ vpcId: 'vpc-2' }, 'aws_security_group.main', { vpc_id: 'vpc-2' }],
    [
      { subnetIds: ['c', 'd', 'e'] },
      'aws_msk_serverless_cluster.main',
      { vpc_config: [expect.objectContaining({ subnet_ids: ['c', 'd', 'e'] })] },
    ],
    [
      { clientSecurityGroupIds: { applications: 'sg-2' } },
      'aws_vpc_security_group_ingress_rule.main_iam_applications',
      { referenced_security_group_id: 'sg-2' },
    ],
  ])('%j changes %s to %j', (props, address, changed) => {
    expect(made(props)[address]).toMatchObject(changed);
  });

  test('is left unprotected where that is said', () => {
    expect(made({ preventDestroy: false })['aws_msk_serverless_cluster.main']).not.toHaveProperty('lifecycle');
  });

  test('is reached from another VPC through a group and a rule of its own', () => {
    const other = { vpcId: 'vpc-9', subnetIds: ['x', 'y'], clientSecurityGroupIds: { jobs: 'sg-9' } };
    const objects = made({ otherNetworks: { batch: other } });
    expect(objects['aws_msk_serverless_cluster.main']?.vpc_config).toEqual([
      { subnet_ids: ['subnet-a', 'subnet-b'], security_group_ids: [`\${aws_security_group.main.id}`] },
      { subnet_ids: ['x', 'y'], security_group_ids: [`\${aws_security_group.main_batch.id}`] },
    ]);
    expect(objects['aws_security_group.main_batch']).toMatchObject({
      name: 'prod-main-batch-brokers',
      vpc_id: 'vpc-9',
    });
    expect(objects).toHaveProperty(['aws_vpc_security_group_ingress_rule.main_batch_iam_jobs']);
  });

  test.each<[Partial<MskServerlessClusterProps>, string]>([
    [{ subnetIds: ['a'] }, 'two to six different subnets are needed; given: a'],
    [{ subnetIds: ['a', 'a'] }, 'two to six different subnets are needed'],
    [
      { otherNetworks: Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [name, least])) },
      '6 VPCs are not within 1 and 5',
    ],
  ])('%j is refused before Terraform is asked', (props, problem) => {
    expect(() => made(props)).toThrow(problem);
  });
});

describe('a cluster policy', () => {
  const least: MskClusterPolicyProps = { clusterArn: 'arn:c', accounts: ['111122223333'] };
  const policyOf = (props: Partial<MskClusterPolicyProps> = {}) =>
    JSON.parse(
      String(
        placed((stack) => new MskClusterPolicy(stack, 'main', { ...least, ...props }))['aws_msk_cluster_policy.main']
          ?.policy,
      ),
    ) as { readonly Statement: readonly object[] };

  test('lets exactly the accounts connect, and nothing in the cluster be read or written', () => {
    expect(policyOf().Statement).toEqual([
      {
        Sid: 'Accounts',
        Effect: 'Allow',
        Principal: { AWS: [`arn:\${data.aws_partition.main_policy.partition}:iam::111122223333:root`] },
        Action: [
          'kafka:CreateVpcConnection',
          'kafka:GetBootstrapBrokers',
          'kafka:DescribeCluster',
          'kafka:DescribeClusterV2',
        ],
        Resource: 'arn:c',
      },
    ]);
    expect(JSON.stringify(policyOf())).not.toContain('kafka-cluster');
  });

  test('lets MSK Replicator connect where that is said', () => {
    expect(policyOf({ replicator: true }).Statement).toHaveLength(2);
    expect(policyOf({ accounts: [], replicator: true }).Statement).toEqual([
      expect.objectContaining({ Principal: { Service: 'kafka.amazonaws.com' }, Resource: 'arn:c' }),
    ]);
  });

  test('is about the cluster that it is attached to', () => {
    const of = { partition: 'aws', accounts: ['1'], replicator: true };
    expect(JSON.stringify(clusterPolicy({ ...of, clusterArn: 'arn:d' })).match(/"Resource":"[^"]*"/g)).toEqual([
      '"Resource":"arn:d"',
      '"Resource":"arn:d"',
    ]);
  });
});

describe('a private authority', () => {
  const made = (props: Partial<MskPrivateAuthorityProps> = {}) =>
    placed((stack) => new MskPrivateAuthority(stack, 'main', { commonName: 'prod-main', ...props }));

  test('is a root that signs itself, installs what it signed, and is protected', () => {
    expect(made()).toEqual({
      'aws_acmpca_certificate_authority.main': {
        type: 'ROOT',
        certificate_authority_configuration: {
          key_algorithm: 'RSA_4096',
          signing_algorithm: 'SHA256WITHRSA',
          subject: { common_name: 'prod-main' },
        },
        permanent_deletion_time_in_days: 30,
        lifecycle: { prevent_destroy: true },
      },
      'aws_acmpca_certificate.main': {
        certificate_authority_arn: `\${aws_acmpca_certificate_authority.main.arn}`,
        certificate_signing_request: `\${aws_acmpca_certificate_authority.main.certificate_signing_request}`,
        signing_algorithm: 'SHA256WITHRSA',
        template_arn: `arn:\${data.aws_partition.main_authority.partition}:acm-pca:::template/RootCACertificate/V1`,
        validity: { type: 'YEARS', value: '10' },
      },
      'aws_acmpca_certificate_authority_certificate.main': {
        certificate_authority_arn: `\${aws_acmpca_certificate_authority.main.arn}`,
        certificate: `\${aws_acmpca_certificate.main.certificate}`,
        certificate_chain: `\${aws_acmpca_certificate.main.certificate_chain}`,
      },
    });
  });

  test.each<[Partial<MskPrivateAuthorityProps>, string, object]>([
    [
      { commonName: 'orders' },
      'aws_acmpca_certificate_authority.main',
      { certificate_authority_configuration: { subject: { common_name: 'orders' } } },
    ],
    [{ validityInYears: 5 }, 'aws_acmpca_certificate.main', { validity: { type: 'YEARS', value: '5' } }],
  ])('%j changes %s to %j', (props, address, changed) => {
    expect(made(props)[address]).toMatchObject(changed);
  });

  test('is left unprotected where that is said', () => {
    expect(made({ preventDestroy: false })['aws_acmpca_certificate_authority.main']).not.toHaveProperty('lifecycle');
  });
});
