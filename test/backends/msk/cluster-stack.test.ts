import { mskCluster as clusterBackend } from '../../../backends/msk/cluster';
import { type MskClusterInput, mskClusterShape } from '../../../backends/msk/description/input';
import type { Inventory } from '../../../model/inventory';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';
import { resourcesOf, synthesized } from '../../support/synthesize';
import { mskCluster } from './cluster';

const inventory: Inventory = {
  topics: {},
  applications: {},
  clusters: { main: { backend: 'msk', version: '3.9', pools: {} } },
};
const { network } = mskCluster;

/** The resources of the stack of a cluster; what is there already may be public. */
function made(cluster: object): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const { clusters, environment } = resolve(
    changed<Description>(small, { 'clusters.main': { ...mskCluster, ...cluster }, disposable: true }),
    { inventory },
  );
  const [found] = clusters.values();
  return Object.fromEntries(
    resourcesOf(synthesized((stack) => found && clusterBackend.place(stack, found, environment))),
  );
}

type Option = keyof MskClusterInput;
type Change = readonly [before: Partial<MskClusterInput>, after: Partial<MskClusterInput>, address: string];

const cluster = 'aws_msk_cluster.main';
const serverless = 'aws_msk_serverless_cluster.main';
const standard = (option: Option, value: unknown, address = cluster): Change => [{}, { [option]: value }, address];
const large = { instance: 'kafka.m7g.4xlarge' } as const;
const other = { ...network, vpc: 'vpc-00000009' };

/** What each option changes, and where. */
const changes: Readonly<Partial<Record<Option, Change>>> = {
  kind: standard('kind', 'serverless', serverless),
  version: standard('version', '4.0'),
  brokers: standard('brokers', 6),
  instance: standard('instance', 'kafka.m5.large'),
  storage: standard('storage', '200GiB'),
  storageAutoscaling: standard('storageAutoscaling', { maximum: '500GiB' }, 'aws_appautoscaling_target.main'),
  throughput: [large, { ...large, throughput: 300 }, cluster],
  tieredStorage: standard('tieredStorage', true),
  rebalancing: [{ kind: 'express' }, { kind: 'express', rebalancing: false }, cluster],
  encryptionKey: standard(
    'encryptionKey',
    'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  ),
  logs: standard('logs', { cloudwatch: false, s3: { bucket: 'logs', prefix: 'kafka/' }, firehose: 'stream' }),
  audit: standard('audit', { bucket: 'kit-audit' }, 'aws_s3_bucket.main_audit'),
  metrics: standard('metrics', 'per-topic-per-partition'),
  openMonitoring: standard('openMonitoring', false),
  multiVpc: standard('multiVpc', { accounts: ['111122223333'] }, 'aws_msk_cluster_policy.main'),
  publicAccess: standard('publicAccess', { from: ['198.51.100.0/24'] }),
  certificateAuthority: [
    {
      authentication: ['mtls'],
      certificateAuthority: 'arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/1',
    },
    { authentication: ['mtls'], certificateAuthority: { commonName: 'orders', years: 5 } },
    'aws_acmpca_certificate_authority.main',
  ],
  open: [
    { authentication: ['scram-sha-512'] },
    { authentication: ['scram-sha-512'], open: { reason: 'it was open', until: '2027-01-01' } },
    'aws_msk_configuration.main',
  ],
  network: standard('network', other, 'aws_security_group.main'),
  otherNetworks: [
    { kind: 'serverless' },
    { kind: 'serverless', otherNetworks: { batch: other } },
    'aws_security_group.main_batch',
  ],
  authentication: standard('authentication', ['scram-sha-512']),
  configuration: standard('configuration', { 'num.io.threads': 16 }, 'aws_msk_configuration.main'),
};

/** What is in other stacks than the cluster's, or in none. */
const elsewhere: Readonly<Partial<Record<Option, string>>> = {
  backend: 'decides which stack it is',
  region: 'of the provider',
  existing: 'its cluster has no stack',
  secretsKey: 'of passwords: the stacks of owners',
  roles: 'the stacks of owners',
  glue: 'a stack of its own',
};

test('every option changes something of the cluster’s stack, or is said to be elsewhere', () => {
  expect([...Object.keys(changes), ...Object.keys(elsewhere)].sort()).toEqual(
    Object.keys(mskClusterShape.shape).sort(),
  );
});

test.each(Object.entries(changes))('%s changes what it is about', (_, [before, after, address]) => {
  const [had, has] = [made(before), made(after)];
  expect(has).toHaveProperty([address]);
  expect(has[address]).not.toEqual(had[address]);
});

test('brokers of each kind are as the description says', () => {
  expect(made({ kind: 'express', version: '4.2', brokers: 6 })[cluster]).toMatchObject({
    kafka_version: '4.2.x.kraft',
    number_of_broker_nodes: 6,
    broker_node_group_info: { instance_type: 'express.m7g.large' },
    rebalancing: { status: 'ACTIVE' },
  });
  expect(
    made({ ...large, throughput: 300, tieredStorage: true, metrics: 'per-topic-per-broker' })[cluster],
  ).toMatchObject({
    storage_mode: 'TIERED',
    enhanced_monitoring: 'PER_TOPIC_PER_BROKER',
    broker_node_group_info: {
      storage_info: {
        ebs_storage_info: { volume_size: 100, provisioned_throughput: { enabled: true, volume_throughput: 300 } },
      },
    },
  });
});

test('a serverless cluster is IAM’s alone, and tells its owners’ stacks what no data source finds', () => {
  const objects = made({ kind: 'serverless' });
  expect(Object.keys(objects).sort()).toEqual([
    'aws_msk_serverless_cluster.main',
    'aws_security_group.main',
    'aws_ssm_parameter.main',
    'aws_vpc_security_group_ingress_rule.main_iam_applications',
  ]);
  expect(objects['aws_ssm_parameter.main']?.value).toContain(`aws_msk_serverless_cluster.main.arn`);
});

test('client certificates are let in by the authority that is named, or by one that is made and installed first', () => {
  const authority = 'arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/1';
  const [named, own] = [authority, {}].map((certificateAuthority) =>
    made({ authentication: ['mtls'], certificateAuthority }),
  );
  expect(named?.[cluster]).toMatchObject({
    client_authentication: { tls: { certificate_authority_arns: [authority] } },
  });
  expect(own?.[cluster]).toMatchObject({
    client_authentication: {
      unauthenticated: false,
      sasl: { iam: true, scram: false },
      tls: {
        certificate_authority_arns: [`\${aws_acmpca_certificate_authority_certificate.main.certificate_authority_arn}`],
      },
    },
  });
  expect(own?.['aws_acmpca_certificate_authority.main']).toMatchObject({
    certificate_authority_configuration: { subject: { common_name: 'test-main' } },
  });
  for (const objects of [named, own])
    expect(objects).toHaveProperty(['aws_vpc_security_group_ingress_rule.main_tls_applications']);
});

test('other accounts are let connect by the listeners that applications use; without any, nobody has a policy', () => {
  const objects = made({ authentication: ['scram-sha-512'], multiVpc: { accounts: ['111122223333'] } });
  expect(objects[cluster]).toMatchObject({
    broker_node_group_info: {
      connectivity_info: {
        vpc_connectivity: { client_authentication: { sasl: { iam: false, scram: true }, tls: false } },
      },
    },
  });
  expect(made({ multiVpc: {} })).not.toHaveProperty(['aws_msk_cluster_policy.main']);
});
