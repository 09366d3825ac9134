import { missedRenewalDays } from '../../../../model/certificate-life';
import type { Cluster } from '../../../../model/cluster';
import type { Draft } from '../../../../model/draft';
import { at } from '../../../../model/problem';
import { isAtLeast } from '../../../../model/profile';
import type { Rule } from '../../../../model/rule';
import { formatDuration } from '../../../../model/units';
import { type Certificates, type Lifetime, longestUser, type Signer, userLifetime } from '../certificates';
import { strimziSettings } from '../cluster';
import { isWindow, longestWait } from '../maintenance-windows';
import { strimziClusters } from './clusters';

const hour = 3_600_000;
const day = 24 * hour;

const alerted = missedRenewalDays * day;

interface Found {
  readonly cluster: Cluster;
  readonly certificates: Certificates;
}

function* described(draft: Draft): Iterable<Found> {
  for (const cluster of strimziClusters(draft))
    if (!draft.broken.within('clusters', cluster.name, 'certificates'))
      yield { cluster, certificates: strimziSettings(cluster).certificates };
}

const authorities = ['cluster', 'clients'] as const;

/** Every lifetime of a cluster that is written, or a default. */
const lifetimes = (certificates: Certificates) =>
  ([...authorities, 'users', 'listeners'] as const).flatMap((field) => {
    const lifetime: Lifetime | undefined = certificates[field];
    return lifetime ? [{ field, ...lifetime }] : [];
  });

export const lifetimesFit: Rule = {
  code: 'KFK-X030',
  severity: 'error',
  title: 'A certificate is renewed before its end, and both are lengths of time that its maker counts in',
  source:
    'https://strimzi.io/docs/operators/latest/configuring.html#type-CertificateAuthority-reference: days; https://cert-manager.io/docs/usage/certificate/#renewal: from an hour, renewed 5 minutes before',
  *check(draft) {
    for (const { cluster, certificates } of described(draft))
      for (const { field, lasts, renewBefore } of lifetimes(certificates)) {
        const inHours = field === 'listeners' || (field === 'users' && strimziSettings(cluster).signer === 'vault');
        const [unit, whole] = inHours ? [hour, 'hours'] : [day, 'days'];
        for (const [what, amount] of Object.entries({ lasts, renewBefore }))
          if (amount === 0 || amount % unit !== 0)
            yield at(cluster, 'certificates', field, what)
              .problem(`it is no whole number of ${whole}`)
              .fix(`write ${whole}: '${inHours ? '720h' : '30d'}'`);
        if (renewBefore >= lasts && lasts > 0)
          yield at(cluster, 'certificates', field, 'renewBefore')
            .problem(
              `it is to be renewed ${formatDuration(renewBefore)} before its end, and lasts ${formatDuration(lasts)}`,
            )
            .fix(`write less than ${formatDuration(lasts)}, such as a third of it`);
      }
  },
};

export const usersAreShort: Rule = {
  code: 'KFK-X031',
  severity: 'error',
  waivable: true,
  profile: 'production',
  title:
    'Certificates of applications last 90 days at most, 30 in the profile regulated: their end is all that ends a stolen one',
  source:
    'https://kafka.apache.org/documentation/#security_ssl: brokers know no list of revoked certificates; KIP-492 leaves that to providers of one’s own',
  *check(draft) {
    const { profile } = draft.environment;
    for (const { cluster, certificates } of described(draft)) {
      const { lasts = 0 } = userLifetime(certificates, profile) ?? {};
      const asking = (['production', 'regulated'] as const).find(
        (milder) => isAtLeast(profile, milder) && lasts > longestUser[milder].lasts,
      );
      if (asking === undefined || strimziSettings(cluster).signer === 'external') continue;
      const finding = at(cluster, 'certificates', 'users', 'lasts')
        .problem(
          `a stolen certificate is good for up to ${formatDuration(lasts)}: brokers ask nobody whether it was revoked`,
        )
        .fix(`write '${formatDuration(longestUser[profile].lasts)}' or less`);
      yield { ...finding, profile: asking };
    }
  },
};

export const windowsAreLong: Rule = {
  code: 'KFK-X033',
  severity: 'error',
  waivable: true,
  profile: 'production',
  title:
    'There is time between the renewal of a certificate and its end: for clients to take it up, and for people to see that it failed',
  source: `render/monitoring/alerts: KafkaCertificateExpires is told ${missedRenewalDays} days before the end of an authority`,
  *check(draft) {
    for (const { cluster, certificates } of described(draft)) {
      for (const field of authorities) {
        const { own, renewBefore } = certificates[field];
        if (!own && renewBefore > 0 && renewBefore <= alerted)
          yield at(cluster, 'certificates', field, 'renewBefore')
            .problem(
              `${formatDuration(renewBefore)} before its end: people are told ${missedRenewalDays} days before that it was not renewed`,
            )
            .fix("write '30d' or more");
      }
      const { users } = certificates;
      if (users && users.renewBefore > 0 && users.renewBefore < 7 * day)
        yield at(cluster, 'certificates', 'users', 'renewBefore')
          .problem(
            `applications have ${formatDuration(users.renewBefore)} to take up the next one, and read it when they restart`,
          )
          .fix("write '7d' or more");
    }
  },
};

export const windowsOpen: Rule = {
  code: 'KFK-X034',
  severity: 'error',
  title: 'A maintenance window is a cron expression as Strimzi reads it',
  source:
    'https://strimzi.io/docs/operators/latest/deploying.html#con-maintenance-time-window-definition-str: Quartz, in UTC',
  *check(draft) {
    for (const { cluster, certificates } of described(draft))
      for (const [index, window] of certificates.maintenanceWindows.entries())
        if (!isWindow(window))
          yield at(cluster, 'certificates', 'maintenanceWindows', index)
            .problem(
              `'${window}' is no cron expression of Quartz, which has seconds first and '?' for one of its two days`,
            )
            .fix("write '* * 1-3 ? * SUN' for Sundays from one to four o'clock in UTC");
  },
};

export const windowsComeInTime: Rule = {
  code: 'KFK-X038',
  severity: 'error',
  waivable: true,
  title: 'A maintenance window opens between the renewal of a certificate and its end',
  source:
    'https://strimzi.io/docs/operators/latest/deploying.html#assembly-maintenance-time-windows-str: nothing is renewed outside of them, also what has ended',
  *check(draft) {
    for (const { cluster, certificates } of described(draft)) {
      const { maintenanceWindows, cluster: brokers, clients } = certificates;
      if (maintenanceWindows.length === 0 || !maintenanceWindows.every(isWindow)) continue;
      const users = userLifetime(certificates, draft.environment.profile);
      const others = strimziSettings(cluster).signer === 'operator' ? [clients, ...(users ? [users] : [])] : [];
      const shortest = Math.min(...[brokers, ...others].map(({ renewBefore }) => renewBefore));
      const wait = longestWait(maintenanceWindows, draft.today);
      // A day that is not over when the renewal falls due, and the day of the end.
      if (shortest === 0 || wait * day < shortest) continue;
      yield at(cluster, 'certificates', 'maintenanceWindows')
        .problem(
          Number.isFinite(wait)
            ? `up to ${wait} days pass until one opens, and what is renewed ${formatDuration(shortest)} before its end would have ended`
            : 'none opens for good, and certificates would end',
        )
        .fix(
          Number.isFinite(wait)
            ? `add one that opens more often, such as '* * 1-3 ? * SUN', or write renewBefore: '${wait + 1}d' or more`
            : "write '* * 1-3 ? * SUN' for Sundays from one to four o'clock in UTC",
        );
    }
  },
};

/** What Strimzi has no part in, by who signs certificates of clients. */
const elsewhere: Readonly<Record<Signer, Readonly<Record<string, string>>>> = {
  operator: {},
  external: {
    clients: 'somebody else makes certificates of clients, and Strimzi none',
    users: 'somebody else makes certificates of clients, and Strimzi none',
  },
  vault: { clients: 'the authority of clients is Vault’s, whose lifetime is said there' },
};

export const ownIsRenewedByOwner: Rule = {
  code: 'KFK-X035',
  severity: 'error',
  title: 'What is said of an authority is done by whoever makes it',
  source: 'https://strimzi.io/docs/operators/latest/deploying.html#installing-your-own-ca-certificates-str',
  *check(draft) {
    for (const { cluster, certificates } of described(draft)) {
      for (const field of authorities)
        if (certificates[field].own && certificates[field].atEnd)
          yield at(cluster, 'certificates', field, 'atEnd')
            .problem('Strimzi renews no authority that is yours')
            .fix(`remove it, or own: before its end you put the next one into the Secrets of '${cluster.name}'`);
      const { signer, saysCertificates } = strimziSettings(cluster);
      for (const [field, whose] of Object.entries(elsewhere[signer]))
        if (saysCertificates.includes(field))
          yield at(cluster, 'certificates', field).problem(whose).fix('remove it, or clientCertificates');
    }
  },
};

export const certificateRules: readonly Rule[] = [
  lifetimesFit,
  usersAreShort,
  windowsAreLong,
  windowsOpen,
  windowsComeInTime,
  ownIsRenewedByOwner,
];
