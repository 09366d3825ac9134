import type { CertificateLife } from '../../model/certificate-life';
import type { ClusterEvidence, Evidence } from './evidence-shape';
import { code, table, text } from './markdown-blocks';

export const clusterTable = ({ clusters }: Evidence): string =>
  table(
    ['cluster', 'back end', 'regions', 'without TLS', 'key of disks', 'certificates signed by', 'reach'],
    clusters.map(({ name, backend, tier, regions, inClear, key, brokersSignedBy, reach, exposures }) => [
      code(name),
      tier === null ? backend : `${backend}, ${tier}`,
      regions.join(', ') || 'not said',
      inClear === null ? 'not known' : inClear.map(code).join(', ') || 'nothing',
      {
        own: 'a key of one’s own',
        vendor: 'the vendor’s',
        elsewhere: 'whoever runs the disks decides',
      }[key],
      { public: 'a public authority', own: 'the cluster’s own authority', unknown: 'not known' }[brokersSignedBy],
      [...(reach === null ? [] : [reach]), ...exposures].map(text).join('; ') || 'not known',
    ]),
  );

/** Whose certificates are those of which nothing is described. */
const madeBy: Readonly<Record<ClusterEvidence['life'], string>> = {
  owned: 'its vendor',
  existing: 'whoever runs it',
  local: '`kafka-kit status` shows their last days',
};

const makers = {
  'the kit': 'its operator',
  Vault: 'Vault, which External Secrets asks',
  you: 'whoever owns it',
} as const satisfies Record<CertificateLife['by'], string>;

export const certificateTable = ({ clusters }: Evidence): string =>
  table(
    ['cluster', 'of', 'days', 'made anew', 'by'],
    clusters.flatMap(({ name, life, certificates }) =>
      certificates.length === 0
        ? [[code(name), 'all', 'not known', '–', madeBy[life]]]
        : certificates.map(({ of, days, renewedBefore, by }) => [
            ...[code(name), of, String(days)],
            `${renewedBefore} days before`,
            makers[by],
          ]),
    ),
  );

export const auditTable = ({ clusters }: Evidence): string =>
  table(
    ['cluster', 'what', 'recorded', 'what is missing', 'kept'],
    clusters.flatMap(({ name, audit }) =>
      audit.recorded.map(({ feature, support, lacks, accepted }) => [
        code(name),
        feature,
        support === 'unsupported' ? 'no' : support === 'native' ? 'yes' : 'in part',
        `${lacks === null ? '–' : text(lacks)}${accepted ? ` (accepted by ${code(accepted.owner)} until ${accepted.until}: ${text(accepted.reason)})` : ''}`,
        // Nothing stays of what is not recorded, nor of whoever is told.
        support === 'unsupported' || feature === 'audit-alarms' ? '–' : keptOf(audit),
      ]),
    ),
  );

const keptOf = ({ kept, asked, daysAsked }: ClusterEvidence['audit']): string =>
  kept === null
    ? `nowhere that is described; ${asked ? `${daysAsked} days are` : 'nothing is'} asked for`
    : `${text(kept.name)}, ${kept.days} days of ${daysAsked}${lockOf(kept)}`;

const lockOf = ({ locked, by }: NonNullable<ClusterEvidence['audit']['kept']>): string =>
  by !== null ? `, as ${code(by)} says` : locked ? ', nobody can delete it before' : '; it may still be deleted';
