import { createPrivateKey, webcrypto } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writePrivately } from '../secrets/private-file';

/** Loaded when a certificate is made, and not before: it costs a quarter of a second. */
const library = async () => {
  await import('reflect-metadata'); // which it wants to find
  return await import('@peculiar/x509');
};

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** Where a cluster's own certificate authority is. */
export interface Authority {
  readonly caFile: string;
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

/** Makes the authority, unless it is there; for ten years, longer than anybody keeps a local cluster. */
export async function ensureAuthority({ caFile, caKeyFile }: Authority, name: string): Promise<void> {
  if (existsSync(caFile)) return;
  const x509 = await library();
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    ...validity(3_650),
    name: new x509.Name([{ CN: [`${name} local authority`] }]),
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
    ],
  });
  writePrivately(caKeyFile, await keyText(keys.privateKey));
  writePrivately(caFile, certificate.toString('pem'));
}

/** A certificate and its key. One for hosts is for calling others, too: brokers do both. */
export async function issueCertificate(
  { caFile, caKeyFile }: Authority,
  { commonName, days, hosts = [] }: CertificateProps,
): Promise<IssuedCertificate> {
  const x509 = await library();
  const { clientAuth, serverAuth } = x509.ExtendedKeyUsage;
  const authority = new x509.X509Certificate(readFileSync(caFile, 'utf8'));
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.create({
    ...validity(days),
    subject: new x509.Name([{ CN: [commonName] }]),
    issuer: authority.subjectName,
    publicKey: keys.publicKey,
    signingKey: await signingKey(caKeyFile),
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension(hosts.length > 0 ? [serverAuth, clientAuth] : [clientAuth]),
      ...(hosts.length > 0 ? [new x509.SubjectAlternativeNameExtension(hosts.map(alternativeName))] : []),
    ],
  });
  return { certificate: `${certificate.toString('pem').trimEnd()}\n`, key: await keyText(keys.privateKey) };
}

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
  notAfter: new Date(Date.now() + days * 86_400_000),
});
