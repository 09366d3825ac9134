/** Which credential comes to whom on Kubernetes: the bundle refuses another one, and one that is made in another's name. */
import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { changed } from '../support/change';
import { everyAccess } from '../support/every-access';
import { objectsIn } from '../support/manifests';
import { grantsOf } from './edited';
import { judged } from './judged';
import { spoiltFile } from './spoilt';

jest.setTimeout(300_000);

let all: Awaited<ReturnType<typeof judged>>;
beforeAll(async () => {
  all = await judged(everyAccess);
});

const objects = () =>
  all.files.flatMap((path) => (path.endsWith('.yaml') ? objectsIn(readFileSync(path, 'utf8')) : []));
const said = (object: object) => grantsOf(all.test(spoiltFile(stringify(object), 'yaml')));

function one(kind: string, name: string) {
  const found = objects().filter((object) => object.kind === kind && object.metadata.name === name);
  if (found.length !== 1) throw new Error(`there are ${found.length} ${kind} ${name}`);
  return found[0] as object;
}

test('every way in which a credential comes to an application passes', () => {
  expect(grantsOf(all.test())).toEqual([]);
  const kinds = new Set(objects().map(({ kind }) => kind));
  expect([...kinds]).toEqual(
    expect.arrayContaining(['ExternalSecret', 'KafkaAccess', 'PushSecret', 'VaultDynamicSecret', 'Role']),
  );
});

const shops = 'kafka-main-orders';
const issuing = 'spec.provider';
test.each<[what: string, kind: string, name: string, changes: Record<string, unknown>, said: string]>([
  [
    'another one’s password',
    'ExternalSecret',
    'shop-kafka',
    { 'spec.data.0.remoteRef.key': 'billing' },
    `it reads '${shops}/billing'`,
  ],
  [
    'by another store',
    'ExternalSecret',
    'shop-kafka',
    { 'spec.secretStoreRef.name': 'other' },
    "it reads 'other/shop'",
  ],
  [
    'one value by another store',
    'ExternalSecret',
    'shop-kafka',
    { 'spec.data.0.sourceRef': { storeRef: { name: 'other' } } },
    "it reads 'other/shop'",
  ],
  [
    'whatever there is',
    'ExternalSecret',
    'shop-kafka',
    { 'spec.dataFrom': [{ find: { name: { regexp: '.*' } } }] },
    `it reads '${shops}/*'`,
  ],
  [
    'all of another one’s',
    'ExternalSecret',
    'shop-kafka',
    { 'spec.dataFrom': [{ extract: { key: 'billing' } }] },
    `it reads '${shops}/billing'`,
  ],
  [
    'by another name in the same place',
    'ExternalSecret',
    'shop-kafka',
    { 'metadata.name': 'mallory', 'metadata.labels': {} },
    `it reads '${shops}/shop'`,
  ],
  [
    'into another one’s Secret',
    'ExternalSecret',
    'shop-kafka',
    { 'spec.target.name': 'billing-kafka' },
    "it becomes the Secret 'billing-kafka'",
  ],
  [
    'another one’s password from the store outside',
    'ExternalSecret',
    'shop-password',
    { 'spec.data.0.remoteRef.key': 'every-access/main/billing' },
    "it reads 'company/every-access/main/billing'",
  ],
  [
    'what somebody else is given by a server of tokens',
    'ExternalSecret',
    'token-holder-client-secret',
    { 'spec.data.0.remoteRef.key': 'other' },
    "it reads 'company/other'",
  ],
  [
    'a certificate of another one',
    'ExternalSecret',
    'notary-certificate',
    { 'spec.dataFrom.0.sourceRef.generatorRef.name': 'vaulted-lag-exporter-certificate' },
    "it reads 'VaultDynamicSecret/vaulted-lag-exporter-certificate'",
  ],
  [
    'a user whose password is another one’s',
    'KafkaUser',
    'shop',
    { 'spec.authentication.password.valueFrom.secretKeyRef.name': 'other' },
    "it reads 'other'",
  ],
  ['another one’s user', 'KafkaAccess', 'writer-kafka', { 'spec.user.name': 'auditor' }, "it reads 'auditor'"],
  [
    'a password that is made in another place',
    'PushSecret',
    'shop-password',
    { 'spec.data.0.match.remoteRef.remoteKey': 'other' },
    "it reads 'company/other'",
  ],
  ['Secrets of others', 'Role', shops, { 'rules.0.resourceNames': ['billing'] }, "it reads 'billing'"],
  ['every Secret', 'Role', shops, { 'rules.0.resourceNames': undefined }, "it reads '*'"],
  [
    'whoever else may read',
    'RoleBinding',
    shops,
    { 'subjects.0.name': 'mallory' },
    "it reads 'ServiceAccount/every-access-applications/mallory'",
  ],
  [
    'a certificate in another one’s name',
    'VaultDynamicSecret',
    'notary-certificate',
    { 'spec.parameters.common_name': 'admin' },
    "it has 'admin' signed by pki-kafka/issue/kafka-clients",
  ],
  [
    'a certificate of whoever is asked for',
    'VaultDynamicSecret',
    'notary-certificate',
    { 'spec.parameters.common_name': undefined },
    "it has 'whoever is asked for' signed",
  ],
  [
    'another role of the authority',
    'VaultDynamicSecret',
    'notary-certificate',
    { 'spec.path': 'pki-kafka/issue/admins' },
    'signed by pki-kafka/issue/admins',
  ],
  [
    'another server',
    'VaultDynamicSecret',
    'notary-certificate',
    { [`${issuing}.server`]: 'https://evil.example.com' },
    'of https://evil.example.com',
  ],
  [
    'another namespace of the same server',
    'VaultDynamicSecret',
    'notary-certificate',
    { [`${issuing}.namespace`]: 'others' },
    "it has 'notary' signed",
  ],
  [
    'a certificate that nobody described',
    'VaultDynamicSecret',
    'notary-certificate',
    { 'metadata.name': 'planted' },
    "it has 'notary' signed",
  ],
])('%s is refused (%s %s)', (_, kind, name, changes, expected) => {
  const right = one(kind, name);
  expect(said(right)).toEqual([]);
  expect(said(changed(right, changes))).toEqual(expect.arrayContaining([expect.stringContaining(expected)]));
});

test('what somebody else reads is nobody’s business here', () => {
  const others = {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name: 'x', namespace: 'every-access-applications' },
    spec: { secretStoreRef: { kind: 'SecretStore', name: 'theirs' }, data: [{ remoteRef: { key: 'theirs' } }] },
  };
  expect(said(others)).toEqual([]);
  expect(said(changed(others, { 'spec.secretStoreRef.name': shops }))).toEqual([
    expect.stringContaining(`it reads '${shops}/theirs'`),
  ]);
});
