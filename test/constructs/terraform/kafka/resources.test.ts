import type { TerraformStack } from 'cdktf';
import { KafkaAcl, type KafkaAclProps } from '../../../../constructs/terraform/kafka/acl';
import { KafkaProvider } from '../../../../constructs/terraform/kafka/provider';
import { KafkaQuota, type KafkaQuotaProps } from '../../../../constructs/terraform/kafka/quota';
import { KafkaTopic, type KafkaTopicProps } from '../../../../constructs/terraform/kafka/topic';
import {
  KafkaUserScramCredential,
  type KafkaUserScramCredentialProps,
} from '../../../../constructs/terraform/kafka/user-scram-credential';
import { resourcesOf, synthesized } from '../../../support/synthesize';

const placed = (place: (stack: TerraformStack) => void) =>
  resourcesOf(
    synthesized((stack) => {
      new KafkaProvider(stack, 'kafka', { bootstrapServers: 'localhost:9092' });
      place(stack);
    }),
  );

/** A construct, the least that it needs, what that becomes, and what each further prop changes. */
interface Construct<Props> {
  readonly of: new (stack: TerraformStack, id: string, props: Props) => unknown;
  readonly type: string;
  readonly least: Props;
  readonly becomes: Readonly<Record<string, unknown>>;
  readonly changes: readonly (readonly [Partial<Props>, Readonly<Record<string, unknown>>])[];
}
const row = <Props>(construct: Construct<Props>) => construct as unknown as Construct<object>;

const constructs = [
  row<KafkaTopicProps>({
    of: KafkaTopic,
    type: 'kafka_topic',
    least: { name: 'orders.created', partitions: 3, replicationFactor: 2 },
    becomes: { name: 'orders.created', partitions: 3, replication_factor: 2, lifecycle: { prevent_destroy: true } },
    changes: [
      [{ name: 'orders.paid' }, { name: 'orders.paid' }],
      [{ partitions: 6 }, { partitions: 6 }],
      [{ replicationFactor: 3 }, { replication_factor: 3 }],
      [{ config: { 'segment.ms': '1' } }, { config: { 'segment.ms': '1' } }],
      [{ preventDestroy: false }, { lifecycle: undefined }],
    ],
  }),
  row<KafkaAclProps>({
    of: KafkaAcl,
    type: 'kafka_acl',
    least: { resourceType: 'Topic', resourceName: 'orders.created', principal: 'User:shop', operation: 'Write' },
    becomes: {
      resource_type: 'Topic',
      resource_name: 'orders.created',
      resource_pattern_type_filter: 'Literal',
      acl_principal: 'User:shop',
      acl_host: '*',
      acl_operation: 'Write',
      acl_permission_type: 'Allow',
    },
    changes: [
      [{ resourceType: 'Group' }, { resource_type: 'Group' }],
      [{ resourceName: 'shop' }, { resource_name: 'shop' }],
      [{ principal: 'User:till' }, { acl_principal: 'User:till' }],
      [{ operation: 'Read' }, { acl_operation: 'Read' }],
      [{ patternType: 'Prefixed' }, { resource_pattern_type_filter: 'Prefixed' }],
      [{ host: '10.0.0.1' }, { acl_host: '10.0.0.1' }],
      [{ permissionType: 'Deny' }, { acl_permission_type: 'Deny' }],
    ],
  }),
  row<KafkaQuotaProps>({
    of: KafkaQuota,
    type: 'kafka_quota',
    least: { entityType: 'user', config: { producer_byte_rate: 1 } },
    becomes: { entity_type: 'user', config: { producer_byte_rate: 1 } },
    changes: [
      [{ entityType: 'client-id' }, { entity_type: 'client-id' }],
      [{ entityName: 'shop' }, { entity_name: 'shop' }],
      [{ config: { consumer_byte_rate: 2 } }, { config: { consumer_byte_rate: 2 } }],
    ],
  }),
  row<KafkaUserScramCredentialProps>({
    of: KafkaUserScramCredential,
    type: 'kafka_user_scram_credential',
    least: { username: 'shop', scramMechanism: 'scram-sha-512', password: `\${var.password}`, passwordVersion: 1 },
    becomes: {
      username: 'shop',
      scram_mechanism: 'SCRAM-SHA-512',
      scram_iterations: 8192,
      password_wo: `\${var.password}`,
      password_wo_version: 1,
    },
    changes: [
      [{ username: 'till' }, { username: 'till' }],
      [{ scramMechanism: 'SCRAM-SHA-256' }, { scram_mechanism: 'SCRAM-SHA-256' }],
      [{ scramIterations: 4096 }, { scram_iterations: 4096 }],
      [{ password: `\${var.other}` }, { password_wo: `\${var.other}` }],
      [{ passwordVersion: 2 }, { password_wo_version: 2 }],
    ],
  }),
];

describe.each(constructs.map((construct) => [construct.type, construct] as const))('%s', (type, construct) => {
  const { of: Construct, least, becomes, changes } = construct;
  const made = (props: object) => placed((stack) => new Construct(stack, 'it', props)).get(`${type}.it`);

  test('with the least that it needs has its defaults and nothing else', () => {
    expect(made(least)).toEqual(becomes);
  });

  test.each(changes)('%j changes what it becomes to %j', (props, changed) => {
    expect(made({ ...least, ...props })).toEqual({ ...becomes, ...changed });
  });

  test('has a change in this table for every prop that it needs', () => {
    const props = new Set(changes.flatMap(([change]) => Object.keys(change)));
    expect([...props]).toEqual(expect.arrayContaining(Object.keys(least)));
  });
});

test('resources of two types may have one name, and it is the address of each', () => {
  const resources = placed((stack) => {
    new KafkaTopic(stack, 'orders', { name: 'orders', partitions: 1, replicationFactor: 1 });
    new KafkaQuota(stack, 'orders', { entityType: 'user', config: {} });
  });
  expect([...resources.keys()].sort()).toEqual(['kafka_quota.orders', 'kafka_topic.orders']);
});
