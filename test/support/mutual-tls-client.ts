import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ClusterConnection, issueClientCertificate, type LocalClusterSpec } from '../../workflows/local/cluster';

/** A client of the mTLS listener, as Java programs see it: the file of its properties, in a folder of its own. */
export async function mutualTlsClient(
  folder: string,
  application: string,
  of: { readonly spec: LocalClusterSpec; readonly cluster: ClusterConnection },
): Promise<string> {
  const own = join(folder, application);
  const { certificateFile, keyFile } = await issueClientCertificate(of.spec, application, own);
  writeFileSync(join(own, 'client.pem'), readFileSync(keyFile, 'utf8') + readFileSync(certificateFile, 'utf8'));
  const properties = {
    'security.protocol': 'SSL',
    'ssl.truststore.type': 'PEM',
    'ssl.truststore.location': of.cluster.caFile,
    'ssl.keystore.type': 'PEM',
    'ssl.keystore.location': join(own, 'client.pem'),
  };
  const file = join(own, 'client.properties');
  const lines = Object.entries(properties).map(([key, value]) => `${key}=${value}\n`);
  writeFileSync(file, lines.join(''));
  return file;
}
