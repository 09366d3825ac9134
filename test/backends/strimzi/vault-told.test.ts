/** What people are told of certificates that Vault signs: by explain, by plans of rotations and by the evidence. */
import { rotation } from '../../../backends/strimzi/description/rotation';
import type { Renewable } from '../../../model/rotation-facts';
import { consumersOfCredential } from '../../../model/secret-consumers';
import { clusterEvidence } from '../../../workflows/evidence/clusters';
import { explanationOf } from '../../../workflows/explain/explanation';
import { on, two } from './reached';
import { vault } from './vault.cases';

const byCertificate = { 'platform.applications.billing.authentication': 'mtls' };
const signed = on({ ...two, clientCertificates: vault }, byCertificate);
const main = signed.clusters.get('main');

function renewals(of: Renewable) {
  if (!main) throw new Error('there is no cluster');
  return rotation.renewals[of]?.({ environment: 'test', cluster: main, application: 'billing', namespace: 'kafka' });
}

test('explain says who makes it, where it is and who reads it', () => {
  const explained = explanationOf(signed, 'billing');
  expect(explained).toMatchObject({
    credential: "certificate 'billing-certificate' in the store kubernetes, version 1",
    'credential made by':
      'Vault signs it (https://vault.example.com:8200, pki/issue/kafka-clients), External Secrets asks it to, anew every 14d',
  });
  expect(String(explained?.['credential read by'])).toContain('secret.reloader.stakater.com/reload: billing-kafka');
});

test('of a certificate that the User Operator makes, that is said', () => {
  expect(explanationOf(on(two, byCertificate), 'billing')).toMatchObject({
    credential: "certificate 'billing' in the store kubernetes, version 1",
    'credential made by': 'the User Operator signs it, and renews it',
  });
});

test('what the kit runs reads it from the Secret that Vault’s is in', () => {
  const bridges = { web: { owner: 'orders', produces: { 'orders.created': {} } } };
  const read = consumersOfCredential('web', on({ authentication: ['mtls'], clientCertificates: vault }, { bridges }));
  expect(read.map(({ kind, reads }) => `${kind}: ${reads}`)).toEqual(["bridge: the Secret 'web-certificate'"]);
});

test('a password is nobody’s to sign', () => {
  expect(explanationOf(signed, 'shop')).not.toHaveProperty('credential made by');
});

test('a plan says when it is made anew, that who presents it restarts, and how to have it at once', () => {
  const [byItself, atOnce, ...others] = renewals('certificate') ?? [];
  expect(byItself?.by).toBe('vendor');
  expect(byItself?.what).toMatch(/anew every 14d.*restart it, or let Reloader, before the end of the one before/);
  expect(atOnce?.command).toBe(
    'kubectl annotate externalsecret billing-certificate force-sync=$(date +%s) --overwrite --namespace kafka',
  );
  expect(others).toEqual([]);
});

test('Vault signs by its next issuer once brokers trust it, and not before', () => {
  const ofClients = (renewals('authority') ?? []).map(({ command }) => command);
  const trusted = ofClients.indexOf('kubectl annotate kafka main strimzi.io/pause-reconciliation- --namespace kafka');
  expect(ofClients).toContain('kubectl edit secret main-clients-ca-cert --namespace kafka');
  expect(ofClients.join('\n')).not.toMatch(/main-clients-ca( |$)/m);
  expect(trusted).toBeGreaterThan(0);
  expect(ofClients.slice(trusted + 1)).toEqual([
    'vault write pki/config/issuers default=NEXT',
    // Nobody else takes the one before out of it.
    'kubectl edit secret main-clients-ca-cert --namespace kafka',
  ]);
});

test('the evidence lists how long they last and by whom, and no authority that is not here', () => {
  const lives = clusterEvidence(signed).flatMap(({ certificates }) => certificates);
  expect(lives).toContainEqual({ of: 'applications', days: 30, renewedBefore: 16, by: 'Vault' });
  expect(lives.map(({ of }) => of)).not.toContain('the authority of applications');
  const external = clusterEvidence(on({ ...two, clientCertificates: 'external' }, { profile: 'baseline' }));
  expect(external.flatMap(({ certificates }) => certificates.map(({ of }) => of))).toEqual([
    'the authority of brokers',
  ]);
});
