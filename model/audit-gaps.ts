import type { Capability, Feature } from './capabilities';
import type { Cluster } from './cluster';

/** What an auditor asks of a cluster's log, and of who looks at it, as features: a back end's capabilities say whether it is so. */
export const auditFeatures = [
  'audit-logins',
  'audit-denials',
  'audit-administration',
  'audit-access',
  'audit-alarms',
] as const satisfies readonly Feature[];
export type AuditFeature = (typeof auditFeatures)[number];

/** What is so of a cluster that lacks it. */
export const lacking = {
  'audit-logins': 'no log says whose logins fail',
  'audit-denials': 'no log says what is refused to whom',
  'audit-administration': 'no log says who makes, changes and removes what',
  'audit-access': 'no log says who reads and writes what',
  'audit-alarms': 'nobody is told when it turns people away',
} as const satisfies Readonly<Record<AuditFeature, string>>;

/** Whose logs anybody asks for: those of this machine, and of what is disposable, go with it. */
export const isAudited = ({ life }: Pick<Cluster, 'life'>, { disposable }: { readonly disposable: boolean }): boolean =>
  !disposable && life !== 'local';

/** What no log of a cluster says, and nobody is told, whether anybody asks for it or not. */
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
