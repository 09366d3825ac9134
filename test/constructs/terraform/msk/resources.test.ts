import type { TerraformStack } from 'cdktf';
import {
  MskConnectionParameter,
  type MskConnectionParameterProps,
} from '../../../../constructs/terraform/msk/connection-parameter';
import { MskIamPolicy, type MskIamPolicyProps } from '../../../../constructs/terraform/msk/iam-policy';
import { MskProvider } from '../../../../constructs/terraform/msk/provider';
import {
  MskScramCredential,
  type MskScramCredentialProps,
} from '../../../../constructs/terraform/msk/scram-credential';
import { MskTopic, type MskTopicProps } from '../../../../constructs/terraform/msk/topic';
import { resourcesOf, synthesized } from '../../../support/synthesize';

const outputOf = (place: (stack: TerraformStack) => void) =>
  synthesized((stack) => {
    new MskProvider(stack, 'aws', { region: 'eu-west-1' });
    place(stack);
  });
const placed = (place: (stack: TerraformStack) => void) => Object.fromEntries(resourcesOf(outputOf(place)));

describe('a topic', () => {
  const least: MskTopicProps = {
    clusterArn: 'arn:c',
    name: 'orders.created',
    partitionCount: 12,
    replicationFactor: 3,
  };
  const topic = (props: Partial<MskTopicProps> = {}) =>
    placed((stack) => new MskTopic(stack, 'orders', { ...least, ...props }))['aws_msk_topic.orders'];
  const becomes = {
    cluster_arn: 'arn:c',
    name: 'orders.created',
    partition_count: 12,
    replication_factor: 3,
    lifecycle: { prevent_destroy: true },
  };

  test('with the least that it needs is protected, and says nothing that it was not given', () => {
    expect(topic()).toEqual(becomes);
  });

  test.each<[Partial<MskTopicProps>, object]>([
    [{ clusterArn: 'arn:d' }, { cluster_arn: 'arn:d' }],
    [{ name: 'orders.paid' }, { name: 'orders.paid' }],
    [{ partitionCount: 24 }, { partition_count: 24 }],
    [{ replicationFactor: 2 }, { replication_factor: 2 }],
    [{ configs: { 'retention.ms': '1' } }, { configs: '{"retention.ms":"1"}' }],
    [{ preventDestroy: false }, { lifecycle: undefined }],
  ])('%j becomes %j', (props, changed) => {
    expect(topic(props)).toEqual({ ...becomes, ...changed });
  });
});

describe('a connection', () => {
  const least: MskConnectionParameterProps = {
    name: '/kafka/a',
    bootstrapServers: 'b:9098',
    saslMechanism: 'AWS_MSK_IAM',
  };
  const parameter = (props: Partial<MskConnectionParameterProps> = {}) =>
    placed((stack) => new MskConnectionParameter(stack, 'shop', { ...least, ...props }))['aws_ssm_parameter.shop'];

  test('says where the cluster is and how to sign in', () => {
    expect(parameter()).toEqual({
      name: '/kafka/a',
      type: 'String',
      value: `\${jsonencode({"bootstrap-servers" = "b:9098", "sasl-mechanism" = "AWS_MSK_IAM"})}`,
    });
  });

  test.each<[Partial<MskConnectionParameterProps>, string, string]>([
    [{ name: '/kafka/b' }, 'name', '/kafka/b'],
    [{ bootstrapServers: 'c:9098' }, 'value', '"bootstrap-servers" = "c:9098"'],
    [{ saslMechanism: 'SCRAM-SHA-512' }, 'value', '"sasl-mechanism" = "SCRAM-SHA-512"'],
    [{ secretName: 'AmazonMSK_x' }, 'value', '"secret" = "AmazonMSK_x"'],
    [{ publicBootstrapServers: 'p:9198' }, 'value', '"public-bootstrap-servers" = "p:9198"'],
    [{ certificateSubject: 'CN=shop' }, 'value', '"certificate-subject" = "CN=shop"'],
    [{ certificateAuthorityArn: 'arn:ca' }, 'value', '"certificate-authority" = "arn:ca"'],
  ])('%j changes its %s to hold %s', (props, attribute, text) => {
    expect(parameter(props)?.[attribute]).toContain(text);
  });
});

test('a connection by certificate says nothing of SASL', () => {
  const output = placed(
    (stack) =>
      new MskConnectionParameter(stack, 'shop', {
        name: '/kafka/a',
        bootstrapServers: 'b:9094',
        certificateSubject: 'CN=shop',
      }),
  );
  expect(output['aws_ssm_parameter.shop']?.value).toBe(
    `\${jsonencode({"bootstrap-servers" = "b:9094", "certificate-subject" = "CN=shop"})}`,
  );
});

describe('a policy', () => {
  const least: MskIamPolicyProps = {
    name: 'prod-main-shop',
    description: 'shop',
    clusterArn: 'arn:aws:kafka:eu-west-1:1:cluster/prod-main/uuid',
    statements: [
      { effect: 'Allow', actions: ['kafka-cluster:Connect'], resources: [{ type: 'cluster' }] },
      { effect: 'Deny', actions: ['kafka-cluster:ReadData'], resources: [{ type: 'topic', name: 'orders.*' }] },
    ],
  };
  const policies = (props: Partial<MskIamPolicyProps> = {}) =>
    placed((stack) => new MskIamPolicy(stack, 'shop', { ...least, ...props }));

  test('says its statements with the ARNs of the cluster and of what is beside it', () => {
    const { 'aws_iam_policy.shop': policy, ...more } = policies();
    expect(more).toEqual({});
    expect(policy).toMatchObject({ name: 'prod-main-shop', description: 'shop' });
    expect(policy?.policy).toContain('"Effect":"Allow","Action":["kafka-cluster:Connect"]');
    expect(policy?.policy).toContain(`"Resource":["${least.clusterArn}"]`);
    expect(policy?.policy).toContain(`"\${replace("${least.clusterArn}", ":cluster/", ":topic/")}/orders.*"`);
  });

  test('ends with its last day where it has one, but for what it denies', () => {
    const { Statement } = JSON.parse(
      String(policies({ until: '2026-12-31' })['aws_iam_policy.shop']?.policy).replaceAll(/\$\{[^}]*\}/g, 'arn'),
    );
    expect(Statement.map(({ Condition }: { Condition?: object }) => Condition)).toEqual([
      { DateLessThan: { 'aws:CurrentTime': '2027-01-01T00:00:00Z' } },
      undefined,
    ]);
    expect(() => policies({ until: '2026-02-30' })).toThrow(/'2026-02-30' is no day/);
  });

  test('begins with what may be done outside the cluster', () => {
    const awsStatements = [{ action: 'ssm:GetParameter', arn: 'arn:aws:ssm:eu-west-1:1:parameter/kafka/a' }];
    expect(policies({ awsStatements })['aws_iam_policy.shop']?.policy).toContain(
      '"Statement":[{"Effect":"Allow","Action":["ssm:GetParameter"],"Resource":["arn:aws:ssm:eu-west-1:1:parameter/kafka/a"]},{',
    );
  });

  test('that is too long for one becomes two, the second with a number', () => {
    const resources = Array.from({ length: 40 }, (_, index) => ({ type: 'topic' as const, name: `orders.${index}` }));
    const statements = [{ effect: 'Allow' as const, actions: ['kafka-cluster:ReadData'], resources }];
    const two = policies({ statements });
    expect(Object.entries(two).map(([address, { name }]) => [address, name])).toEqual([
      ['aws_iam_policy.shop', 'prod-main-shop'],
      ['aws_iam_policy.shop-2', 'prod-main-shop-2'],
    ]);
    expect(Object.keys(policies({ statements, clusterArnLength: 60 }))).toEqual(['aws_iam_policy.shop']);
  });
});

describe('a user with a password', () => {
  const least: MskScramCredentialProps = {
    clusterArn: 'arn:c',
    secretName: 'AmazonMSK_prod/main/shop',
    username: 'shop',
    kmsKeyId: 'arn:key',
    passwordVersion: 1,
  };
  const output = (props: Partial<MskScramCredentialProps> = {}) =>
    outputOf((stack) => new MskScramCredential(stack, 'shop', { ...least, ...props }));
  const made = (props: Partial<MskScramCredentialProps> = {}) => Object.fromEntries(resourcesOf(output(props)));

  test('has a secret, its value and its association, and leaves those of others alone', () => {
    expect(made()).toEqual({
      'aws_secretsmanager_secret.shop': {
        name: 'AmazonMSK_prod/main/shop',
        description: "Password of 'shop' on Kafka",
        kms_key_id: 'arn:key',
      },
      'aws_secretsmanager_secret_version.shop': {
        secret_id: `\${aws_secretsmanager_secret.shop.id}`,
        secret_string_wo: `\${jsonencode({username = "shop", password = ephemeral.aws_secretsmanager_random_password.shop.random_password})}`,
        secret_string_wo_version: 1,
      },
      'aws_msk_single_scram_secret_association.shop': {
        cluster_arn: 'arn:c',
        secret_arn: `\${aws_secretsmanager_secret_version.shop.arn}`,
      },
    });
  });

  test('has a password that no plan and no state holds, and that needs no quoting', () => {
    expect(output()).toMatchObject({
      ephemeral: {
        aws_secretsmanager_random_password: { shop: { password_length: 40, exclude_punctuation: true } },
      },
    });
  });

  test.each<[Partial<MskScramCredentialProps>, string, object]>([
    [{ clusterArn: 'arn:d' }, 'aws_msk_single_scram_secret_association.shop', { cluster_arn: 'arn:d' }],
    [{ secretName: 'AmazonMSK_x' }, 'aws_secretsmanager_secret.shop', { name: 'AmazonMSK_x' }],
    [{ username: 'till' }, 'aws_secretsmanager_secret.shop', { description: "Password of 'till' on Kafka" }],
    [{ kmsKeyId: 'arn:other' }, 'aws_secretsmanager_secret.shop', { kms_key_id: 'arn:other' }],
    [{ recoveryWindowInDays: 7 }, 'aws_secretsmanager_secret.shop', { recovery_window_in_days: 7 }],
    [{ passwordVersion: 2 }, 'aws_secretsmanager_secret_version.shop', { secret_string_wo_version: 2 }],
  ])('%j changes %s to %j', (props, address, changed) => {
    expect(made(props)[address]).toMatchObject(changed);
  });
});
