import { rotation } from '../../../backends/strimzi/description/rotation';
import type { Renewable } from '../../../model/rotation-facts';
import { on } from './reached';

const both = ['scram-sha-512', 'mtls'] as const;
type Settings = Parameters<typeof on>[0];

/** What somebody types to have something made anew. */
function commands(of: Renewable, settings: Settings): string[] {
  const cluster = on({ authentication: both, ...settings }).clusters.get('main');
  if (!cluster) throw new Error('there is no cluster');
  const renewals = rotation.renewals[of]?.({ environment: 'test', cluster, application: 'shop', namespace: 'kafka' });
  return (renewals ?? []).flatMap(({ command }) => command ?? []);
}
const own = { certificates: { cluster: { own: true }, clients: { own: true } } };

test('Strimzi makes its own authorities and what they sign anew by annotations', () => {
  expect(commands('authority', {})).toEqual([
    'kubectl annotate secret main-cluster-ca strimzi.io/force-replace=true --namespace kafka',
    'kubectl annotate secret main-clients-ca strimzi.io/force-replace=true --namespace kafka',
  ]);
  expect(commands('broker-certificates', {})).toEqual([
    'kubectl annotate secret main-cluster-ca-cert strimzi.io/force-renew=true --namespace kafka',
  ]);
});

test('an application’s certificate is made anew while its Secret stays', () => {
  expect(commands('certificate', {})).toEqual([
    'kubectl annotate secret shop strimzi.io/force-renew=true --namespace kafka',
  ]);
});

test('of an authority that is yours Strimzi reads no such annotation: both Secrets change while it does not look', () => {
  expect(commands('authority', own)).toEqual(
    ['cluster', 'clients'].flatMap((which) => [
      'kubectl annotate kafka main strimzi.io/pause-reconciliation=true --overwrite --namespace kafka',
      `kubectl edit secret main-${which}-ca-cert --namespace kafka`,
      `kubectl edit secret main-${which}-ca --namespace kafka`,
      'kubectl annotate kafka main strimzi.io/pause-reconciliation- --namespace kafka',
    ]),
  );
  expect(commands('broker-certificates', own)).toEqual(['kubectl edit secret main-cluster-ca-cert --namespace kafka']);
});

test('where somebody else signs for clients, nothing of Strimzi is annotated or deleted', () => {
  const external = { clientCertificates: 'external' } as const;
  expect(commands('certificate', external)).toEqual([]);
  expect(commands('authority', external).join('\n')).not.toMatch(/clients-ca( |$)/m);
  expect(commands('authority', external)).toContain('kubectl edit secret main-clients-ca-cert --namespace kafka');
});
