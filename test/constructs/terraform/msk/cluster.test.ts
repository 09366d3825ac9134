import { Token } from 'cdktf';
import type { MskClusterProps } from '../../../../constructs/terraform/msk/cluster';
import { cluster, made, outputOf } from './cluster';

const express = { instanceType: 'express.m7g.large' } as const;

test('the least that it needs makes a closed, encrypted, watched cluster', () => {
  expect(made()['aws_msk_cluster.main']).toEqual({
    cluster_name: 'prod-main',
    kafka_version: '3.9.x.kraft',
    number_of_broker_nodes: 3,
    enhanced_monitoring: 'PER_BROKER',
    broker_node_group_info: {
      instance_type: 'kafka.m7g.large',
      client_subnets: ['subnet-a', 'subnet-b', 'subnet-c'],
      security_groups: [`\${aws_security_group.main.id}`],
      storage_info: { ebs_storage_info: { volume_size: 100 } },
      connectivity_info: { public_access: { type: 'DISABLED' } },
    },
    storage_mode: 'LOCAL',
    client_authentication: { unauthenticated: false, sasl: { iam: true, scram: false } },
    configuration_info: {
      arn: `\${aws_msk_configuration.main.arn}`,
      revision: `\${aws_msk_configuration.main.latest_revision}`,
    },
    encryption_info: {
      encryption_at_rest_kms_key_arn: `\${aws_kms_key.main.arn}`,
      encryption_in_transit: { client_broker: 'TLS', in_cluster: true },
    },
    logging_info: {
      broker_logs: {
        cloudwatch_logs: { enabled: true, log_group: `\${aws_cloudwatch_log_group.main.name}` },
        s3: { enabled: false },
        firehose: { enabled: false },
      },
    },
    open_monitoring: {
      prometheus: { jmx_exporter: { enabled_in_broker: true }, node_exporter: { enabled_in_broker: true } },
    },
    lifecycle: { prevent_destroy: true },
  });
});

test.each<[Partial<MskClusterProps>, string]>([
  [{ clientSubnets: ['a'] }, 'two or three different subnets are needed; given: a'],
  [{ numberOfBrokerNodes: 4 }, '4 brokers do not spread evenly over 3 subnets'],
  [{ volumeSize: 16385 }, '16385 GiB is no disk that MSK has'],
  [{ volumeThroughput: 250 }, 'kafka.m7g.large has no provisioned throughput'],
  [{ instanceType: 'kafka.m7g.2xlarge', volumeThroughput: 313 }, '313 MiB a second is not within 250 and 312'],
  [{ instanceType: 'kafka.m7g.2xlarge', volumeThroughput: 250, volumeSize: 9 }, 'a disk of 9 GiB has no'],
  [{ maxVolumeSize: 100 }, '100 GiB are not above 100'],
  [{ maxVolumeSize: 200, volumeUtilizationTarget: 81 }, '81 percent are not within 10 and 80'],
  [{ rebalancing: 'PAUSED' }, 'rebalancing is for express brokers'],
  [{ ...express, clientSubnets: ['a', 'b'], numberOfBrokerNodes: 2 }, 'three different subnets are needed'],
  [{ ...express, volumeSize: 100 }, 'volumeSize is for standard brokers'],
  [{ ...express, volumeThroughput: 250 }, 'volumeThroughput is for standard brokers'],
  [{ ...express, maxVolumeSize: 200 }, 'maxVolumeSize is for standard brokers'],
  [{ ...express, storageMode: 'LOCAL' }, 'storageMode is for standard brokers'],
])('%j is refused before Terraform is asked', (props, problem) => {
  expect(() => outputOf(props)).toThrow(problem);
});

describe('express brokers', () => {
  test('have no disks, are balanced by MSK, and are told only what they may be told', () => {
    const { [cluster]: made_, 'aws_msk_configuration.main': configuration } = made(express);
    expect(made_).toMatchObject({
      rebalancing: { status: 'ACTIVE' },
      logging_info: { broker_logs: expect.anything() },
    });
    expect(made_).not.toHaveProperty('storage_mode');
    expect(made_?.broker_node_group_info).not.toHaveProperty('storage_info');
    expect(configuration?.server_properties).toBe(
      'allow.everyone.if.no.acl.found=false\nauto.create.topics.enable=false\n',
    );
  });

  test('are balanced by somebody else where that is said', () => {
    expect(made({ ...express, rebalancing: 'PAUSED' })[cluster]).toMatchObject({ rebalancing: { status: 'PAUSED' } });
  });
});

describe('disks that grow by themselves', () => {
  const objects = made({ maxVolumeSize: 500, volumeUtilizationTarget: 70 });

  test('grow to what is said, when they are as full as is said, and never shrink', () => {
    expect(objects['aws_appautoscaling_target.main']).toEqual({
      service_namespace: 'kafka',
      scalable_dimension: 'kafka:broker-storage:VolumeSize',
      resource_id: `\${aws_msk_cluster.main.arn}`,
      min_capacity: 1,
      max_capacity: 500,
    });
    expect(objects['aws_appautoscaling_policy.main']).toMatchObject({
      name: 'prod-main-storage',
      policy_type: 'TargetTrackingScaling',
      target_tracking_scaling_policy_configuration: {
        predefined_metric_specification: { predefined_metric_type: 'KafkaBrokerStorageUtilization' },
        target_value: 70,
        disable_scale_in: true,
      },
    });
  });

  test('are left as they became: Terraform would ask MSK to shrink them', () => {
    expect(objects[cluster]?.lifecycle).toEqual({
      prevent_destroy: true,
      ignore_changes: ['broker_node_group_info[0].storage_info[0].ebs_storage_info[0].volume_size'],
    });
    expect(made({ maxVolumeSize: 500, preventDestroy: false })[cluster]?.lifecycle).not.toHaveProperty(
      'prevent_destroy',
    );
    expect(made()[cluster]?.lifecycle).not.toHaveProperty('ignore_changes');
  });
});

test('Terraform waits for as many brokers as there are, one after the other', () => {
  expect(made({ numberOfBrokerNodes: 6 })[cluster]).not.toHaveProperty('timeouts');
  expect(made({ numberOfBrokerNodes: 30 })[cluster]).toMatchObject({ timeouts: { update: '600m' } });
});

test('a disk has the throughput that is said', () => {
  const large = { instanceType: 'kafka.m7g.4xlarge', volumeThroughput: 625 } as const;
  expect(made(large)[cluster]).toMatchObject({
    broker_node_group_info: {
      storage_info: {
        ebs_storage_info: { volume_size: 100, provisioned_throughput: { enabled: true, volume_throughput: 625 } },
      },
    },
  });
});

test('logs in a bucket begin with what is said', () => {
  expect(made({ logBucket: 'logs', logBucketPrefix: 'kafka/' })[cluster]).toMatchObject({
    logging_info: { broker_logs: { s3: { enabled: true, bucket: 'logs', prefix: 'kafka/' } } },
  });
});

test('brokers without exporters have no port open for whoever scrapes', () => {
  const monitoring = { monitoringSecurityGroupIds: { prometheus: 'sg-3' } };
  const rules = (props: Partial<MskClusterProps>) =>
    Object.keys(made(props)).filter((address) => address.includes('exporter'));
  expect(rules(monitoring)).toHaveLength(2);
  expect(rules({ ...monitoring, openMonitoring: false })).toEqual([]);
});

test('the internet reaches the public port of each listener from the blocks that are named, and no other', () => {
  const rules = Object.entries(made({ publicCidrBlocks: ['198.51.100.7/32'], scram: true })).filter(([address]) =>
    address.includes('public'),
  );
  expect(rules.map(([address, { cidr_ipv4, from_port, to_port }]) => [address, cidr_ipv4, from_port, to_port])).toEqual(
    [
      ['aws_vpc_security_group_ingress_rule.main_public-iam_198-51-100-7-32', '198.51.100.7/32', 9198, 9198],
      ['aws_vpc_security_group_ingress_rule.main_public-scram_198-51-100-7-32', '198.51.100.7/32', 9196, 9196],
    ],
  );
});

test('a key that is given opens disks; logs have one whose policy names CloudWatch, and where there are none, none', () => {
  const keys = (props: Partial<MskClusterProps>) =>
    Object.keys(made(props)).filter((address) => address.startsWith('aws_kms_key'));
  expect(keys({ encryptionKeyArn: 'arn:key' })).toEqual(['aws_kms_key.main_logs']);
  expect(made({ encryptionKeyArn: 'arn:key' })['aws_kms_alias.main_logs']).toMatchObject({
    name: 'alias/prod-main-kafka-logs',
  });
  expect(keys({ encryptionKeyArn: 'arn:key', logRetentionInDays: 0 })).toEqual([]);
  expect(made({ logRetentionInDays: 0 })['aws_kms_key.main']?.policy).not.toContain('logs.');
});

test('a cluster that is being closed lets in whoever has no ACL, until it is closed', () => {
  const told = (props: Partial<MskClusterProps>) => made(props)['aws_msk_configuration.main']?.server_properties;
  expect(told({ allowEveryoneIfNoAclFound: true })).toContain('allow.everyone.if.no.acl.found=true\n');
  expect(told({})).toContain('allow.everyone.if.no.acl.found=false\n');
});

test('subnets that only Terraform knows are left to it', () => {
  expect(() => outputOf({ clientSubnets: Token.asList({ resolve: () => `\${var.subnets}` }) })).not.toThrow();
});

test('monitoring reaches the exporters by rules of its own', () => {
  const added = (props: Partial<MskClusterProps>) => Object.keys(made(props)).filter((address) => !(address in made()));
  expect(added({ monitoringSecurityGroupIds: { prometheus: 'sg-3' } })).toEqual([
    'aws_vpc_security_group_ingress_rule.main_jmx-exporter_prometheus',
    'aws_vpc_security_group_ingress_rule.main_node-exporter_prometheus',
  ]);
});

test('passwords have a key of their own, and no cluster without passwords has it', () => {
  expect(made()).not.toHaveProperty(['aws_kms_alias.main_secrets']);
  expect(made({ scram: true })['aws_kms_alias.main_secrets']).toMatchObject({ name: 'alias/prod-main-kafka-secrets' });
});

test('keys rotate, and CloudWatch may use the first for the logs of this cluster alone', () => {
  const { 'aws_kms_key.main': key, 'aws_kms_key.main_secrets': secrets } = made({ scram: true });
  expect(key).toMatchObject({ enable_key_rotation: true, deletion_window_in_days: 30 });
  expect(key?.policy).toContain(':log-group:/aws/msk/prod-main"');
  expect(secrets?.policy).not.toContain('logs.');
});

test('a setting of brokers is said once, and what is given wins over what keeps records', () => {
  const text = made({ serverProperties: { 'min.insync.replicas': '1', 'log.roll.ms': '5' } })[
    'aws_msk_configuration.main'
  ]?.server_properties;
  expect(String(text).match(/^min\.insync\.replicas=.*$/gm)).toEqual(['min.insync.replicas=1']);
  expect(text).toContain('log.roll.ms=5\n');
});

test('another version of Kafka is another configuration, made before the old one goes', () => {
  const { 'aws_msk_configuration.main': old } = made();
  const { 'aws_msk_configuration.main': next } = made({ kafkaVersion: '4.0.x.kraft' });
  expect([old?.name, next?.name]).toEqual(['prod-main-3-9-x-kraft', 'prod-main-4-0-x-kraft']);
  expect(next).toMatchObject({ kafka_versions: ['4.0.x.kraft'], lifecycle: { create_before_destroy: true } });
});

test('the provider is one that has every resource of this folder', () => {
  expect(outputOf().terraform.required_providers).toEqual({ aws: { source: 'hashicorp/aws', version: '6.66.0' } });
});
