import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { millisecondsOfDay } from '../../model/days';
import { writePrivately } from '../secrets/private-file';
import { type Authority, issueCertificate, signingAuthority } from './certificate-authority';

const renewBefore = 30 * millisecondsOfDay;

export interface ClientCertificate {
  /** PEM, the certificate and nothing else. */
  readonly certificateFile: string;
  /** PEM, PKCS #8, mode 600. */
  readonly keyFile: string;
}

/** Where a client's certificate is. */
export const clientCertificateIn = (folder: string): ClientCertificate => ({
  certificateFile: join(folder, 'certificate.pem'),
  keyFile: join(folder, 'key.pem'),
});

/** The day on which a client's certificate ends; undefined where there is none. */
export function certificateEnd(folder: string): string | undefined {
  try {
    const { validTo } = new X509Certificate(readFileSync(clientCertificateIn(folder).certificateFile));
    return new Date(validTo).toISOString().slice(0, 10);
  } catch {
    return undefined;
  }
}

/**
 * A client's certificate and key in a folder of its own; made anew when missing, another authority's than the one that
 * signs, or within 30 days of their end, or when `anew` says so.
 */
export async function ensureClientCertificate(
  authority: Authority,
  commonName: string,
  folder: string,
  { anew = false }: { readonly anew?: boolean } = {},
): Promise<ClientCertificate> {
  const files = clientCertificateIn(folder);
  if (!anew && isGood(files, commonName, authority)) return files;
  const { certificate, key } = await issueCertificate(authority, { commonName, days: 365 });
  writePrivately(files.keyFile, key);
  writePrivately(files.certificateFile, certificate);
  return files;
}

function isGood({ certificateFile, keyFile }: ClientCertificate, commonName: string, authority: Authority): boolean {
  try {
    const certificate = new X509Certificate(readFileSync(certificateFile));
    return (
      certificate.subject === `CN=${commonName}` &&
      Date.parse(certificate.validTo) > Date.now() + renewBefore &&
      certificate.verify(new X509Certificate(signingAuthority(authority)).publicKey) &&
      certificate.checkPrivateKey(createPrivateKey(readFileSync(keyFile)))
    );
  } catch {
    return false;
  }
}
