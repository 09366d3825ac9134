import { auditDays, isKeptFor, longestAudit } from '../audit';
import { auditGaps, isAudited, lacking } from '../audit-gaps';
import type { Cluster } from '../cluster';
import type { Draft } from '../draft';
import { isLockable, keptAudit } from '../kept-audit';
import { useInstead } from '../near-miss';
import { at } from '../problem';
import type { Rule } from '../rule';

const audited = ({ clusters, environment }: Draft): Cluster[] =>
  [...clusters.values()].filter((cluster) => isAudited(cluster, environment));

export const auditIsRecorded: Rule = {
  code: 'KFK-X080',
  severity: 'error',
  profile: 'regulated',
  title:
    'A cluster records who did what, and tells somebody whom it turns away, or the environment accepts in writing that it does not',
  source: 'ISO/IEC 27001:2022, A.8.15 Logging and A.8.16 Monitoring activities',
  *check(draft) {
    const { clusters, environment } = draft;
    const here = new Set(audited(draft).map(({ name }) => name));
    for (const { cluster: name, feature, capability } of auditGaps(clusters)) {
      const cluster = clusters.get(name);
      if (cluster && here.has(name) && !environment.accepts[feature])
        yield at(cluster)
          .problem(`on '${name}' ${lacking[feature]} (${capability.source})`)
          .fix(`${capability.instead}; or accept it: accepts: { '${feature}': { reason, owner, until } }`);
    }
  },
};

export const auditIsKept: Rule = {
  code: 'KFK-X081',
  severity: 'warning',
  profile: 'production',
  errorFrom: 'regulated',
  waivable: true,
  title: 'What brokers record of who did what stays somewhere as it was written, for as long as the profile asks',
  source: `${auditDays.production.source}; ${auditDays.regulated.source}`,
  *check(draft) {
    const { environment } = draft;
    const { days } = environment.audit;
    for (const cluster of audited(draft)) {
      const kept = keptAudit(cluster, environment.audit);
      if (!kept)
        yield at(cluster)
          .problem(`nobody keeps what '${cluster.name}' records of who did what`)
          .fix(`${cluster.auditFix ?? 'name who collects it'}, for ${days} days at least`);
      else if (kept.days < days)
        yield at(kept.of === 'cluster' ? cluster : environment, ...kept.field)
          .problem(`${kept.name} keeps the audit log of '${cluster.name}' for ${kept.days} days; ${days} are asked for`)
          .fix(`say '${days}d' or more`);
    }
  },
};

/** Stores that the kit makes for a cluster in which what is kept may still be deleted, and whether that could be ended now. */
function* unlockedIn(draft: Draft) {
  for (const cluster of audited(draft)) {
    const { auditStore } = cluster;
    const kept = keptAudit(cluster, draft.environment.audit);
    if (!auditStore || !kept || kept.locked) continue;
    yield { cluster, kept, lock: auditStore.lock, now: isLockable(cluster, draft.inventory) };
  }
}

export const auditIsLocked: Rule = {
  code: 'KFK-X085',
  severity: 'error',
  profile: 'regulated',
  waivable: true,
  title: 'Nobody can delete an audit log that the kit keeps before its time',
  source: auditDays.regulated.source,
  *check(draft) {
    for (const { cluster, kept, lock, now } of unlockedIn(draft))
      if (now)
        yield at(cluster, ...lock.field)
          .problem(`what ${kept.name} keeps may still be deleted, by whoever may change its lock`)
          .fix(lock.fix);
  },
};

export const auditIsLockedOnceMade: Rule = {
  code: 'KFK-X086',
  severity: 'warning',
  profile: 'regulated',
  title: 'An audit log that its vendor locks only once it is there is locked by the second deploy',
  source:
    'https://learn.microsoft.com/azure/storage/blobs/immutable-policy-configure-version-scope: lock the policy once it is tested',
  *check(draft) {
    for (const { cluster, kept, lock, now } of unlockedIn(draft))
      if (!now)
        yield at(cluster, ...lock.field)
          .problem(`what ${kept.name} keeps may still be deleted until its policy is locked`)
          .fix(`after the first deploy, see that logs arrive, and ${lock.fix}`);
  },
};

export const auditStaysThere: Rule = {
  code: 'KFK-X088',
  severity: 'warning',
  title: 'Audit logs, which name people and addresses, stay in the regions that the environment names',
  source: 'GDPR, transfers to third countries, chapter V; https://learn.microsoft.com/azure/reliability/regions-paired',
  *check(draft) {
    const { residency } = draft.environment;
    if (!residency) return;
    for (const cluster of audited(draft)) {
      const { auditStore } = cluster;
      if (auditStore?.paired)
        yield at(cluster, ...auditStore.paired.field)
          .problem(
            `${auditStore.name} is copied to the region that its vendor pairs with its own; the environment names ${residency.join(', ')}`,
          )
          .fix(`${auditStore.paired.fix}; where that region is one of these, waive this`);
    }
  },
};

export const auditDaysSuffice: Rule = {
  code: 'KFK-X083',
  severity: 'error',
  waivable: true,
  title: 'Audit logs stay at least as long as the profile asks',
  source: `${auditDays.production.source}; ${auditDays.regulated.source}`,
  *check({ environment }) {
    const { profile, audit } = environment;
    const least = auditDays[profile].days;
    if (audit.days < least)
      yield at(environment, 'audit', 'retention')
        .problem(`the profile '${profile}' asks for ${least} days, not ${audit.days}`)
        .fix('leave it out, or say more');
  },
};

export const auditIsSaid: Rule = {
  code: 'KFK-X087',
  severity: 'error',
  title: 'An audit log stays for whole days, a hundred years at most, and whoever collects it is an owner',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html, read 2026-11-21',
  *check({ environment, owners, broken }) {
    const { days, collector } = environment.audit;
    const said = [
      { days, field: ['audit', 'retention'] },
      ...(collector ? [{ days: collector.days, field: ['audit', 'collector', 'retention'] }] : []),
    ];
    for (const { days, field } of said)
      if (!isKeptFor(days))
        yield at(environment, ...field)
          .problem(
            Number.isInteger(days)
              ? `${days} days are more than stores keep: ${longestAudit} at most`
              : `it is ${days} days, and stores keep for whole days`,
          )
          .fix(`say '${Math.min(longestAudit, Math.ceil(days))}d'`);
    if (collector && !owners.has(collector.owner) && !broken.has('owners', collector.owner))
      yield at(environment, 'audit', 'collector', 'owner')
        .problem(`no owner is called '${collector.owner}'`)
        .fix(useInstead(collector.owner, owners.keys()));
  },
};

/** KFK-X080 and following: what is recorded of who did what, and where it stays. */
export const auditRules: readonly Rule[] = [
  auditIsRecorded,
  auditIsKept,
  auditIsLocked,
  auditIsLockedOnceMade,
  auditStaysThere,
  auditDaysSuffice,
  auditIsSaid,
];
