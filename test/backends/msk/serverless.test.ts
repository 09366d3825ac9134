import { mskCluster as clusterBackend } from '../../../backends/msk/cluster';
import { mskServerlessDataPlane } from '../../../backends/msk/data-plane';
import { dataPlaneOf } from '../../../backends/terraform';
import { resourcesOf, synthesized } from '../../support/synthesize';
import { mskCluster } from './cluster';
import { addressesOf, made, on, outputOf } from './data-plane';

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
