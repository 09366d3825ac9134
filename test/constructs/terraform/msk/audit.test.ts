import { MskAuditStore, type MskAuditStoreProps } from '../../../../constructs/terraform/msk/audit-store';
import { MskAuditTrail } from '../../../../constructs/terraform/msk/audit-trail';
import { MskRefusalAlarms, type MskRefusalAlarmsProps } from '../../../../constructs/terraform/msk/refusal-alarms';
import { placed } from './placed';

describe('the bucket of an audit log', () => {
  const made = (props: Partial<MskAuditStoreProps> = {}) =>
    placed((stack) => new MskAuditStore(stack, 'main', { bucketName: 'kit-audit', retentionInDays: 365, ...props }));
  const statements = (resource: string, props: Partial<MskAuditStoreProps> = {}): Record<string, unknown>[] =>
    JSON.parse((made(props)[resource] as { policy: string }).policy).Statement;

  test('holds what is in it for its time, goes with no plan, and is closed', () => {
    const resources = made();
    expect(resources['aws_s3_bucket.main_audit']).toEqual({
      bucket: 'kit-audit',
      object_lock_enabled: true,
      lifecycle: { prevent_destroy: true },
    });
    expect(resources['aws_s3_bucket_object_lock_configuration.main_audit']).toMatchObject({
      rule: { default_retention: { mode: 'GOVERNANCE', days: 365 } },
    });
    expect(resources['aws_s3_bucket_versioning.main_audit']).toMatchObject({
      versioning_configuration: { status: 'Enabled' },
    });
    expect(resources['aws_s3_bucket_public_access_block.main_audit']).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
  });

  test('ends nothing before it may', () => {
    const { rule } = made({ retentionInDays: 2555 })['aws_s3_bucket_lifecycle_configuration.main_audit'] as {
      rule: readonly { expiration: readonly { days: number }[] }[];
    };
    expect(rule[0]?.expiration[0]?.days).toBe(2556);
  });

  test.each<[Partial<MskAuditStoreProps>, string, object]>([
    [{ bucketName: 'other-audit' }, 'aws_s3_bucket', { bucket: 'other-audit' }],
    [
      { retentionInDays: 30 },
      'aws_s3_bucket_object_lock_configuration',
      { rule: { default_retention: { mode: 'GOVERNANCE', days: 30 } } },
    ],
    [
      { mode: 'COMPLIANCE' },
      'aws_s3_bucket_object_lock_configuration',
      { rule: { default_retention: { mode: 'COMPLIANCE', days: 365 } } },
    ],
  ])('%j changes it', (props, type, expected) => {
    expect(made(props)[`${type}.main_audit`]).toMatchObject(expected);
  });

  test('may be destroyed where nothing holds it', () => {
    expect(made({ preventDestroy: false })['aws_s3_bucket.main_audit']).not.toHaveProperty('lifecycle');
    expect(made({ preventDestroy: false })['aws_kms_key.main_audit']).not.toHaveProperty('lifecycle');
  });

  test('takes brokers’ logs of this account and nothing else, where no trail is named', () => {
    const writers = statements('aws_s3_bucket_policy.main_audit').filter(({ Effect }) => Effect === 'Allow');
    expect(writers.map(({ Principal }) => Principal)).toEqual(
      Array(2).fill({ Service: 'delivery.logs.amazonaws.com' }),
    );
    expect(writers[1]).toMatchObject({
      Action: 's3:PutObject',
      Resource: expect.stringMatching(/:s3:::kit-audit\/brokers\/AWSLogs\/.*\/\*$/),
      Condition: {
        StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control', 'aws:SourceAccount': expect.anything() },
      },
    });
    expect(statements('aws_kms_key.main_audit')).toHaveLength(2);
  });

  test('takes one trail, by its name, and the key encrypts for it', () => {
    const source = expect.stringMatching(/:trail\/prod-main-audit$/);
    const trail = { trailName: 'prod-main-audit' };
    for (const resource of ['aws_s3_bucket_policy.main_audit', 'aws_kms_key.main_audit']) {
      const own = statements(resource, trail).filter(
        ({ Principal }) => (Principal as { Service?: string }).Service === 'cloudtrail.amazonaws.com',
      );
      expect(own.length).toBeGreaterThan(0);
      for (const { Condition } of own) expect(Condition).toMatchObject({ StringEquals: { 'aws:SourceArn': source } });
    }
  });

  test('nobody comes without TLS', () => {
    expect(statements('aws_s3_bucket_policy.main_audit')).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    );
  });
});

test('a trail has every management event of the account, those of IAM too, signed and encrypted', () => {
  const trail = placed(
    (stack) => new MskAuditTrail(stack, 'main', { name: 'prod-main-audit', bucket: 'kit-audit', kmsKeyArn: 'arn:key' }),
  )['aws_cloudtrail.main'];
  expect(trail).toEqual({
    name: 'prod-main-audit',
    s3_bucket_name: 'kit-audit',
    kms_key_id: 'arn:key',
    enable_logging: true,
    enable_log_file_validation: true,
    is_multi_region_trail: true,
    include_global_service_events: true,
    event_selector: [{ include_management_events: true, read_write_type: 'All' }],
  });
});

describe('alarms on refusals', () => {
  const made = (props: Partial<MskRefusalAlarmsProps> = {}) =>
    placed(
      (stack) =>
        new MskRefusalAlarms(stack, 'main', { clusterName: 'prod-main', logGroupName: '/aws/msk/main', ...props }),
    );

  test('count the two lines that a real broker writes (test/e2e/audit.test.ts)', () => {
    const patterns = Object.entries(made()).flatMap(([address, { pattern }]) =>
      address.startsWith('aws_cloudwatch_log_metric_filter.') ? [pattern] : [],
    );
    expect(patterns).toEqual(['"is Denied operation"', '"Failed authentication with"']);
  });

  test('are of what the filters count', () => {
    const resources = made();
    for (const name of ['denied_operations', 'failed_logins']) {
      const { metric_transformation: counted, log_group_name } = resources[
        `aws_cloudwatch_log_metric_filter.main_${name}`
      ] as { metric_transformation: { name: string; namespace: string }; log_group_name: string };
      expect(log_group_name).toBe('/aws/msk/main');
      expect(resources[`aws_cloudwatch_metric_alarm.main_${name}`]).toMatchObject({
        metric_name: counted.name,
        namespace: counted.namespace,
      });
    }
  });

  test('are raised at more than so many in so long', () => {
    const alarm = 'aws_cloudwatch_metric_alarm.main_failed_logins';
    const usual = { threshold: 5, period: 300, comparison_operator: 'GreaterThanThreshold' };
    expect(made()[alarm]).toMatchObject(usual);
    expect(made({ threshold: 0 })[alarm]).toMatchObject({ ...usual, threshold: 0 });
    expect(made({ periodInSeconds: 3600 })[alarm]).toMatchObject({ ...usual, period: 3600 });
  });

  test('tell whom they are told to tell, and nobody else', () => {
    const topic = 'arn:aws:sns:eu-west-1:111122223333:security';
    const alarm = 'aws_cloudwatch_metric_alarm.main_denied_operations';
    expect(made({ notifyTopicArn: topic })[alarm]).toMatchObject({ alarm_actions: [topic], ok_actions: [topic] });
    expect(made()[alarm]).not.toHaveProperty('alarm_actions');
  });
});
