/**
 * What Go's templates and Sprig, of which External Secrets' engine is made, make of the kit's templates. Neither External
 * Secrets nor Vault runs: values have the shape that Vault's reference gives the answer of `issue`.
 */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VaultCertificate } from '../../constructs/kubernetes/external-secrets/vault-certificate';
import { certificatesIn, issueCertificate, newAuthority } from '../../workflows/local/certificate-authority';
import { manifestsOf } from '../support/chart';
import { everyAccess } from '../support/every-access';
import type { Manifest } from '../support/manifests';
import { renderSecret } from '../support/secret-template';
import { synthesized } from '../support/synthesized';

jest.setTimeout(120_000);

const out = mkdtempSync(join(tmpdir(), 'kafka-kit-templates-'));
const hour = 3600;
let objects: readonly Manifest[];
let answer: Readonly<Record<string, string>>;
let authority: string;

/** The texts of a Secret that an ExternalSecret makes. */
function templateOf(name: string): Readonly<Record<string, string>> {
  const found = objects.find(({ kind, metadata }) => kind === 'ExternalSecret' && metadata.name === name);
  if (!found) throw new Error(`no ExternalSecret is called '${name}'`);
  return textsOf(found);
}

const textsOf = ({ spec }: Manifest): Readonly<Record<string, string>> =>
  (spec as { target: { template: { data: Readonly<Record<string, string>> } } }).target.template.data;

/** Seconds since 1970 in so many hours. */
const inHours = (hours: number): string => String(Math.floor(Date.now() / 1000) + hours * hour);

beforeAll(async () => {
  objects = (await synthesized(everyAccess, out)).objects;
  const files = { caFile: join(out, 'ca.crt'), caKeyFile: join(out, 'ca.key') };
  const made = await newAuthority('vault');
  authority = made.certificate;
  writeFileSync(files.caFile, made.certificate);
  writeFileSync(files.caKeyFile, made.key);
  const { certificate, key } = await issueCertificate(files, { commonName: 'notary', days: 3 });
  // Vault ends no value with a new line; a list comes as JSON, and a number as its digits.
  answer = {
    certificate: certificate.trimEnd(),
    private_key: key.trimEnd(),
    private_key_type: 'ec',
    issuing_ca: authority.trimEnd(),
    ca_chain: JSON.stringify([authority.trimEnd()]),
    expiration: inHours(72),
    serial_number: '39:dd:2e:90:b7:23:1f:8d',
  };
}, 120_000);

afterAll(() => rmSync(out, { recursive: true, force: true }));

describe('a certificate that Vault signs', () => {
  const rendered = (data: Readonly<Record<string, string>>) => renderSecret(templateOf('notary-certificate'), data);

  test('stands before whoever signed it, and its key is of the form that Kafka reads', () => {
    const { 'user.crt': chain = '', 'user.key': key = '' } = rendered(answer);
    const [first, ...signers] = certificatesIn(chain);
    const shown = new X509Certificate(first ?? '');
    expect(shown.subject).toBe('CN=notary');
    expect(signers).toEqual([authority]);
    expect(shown.checkIssued(new X509Certificate(signers[0] ?? ''))).toBe(true);
    expect(shown.checkPrivateKey(createPrivateKey(key))).toBe(true);
    expect(key).toMatch(/^-----BEGIN PRIVATE KEY-----/);
    expect(chain.replace(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g, '').trim()).toBe('');
  });

  test('stands alone where Vault lists nobody', () => {
    const { ca_chain: _, ...alone } = answer;
    expect(certificatesIn(rendered(alone)['user.crt'] ?? '')).toHaveLength(1);
  });

  test('is not taken where it lasts shorter than it was asked to, and the reason is told', () => {
    expect(() => rendered({ ...answer, expiration: inHours(48) })).toThrow('Vault gives it less than 72h');
  });

  test('is taken with the very end that was asked for, and with none before or after it', () => {
    const endsAt = '2026-11-26T00:00:00Z';
    const [, brought] = manifestsOf(
      (chart) =>
        new VaultCertificate(chart, 'fire', {
          metadata: { name: 'fire-certificate' },
          vault: {
            server: 'https://vault.example.com',
            role: 'kafka',
            login: { role: 'kafka', serviceAccount: 'vault' },
          },
          commonName: 'fire',
          ttlHours: 720,
          renewAfterHours: 336,
          endsAt,
        }),
    );
    if (!brought) throw new Error('nothing brings it');
    const ending = (moment: string) =>
      renderSecret(textsOf(brought), { ...answer, expiration: String(Date.parse(moment) / 1000) });
    expect(certificatesIn(ending(endsAt)['user.crt'] ?? '')).toHaveLength(2);
    for (const other of ['2026-11-25T23:59:59Z', '2026-12-22T00:00:00Z'])
      expect(() => ending(other)).toThrow('Vault ends it at another moment than 2026-11-26T00:00:00Z');
  });

  test('is not taken where an answer lacks the key', () => {
    const { private_key: _, ...keyless } = answer;
    expect(() => rendered(keyless)).toThrow('private_key');
  });
});

test('what is delivered beside it is the authority of brokers: all of Strimzi’s, and nothing else of its Secret', () => {
  const rendered = renderSecret(templateOf('notary-kafka'), {
    'user.crt': 'certificate',
    'user.key': 'key',
    'joined-0-ca.crt': 'new\n',
    'joined-0-ca-2026-12-31T00-00-00Z.crt': 'before\n',
    'joined-0-ca.p12': 'store',
    'joined-0-ca.password': 'word',
  });
  expect(rendered).toEqual({
    'bootstrap-servers': 'vaulted-kafka-bootstrap.every-access.svc:9094',
    'ca.crt': 'before\nnew\n',
    'user.crt': 'certificate',
    'user.key': 'key',
  });
});

test('of a listener with an issuer both authorities that it names are delivered as one file, and no part of them beside it', () => {
  const rendered = renderSecret(templateOf('billing-kafka'), {
    'user.crt': 'certificate',
    'user.key': 'key',
    'ca.crt-0': 'before\n',
    // A certificate may end without an end of line.
    'ca.crt-1': 'next',
  });
  expect(rendered).toMatchObject({ 'ca.crt': 'before\nnext\n', 'user.crt': 'certificate' });
  expect(Object.keys(rendered).filter((name) => name.startsWith('ca.'))).toEqual(['ca.crt']);
});
