import { X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  authorityStage,
  isStageReached,
  renewBrokerCertificates,
  retireOldAuthority,
  signByNewAuthority,
  trustNewAuthority,
} from '../../../workflows/local/authority-rotation';
import {
  certificatesIn,
  ensureAuthority,
  issueCertificate,
  newAuthority,
  signingAuthority,
} from '../../../workflows/local/certificate-authority';
import { issueClientCertificate } from '../../../workflows/local/cluster';
import { clusterFolder } from '../../../workflows/local/cluster-folder';
import { brokerCertificate } from '../../../workflows/local/connection';
import type { LocalClusterSpec } from '../../../workflows/local/spec';

let folder: string;
let spec: LocalClusterSpec;
let cluster: ReturnType<typeof clusterFolder>;

/** A cluster that was started before, and does not run now: what is tested here is what files say. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kit-authorities-'));
  spec = { name: 'local/main', folder, cache: folder, version: '4.3.1', nodes: 1 };
  cluster = clusterFolder(folder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(cluster.identity, JSON.stringify({ clusterId: 'x', version: '4.3.1', nodes: 1 }));
  writeFileSync(cluster.ports, JSON.stringify([{ scram: 1, mtls: 2, broker: 3, controller: 4 }]));
  await ensureAuthority(cluster, spec.name);
  const { key, certificate } = await issueCertificate(cluster, brokerCertificate(1));
  writeFileSync(cluster.brokerKeystore, key + certificate);
});
afterEach(() => rmSync(folder, { recursive: true }));

const quietly = () => undefined;
const bundle = () => certificatesIn(readFileSync(cluster.caFile, 'utf8'));
const broker = () => new X509Certificate(certificatesIn(readFileSync(cluster.brokerKeystore, 'utf8'))[0] ?? '');
const isOf = (certificate: X509Certificate, authority = '') =>
  certificate.verify(new X509Certificate(authority).publicKey);
const client = async (options?: { anew: boolean }) => {
  const { certificateFile } = await issueClientCertificate(spec, 'till', join(folder, 'till'), options);
  return new X509Certificate(readFileSync(certificateFile));
};

test('the next authority is trusted before it signs, and the one before stays until nothing is signed by it', async () => {
  const [first] = bundle();
  const old = await client();
  expect(authorityStage(spec)).toBe('one');

  await trustNewAuthority(spec, quietly);
  const [, second] = bundle();
  expect([authorityStage(spec), bundle()]).toEqual(['trusted', [first, second]]);
  expect(isOf(broker(), first)).toBe(true);
  expect((await client()).serialNumber).toBe(old.serialNumber);

  await signByNewAuthority(spec, quietly);
  expect([authorityStage(spec), bundle()]).toEqual(['signs', [first, second]]);
  expect(isOf(broker(), second)).toBe(true);
  expect(isOf(await client(), second)).toBe(true);

  await retireOldAuthority(spec, quietly);
  expect([authorityStage(spec), bundle()]).toEqual(['one', [second]]);
  expect(isStageReached(spec)).toBe(true);
});

test('a stage that was reached already changes nothing, and none is left out', async () => {
  await expect(signByNewAuthority(spec, quietly)).rejects.toThrow("its authorities are at 'one'");
  await trustNewAuthority(spec, quietly);
  const trusted = bundle();
  await trustNewAuthority(spec, quietly);
  expect(bundle()).toEqual(trusted);
  await expect(retireOldAuthority(spec, quietly)).rejects.toThrow("its authorities are at 'trusted'");
  await signByNewAuthority(spec, quietly);
  const { serialNumber } = broker();
  await signByNewAuthority(spec, quietly);
  expect(broker().serialNumber).toBe(serialNumber);
  await expect(trustNewAuthority(spec, quietly)).rejects.toThrow("its authorities are at 'signs'");
});

test('a key whose authority was never trusted, as a kill leaves it, is made again', async () => {
  const { key } = await newAuthority('local/main');
  writeFileSync(cluster.nextCaKeyFile, key);
  expect(authorityStage(spec)).toBe('one');
  await trustNewAuthority(spec, quietly);
  expect(authorityStage(spec)).toBe('trusted');
  expect(readFileSync(cluster.nextCaKeyFile, 'utf8')).not.toBe(key);
  expect(statSync(cluster.nextCaKeyFile).mode & 0o777).toBe(0o600);
});

test('an authority that signs while brokers still show certificates of the other, as a kill leaves it, gets them theirs', async () => {
  await trustNewAuthority(spec, quietly);
  const [, second] = bundle();
  const { serialNumber } = broker();
  rmSync(cluster.caKeyFile);
  writeFileSync(cluster.caKeyFile, readFileSync(cluster.nextCaKeyFile));
  rmSync(cluster.nextCaKeyFile);
  expect([authorityStage(spec), isStageReached(spec)]).toEqual(['signs', false]);
  await signByNewAuthority(spec, quietly);
  expect(broker().serialNumber).not.toBe(serialNumber);
  expect(isOf(broker(), second)).toBe(true);
});

test('two authorities of one cluster have different names', async () => {
  await trustNewAuthority(spec, quietly);
  expect(new Set(bundle().map((pem) => new X509Certificate(pem).subject)).size).toBe(2);
});

test('brokers and clients get another certificate of the same authority when they are told to', async () => {
  const [before, clientBefore] = [broker(), await client()];
  await renewBrokerCertificates(spec, quietly);
  expect(broker().serialNumber).not.toBe(before.serialNumber);
  expect(isOf(broker(), signingAuthority(cluster))).toBe(true);
  expect((await client()).serialNumber).toBe(clientBefore.serialNumber);
  const anew = await client({ anew: true });
  expect([anew.serialNumber !== clientBefore.serialNumber, anew.subject]).toEqual([true, 'CN=till']);
});
