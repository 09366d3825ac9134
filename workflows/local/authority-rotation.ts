import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { Failure, type Progress } from '../failure';
import { writePrivately } from '../secrets/private-file';
import { authorityOf, certificatesIn, issueCertificate, newAuthority, signingAuthority } from './certificate-authority';
import { type ClusterFolder, clusterFolder } from './cluster-folder';
import { alone } from './cluster-lock';
import { brokerCertificate } from './connection';
import { type Identity, readIdentity } from './identity';
import { areRolled, requireNoContainers, rollNodes } from './roll';
import type { LocalClusterSpec } from './spec';

/**
 * Where a cluster is on its way from one authority to the next, as its files say it:
 *
 * - `one` signs and is trusted.
 * - `trusted`: the next is trusted beside it, and signs nothing yet.
 * - `signs`: the next signs, and the one before is still trusted.
 */
export type AuthorityStage = 'one' | 'trusted' | 'signs';

export function authorityStage(spec: LocalClusterSpec): AuthorityStage {
  const cluster = foundFolder(spec);
  if (nextAuthority(cluster)) return 'trusted';
  return certificatesIn(readFileSync(cluster.caFile, 'utf8')).length > 1 ? 'signs' : 'one';
}

/** Whether a stage is behind every node: an interrupted call leaves nodes that have not read its files. */
export function isStageReached(spec: LocalClusterSpec): boolean {
  const cluster = foundFolder(spec);
  const identity = identityOf(spec, cluster);
  return isBrokerSignedByOwn(cluster) && areRolled(cluster, identity, [cluster.caFile, cluster.brokerKeystore]);
}

/** First: a new authority, which brokers trust beside the one that signs. Clients that restart after it trust both. */
export const trustNewAuthority = (spec: LocalClusterSpec, progress: Progress): Promise<void> =>
  inStage(spec, progress, ['one', 'trusted'], async (cluster) => {
    if (nextAuthority(cluster)) return;
    const { certificate, key } = await newAuthority(spec.name);
    // In this order: a key whose certificate is in no bundle was never trusted, and is made again.
    writePrivately(cluster.nextCaKeyFile, key);
    writePrivately(cluster.caFile, signingAuthority(cluster) + certificate);
  });

/** Then: it signs, the brokers' certificate first. Clients get certificates of it, and those before are still taken. */
export const signByNewAuthority = (spec: LocalClusterSpec, progress: Progress): Promise<void> =>
  inStage(spec, progress, ['trusted', 'signs'], async (cluster, identity) => {
    // One change of one name: there is no moment in which a key signs that nobody trusts.
    if (nextAuthority(cluster)) renameSync(cluster.nextCaKeyFile, cluster.caKeyFile);
    if (!isBrokerSignedByOwn(cluster)) await writeBrokerCertificate(cluster, identity);
  });

/** Last: the one before is trusted no longer. Whoever has a certificate of it is refused from then on. */
export const retireOldAuthority = (spec: LocalClusterSpec, progress: Progress): Promise<void> =>
  inStage(spec, progress, ['signs', 'one'], async (cluster, identity) => {
    const own = signingAuthority(cluster);
    if (readFileSync(cluster.caFile, 'utf8') === own) return;
    if (!areRolled(cluster, identity, [cluster.brokerKeystore]))
      throw new Failure(`${spec.name}: some nodes still show certificates of the authority that is to leave`, {
        fix: 'let the new one sign first, on every node',
      });
    writePrivately(cluster.caFile, own);
  });

/** A new key and certificate of the brokers, by the authority that signs. An interrupted call is gone on with: no second one is made. */
export const renewBrokerCertificates = (spec: LocalClusterSpec, progress: Progress): Promise<void> =>
  inStage(spec, progress, ['one', 'trusted', 'signs'], async (cluster, identity) => {
    if (areRolled(cluster, identity, [cluster.caFile, cluster.brokerKeystore]))
      await writeBrokerCertificate(cluster, identity);
  });

async function inStage(
  spec: LocalClusterSpec,
  progress: Progress,
  stages: readonly AuthorityStage[],
  change: (cluster: ClusterFolder, identity: Identity) => Promise<void>,
): Promise<void> {
  requireNoContainers(spec);
  await alone(spec, progress, async (signal) => {
    const cluster = foundFolder(spec);
    const stage = authorityStage(spec);
    if (!stages.includes(stage))
      throw new Failure(`${spec.name}: its authorities are at '${stage}'`, { fix: `this follows '${stages[0]}'` });
    await change(cluster, identityOf(spec, cluster));
    await rollNodes(spec, { files: [cluster.caFile, cluster.brokerKeystore], progress, signal });
  });
}

async function writeBrokerCertificate(cluster: ClusterFolder, { ports }: Identity): Promise<void> {
  const { key, certificate } = await issueCertificate(cluster, brokerCertificate(ports.length));
  writePrivately(cluster.brokerKeystore, key + certificate);
}

/** The authority that is trusted and does not sign yet. */
function nextAuthority({ nextCaKeyFile, caFile }: ClusterFolder): string | undefined {
  if (!existsSync(nextCaKeyFile)) return undefined;
  return authorityOf(readFileSync(nextCaKeyFile, 'utf8'), readFileSync(caFile, 'utf8'));
}

const brokerCertificateOf = ({ brokerKeystore }: ClusterFolder) =>
  new X509Certificate(certificatesIn(readFileSync(brokerKeystore, 'utf8'))[0] ?? '');

const isBrokerSignedByOwn = (cluster: ClusterFolder): boolean =>
  brokerCertificateOf(cluster).verify(new X509Certificate(signingAuthority(cluster)).publicKey);

function foundFolder(spec: LocalClusterSpec): ClusterFolder {
  const cluster = clusterFolder(spec.folder);
  if (!existsSync(cluster.caFile))
    throw new Failure(`${spec.name} has no certificate authority yet`, { fix: 'start the cluster first: up' });
  return cluster;
}

function identityOf(spec: LocalClusterSpec, cluster: ClusterFolder): Identity {
  const identity = readIdentity(cluster);
  if (!identity) throw new Failure(`${spec.name} was never started`, { fix: 'start the cluster first: up' });
  return identity;
}
