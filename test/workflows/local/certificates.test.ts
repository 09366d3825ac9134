import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Authority, ensureAuthority, issueCertificate } from '../../../workflows/local/certificate-authority';
import { ensureClientCertificate } from '../../../workflows/local/client-certificate';

let folder: string;
let authority: Authority;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kit-certificates-'));
  authority = { caFile: join(folder, 'ca.pem'), caKeyFile: join(folder, 'ca-key.pem') };
  await ensureAuthority(authority, 'local/main');
});
afterEach(() => rmSync(folder, { recursive: true }));

const issue = () => ensureClientCertificate(authority, 'order-service', join(folder, 'order-service'));
const read = (file: string) => new X509Certificate(readFileSync(file));

test('a client’s certificate names the application, fits its key, and is the authority’s', async () => {
  const { certificateFile, keyFile } = await issue();
  const certificate = read(certificateFile);
  expect(certificate.subject).toBe('CN=order-service');
  expect(certificate.ca).toBe(false);
  expect(certificate.subjectAltName).toBeUndefined();
  expect(certificate.checkIssued(read(authority.caFile))).toBe(true);
  expect(certificate.verify(read(authority.caFile).publicKey)).toBe(true);
  expect(certificate.checkPrivateKey(createPrivateKey(readFileSync(keyFile)))).toBe(true);
});

test('keys are for their owner only', async () => {
  const { keyFile } = await issue();
  for (const file of [keyFile, authority.caKeyFile]) expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'order-service')).mode & 0o777).toBe(0o700);
});

test('a good certificate stays, and so does the authority', async () => {
  const { certificateFile } = await issue();
  const [before, authorityBefore] = [certificateFile, authority.caFile].map((file) => readFileSync(file, 'utf8'));
  await ensureAuthority(authority, 'local/main');
  await issue();
  expect(readFileSync(certificateFile, 'utf8')).toBe(before);
  expect(readFileSync(authority.caFile, 'utf8')).toBe(authorityBefore);
});

test('a certificate near its end, of another name, or of another authority is replaced', async () => {
  const { certificateFile, keyFile } = await issue();
  const other = { caFile: join(folder, 'other.pem'), caKeyFile: join(folder, 'other-key.pem') };
  await ensureAuthority(other, 'local/other');
  const bad = [
    await issueCertificate(authority, { commonName: 'order-service', days: 29 }),
    await issueCertificate(authority, { commonName: 'payment-service', days: 365 }),
    await issueCertificate(other, { commonName: 'order-service', days: 365 }),
  ];
  for (const { certificate, key } of bad) {
    writeFileSync(certificateFile, certificate);
    writeFileSync(keyFile, key);
    await issue();
    expect(readFileSync(certificateFile, 'utf8')).not.toBe(certificate);
  }
});

test('a certificate whose key is lost is replaced', async () => {
  const { keyFile, certificateFile } = await issue();
  rmSync(keyFile);
  await issue();
  expect(read(certificateFile).checkPrivateKey(createPrivateKey(readFileSync(keyFile)))).toBe(true);
});

test('a broker’s certificate names its hosts and addresses', async () => {
  const { certificate } = await issueCertificate(authority, {
    commonName: 'kit_broker',
    days: 1,
    hosts: ['localhost', '127.0.0.1'],
  });
  expect(new X509Certificate(certificate).subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1');
});
