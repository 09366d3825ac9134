import type { Capability, Feature } from './capabilities';
import type { Cluster } from './cluster';

/** What an auditor asks of a log, as features: a back end's capabilities say whether it is recorded. */
export const auditFeatures = [
  'audit-logins',
  'audit-denials',
  'audit-administration',
  'audit-access',
] as const satisfies readonly Feature[];
export type AuditFeature = (typeof auditFeatures)[number];

/** What no log of a cluster says, whether anybody asks for it or not. */
export interface AuditGap {
  readonly cluster: string;
  readonly feature: AuditFeature;
  readonly capability: Extract<Capability, { readonly support: 'unsupported' }>;
}

export const auditGaps = (clusters: ReadonlyMap<string, Pick<Cluster, 'name' | 'capabilities'>>): AuditGap[] =>
  [...clusters.values()].flatMap(({ name, capabilities }) =>
    auditFeatures.flatMap((feature) => {
      const capability = capabilities[feature];
      return capability.support === 'unsupported' ? [{ cluster: name, feature, capability }] : [];
    }),
  );
