import {
  VaultCertificate,
  type VaultCertificateProps,
} from '../../../../constructs/kubernetes/external-secrets/vault-certificate';
import { manifestsOf } from '../../../support/chart';

const least: VaultCertificateProps = {
  metadata: { name: 'shop-certificate' },
  vault: {
    server: 'https://vault.example.com:8200',
    role: 'kafka-clients',
    login: { role: 'kafka', serviceAccount: 'main-vault' },
  },
  commonName: 'shop',
  ttlHours: 720,
  renewAfterHours: 336,
};
const made = (props: Partial<VaultCertificateProps> = {}) =>
  manifestsOf((chart) => new VaultCertificate(chart, 'it', { ...least, ...props }));
const vault = (more: Partial<VaultCertificateProps['vault']>) => made({ vault: { ...least.vault, ...more } });

test('is what asks Vault and a Secret of the same name that is fed by it', () => {
  expect(made().map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
    'VaultDynamicSecret shop-certificate',
    'ExternalSecret shop-certificate',
  ]);
});

test.each<readonly [string, Partial<VaultCertificateProps>]>([
  ['metadata', { metadata: { name: 'billing-certificate' } }],
  ['commonName', { commonName: 'billing' }],
  ['ttlHours', { ttlHours: 48 }],
  ['renewAfterHours', { renewAfterHours: 24 }],
  ['endsAt', { endsAt: '2026-11-26T00:00:00Z' }],
])('%s changes what is made', (_, props) => {
  expect(made(props)).not.toEqual(made());
});

test.each<readonly [keyof VaultCertificateProps['vault'], Partial<VaultCertificateProps['vault']>]>([
  ['server', { server: 'https://other.example.com' }],
  ['mount', { mount: 'pki-kafka' }],
  ['role', { role: 'others' }],
  ['login', { login: { role: 'kafka', serviceAccount: 'main-vault', mount: 'stage' } }],
  ['authority', { authority: 'vault-authority' }],
  ['vaultNamespace', { vaultNamespace: 'teams' }],
])('%s of Vault changes what is asked', (_, more) => {
  expect(vault(more)[0]).not.toEqual(made()[0]);
});

test('one that lasts shorter than it was asked for is not taken: the Secret keeps the one before', () => {
  // Thirty days but five minutes, in seconds.
  const refusing = expect.stringMatching(/2591700.*fail "Vault gives it less than 720h/);
  expect(made()[1]?.spec).toMatchObject({ target: { template: { data: { 'user.crt': refusing } } } });
});

test('an hour and a half is asked for, and waited for, as one', () => {
  const [asks, brings] = made({ ttlHours: 1.5, renewAfterHours: 0.5 });
  expect(asks?.spec).toMatchObject({ parameters: { ttl: '1.5h' } });
  expect(brings?.spec).toMatchObject({
    refreshInterval: '0.5h',
    target: { template: { data: { 'user.crt': expect.stringMatching(/ 5100\).*less than 1\.5h/) } } },
  });
});

test('one with an end is asked for up to that moment, once, and taken with no other', () => {
  const [asks, brings] = made({ endsAt: '2026-11-26T00:00:00Z' });
  expect(asks?.spec).toMatchObject({ parameters: { not_after: '2026-11-26T00:00:00Z' } });
  expect(asks?.spec).not.toHaveProperty('parameters.ttl');
  expect(brings?.spec).toMatchObject({
    refreshInterval: '0s',
    target: {
      template: { data: { 'user.crt': expect.stringMatching(/ne \(int64 \.expiration\) \(int64 1795651200\)/) } },
    },
  });
});
