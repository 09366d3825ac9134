import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { javaClientProperties } from '../../render/java-client';
import { propertiesFile } from '../../render/properties-file';
import { writePrivately } from '../secrets/private-file';
import { type CertificateProps, ensureAuthority, issueCertificate } from './certificate-authority';
import { ensureClientCertificate } from './client-certificate';
import { type ClusterFolder, clusterFolder } from './cluster-folder';
import { jarsFolder } from './distribution';
import { type Identity, readIdentity } from './identity';
import { adminUser, brokerUser } from './server-properties';
import type { ClusterConnection, LocalClusterSpec } from './spec';

/** How the cluster is reached, whether it runs or not; undefined before its first start. */
export function connection(spec: LocalClusterSpec): ClusterConnection | undefined {
  const cluster = clusterFolder(spec.folder);
  const identity = readIdentity(cluster);
  if (!identity || !existsSync(cluster.adminClient)) return undefined;
  return {
    bootstrapServers: addresses(identity, 'scram'),
    mutualTlsBootstrapServers: addresses(identity, 'mtls'),
    ...(spec.tokens ? { tokenBootstrapServers: addresses(identity, 'oauth') } : {}),
    caFile: cluster.caFile,
    adminUsername: adminUser,
    adminPasswordFile: cluster.adminPassword,
    adminClientFile: cluster.adminClient,
    jars: jarsFolder(spec.cache),
    java: identity.java ?? 'java',
  };
}

/** Makes what is missing of authority, brokers' certificate, administrator's password, certificate and client file. */
export async function ensureCredentials(
  spec: LocalClusterSpec,
  cluster: ClusterFolder,
  identity: Identity,
): Promise<void> {
  if (!existsSync(cluster.brokerKeystore)) {
    await ensureAuthority(cluster, spec.name);
    const { key, certificate } = await issueCertificate(cluster, brokerCertificate(spec.nodes));
    writePrivately(cluster.brokerKeystore, key + certificate);
  }
  if (!existsSync(cluster.adminPassword)) writePrivately(cluster.adminPassword, randomBytes(32).toString('base64url'));
  await adminCertificate(cluster);
  const client = javaClientProperties(
    {
      bootstrapServers: addresses(identity, 'scram'),
      caFile: cluster.caFile,
      credential: {
        mechanism: 'SCRAM-SHA-512',
        username: adminUser,
        password: readFileSync(cluster.adminPassword, 'utf8'),
      },
    },
    { application: adminUser, produces: false },
  );
  writePrivately(cluster.adminClient, propertiesFile(client));
}

/** The administrator's certificate: the kit's own questions go through mTLS. */
export const adminCertificate = (cluster: ClusterFolder) =>
  ensureClientCertificate(cluster, adminUser, join(cluster.admin, 'certificate'));

/** What the brokers' certificate says, the same for all of them. */
export const brokerCertificate = (nodes: number): CertificateProps => ({
  commonName: brokerUser,
  hosts: brokerHosts(nodes),
  days: 3_650,
});

/** On this machine, and in a container's network, where nodes are called `kafka-1` and so on. */
const brokerHosts = (nodes: number) => [
  'localhost',
  '127.0.0.1',
  ...Array.from({ length: nodes }, (_, index) => `kafka-${index + 1}`),
];

const addresses = ({ ports }: Identity, listener: 'scram' | 'mtls' | 'oauth') =>
  ports.map((node) => `127.0.0.1:${node[listener]}`).join(',');
