import { mskCluster as clusterBackend } from '../../../backends/msk/cluster';
import { mskAclDataPlane } from '../../../backends/msk/data-plane';
import { dataPlaneOf } from '../../../backends/terraform';
import { resourcesOf, synthesized } from '../../support/synthesize';
import { brokersAt, mskCluster } from './cluster';
import { addressesOf, connection, made, on, outputOf } from './data-plane';

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
