import { auditFeatures, isAudited } from '../../model/audit-gaps';
import type { Capability } from '../../model/capabilities';
import type { Cluster } from '../../model/cluster';
import { keptAudit } from '../../model/kept-audit';
import type { Resolved } from '../../model/resolved';
import { unboundOn } from './access';
import type { ClusterEvidence } from './evidence-shape';

/** Every cluster: where it is, who gets in without being asked, and what it records. */
export const clusterEvidence = (resolved: Resolved): ClusterEvidence[] =>
  [...resolved.clusters.values()].map((cluster) => evidenceOf(cluster, resolved));

function evidenceOf(cluster: Cluster, resolved: Resolved): ClusterEvidence {
  const { name, backend, tier, version, life, authentication, certificateAuthority, custody } = cluster;
  return {
    name,
    backend,
    tier: tier ?? null,
    version,
    life,
    regions: custody.regions.map(({ region }) => region),
    authentication: [...authentication],
    // Of what somebody else runs only that is known which its description says.
    inClear: cluster.inClear ? [...cluster.inClear] : life === 'existing' ? null : [],
    key: custody.key.whose,
    brokersSignedBy: life === 'existing' && certificateAuthority === 'own' ? 'unknown' : certificateAuthority,
    certificates: [...(cluster.certificateLives?.(resolved.environment.profile) ?? [])],
    reach: custody.reach ?? null,
    exposures: custody.exposures.map(({ says }) => says),
    unbound: unboundOn(cluster),
    translations: resolved.translations
      .filter((one) => one.cluster === name)
      .map(({ feature, loses, source }) => ({ feature, loses, source })),
    audit: auditOf(cluster, resolved),
  };
}

function auditOf(cluster: Cluster, { environment }: Resolved): ClusterEvidence['audit'] {
  const kept = keptAudit(cluster, environment.audit);
  return {
    recorded: auditFeatures.map((feature) => {
      const capability = cluster.capabilities[feature];
      const { reason, owner, until } = environment.accepts[feature] ?? {};
      return {
        feature,
        support: capability.support,
        lacks: lacksOf(capability),
        source: capability.source,
        accepted: reason === undefined || owner === undefined || until === undefined ? null : { reason, owner, until },
      };
    }),
    kept: kept ? { name: kept.name, days: kept.days, locked: kept.locked ?? null, by: kept.by ?? null } : null,
    asked: isAudited(cluster, environment),
    daysAsked: environment.audit.days,
  };
}

function lacksOf(capability: Capability): string | null {
  if (capability.support === 'translated') return capability.loses;
  if (capability.support === 'preview') return capability.caveat;
  return capability.support === 'unsupported' ? capability.instead : null;
}
