/**
 * Whatever lets somebody do what no row of the description asks for is refused, in each back end's words; and what the kit
 * itself grants is not. AWS and Azure are configuration (`cdk.tf.json`), not plans: their providers are not asked.
 */
import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import type { Resolved } from '../../model/resolved';
import { namespace as azureNamespace, privateDnsZone } from '../backends/event-hubs/namespace';
import { mskCluster } from '../backends/msk/cluster';
import { changed } from '../support/change';
import { compileDescription, small } from '../support/describe';
import { everyAccess } from '../support/every-access';
import { objectsIn } from '../support/manifests';
import { tokenServer } from '../support/token-server';
import { type Judged, judged } from './judged';
import { committed, spoiltFile } from './spoilt';

jest.setTimeout(600_000);

const made = new Map<string, Promise<Judged>>();
function judgedOnce(name: string, resolvedOf: () => Resolved): Promise<Judged> {
  const known = made.get(name) ?? judged(resolvedOf());
  made.set(name, known);
  return known;
}
const grantsOf = ({ denied }: { readonly denied: readonly string[] }) =>
  denied.filter((line) => line.startsWith('KFK-X077'));

const billing = 'platform.applications.billing';
const described = (changes: Readonly<Record<string, unknown>>, rotated?: string): Resolved => {
  const { resolved, problems } = compileDescription(changed<unknown>(small, changes), {
    rotations: rotated
      ? { applications: { [rotated]: { version: 2, since: '2026-11-01', second: true, overlap: 'introduced' } } }
      : undefined,
  } as Parameters<typeof compileDescription>[1]);
  if (!resolved) throw new Error(JSON.stringify(problems, null, 1));
  return resolved;
};
const operators = { oncall: { owner: 'orders', role: 'admin' }, looks: { owner: 'orders', role: 'read-only' } };
const denies = [{ group: 'other', operations: ['All'] }];

const deniedOnKubernetes = () =>
  described({
    kubernetes: {},
    'clusters.main': { backend: 'strimzi' },
    operators,
    'operators.oncall.namespace': 'kafka-operators',
    'operators.looks.namespace': 'kafka-operators',
    [`${billing}.denies`]: denies,
  });

describe('what a description asks for is let pass', () => {
  const tokens = {
    scram: { port: 9093, authentication: 'scram-sha-512' },
    tokens: {
      port: 9101,
      authentication: 'oauth',
      oauth: {
        ...tokenServer,
      },
    },
  };
  test.each<[what: string, resolved: () => Resolved]>([
    ['every way to prove who one is, on Kubernetes', () => everyAccess],
    [
      'an application that a token calls otherwise',
      () =>
        described({
          kubernetes: {},
          'clusters.main': { backend: 'strimzi', listeners: tokens },
          'platform.applications.billing.oauth': { clientId: '5c0ffee0-0000-4000-8000-000000000001' },
          'platform.applications.shop.oauth': { clientId: '5c0ffee0-0000-4000-8000-000000000002' },
        }),
    ],
    [
      'one whose certificate is called otherwise',
      () =>
        described({
          'clusters.main': {
            backend: 'kafka',
            authentication: ['mtls'],
            certificateUsers: 'CN={name},OU=orders,O=Example',
          },
        }),
    ],
    ['operators, and what is denied to an application', () => described({ operators, [`${billing}.denies`]: denies })],
    ['the same on Kubernetes', deniedOnKubernetes],
    ['one that has two users while its password is rotated', () => described({}, 'billing')],
    ['policies of IAM', () => described({ 'clusters.main': mskCluster, [`${billing}.denies`]: denies })],
    [
      'users of MSK who have certificates and passwords, and its brokers',
      () =>
        described({
          'clusters.main': { ...mskCluster, authentication: ['scram-sha-512', 'iam'] },
          [`${billing}.authentication`]: 'iam',
        }),
    ],
    ['roles of Azure', () => described({ 'clusters.main': { ...azureNamespace, privateDnsZone } })],
    [
      'keys of hubs',
      () =>
        described({
          'clusters.main': { ...azureNamespace, privateDnsZone, authentication: ['sas'] },
          'secrets.vault': 'kit-vault',
          accepts: { sas: { reason: 'programs that know nothing else', owner: 'orders', until: '2027-05-31' } },
          // A key is of one hub.
          'platform.applications.billing.consumes[orders.created]': {},
        }),
    ],
  ])('%s', async (what, resolvedOf) => {
    const { files, test: tested } = await judgedOnce(what, resolvedOf);
    expect(files.length).toBeGreaterThan(0);
    expect(grantsOf(tested())).toEqual([]);
  });
});

describe('a KafkaUser', () => {
  const user = (name: string, acls: readonly object[], type = 'scram-sha-512') => ({
    apiVersion: 'kafka.strimzi.io/v1',
    kind: 'KafkaUser',
    metadata: { name, labels: { 'strimzi.io/cluster': 'main' } },
    spec: { authentication: { type }, authorization: { type: 'simple', acls } },
  });
  const orders = { type: 'topic', name: 'orders', patternType: 'prefix' };
  const created = { type: 'topic', name: 'orders.created' };

  test.each<[what: string, object: object]>([
    ['that nobody described', user('mallory', [{ operations: ['Write', 'Delete', 'Alter'], resource: orders }])],
    ['that may rewrite every ACL', user('mallory', [{ operations: ['Alter'], resource: { type: 'cluster' } }])],
    ['that writes what it reads', user('payment-service', [{ operations: ['Write'], resource: created }])],
    ['whose prefix is longer than its name', user('order-service', [{ operations: ['Write'], resource: orders }])],
    ['of another kind', user('order-service', [{ operations: ['Write'], resource: created }], 'tls')],
    [
      'of another cluster',
      changed(user('order-service', [{ operations: ['Write'], resource: created }]), {
        'metadata.labels[strimzi.io/cluster]': 'elsewhere',
      }),
    ],
    [
      'that is a metric exporter and reads',
      user('main-lag-exporter', [{ operations: ['Read'], resource: { type: 'topic', name: '*' } }]),
    ],
  ])('%s is refused', async (_, object) => {
    const { test: tested } = await judgedOnce('dev', () => committed('dev'));
    const right = user('order-service', [{ operations: ['Write', 'Describe'], resource: created }]);
    expect(grantsOf(tested(spoiltFile(stringify(right), 'yaml')))).toEqual([]);
    expect(grantsOf(tested(spoiltFile(stringify(object), 'yaml')))).not.toEqual([]);
  });

  test('from which a denial was taken is refused', async () => {
    const { files, test: tested } = await judgedOnce('the same on Kubernetes', deniedOnKubernetes);
    const found = files
      .flatMap((path) => (path.endsWith('.yaml') ? objectsIn(readFileSync(path, 'utf8')) : []))
      .find(({ kind, metadata }) => kind === 'KafkaUser' && metadata.name === 'billing');
    const { acls } = (found as unknown as { spec: { authorization: { acls: { type: string }[] } } }).spec.authorization;
    expect(grantsOf(tested(spoiltFile(stringify(found), 'yaml')))).toEqual([]);
    const without = changed(found as object, {
      'spec.authorization.acls': acls.filter(({ type }) => type === 'allow'),
    });
    expect(grantsOf(tested(spoiltFile(stringify(without), 'yaml')))).toEqual([
      expect.stringContaining("'User:billing' is not denied to All the group 'other', as it is described"),
    ]);
    // A denial is no wish for the opposite.
    const allowed = changed(found as object, {
      'spec.authorization.acls': acls.map((acl) => ({ ...acl, type: 'allow' })),
    });
    expect(grantsOf(tested(spoiltFile(stringify(allowed), 'yaml')))).toContainEqual(
      expect.stringContaining("it lets 'User:billing' All the group 'other'"),
    );
  });
});
