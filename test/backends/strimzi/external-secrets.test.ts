import { ApiObject } from 'cdk8s';
import { kubernetesApp } from '../../../charts/kubernetes-app';
import type { Resolved } from '../../../model/resolved';
import { everyAccess } from '../../support/every-access';
import { everyOption } from '../../support/every-option';
import { type Changes, on, type Read, two } from './reached';
import { vault } from './vault.cases';

const objectsOf = (resolved: Resolved): Read[] =>
  kubernetesApp(resolved, { folder: 'unused' })
    .node.findAll()
    .filter(ApiObject.isApiObject)
    .map((object) => object.toJson());

/** The rule of each cluster that has one. */
const rulesOf = (objects: readonly Read[]): Read[] =>
  objects
    .filter(({ kind }) => kind === 'PrometheusRule')
    .flatMap(({ spec }) => spec.groups.flatMap(({ rules }: Read) => rules))
    .filter(({ alert }) => alert === 'KafkaSecretNotSynced');

/** What a rule asks of a label of a series. */
const asked = ({ expr }: Read, metric: string, label: string): string[] =>
  [...expr.matchAll(new RegExp(`${metric}[{][^}]*?\\b${label}=~"([^"]*)"`, 'g'))].flatMap(([, names = '']) =>
    names.replaceAll('\\\\', '').split('|'),
  );

const metrics = { ExternalSecret: 'externalsecret_status_condition', PushSecret: 'pushsecret_status_condition' };

const stored = (more: Changes = {}) =>
  on(two, { 'kubernetes.secretStore': 'company', secrets: { store: 'vault' }, ...more });
const signed = (users?: object, more: Changes = {}) =>
  on({ ...two, clientCertificates: vault, certificates: { users } } as never, {
    'platform.applications.billing.authentication': 'mtls',
    ...more,
  });

test.each<[string, Resolved, readonly string[]]>([
  ['an environment with every way to a credential', everyAccess, ['ExternalSecret', 'PushSecret']],
  ['a description with every option', everyOption, ['ExternalSecret']],
  ['passwords that somebody else makes in a store', stored({ 'secrets.generated': false }), ['ExternalSecret']],
  ['applications with two users each', stored({ 'secrets.users': 'two' }), ['ExternalSecret', 'PushSecret']],
  ['certificates of Vault', signed(), ['ExternalSecret']],
])('of %s each object is asked after, and nothing that is not there', (_, resolved, expected) => {
  const objects = objectsOf(resolved);
  const rules = rulesOf(objects);
  for (const [kind, metric] of Object.entries(metrics)) {
    const placed = objects.filter((object) => object.kind === kind);
    const names = rules.flatMap((rule) => asked(rule, metric, 'name'));
    const namespaces = rules.flatMap((rule) => asked(rule, metric, 'namespace'));
    expect([...new Set(names)].sort()).toEqual([...new Set(placed.map(({ metadata }) => metadata.name))].sort());
    for (const { metadata } of placed) expect(namespaces).toContain(metadata.namespace);
    expect(placed.length > 0).toBe(expected.includes(kind));
  }
});

test('where the Access Operator brings connections and operators make credentials nobody is asked', () => {
  expect(rulesOf(objectsOf(on({ connections: 'access-operator' })))).toEqual([]);
});

test.each([
  [{ lasts: '30d', renewBefore: '16d' }, '1h'],
  [{ lasts: '12h', renewBefore: '4h' }, '1h'],
  [{ lasts: '6h', renewBefore: '3h' }, '45m'],
  [{ lasts: '2h', renewBefore: '1h' }, '15m'],
])('people are told long before a certificate of Vault ends: of %j after %s', (users, after) => {
  expect(rulesOf(objectsOf(signed(users))).map((rule) => rule.for)).toEqual([after]);
});

test('how long others’ certificates last says nothing of what External Secrets brings', () => {
  const resolved = on({ certificates: { users: { lasts: '20d', renewBefore: '10d' } } });
  expect(rulesOf(objectsOf(resolved)).map((rule) => rule.for)).toEqual(['1h']);
});
