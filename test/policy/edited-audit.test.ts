/**
 * What keeps the audit log, and tells of refusals, of a stack that was edited by hand: whatever takes it away is refused.
 * Configuration (`cdk.tf.json`), not plans: AWS and Azure are not asked.
 */
import { readFileSync } from 'node:fs';
import { logs, namespace, privateDnsZone } from '../backends/event-hubs/namespace';
import { mskCluster } from '../backends/msk/cluster';
import { changed } from '../support/change';
import { judgedOnce } from './edited';
import { codesOf } from './judged';
import { spoiltFile } from './spoilt';

jest.setTimeout(300_000);

const notify = 'arn:aws:sns:eu-west-1:111122223333:kafka-security';
const group =
  '/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/security/providers/Microsoft.Insights/actionGroups/kafka';
const onAws = {
  'clusters.main': { ...mskCluster, audit: { bucket: 'kit-audit', alarms: { notify } } },
};
const hubs = { ...namespace, privateDnsZone, logs, archive: { storageAccount: 'kitauditlogs' } };
const alarmed = { audit: { alarms: { notify: group } } };
const onAzure = { 'clusters.main': { ...hubs, ...alarmed, tier: 'premium' } };
const onStandard = { 'clusters.main': { ...hubs, ...alarmed, tier: 'standard' } };

/** What is denied of the stack with the cluster, edited. */
async function denied(description: Readonly<Record<string, unknown>>, edit: Readonly<Record<string, unknown>>) {
  const { files, test: tested } = await judgedOnce(description);
  const file = files.find((path) => path.includes('/test-main/')) ?? '';
  return codesOf(
    tested(spoiltFile(JSON.stringify(changed(JSON.parse(readFileSync(file, 'utf8')), edit)), 'json')).denied,
  );
}

test.each([
  ['MSK', onAws],
  ['a premium namespace', onAzure],
  ['a standard namespace', onStandard],
])('%s passes as it is', async (_, description) => expect(await denied(description, {})).toEqual([]));

const lock = 'resource.aws_s3_bucket_object_lock_configuration';
const trail = 'resource.aws_cloudtrail';
const alarms = 'resource.aws_cloudwatch_metric_alarm';
const ends = 'resource.aws_s3_bucket_lifecycle_configuration.main_audit.rule.0';
test.each<[what: string, code: string, edit: Readonly<Record<string, unknown>>]>([
  ['a bucket that is not locked', 'KFK-X081', { [lock]: undefined }],
  ['a lock of one day', 'KFK-X081', { [`${lock}.main_audit.rule.default_retention.days`]: 1 }],
  [
    'a bucket that is made without locks',
    'KFK-X081',
    { 'resource.aws_s3_bucket.main_audit.object_lock_enabled': false },
  ],
  [
    'a bucket without versions',
    'KFK-X081',
    { 'resource.aws_s3_bucket_versioning.main_audit.versioning_configuration.status': 'Suspended' },
  ],
  ['a log that ends after a day', 'KFK-X081', { [`${ends}.expiration`]: [{ days: 1 }] }],
  ['no trail', 'KFK-X081', { [trail]: undefined }],
  ['a trail that stands still', 'KFK-X081', { [`${trail}.main.enable_logging`]: false }],
  ['a trail of one region', 'KFK-X081', { [`${trail}.main.is_multi_region_trail`]: false }],
  [
    'a trail without what is administered',
    'KFK-X081',
    { [`${trail}.main.event_selector`]: [{ include_management_events: false, read_write_type: 'All' }] },
  ],
  [
    'a trail of half of it',
    'KFK-X081',
    { [`${trail}.main.event_selector`]: [{ include_management_events: true, read_write_type: 'WriteOnly' }] },
  ],
  [
    'a trail of data alone',
    'KFK-X081',
    {
      [`${trail}.main.event_selector`]: undefined,
      [`${trail}.main.advanced_event_selector`]: [{ field_selector: [{ field: 'eventCategory', equals: ['Data'] }] }],
    },
  ],
  [
    'brokers’ logs that do not go there',
    'KFK-X081',
    { 'resource.aws_msk_cluster.main.logging_info.broker_logs.s3.enabled': false },
  ],
  ['no alarms', 'KFK-X080', { [alarms]: undefined }],
  ['one alarm of two', 'KFK-X080', { [`${alarms}.main_failed_logins`]: undefined }],
  ['an alarm that is asleep', 'KFK-X080', { [`${alarms}.main_failed_logins.actions_enabled`]: false }],
  ['an alarm that tells nobody', 'KFK-X080', { [`${alarms}.main_denied_operations.alarm_actions`]: [] }],
  [
    'an alarm of what nothing counts',
    'KFK-X080',
    { 'resource.aws_cloudwatch_log_metric_filter.main_denied_operations': undefined },
  ],
])('MSK: %s is refused by %s', async (_, code, edit) => expect(await denied(onAws, edit)).toEqual([code]));

const account = 'resource.azurerm_storage_account.main_logs.immutability_policy';
const setting = 'resource.azurerm_monitor_diagnostic_setting';
const queries = 'resource.azurerm_monitor_scheduled_query_rules_alert_v2';
test.each<[what: string, code: string, edit: Readonly<Record<string, unknown>>]>([
  ['no account', 'KFK-X081', { 'resource.azurerm_storage_account': undefined }],
  ['an account whose blobs may be changed', 'KFK-X081', { [account]: undefined }],
  ['a policy that is off', 'KFK-X081', { [`${account}.state`]: 'Disabled' }],
  ['a policy of one day', 'KFK-X081', { [`${account}.period_since_creation_in_days`]: 1 }],
  ['logs that go nowhere', 'KFK-X081', { [setting]: undefined }],
  ['logs that do not go there', 'KFK-X081', { [`${setting}.main.storage_account_id`]: undefined }],
  ['a log without who did what', 'KFK-X080', { [`${setting}.main.enabled_log`]: [{ category: 'ArchiveLogs' }] }],
  ['no alarms', 'KFK-X080', { [queries]: undefined }],
  ['one alarm of two', 'KFK-X080', { [`${queries}.main_failed_logins`]: undefined }],
  ['an alarm that is asleep', 'KFK-X080', { [`${queries}.main_failed_logins.enabled`]: false }],
  ['an alarm that tells nobody', 'KFK-X080', { [`${queries}.main_denied_operations.action`]: undefined }],
])('Event Hubs: %s is refused by %s', async (_, code, edit) => expect(await denied(onAzure, edit)).toContain(code));

test('a standard namespace has one alarm, which is asked for', async () => {
  const alarm = 'resource.azurerm_monitor_metric_alert';
  expect(await denied(onStandard, { [alarm]: undefined })).toEqual(['KFK-X080']);
  expect(await denied(onStandard, { [`${alarm}.main_user_errors.enabled`]: false })).toEqual(['KFK-X080']);
  expect(await denied(onStandard, { [`${alarm}.main_user_errors.action`]: undefined })).toEqual(['KFK-X080']);
});

test('what nobody described is not asked for: a cluster without a store has none', async () => {
  const plain = { 'clusters.main': mskCluster };
  expect(await denied(plain, {})).toEqual([]);
});
