import type { TerraformStack } from 'cdktf';
import {
  MskClientSecurityGroup,
  type MskClientSecurityGroupProps,
} from '../../../../constructs/terraform/msk/client-security-group';
import { MskProvider } from '../../../../constructs/terraform/msk/provider';
import { MskReplicator, type MskReplicatorProps } from '../../../../constructs/terraform/msk/replicator';
import { MskServiceRole, type MskServiceRoleProps } from '../../../../constructs/terraform/msk/service-role';
import { resourcesOf, synthesized } from '../../../support/synthesize';

const placed = (place: (stack: TerraformStack) => void) =>
  resourcesOf(
    synthesized((stack) => {
      new MskProvider(stack, 'aws', { region: 'eu-west-1' });
      place(stack);
    }),
  );

describe('a replicator', () => {
  const least: MskReplicatorProps = {
    replicatorName: 'standby',
    source: { clusterArn: 'arn:aws:kafka:a:1:cluster/a/1', subnetIds: ['subnet-1'] },
    target: { clusterArn: 'arn:aws:kafka:b:1:cluster/b/2', subnetIds: ['subnet-2'], securityGroupIds: ['sg-2'] },
    topicsToReplicate: ['^orders$'],
    serviceExecutionRoleArn: 'arn:aws:iam::1:role/standby',
  };
  const replicator = (props: Partial<MskReplicatorProps> = {}) =>
    placed((stack) => new MskReplicator(stack, 'standby', { ...least, ...props })).get('aws_msk_replicator.standby');
  const cluster = (arn: string, vpc_config: object) => ({ amazon_msk_cluster: { msk_cluster_arn: arn }, vpc_config });
  const topics = {
    topics_to_replicate: ['^orders$'],
    topic_name_configuration: { type: 'IDENTICAL' },
    starting_position: { type: 'EARLIEST' },
    copy_topic_configurations: true,
    copy_access_control_lists_for_topics: false,
    detect_and_copy_new_topics: true,
  };
  const groups = {
    consumer_groups_to_replicate: ['.*'],
    consumer_groups_to_exclude: ['.*'],
    detect_and_copy_new_consumer_groups: false,
    synchronise_consumer_group_offsets: false,
  };
  const list = {
    source_kafka_cluster_arn: least.source.clusterArn,
    target_kafka_cluster_arn: least.target.clusterArn,
    target_compression_type: 'LZ4',
    topic_replication: [topics],
    consumer_group_replication: [groups],
  };
  const target = cluster(least.target.clusterArn, { subnet_ids: ['subnet-2'], security_groups_ids: ['sg-2'] });
  const becomes = {
    replicator_name: 'standby',
    service_execution_role_arn: 'arn:aws:iam::1:role/standby',
    kafka_cluster: [cluster(least.source.clusterArn, { subnet_ids: ['subnet-1'] }), target],
    replication_info_list: list,
  };

  test('copies what is there under the same names, compressed, and no ACLs', () => {
    expect(replicator()).toEqual(becomes);
  });

  test.each<[Partial<MskReplicatorProps>, object]>([
    [{ replicatorName: 'other' }, { replicator_name: 'other' }],
    [{ description: 'Stands by' }, { description: 'Stands by' }],
    [{ serviceExecutionRoleArn: 'arn:aws:iam::1:role/b' }, { service_execution_role_arn: 'arn:aws:iam::1:role/b' }],
    [
      { source: { ...least.source, securityGroupIds: ['sg-1'] } },
      {
        kafka_cluster: [
          cluster(least.source.clusterArn, { subnet_ids: ['subnet-1'], security_groups_ids: ['sg-1'] }),
          target,
        ],
      },
    ],
    [
      { topicsToReplicate: ['^paid$'] },
      { replication_info_list: { ...list, topic_replication: [{ ...topics, topics_to_replicate: ['^paid$'] }] } },
    ],
    [
      { consumerGroupsToReplicate: ['^billing$'] },
      {
        replication_info_list: {
          ...list,
          consumer_group_replication: [
            {
              consumer_groups_to_replicate: ['^billing$'],
              detect_and_copy_new_consumer_groups: true,
              synchronise_consumer_group_offsets: true,
            },
          ],
        },
      },
    ],
  ])('%j becomes %j', (props, changed) => {
    expect(replicator(props)).toEqual({ ...becomes, ...changed });
  });

  test('begins once its role may do everything and brokers can be reached', () => {
    const made = placed((stack) => {
      const role = new MskServiceRole(stack, 'a', {
        roleName: 'a',
        description: 'A',
        service: 'kafka.amazonaws.com',
        account: '111122223333',
        policyArns: ['arn:p', 'arn:q'],
      });
      const group = new MskClientSecurityGroup(stack, 'b', {
        name: 'b',
        description: 'B',
        vpcId: 'vpc-1',
        brokerSecurityGroupId: 'sg-1',
      });
      new MskReplicator(stack, 'standby', { ...least, dependsOn: [...role.attachments, ...group.rules] });
    });
    expect(made.get('aws_msk_replicator.standby')?.depends_on).toEqual([
      'aws_iam_role_policy_attachment.a',
      'aws_iam_role_policy_attachment.a-2',
      'aws_vpc_security_group_egress_rule.b_iam',
      'aws_vpc_security_group_ingress_rule.b_iam',
    ]);
  });
});

describe("a service's role", () => {
  const account = '111122223333';
  const least: MskServiceRoleProps = { roleName: 'a', description: 'A', service: 'kafka.amazonaws.com', account };
  const role = (props: Partial<MskServiceRoleProps> = {}) =>
    placed((stack) => new MskServiceRole(stack, 'a', { ...least, ...props }));
  const trust = (props?: Partial<MskServiceRoleProps>) =>
    JSON.parse(String(role(props).get('aws_iam_role.a')?.assume_role_policy)).Statement[0];

  test('is taken by one service for this account alone, and has no policy', () => {
    expect([...role().keys()]).toEqual(['aws_iam_role.a']);
    expect(role().get('aws_iam_role.a')).toMatchObject({ name: 'a', description: 'A' });
    expect(trust()).toEqual({
      Effect: 'Allow',
      Principal: { Service: 'kafka.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'aws:SourceAccount': account } },
    });
  });

  test('is taken for one of its resources where that is named', () => {
    const sourceArn = `arn:aws:kafka:a:${account}:replicator/a/*`;
    expect(trust({ sourceArn }).Condition).toEqual({
      StringEquals: { 'aws:SourceAccount': account },
      ArnLike: { 'aws:SourceArn': sourceArn },
    });
  });

  test.each<[Partial<MskServiceRoleProps>, string, object]>([
    [{ roleName: 'b' }, 'aws_iam_role.a', { name: 'b' }],
    [{ description: 'B' }, 'aws_iam_role.a', { description: 'B' }],
    [
      { policyArns: ['arn:p'] },
      'aws_iam_role_policy_attachment.a',
      { policy_arn: 'arn:p', role: `\${aws_iam_role.a.name}` },
    ],
  ])('%j gives %s %j', (props, address, changed) => {
    expect(role(props).get(address)).toMatchObject(changed);
  });

  test('names the service that takes it, and the account', () => {
    expect(trust({ account: '444455556666' }).Condition.StringEquals).toEqual({ 'aws:SourceAccount': '444455556666' });
    expect(trust({ service: 'kafkaconnect.amazonaws.com' }).Principal).toEqual({
      Service: 'kafkaconnect.amazonaws.com',
    });
  });
});

describe('the security group of a client that AWS runs', () => {
  const least: MskClientSecurityGroupProps = {
    name: 'workers',
    description: 'Workers',
    vpcId: 'vpc-1',
    brokerSecurityGroupId: 'sg-1',
  };
  const group = (props: Partial<MskClientSecurityGroupProps> = {}) =>
    placed((stack) => new MskClientSecurityGroup(stack, 'workers', { ...least, ...props }));
  const iam = { ip_protocol: 'tcp', from_port: 9098, to_port: 9098 };

  test('reaches brokers by IAM, and nobody reaches it', () => {
    const own = `\${aws_security_group.workers.id}`;
    expect(Object.fromEntries(group())).toEqual({
      'aws_security_group.workers': { name: 'workers', description: 'Workers', vpc_id: 'vpc-1' },
      'aws_vpc_security_group_egress_rule.workers_iam': {
        ...iam,
        security_group_id: own,
        referenced_security_group_id: 'sg-1',
        description: 'iam of brokers',
      },
      'aws_vpc_security_group_ingress_rule.workers_iam': {
        ...iam,
        security_group_id: 'sg-1',
        referenced_security_group_id: own,
        description: 'iam from workers',
      },
    });
  });

  test.each<[Partial<MskClientSecurityGroupProps>, string, object]>([
    [{ name: 'b' }, 'aws_security_group.workers', { name: 'b' }],
    [{ description: 'B' }, 'aws_security_group.workers', { description: 'B' }],
    [{ vpcId: 'vpc-2' }, 'aws_security_group.workers', { vpc_id: 'vpc-2' }],
    [
      { brokerSecurityGroupId: 'sg-2' },
      'aws_vpc_security_group_ingress_rule.workers_iam',
      { security_group_id: 'sg-2' },
    ],
    [
      { https: true },
      'aws_vpc_security_group_egress_rule.workers_https',
      { from_port: 443, to_port: 443, cidr_ipv4: '0.0.0.0/0' },
    ],
  ])('%j gives %s %j', (props, address, changed) => {
    expect(group(props).get(address)).toMatchObject(changed);
  });
});
