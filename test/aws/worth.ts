import { worth } from '../support/without-aws';

const account = '123456789012';
const arn = (service: string, rest: string, region = 'eu-west-1') => `arn:aws:${service}:${region}:${account}:${rest}`;
const uuid = '7ed5a1e9-2d1f-4a1c-9c0c-0a5b7d1c2e3f';

/** Of a cluster with six brokers in three zones. */
const brokers = [1, 2, 3, 4, 5, 6];
const subnets = ['subnet-0a1b2c3d4e5f60711', 'subnet-0a1b2c3d4e5f60712', 'subnet-0a1b2c3d4e5f60713'];
const host = (broker: string | number) => `b-${broker}.prodmain.abc123.c2.kafka.eu-west-1.amazonaws.com`;

/** As the provider lists them: by id. */
const nodes = brokers.map((id) => ({
  broker_id: id,
  client_subnet: subnets[(id - 1) % subnets.length],
  endpoints: [host(id)],
}));

/** What AWS gives to what is made: by type and attribute. Each is of the form and the length that AWS' own are of. */
const given: Readonly<Record<string, unknown>> = {
  'aws_msk_configuration.arn': arn('kafka', `configuration/main/${uuid}-4`),
  'aws_msk_configuration.latest_revision': 1,
  'aws_kms_key.arn': arn('kms', `key/${uuid}`),
  'aws_kms_key.key_id': uuid,
  'aws_kms_key.id': uuid,
  'aws_kms_alias.target_key_arn': arn('kms', `key/${uuid}`),
  'aws_cloudwatch_log_group.name': '/aws/msk/main',
  'aws_cloudwatch_log_group.arn': arn('logs', 'log-group:/aws/msk/main'),
  'aws_s3_bucket.bucket': 'main-audit',
  'aws_s3_bucket_policy.bucket': 'main-audit',
  'aws_security_group.id': 'sg-0a1b2c3d4e5f60718',
  'aws_iam_policy.arn': arn('iam', 'policy/main-shop', ''),
  'aws_iam_role.arn': arn('iam', 'role/main-shop', ''),
  'aws_iam_role.name': 'main-shop',
  'aws_secretsmanager_secret.id': worth.secretsmanager_secret_version_arn,
  'aws_secretsmanager_secret.arn': worth.secretsmanager_secret_version_arn,
  'aws_secretsmanager_secret_version.arn': worth.secretsmanager_secret_version_arn,
  'aws_ssm_parameter.arn': worth.ssm_parameter_arn,
  'aws_acmpca_certificate_authority.arn': arn('acm-pca', `certificate-authority/${uuid}`),
  'aws_acmpca_certificate_authority.certificate_signing_request': 'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNU',
  'aws_acmpca_certificate_authority_certificate.certificate_authority_arn': arn(
    'acm-pca',
    `certificate-authority/${uuid}`,
  ),
  'aws_ssm_parameter.insecure_value': JSON.stringify({
    arn: worth.arn,
    'certificate-authority': arn('acm-pca', `certificate-authority/${uuid}`),
    'bootstrap-servers': 'boot-abc123.c2.kafka-serverless.eu-west-1.amazonaws.com:9098',
  }),
  'aws_msk_broker_nodes.node_info_list': nodes,
  'aws_subnet.vpc_id': 'vpc-0a1b2c3d4e5f60718',
  'aws_acmpca_certificate.certificate': 'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t',
  'aws_acmpca_certificate.certificate_chain': '',
  'aws_glue_registry.arn': arn('glue', 'registry/main'),
  'aws_glue_schema.arn': arn('glue', 'schema/main/orders'),
  'aws_mskconnect_custom_plugin.arn': arn('kafkaconnect', `custom-plugin/main/${uuid}-4`),
  'aws_mskconnect_custom_plugin.latest_revision': 1,
  'aws_mskconnect_worker_configuration.arn': arn('kafkaconnect', `worker-configuration/main/${uuid}-4`),
  'aws_mskconnect_worker_configuration.latest_revision': 1,
  'aws_appautoscaling_target.resource_id': worth.arn,
  'aws_appautoscaling_target.scalable_dimension': 'kafka:broker-storage:VolumeSize',
  'aws_appautoscaling_target.service_namespace': 'kafka',
  'aws_iam_openid_connect_provider.url': 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE',
};

/** Three of them, in no order, and others each time: https://github.com/hashicorp/terraform-provider-aws/issues/35696 */
const someOf = (asked: number, port: number, suffix = ''): string =>
  [4, 2, 3].map((id) => `${host(`${((id + asked) % brokers.length) + 1}${suffix}`)}:${port}`).join(',');

const bootstrap: Readonly<Record<string, (asked: number) => string>> = {
  bootstrap_brokers_sasl_iam: (asked) => someOf(asked, 9098),
  bootstrap_brokers_sasl_scram: (asked) => someOf(asked, 9096),
  bootstrap_brokers_tls: (asked) => someOf(asked, 9094),
  bootstrap_brokers_public_sasl_iam: (asked) => someOf(asked, 9198, '-public'),
  bootstrap_brokers_public_sasl_scram: (asked) => someOf(asked, 9196, '-public'),
  bootstrap_brokers_public_tls: (asked) => someOf(asked, 9194, '-public'),
};

/** By attribute alone, of clusters and of where Terraform runs. */
const ofClusters: Readonly<Record<string, unknown>> = {
  arn: worth.arn,
  cluster_name: 'prod-main',
  broker_node_group_info: [
    {
      client_subnets: subnets,
      security_groups: ['sg-0a1b2c3d4e5f60718'],
    },
  ],
  cluster_uuid: `${uuid}-4`,
  account_id: account,
  partition: 'aws',
  region: 'eu-west-1',
  dns_suffix: 'amazonaws.com',
  random_password: 'made-by-secrets-manager',
};

/**
 * What AWS answers; `asked` says how often it was asked before.
 * @throws Error for what nobody said the worth of: a made-up one could have the wrong form
 */
export function worthOf(type: string, attribute: string, asked = 0): unknown {
  const own = given[`${type}.${attribute}`];
  if (own !== undefined) return own;
  // One of a serverless cluster is the same each time.
  if (type === 'aws_msk_bootstrap_brokers') return 'boot-abc123.c2.kafka-serverless.eu-west-1.amazonaws.com:9098';
  const shared = /^aws_(msk_(serverless_)?cluster|caller_identity|partition|region|secretsmanager_random_password)$/;
  if (type === 'aws_msk_cluster' && bootstrap[attribute]) return bootstrap[attribute](asked);
  if (shared.test(type) && Object.hasOwn(ofClusters, attribute)) return ofClusters[attribute];
  throw new Error(`say in test/aws/worth.ts what ${type}.${attribute} is worth`);
}
