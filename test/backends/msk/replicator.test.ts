import { serviceOf } from '../../../backends/terraform';
import { mirrorApplication } from '../../../model/replication';
import type { Resolved } from '../../../model/resolved';
import { changed } from '../../support/change';
import { compileDescription, type Description, resolve, small } from '../../support/describe';
import { arnsOf, policyWith } from '../../support/granted';
import { allows, type Policy } from '../../support/iam-evaluator';
import { resourcesOf, synthesized } from '../../support/synthesize';
import { mskCluster } from './cluster';
import { replicated } from './services.cases';

const described = (changes: object = {}) => changed<Description>(small, replicated({ ...changes }));
/** Topics and applications of the small description, on the cluster that is read. */
const placed = {
  'platform.topics[orders.created].cluster': 'main',
  'platform.applications.shop.cluster': 'main',
  'platform.applications.billing.cluster': 'main',
};
const outputOf = (resolved: Resolved) =>
  synthesized((stack) => {
    for (const service of resolved.services) serviceOf(service).place(stack, service, resolved);
  });
const output = (changes: object = {}) => outputOf(resolve(described({ ...placed, ...changes })));
const replicator = (changes: object = {}) =>
  resourcesOf(output(changes)).get('aws_msk_replicator.orders-standby') as Readonly<Record<string, unknown>>;
const told = (changes: object) =>
  compileDescription(described({ ...placed, ...changes })).problems.map(
    ({ code, path, fix }) => `${code} ${path}: ${fix}`,
  );
const elsewhere = {
  'clusters.main.multiVpc': { replicator: true },
  'clusters.standby.region': 'eu-central-1',
};

describe('a replication between two clusters of Amazon MSK', () => {
  test('is by MSK Replicator and has the same names, unless somebody says otherwise', () => {
    const { replications, services } = resolve(described(placed));
    expect(replications.get('orders-standby')).toMatchObject({ service: 'msk-replicator', names: 'same' });
    expect(services.map(({ name }) => name)).toEqual(['test-orders-standby--replicator']);
  });

  test('copies topics and groups by expressions that match these names and no other', () => {
    expect(replicator().replication_info_list).toMatchObject({
      target_compression_type: 'LZ4',
      topic_replication: [
        {
          topics_to_replicate: ['^orders\\.created$', '^orders\\.created\\.billing\\.dlq$'],
          topic_name_configuration: { type: 'IDENTICAL' },
          starting_position: { type: 'EARLIEST' },
          copy_topic_configurations: true,
          copy_access_control_lists_for_topics: false,
          detect_and_copy_new_topics: true,
        },
      ],
      consumer_group_replication: [
        {
          consumer_groups_to_replicate: ['^billing$'],
          detect_and_copy_new_consumer_groups: true,
          synchronise_consumer_group_offsets: true,
        },
      ],
    });
    expect(/^orders\.created$/.test('orders-created')).toBe(false);
  });

  test('that copies no group says so by excluding all', () => {
    expect(replicator({ 'replications.orders-standby.groups': [] }).replication_info_list).toMatchObject({
      consumer_group_replication: [
        {
          consumer_groups_to_replicate: ['.*'],
          consumer_groups_to_exclude: ['.*'],
          synchronise_consumer_group_offsets: false,
        },
      ],
    });
  });

  test('stands beside both clusters, each of which lets it in on the port of IAM', () => {
    const found = resourcesOf(output());
    expect(found.get('aws_msk_replicator.orders-standby')).toMatchObject({
      replicator_name: 'test-orders-standby',
      kafka_cluster: [
        {
          amazon_msk_cluster: { msk_cluster_arn: `\${data.aws_msk_cluster.main.arn}` },
          vpc_config: {
            subnet_ids: mskCluster.network.subnets,
            security_groups_ids: [`\${aws_security_group.orders-standby_source.id}`],
          },
        },
        {
          amazon_msk_cluster: { msk_cluster_arn: `\${data.aws_msk_cluster.standby.arn}` },
          vpc_config: { security_groups_ids: [`\${aws_security_group.orders-standby_target.id}`] },
        },
      ],
    });
    expect([...found.keys()].filter((address) => address.includes('ingress'))).toEqual([
      'aws_vpc_security_group_ingress_rule.orders-standby_source_iam',
      'aws_vpc_security_group_ingress_rule.orders-standby_target_iam',
    ]);
  });

  test('begins once its role may do everything and both are reached, and ends before that does', () => {
    expect(replicator().depends_on).toEqual([
      'aws_iam_role_policy_attachment.orders-standby',
      'aws_iam_role_policy_attachment.orders-standby-2',
      'aws_vpc_security_group_egress_rule.orders-standby_source_iam',
      'aws_vpc_security_group_ingress_rule.orders-standby_source_iam',
      'aws_vpc_security_group_egress_rule.orders-standby_target_iam',
      'aws_vpc_security_group_ingress_rule.orders-standby_target_iam',
    ]);
    expect(replicator(elsewhere).depends_on).not.toContainEqual(expect.stringContaining('source_iam'));
  });

  test('from another region finds its source there, and gives it no security group', () => {
    const across = output(elsewhere);
    expect(across).toMatchObject({
      provider: { aws: [{ region: 'eu-central-1' }] },
      data: {
        aws_msk_cluster: { main: { region: 'eu-west-1' }, standby: expect.not.objectContaining({ region: '' }) },
      },
    });
    const [source, target] = replicator(elsewhere).kafka_cluster as unknown as { vpc_config: object }[];
    expect(source?.vpc_config).not.toHaveProperty('security_groups_ids');
    expect(target?.vpc_config).toHaveProperty('security_groups_ids');
  });

  test.each<[object, string]>([
    [
      { 'replications.orders-standby.by': 'mirror-maker' },
      "KFK-R010 replications['orders-standby'].from: say by: 'msk-replicator', which reaches both by IAM",
    ],
    [{ 'replications.orders-standby.rpo': '5s' }, "KFK-R022 replications['orders-standby'].rpo: remove it"],
    [
      { 'replications.orders-standby.names': 'prefixed' },
      "KFK-R021 replications['orders-standby'].names: remove it: copies have the 'same' names",
    ],
    [
      { 'clusters.standby.region': 'eu-central-1' },
      "KFK-K388 replications['orders-standby'].from: say clusters.main.multiVpc: { replicator: true, authentication: ['iam'] }",
    ],
  ])('%j is refused with what helps', (changes, problem) => {
    expect(told(changes)).toContain(problem);
  });

  test('never goes back to where it comes from', () => {
    expect(
      told({ 'replications.orders-back': { owner: 'orders', from: 'standby', to: 'main', topics: [] } }).join(),
    ).toContain('KFK-R002');
  });
});

describe("MSK Replicator's role", () => {
  const made = resourcesOf(output());
  const side = (of: 'source' | 'target', cluster: string) => {
    const arns = arnsOf(`test-${cluster}`);
    const document = made.get(`aws_iam_policy.${mirrorApplication('orders-standby', of)}`)?.policy;
    const policies: Policy[] = [policyWith(String(document), arns)];
    const on = (type: string, name: string) => `${arns.cluster.replace(':cluster/', `:${type}/`)}/${name}`;
    return {
      cluster: (action: string) => allows(policies, { action: `kafka-cluster:${action}`, resource: arns.cluster }),
      topic: (action: string, name: string) =>
        allows(policies, { action: `kafka-cluster:${action}`, resource: on('topic', name) }),
      group: (action: string, name: string) =>
        allows(policies, { action: `kafka-cluster:${action}`, resource: on('group', name) }),
    };
  };

  test('reads the source and writes there only what the Replicator keeps for itself', () => {
    const source = side('source', 'main');
    expect([
      source.cluster('Connect'),
      source.cluster('DescribeCluster'),
      source.cluster('WriteDataIdempotently'),
      source.topic('ReadData', 'orders.created'),
      source.topic('DescribeTopicDynamicConfiguration', 'orders.created'),
      source.topic('WriteData', '__amazon_msk_replicator_heartbeat'),
      source.topic('WriteData', 'mskr-offset-syncs.alias.internal'),
      source.group('DescribeGroup', 'billing'),
    ]).toEqual(Array(8).fill(true));
    expect([
      source.cluster('AlterCluster'),
      source.topic('WriteData', 'orders.created'),
      source.topic('AlterTopic', 'orders.created'),
      source.topic('ReadData', 'orders.created.v2'),
      source.group('AlterGroup', 'billing'),
    ]).toEqual(Array(5).fill(false));
  });

  test('makes and writes copies at the target, with their configuration and the offsets of their groups', () => {
    const target = side('target', 'standby');
    expect([
      target.topic('CreateTopic', 'orders.created'),
      target.topic('WriteData', 'orders.created'),
      target.topic('AlterTopicDynamicConfiguration', 'orders.created'),
      target.topic('CreateTopic', 'alias.checkpoints.internal'),
      target.group('AlterGroup', 'billing'),
      target.group('AlterGroup', 'alias.__amazon_msk_replicator_1'),
    ]).toEqual(Array(6).fill(true));
    expect([
      target.cluster('AlterCluster'),
      target.topic('ReadData', 'orders.created'),
      target.topic('DeleteTopic', 'orders.created'),
      target.topic('WriteData', 'orders.paid'),
      target.group('AlterGroup', 'other'),
    ]).toEqual(Array(5).fill(false));
  });

  test('is taken by MSK for this Replicator alone, and has the policies of both sides', () => {
    const role = JSON.stringify(made.get('aws_iam_role.orders-standby'));
    expect(role).toContain('kafka.amazonaws.com');
    expect(role).toContain(':replicator/test-orders-standby/*');
    expect(
      [...made].flatMap(([address, { policy_arn }]) => (address.includes('_attachment.') ? policy_arn : [])),
    ).toEqual([`\${aws_iam_policy.orders-standby-source.arn}`, `\${aws_iam_policy.orders-standby-target.arn}`]);
  });
});
