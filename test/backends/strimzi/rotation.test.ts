import { rotation } from '../../../backends/strimzi/description/rotation';
import type { Renewable } from '../../../model/rotation-facts';
import { on } from './reached';
import { vault } from './vault.cases';

const both = ['scram-sha-512', 'mtls'] as const;
type Settings = Parameters<typeof on>[0];

/** What somebody types to have something made anew. */
const commands = (of: Renewable, settings: Settings): string[] =>
  steps(of, settings).flatMap(({ command }) => command ?? []);

function steps(of: Renewable, settings: Settings) {
  const cluster = on({ authentication: both, ...settings }).clusters.get('main');
  if (!cluster) throw new Error('there is no cluster');
  return rotation.renewals[of]?.({ environment: 'test', cluster, application: 'shop', namespace: 'kafka' }) ?? [];
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
      // What the operator never takes out by itself.
      `kubectl edit secret main-${which}-ca-cert --namespace kafka`,
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

describe('an authority that is yours', () => {
  const whats = (settings: Settings) => steps('authority', settings).map(({ what }) => what);
  const positionOf = (text: RegExp, settings: Settings): number => whats(settings).findIndex((what) => text.test(what));

  test('of brokers is known to who connects before any broker shows it', () => {
    const order = [/raise strimzi.io\/ca-cert-generation/, /^now restart who connects/, /^let the operator look again/];
    const found = order.map((step) => positionOf(step, own));
    expect(found).toEqual([...found].sort((one, other) => one - other));
    expect(found).not.toContain(-1);
  });

  test('leaves in the end, when nobody shows what it signed', () => {
    expect(whats(own).at(-1)).toMatch(/^once each application was restarted .* take 'ca-<that day>.crt' out again/);
    expect(whats(own)).toContainEqual(expect.stringMatching(/^once every pod was rolled, take /));
    expect(whats({ clientCertificates: 'external' }).at(-1)).toMatch(/^once whoever signs has given each application/);
  });
});

describe('an authority that Vault signs by', () => {
  const byVault = { clientCertificates: { ...vault, mount: 'pki-kafka' } };

  test('is made by it before brokers are told, and signs once they are', () => {
    expect(commands('authority', byVault).filter((command) => command.startsWith('vault'))).toEqual([
      "vault write -field=certificate pki-kafka/root/rotate/internal issuer_name=NEXT common_name='Kafka clients' ttl=8760h > ca.crt",
      'vault write pki-kafka/config/issuers default=NEXT',
    ]);
    expect(commands('authority', byVault).at(-1)).toBe('kubectl edit secret main-clients-ca-cert --namespace kafka');
  });

  test('leaves once certificates of all applications are of the next, which takes as long as one waits to be renewed', () => {
    expect(steps('authority', byVault).at(-1)?.what).toMatch(/after 14d at the latest/);
    const lasts = { certificates: { users: { lasts: '36h', renewBefore: '24h' } } } as const;
    expect(steps('authority', { ...byVault, ...lasts }).at(-1)?.what).toMatch(/after 12h at the latest/);
    expect(steps('authority', { ...byVault, ...lasts }).map(({ what }) => what)).toContainEqual(
      expect.stringContaining('Begin more than 36h before the end'),
    );
  });

  test('is looked for in its namespace', () => {
    const there = { clientCertificates: { ...vault, namespace: 'teams/a' } };
    const typed = commands('authority', there).filter((command) => command.startsWith('vault'));
    expect(typed).toEqual([
      expect.stringContaining(' -namespace=teams/a '),
      expect.stringContaining(' -namespace=teams/a '),
    ]);
  });
});
