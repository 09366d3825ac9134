import type { Construct } from 'constructs';
import { brokerLogPrefix, MskAuditStore } from '../../constructs/terraform/msk/audit-store';
import { MskAuditTrail } from '../../constructs/terraform/msk/audit-trail';
import { MskRefusalAlarms } from '../../constructs/terraform/msk/refusal-alarms';
import type { Cluster } from '../../model/cluster';
import type { Environment } from '../../model/environment';
import { alarmsOf } from '../../model/refusal-alarms';
import { parseDuration } from '../../model/units';
import { mskSettings } from './description/settings';
import { awsClusterName } from './names';

/** Where brokers' logs go, once they may. */
export interface AuditBucket {
  readonly logBucket: string;
  readonly logBucketPrefix: string;
}

/** Makes the bucket of a cluster's audit log, and the trail that writes there unless another one exists. */
export function placeAudit(scope: Construct, cluster: Cluster, environment: Environment): AuditBucket | undefined {
  const { audit } = mskSettings(cluster);
  const { auditStore } = cluster;
  if (audit?.bucket === undefined || !auditStore) return undefined;
  const name = `${awsClusterName(environment, cluster)}-audit`;
  const trailName = audit.trail === undefined ? name : undefined;
  const { bucket, kmsKeyArn } = new MskAuditStore(scope, cluster.name, {
    bucketName: audit.bucket,
    retentionInDays: auditStore.days,
    mode: auditStore.locked ? 'COMPLIANCE' : 'GOVERNANCE',
    trailName,
  });
  if (trailName !== undefined) new MskAuditTrail(scope, cluster.name, { name: trailName, bucket, kmsKeyArn });
  return { logBucket: bucket, logBucketPrefix: brokerLogPrefix };
}

/** Counts what brokers refuse, where they write to a log group. */
export function placeRefusalAlarms(
  scope: Construct,
  cluster: Cluster,
  { clusterName, logGroupName }: { readonly clusterName: string; readonly logGroupName?: string },
): void {
  const { audit } = mskSettings(cluster);
  if (audit === undefined || logGroupName === undefined) return;
  const { moreThan, within } = alarmsOf(audit.alarms);
  new MskRefusalAlarms(scope, cluster.name, {
    clusterName,
    logGroupName,
    notifyTopicArn: audit.alarms?.notify,
    threshold: moreThan,
    periodInSeconds: parseDuration(within) / 1000,
  });
}
