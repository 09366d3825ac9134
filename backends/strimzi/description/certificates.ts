import { z } from 'zod';
import type { CertificateLife } from '../../../model/certificate-life';
import { daysIn, millisecondsOfDay } from '../../../model/days';
import { isAtLeast, type Profile } from '../../../model/profile';
import { type Duration, durationShape, parseDuration } from '../../../model/units';
import { amountOf } from './amount';

/** How long certificates last, and when the next ones are made. */
export interface LifetimeInput {
  /** From the day on which one is made: `365d`. */
  readonly lasts: Duration;
  /** How long before its end the next one is made: `30d`. */
  readonly renewBefore: Duration;
}

const atEnds = ['renew-certificate', 'replace-key'] as const;

/** Who signs, and for how long. */
export interface AuthorityInput {
  /** How long it lasts, and what it signs, where nothing else is said. Default: `365d`. */
  readonly lasts?: Duration;
  /** How long before its end the next one is made. Default: `30d`. */
  readonly renewBefore?: Duration;
  /** Whether it comes back at its end with the same key, or with another one. Default: Strimzi's `renew-certificate`. */
  readonly atEnd?: (typeof atEnds)[number];
  /** Whether it is yours: its certificate and its key are in Secrets that Strimzi reads, and you renew it. Default: false, Strimzi makes it. */
  readonly own?: boolean;
}

/** Authorities of a cluster, and how long it is until what they sign ends. */
export interface CertificatesInput {
  /** Signs what brokers show; its Secrets are `<cluster>-cluster-ca-cert` and `<cluster>-cluster-ca`. Default: Strimzi's own. */
  readonly cluster?: AuthorityInput;
  /** Signs what applications show; its Secrets are `<cluster>-clients-ca-cert` and `<cluster>-clients-ca`. Default: Strimzi's own. */
  readonly clients?: AuthorityInput;
  /** Certificates of applications, which no broker takes back before their end. Default: as long as the profile lets them; of Vault 30 days, renewed 16 before. */
  readonly users?: LifetimeInput;
  /** Certificates that cert-manager makes for listeners with an `issuer`. Default: cert-manager's 90 days, made anew after two thirds. */
  readonly listeners?: LifetimeInput;
  /** When brokers may restart for a new certificate, as cron expressions of Quartz in UTC: `* * 1-3 ? * SUN`. Default: at any time. */
  readonly maintenanceWindows?: readonly string[];
}

export const lifetimeShape = z.strictObject({
  lasts: durationShape,
  renewBefore: durationShape,
}) satisfies z.ZodType<LifetimeInput>;

export const authorityShape = z.strictObject({
  lasts: durationShape.optional(),
  renewBefore: durationShape.optional(),
  atEnd: z.enum(atEnds).optional(),
  own: z.boolean().optional(),
}) satisfies z.ZodType<AuthorityInput>;

export const certificatesShape = z.strictObject({
  cluster: authorityShape.optional(),
  clients: authorityShape.optional(),
  users: lifetimeShape.optional(),
  listeners: lifetimeShape.optional(),
  maintenanceWindows: z.array(z.string()).optional(),
}) satisfies z.ZodType<CertificatesInput>;

const day = millisecondsOfDay;

/** Who signs certificates of clients. */
export type Signer = 'operator' | 'external' | 'vault';

/** In milliseconds; 0 where it is no length of time, which a rule refuses. */
export interface Lifetime {
  readonly lasts: number;
  readonly renewBefore: number;
}

export interface CertificateAuthority extends Lifetime {
  readonly atEnd?: (typeof atEnds)[number];
  readonly own: boolean;
}

/** With every default decided but that of the profile. */
export interface Certificates {
  readonly cluster: CertificateAuthority;
  readonly clients: CertificateAuthority;
  readonly users?: Lifetime;
  readonly listeners?: Lifetime;
  readonly maintenanceWindows: readonly string[];
}

export const certificatesOf = (said: CertificatesInput = {}, signer: Signer = 'operator'): Certificates => ({
  cluster: authorityOf(said.cluster),
  clients: authorityOf(said.clients),
  users: usersOf(said, signer),
  listeners: said.listeners && lifetimeOf(said.listeners),
  maintenanceWindows: said.maintenanceWindows ?? [],
});

/**
 * Whoever asks Vault says how long, and where nobody has said otherwise its mounts give 32 days. One renewal that fails, or
 * that External Secrets leaves out, is made up by the next: https://github.com/external-secrets/external-secrets/issues/2812
 */
const usersOf = ({ users }: CertificatesInput, signer: Signer): Lifetime | undefined =>
  users ? lifetimeOf(users) : signer === 'vault' ? { lasts: 30 * day, renewBefore: 16 * day } : undefined;

const authorityOf = ({ lasts = '365d', renewBefore = '30d', atEnd, own = false }: AuthorityInput = {}) => ({
  ...lifetimeOf({ lasts, renewBefore }),
  atEnd,
  own,
});

const lifetimeOf = ({ lasts, renewBefore }: LifetimeInput): Lifetime => ({
  lasts: amountOf(parseDuration, lasts),
  renewBefore: amountOf(parseDuration, renewBefore),
});

/**
 * How long an application's certificate may last. Kafka asks nobody whether one was revoked: the end of a certificate is
 * all that ends what a stolen one can do. Where nothing is asked, an authority's own lifetime holds.
 */
export const longestUser: Readonly<Record<Profile, Lifetime>> = {
  baseline: { lasts: 365 * day, renewBefore: 30 * day },
  production: { lasts: 90 * day, renewBefore: 30 * day },
  regulated: { lasts: 30 * day, renewBefore: 10 * day },
};

/** Certificates of a cluster's applications. Absent: they last as what signs them does. */
export function userLifetime({ users }: Certificates, profile: Profile): Lifetime | undefined {
  return users ?? (isAtLeast(profile, 'production') ? longestUser[profile] : undefined);
}

/** As evidence tells them. */
export function certificateLives(certificates: Certificates, profile: Profile, signer: Signer): CertificateLife[] {
  const { cluster, clients, listeners } = certificates;
  const users = userLifetime(certificates, profile);
  const life = (
    of: string,
    { lasts, renewBefore }: Lifetime,
    by: CertificateLife['by'] = 'the kit',
  ): CertificateLife => ({
    of,
    days: daysIn(lasts),
    renewedBefore: daysIn(renewBefore),
    by,
  });
  return [
    life('the authority of brokers', cluster, cluster.own ? 'you' : 'the kit'),
    // Of an authority that is not here nobody knows how long it lasts.
    ...(signer === 'operator' ? [life('the authority of applications', clients, clients.own ? 'you' : 'the kit')] : []),
    ...(users && signer !== 'external' ? [life('applications', users, signer === 'vault' ? 'Vault' : 'the kit')] : []),
    ...(listeners ? [life('listeners with an issuer', listeners)] : []),
  ];
}
