import { compare } from '../../../model/by-name';
import type { ClusterPlan, ScaledCluster, Users } from '../../../model/scale';
import { mskSettings } from './settings';

/**
 * How a cluster that is open is closed without shutting anybody out. What one has to know: while it is open, only topics
 * without any ACL are; the first ACL of a topic, which may be of somebody else, closes it for all who have none.
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-acls.html, read 2026-11-21
 */
export function openPlans(cluster: ScaledCluster, users: Users): ClusterPlan[] {
  const { open, existing } = mskSettings(cluster);
  if (!open) return [];
  const { bound, closing, left, groups } = whoIsBound(cluster.name, users);
  return [
    {
      kind: 'access',
      field: ['open'],
      change: `closed by ${open.until}: whoever has no ACL is let in until then (${open.reason})`,
      steps: [
        `derive, before anything is applied: find out who else uses ${named(closing)} (kafka-consumer-groups.sh --describe --all-groups --state; BytesInPerSec and BytesOutPerSec by topic, with metrics: per-topic-per-broker) and describe whoever is missing`,
        `derive, with 'open' as it is: apply; users and ACLs of ${named(bound)} are made, and each of them is moved to its own user`,
        'observe, for as long as the rarest client is away (a monthly job: five weeks): broker logs at INFO hold each refusal ("is Denied Operation"; in CloudWatch Logs Insights: filter @message like /is Denied Operation/ | stats count() by @message); describe who is refused and should not be',
        `observe: ClientConnectionCount by Client Authentication, and consumer groups that are none of ${named(groups)}: nothing logs who uses a topic that has no ACL${left.length === 0 ? '' : ` (${named(left)})`}`,
        existing === undefined
          ? "close: leave out 'open' and apply; MSK restarts the brokers one after the other, and brokers are given what they read"
          : `close: whoever runs '${existing}' sets allow.everyone.if.no.acl.found=false in its configuration, which restarts the brokers one after the other; then leave out 'open' and apply`,
        "watch the same logs for as long again; whoever was forgotten is let in by describing him, or by 'open' with a new day",
      ],
      warns: [
        `the first ACL of a topic closes it for everybody who has none, also while the cluster is open: applying closes ${named(closing)} for whoever is not described, and in the same way the groups and transactional ids of those who are`,
        ...(left.length === 0
          ? []
          : [`closing also closes ${named(left)}, which nobody who is bound by ACLs is described to use`]),
        'no ACL binds whoever signs in by IAM: their policies hold before and after',
      ],
    },
  ];
}

/** Whom ACLs bind, which topics they close with the first apply, and which only when the cluster is closed. */
function whoIsBound(cluster: string, { topics, applications, flows }: Users) {
  const bound = [...applications.values()].filter((it) => it.cluster === cluster && it.authentication !== 'iam');
  const names = new Set(bound.map(({ name }) => name));
  const theirs = flows.filter(({ application }) => names.has(application));
  const used = new Set(theirs.map(({ topic }) => topic));
  const here = [...topics.values()]
    .filter((topic) => topic.cluster === cluster && !topic.removed)
    .map(({ name }) => name);
  return {
    bound: [...names].sort(compare),
    closing: here.filter((name) => used.has(name)).sort(compare),
    left: here.filter((name) => !used.has(name)).sort(compare),
    groups: [...new Set(theirs.flatMap((flow) => (flow.direction === 'consume' ? [flow.group] : [])))].sort(compare),
  };
}

/** The first ten of them. */
const named = (names: readonly string[]): string =>
  names.length === 0
    ? 'nobody'
    : `${names
        .slice(0, 10)
        .map((name) => `'${name}'`)
        .join(', ')}${names.length > 10 ? ` and ${names.length - 10} more` : ''}`;
