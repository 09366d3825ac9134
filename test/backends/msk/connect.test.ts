import { compileDescription, resolve } from '../../support/describe';
import { arnsOf, policiesOf } from '../../support/granted';
import { allows } from '../../support/iam-evaluator';
import { resourcesOf } from '../../support/synthesize';
import { mskCluster } from './cluster';
import { described, outputOf } from './connect';

const told = (changes: object) =>
  compileDescription(described(changes)).problems.map(({ code, path, problem }) => `${code} ${path}: ${problem}`);

describe('the role of a connector', () => {
  const output = outputOf(resolve(described()));
  const arns = arnsOf('test-main');
  const policies = policiesOf(output, 'pipeline-archive', arns);
  const on = (type: string, name: string) => `${arns.cluster.replace(':cluster/', `:${type}/`)}/${name}`;
  const may = (action: string, resource: string, context?: Record<string, string>) =>
    allows(policies, { action, resource, context });
  const secret = arns.of('data.aws_secretsmanager_secret.pipeline-archive_archive-store');

  test('may read what it consumes, write its dead letter, and use what MSK Connect makes for it', () => {
    expect([
      may('kafka-cluster:Connect', arns.cluster),
      may('kafka-cluster:DescribeCluster', arns.cluster),
      may('kafka-cluster:ReadData', on('topic', 'orders.created')),
      may('kafka-cluster:AlterGroup', on('group', 'connect-test-pipeline-archive')),
      may('kafka-cluster:WriteData', on('topic', 'orders.created.connect-archive.dlq')),
      may('kafka-cluster:CreateTopic', on('topic', '__amazon_msk_connect_configs_test-pipeline-archive_1-2')),
      may('kafka-cluster:WriteData', on('topic', '__amazon_msk_connect_status_test-pipeline-archive_1-2')),
      may('kafka-cluster:ReadData', on('topic', 'connect-offsets.pipeline-archive.internal')),
      may('secretsmanager:GetSecretValue', secret),
      may('kms:Decrypt', 'arn:aws:kms:eu-west-1:111122223333:key/a', { 'kms:EncryptionContext:SecretARN': secret }),
    ]).toEqual(Array(10).fill(true));
  });

  test('may do nothing of another connector, of an application, or with another secret', () => {
    expect([
      may('kafka-cluster:WriteData', on('topic', 'orders.created')),
      may('kafka-cluster:CreateTopic', on('topic', 'orders.created.connect-archive.dlq')),
      may('kafka-cluster:ReadData', on('topic', '__amazon_msk_connect_configs_test-pipeline-other_1-2')),
      may('kafka-cluster:ReadData', on('topic', 'connect-offsets.pipeline-other.internal')),
      may('kafka-cluster:AlterGroup', on('group', 'billing')),
      may('kafka-cluster:AlterGroup', on('group', 'connect-test-pipeline-other')),
      may('kafka-cluster:AlterCluster', arns.cluster),
      may('secretsmanager:GetSecretValue', arns.of('data.aws_secretsmanager_secret.other')),
      may('kms:Decrypt', 'arn:aws:kms:eu-west-1:111122223333:key/a'),
      may('kms:Decrypt', 'arn:aws:kms:eu-west-1:111122223333:key/a', {
        'kms:EncryptionContext:SecretARN': 'arn:other',
      }),
      may('ssm:GetParameter', 'arn:aws:ssm:eu-west-1:111122223333:parameter/kafka/test/main/shop'),
    ]).toEqual(Array(11).fill(false));
  });

  test('is taken by MSK Connect for this connector, and by nobody else', () => {
    const role = resourcesOf(output).get('aws_iam_role.pipeline-archive');
    expect(JSON.parse(String(role?.assume_role_policy)).Statement).toEqual([
      {
        Effect: 'Allow',
        Principal: { Service: 'kafkaconnect.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: {
          StringEquals: { 'aws:SourceAccount': expect.stringContaining('account_id') },
          ArnLike: {
            'aws:SourceArn': expect.stringMatching(
              /^arn:aws:kafkaconnect:eu-west-1:.*:connector\/test-pipeline-archive\/\*$/,
            ),
          },
        },
      },
    ]);
  });
});

describe('a Connect cluster on Amazon MSK', () => {
  test('without connectors is an empty stack: what it ran is taken back', () => {
    const resolved = resolve(
      described({ 'platform.connectors': {}, 'platform.plugins': {}, 'connectClusters.pipeline.pluginObjects': {} }),
    );
    expect(resolved.services.map(({ name }) => name)).toEqual(['test-pipeline--connect']);
    expect(resourcesOf(outputOf(resolved)).size).toBe(0);
  });

  test.each<[object, string]>([
    [
      { 'connectClusters.pipeline.authentication': 'scram-sha-512' },
      "KFK-C012 connectClusters.pipeline.authentication: 'scram-sha-512' is given where MSK Connect reaches its cluster by IAM alone",
    ],
    [
      { 'clusters.main': { ...mskCluster, authentication: ['scram-sha-512'] } },
      "KFK-C012 connectClusters.pipeline.cluster: 'main' lets applications use scram-sha-512, and MSK Connect knows IAM alone",
    ],
    [
      { 'connectClusters.pipeline.rack': 'topology.kubernetes.io/zone' },
      'KFK-C046 connectClusters.pipeline.rack: what runs connectors beside a cluster on msk knows no rack',
    ],
    [
      { 'connectClusters.pipeline.exactlyOnce': true },
      'KFK-C046 connectClusters.pipeline.exactlyOnce: what runs connectors beside a cluster on msk knows no exactlyOnce',
    ],
    [
      { 'connectClusters.pipeline.pluginObjects': {} },
      "KFK-C027 connectors.archive.plugin: 'pipeline' does not say where 'files' is",
    ],
    [
      { 'connectClusters.pipeline.pluginObjects.flies': { bucket: 'plugins', key: 'flies.zip' } },
      "KFK-C015 connectClusters.pipeline.pluginObjects.flies: the platform has no plugin 'flies'",
    ],
    [
      { 'connectClusters.pipeline.config': { 'offset.storage.topic': 'mine' } },
      "KFK-K382 connectClusters.pipeline.config['offset.storage.topic']: the kit decides 'offset.storage.topic'",
    ],
    [
      { 'connectClusters.pipeline.config': { 'sasl.mechanism': 'PLAIN' } },
      "KFK-K382 connectClusters.pipeline.config['sasl.mechanism']: MSK Connect lets nobody say 'sasl.mechanism' to workers",
    ],
  ])('%j is refused with the reason', (changes, problem) => {
    expect(told(changes)).toEqual([problem]);
  });
});
