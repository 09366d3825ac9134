import type { AuditFeature } from '../../../model/audit-gaps';
import type { Capability } from '../../../model/capabilities';
import type { MskAuditInput } from './audit';
import type { MskLogs } from './logs';
import type { Kind, Mechanism } from './mechanisms';

const guide = 'https://docs.aws.amazon.com/msk/latest/developerguide';
const logging = `${guide}/msk-logging.html`;
const iamAccess = `${guide}/iam-access-control.html`;
const metricFilters = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html';
const cloudTrail = `${guide}/logging-API-using-cloudtrail.html`;

/** What decides what is recorded of a cluster. */
export interface Recorded {
  readonly kind: Kind;
  readonly authentication: readonly Mechanism[];
  /** Whether brokers' logs go anywhere; of a cluster that exists only whoever made it knows. */
  readonly logs: boolean | 'unknown';
  /** Whether there is a trail. */
  readonly trail: boolean;
  /** Whether somebody is told of what a CloudWatch log group of brokers' logs counts. */
  readonly told: boolean;
}

export const recordedOf = ({
  logs: { cloudwatchDays, s3, firehose },
  audit,
  existing,
}: {
  readonly logs: MskLogs;
  readonly audit?: MskAuditInput;
  readonly existing?: string;
}): Omit<Recorded, 'kind' | 'authentication'> => ({
  logs:
    existing !== undefined
      ? 'unknown'
      : cloudwatchDays !== undefined || s3 !== undefined || firehose !== undefined || audit?.bucket !== undefined,
  trail: audit?.bucket !== undefined || audit?.trail !== undefined,
  told: existing === undefined && cloudwatchDays !== undefined && audit?.alarms !== undefined,
});

const translated = (source: string, loses: string): Capability => ({ support: 'translated', source, loses });
const unsupported = (source: string, instead: string): Capability => ({ support: 'unsupported', source, instead });

/** What logs of a cluster say of who did what. Read 2026-11-21. */
export function auditCells({
  kind,
  authentication,
  logs,
  trail,
  told,
}: Recorded): Readonly<Record<AuditFeature, Capability>> {
  const ofBrokers = (loses: string): Capability => {
    if (kind === 'serverless')
      return unsupported(logging, "use kind: 'standard' or 'express': brokers' logs are theirs");
    if (logs === 'unknown')
      return translated(logging, `${loses}; and where it goes, which whoever made the cluster decides`);
    return logs
      ? translated(logging, loses)
      : unsupported(logging, 'leave cloudwatch: false out, or say audit: { bucket }');
  };
  const byIam = authentication.includes('iam');
  return {
    'audit-logins': ofBrokers(
      'the name that was tried, and logins that succeed: a broker writes the address of a login that failed',
    ),
    'audit-denials':
      byIam && authentication.length === 1
        ? unsupported(
            iamAccess,
            "add 'scram-sha-512' or 'mtls': brokers write what ACLs refuse; AWS documents no line for IAM",
          )
        : ofBrokers(
            byIam
              ? 'what IAM refuses somebody who has signed in: AWS documents no line for it; what ACLs refuse is written'
              : 'a promise that it stays: brokers write at INFO what ACLs refuse, and their level is AWS’ to choose',
          ),
    'audit-administration': administration(byIam, trail),
    'audit-access': unsupported(
      cloudTrail,
      "use a cluster of Strimzi with audit: 'access': AWS records no produce and no consume",
    ),
    'audit-alarms': alarms(kind, byIam, logs === 'unknown' ? logs : told),
  };
}

/** A log group counts what it holds: of a bucket nobody is told. */
function alarms(kind: Kind, byIam: boolean, told: boolean | 'unknown'): Capability {
  if (kind === 'serverless') return unsupported(metricFilters, "use kind: 'standard' or 'express': no log is counted");
  if (told === 'unknown')
    return unsupported(metricFilters, 'ask whoever made the cluster to be told of what its brokers refuse');
  return told
    ? translated(
        metricFilters,
        byIam ? 'what IAM refuses: refusals by ACLs and logins that fail are counted' : 'who it was: the log has that',
      )
    : unsupported(
        metricFilters,
        'say audit: { alarms: { notify: <the ARN of a topic of SNS> } }, with logs in CloudWatch',
      );
}

function administration(byIam: boolean, trail: boolean): Capability {
  if (!byIam)
    return unsupported(cloudTrail, "add 'iam' to the cluster's authentication: CloudTrail has what IAM let through");
  return trail
    ? translated(
        cloudTrail,
        'ACLs and groups: CloudTrail has calls of AWS’ API, topics and configurations of whoever uses IAM',
      )
    : unsupported(
        cloudTrail,
        'say audit: { bucket }, which makes a trail, or audit: { trail: <ARN> } of one that exists',
      );
}
