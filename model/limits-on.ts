import type { Cluster } from './cluster';
import type { Limit, Measure } from './limits';

type Limited = Pick<Cluster, 'limits' | 'tier' | 'units'>;

/** Whether a limit of a back end is one of a cluster's tier. */
export const holdsFor = (limit: Limit, { limits, tier }: Limited): boolean =>
  limits.includes(limit) && (!limit.tiers || (tier !== undefined && limit.tiers.includes(tier)));

/** How much a limit lets a cluster have. */
export const maxOf = ({ max, perUnit }: Limit, { units = 1 }: Limited): number =>
  perUnit ? max * Math.max(1, units) : max;

/** The least of what its vendor's limits let a cluster have of something; infinite where there is none. */
export const mostOf = (measure: Measure, cluster: Limited): number =>
  Math.min(
    ...cluster.limits
      .filter((limit) => limit.measure === measure && holdsFor(limit, cluster))
      .map((limit) => maxOf(limit, cluster)),
    Number.POSITIVE_INFINITY,
  );
