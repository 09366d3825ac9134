import { createPrivateKey, randomBytes, webcrypto, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { millisecondsOfDay } from '../../model/days';
import { writePrivately } from '../secrets/private-file';

/** Loaded when a certificate is made, and not before: it costs a quarter of a second. */
const library = async () => {
  await import('reflect-metadata'); // which it wants to find
  return await import('@peculiar/x509');
};

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** Where a cluster's own certificate authority is. */
export interface Authority {
  /** Every authority that is trusted: two while one takes the other's place. */
  readonly caFile: string;
  /** The key that signs; its certificate is in `caFile`. */
  readonly caKeyFile: string;
}

export interface CertificateProps {
  readonly commonName: string;
  readonly days: number;
  /** DNS names and IPv4 addresses that a server answers at. Default: none, a client. */
  readonly hosts?: readonly string[];
}

/** Both PEM. */
export interface IssuedCertificate {
  readonly certificate: string;
  /** PKCS #8. */
  readonly key: string;
}

/** Makes the authority, unless it is there. */
export async function ensureAuthority({ caFile, caKeyFile }: Authority, name: string): Promise<void> {
  if (existsSync(caFile)) return;
  const { certificate, key } = await newAuthority(name);
  writePrivately(caKeyFile, key);
  writePrivately(caFile, certificate);
}

/**
 * An authority for ten years, longer than anybody keeps a local cluster. Each has a name of its own: two of one name in
 * one bundle are told apart by some TLS libraries only when they have failed with the first.
 */
export async function newAuthority(name: string): Promise<IssuedCertificate> {
  const x509 = await library();
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    ...validity(3_650),
    name: new x509.Name([{ CN: [`${name} local authority ${randomBytes(4).toString('hex')}`] }]),
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
    ],
  });
  return { certificate: pemText(certificate.toString('pem')), key: await keyText(keys.privateKey) };
}

/** The certificates of a PEM file, one by one. */
export const certificatesIn = (pem: string): string[] =>
  (pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map(pemText);

/** The trusted authority whose key signs. @throws Error when the bundle lacks it */
export function signingAuthority({ caFile, caKeyFile }: Authority): string {
  const found = authorityOf(readFileSync(caKeyFile, 'utf8'), readFileSync(caFile, 'utf8'));
  if (!found) throw new Error(`${caFile} holds no certificate of the key ${caKeyFile}`);
  return found;
}

/** The certificate of a bundle that belongs to a key. */
export function authorityOf(key: string, bundle: string): string | undefined {
  const own = createPrivateKey(key);
  return certificatesIn(bundle).find((certificate) => new X509Certificate(certificate).checkPrivateKey(own));
}

/** A certificate and its key. One for hosts is for calling others, too: brokers do both. */
export async function issueCertificate(
  files: Authority,
  { commonName, days, hosts = [] }: CertificateProps,
): Promise<IssuedCertificate> {
  const x509 = await library();
  const { clientAuth, serverAuth } = x509.ExtendedKeyUsage;
  const authority = new x509.X509Certificate(signingAuthority(files));
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.create({
    ...validity(days),
    subject: new x509.Name([{ CN: [commonName] }]),
    issuer: authority.subjectName,
    publicKey: keys.publicKey,
    signingKey: await signingKey(files.caKeyFile),
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension(hosts.length > 0 ? [serverAuth, clientAuth] : [clientAuth]),
      ...(hosts.length > 0 ? [new x509.SubjectAlternativeNameExtension(hosts.map(alternativeName))] : []),
    ],
  });
  return { certificate: pemText(certificate.toString('pem')), key: await keyText(keys.privateKey) };
}

const pemText = (pem: string) => `${pem.trimEnd()}\n`;

const newKeys = () => webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);

function signingKey(file: string): Promise<webcrypto.CryptoKey> {
  const bytes = createPrivateKey(readFileSync(file)).export({ type: 'pkcs8', format: 'der' });
  return webcrypto.subtle.importKey('pkcs8', bytes, algorithm, false, ['sign']);
}

async function keyText(key: webcrypto.CryptoKey): Promise<string> {
  const bytes = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key));
  const text = createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' }).export({ type: 'pkcs8', format: 'pem' });
  return text.toString();
}

const alternativeName = (host: string) => ({ type: /^[\d.]+$/.test(host) ? 'ip' : 'dns', value: host }) as const;

/** From five minutes ago: a container's clock may be behind. */
const validity = (days: number) => ({
  notBefore: new Date(Date.now() - 300_000),
  notAfter: new Date(Date.now() + days * millisecondsOfDay),
});
