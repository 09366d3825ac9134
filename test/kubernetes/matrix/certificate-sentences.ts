import type { Refusal } from '../../support/matrix/refusals';
import { features } from './features';
import { saidOf } from './free';

const keystores = 'platform.applications.shop.keystores';
const vaults = ['vault', 'vaultInDepth', 'vaultInClear'];

/** Listeners that are signed for by an issuer of their own. */
export const issued = ['clusterIp', 'issuedByTwo', 'keysHandedOut'];

/** What brings, or makes, certificates without PKCS12. */
const withoutPkcs12: readonly Refusal['when'][] = [
  { connections: 'accessOperator' },
  { 'clusters.main.issuer': '="company"' },
  { reach: issued },
  { reach: ['mtls', 'both'], clientCertificates: ['external', ...vaults] },
];

/** What is refused of certificates, and why. */
export const certificateSentences: readonly Refusal[] = [
  {
    when: { reach: 'mtls', clientCertificates: 'external' },
    code: 'KFK-K444',
    because: 'the kit’s own programs have no certificate where the User Operator makes none',
  },
  {
    when: {
      reach: 'mtls',
      clientCertificates: 'external',
      scaling: ['unsaid', 'most', 'abovePartitions', 'fewestAboveMost'],
    },
    code: 'KFK-K466',
    because: 'KEDA asks as the application, whose certificate the kit does not have',
  },
  {
    when: {
      clientCertificates: vaults,
      reach: Object.keys(features.reach ?? {}).filter(
        (level) => !['mtls', 'both', 'internal', 'twoOnOnePort'].includes(level),
      ),
    },
    code: 'KFK-X092',
    because: 'nobody is let in by a certificate, and Vault signs nothing else',
  },
  {
    when: { clientCertificates: vaults, reach: ['mtls', 'both'], connections: 'accessOperator' },
    code: 'KFK-X093',
    because: 'Access Operator: it reads the Secret of a KafkaUser’s status, and tls-external has none',
  },
  {
    when: { reach: 'mtls', clientCertificates: ['operator', ...vaults], 'secrets.lasts': '="90d"' },
    code: 'KFK-X048',
    because: 'who made the certificates renews them, and nobody holds anything else',
  },
  {
    when: { clientCertificates: 'vaultInClear' },
    code: 'KFK-X091',
    because: 'keys travel from Vault, and tokens to it',
  },
  { when: { certificates: 'endsFirst' }, code: 'KFK-X030', because: 'Strimzi: renewalDays is less than validityDays' },
  { when: { certificates: 'unixCron' }, code: 'KFK-X034', because: 'Quartz: six fields, seconds first' },
  { when: { certificates: 'renewedByNobody' }, code: 'KFK-X035', because: 'Strimzi renews what it has made' },
  {
    when: { certificates: ['ofClients', 'own'], clientCertificates: 'external' },
    code: 'KFK-X035',
    because: 'Strimzi: the validity of tls-external is somebody else’s',
  },
  {
    when: { certificates: ['ofClients', 'own'], clientCertificates: vaults },
    code: 'KFK-X035',
    because: 'the authority of clients is Vault’s',
  },
  ...withoutPkcs12.map((when) => ({
    when: { ...when, [keystores]: saidOf(keystores, '"pkcs12"') },
    code: 'KFK-X037',
    because: 'Strimzi makes PKCS12 of its own certificates, and the Access Operator reads none',
  })),
];
