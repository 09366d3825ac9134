import type { Finding } from '../support/checkov';

/** A check that fails, and why the resource is right as it is. */
export interface Waiver {
  /** `CKV_AZURE_41`. https://www.checkov.io/5.Policy%20Index/terraform.html */
  readonly check: string;
  /** Of which resources: `prod/prod-main aws_msk_cluster.main`. */
  readonly resource: RegExp;
  readonly reason: string;
  /** The last day; somebody looks again after it. */
  readonly until: string;
}

export const waivers: readonly Waiver[] = [
  {
    check: 'CKV2_AWS_34',
    resource: / aws_ssm_parameter\./,
    reason:
      'It holds a bootstrap address and the name of a mechanism; passwords are in Secrets Manager under a customer key',
    until: '2027-11-30',
  },
  {
    check: 'CKV_AZURE_41',
    // `<application>_key` opens a hub: whoever has one in an environment of the examples says what ends it.
    resource: / azurerm_key_vault_secret\.(?!\S*_key$)/,
    reason:
      'It holds an address and a client id, nothing that opens anything: a day on which it ends would only end the application',
    until: '2027-11-30',
  },
  {
    check: 'CKV_AZURE_33',
    resource: / azurerm_storage_account\.\w+_logs$/,
    reason: 'It holds logs in blobs and has no queue',
    until: '2027-11-30',
  },
  {
    check: 'CKV2_AZURE_33',
    resource: / azurerm_storage_account\.\w+_logs$/,
    reason:
      'Azure Monitor writes to it as a trusted service; whoever reads it after an incident opens a private endpoint for that time',
    until: '2027-11-30',
  },
  {
    check: 'CKV2_AZURE_1',
    resource: / azurerm_storage_account\.\w+_logs$/,
    reason:
      'A key that is lost would make logs that nobody may delete unreadable; they are encrypted twice by keys of Microsoft',
    until: '2027-11-30',
  },
  {
    check: 'CKV_AWS_252',
    resource: / aws_cloudtrail\./,
    reason:
      'Nobody reads a message for each file of a log; alarms on refusals go to a topic that the description names',
    until: '2027-11-30',
  },
  {
    check: 'CKV2_AWS_10',
    resource: / aws_cloudtrail\./,
    reason: 'What is kept is in a bucket that nobody changes; a copy in CloudWatch could be deleted',
    until: '2027-11-30',
  },
  {
    check: 'CKV2_AWS_62',
    resource: / aws_s3_bucket\.\w+_audit$/,
    reason: 'Nobody waits for files of an audit log',
    until: '2027-11-30',
  },
  {
    check: 'CKV_AWS_18',
    resource: / aws_s3_bucket\.\w+_audit$/,
    reason:
      'Access logs of S3 cannot go to a bucket with Object Lock; who reads this one is in the trail of the account',
    until: '2027-11-30',
  },
  {
    check: 'CKV_AWS_144',
    resource: / aws_s3_bucket\.\w+_audit$/,
    reason:
      'Whether a log of who did what may leave its region is not the kit’s to decide; S3 stores it in three zones',
    until: '2027-11-30',
  },
];

export const isFor = ({ check, resource }: Waiver, finding: Finding): boolean =>
  check === finding.check && resource.test(finding.resource);
