import { changed } from '../../support/change';
import { compileDescription, small } from '../../support/describe';
import { roles } from './access.cases';
import { mskCluster, mskClusterWithPasswords } from './cluster';

const told = (changes: Readonly<Record<string, unknown>>) =>
  compileDescription(changed<unknown>(small, changes)).problems.map(
    ({ code, path, problem }) => `${code} ${path}: ${problem}`,
  );
const withRoles = (said: object, cluster: object = mskCluster) =>
  told({ 'clusters.main': { ...cluster, roles: said } });

test.each<[object, string]>([
  [
    { oidcProvider: 'https://oidc.example.com' },
    "oidcProvider: 'https://oidc.example.com' is not the ARN of an IAM OpenID Connect provider",
  ],
  [
    { podIdentity: 'arn:aws:eks:eu-west-1:111122223333:cluster/apps' },
    "podIdentity: 'arn:aws:eks:eu-west-1:111122223333:cluster/apps' is not the name of an EKS cluster",
  ],
  [{ ...roles, namespace: 'Orders_1' }, "namespace: 'Orders_1' is not a Kubernetes namespace"],
  [
    { existing: { shop: 'arn:aws:iam::111122223333:role/shop' } },
    "existing.shop: 'arn:aws:iam::111122223333:role/shop' is not a role's name",
  ],
])('%j is told with what it should be', (said, problem) => {
  expect(withRoles(said)).toEqual([`KFK-K351 clusters.main.roles.${problem}`]);
});

test.each<[object]>([
  [roles],
  [{ podIdentity: 'apps', namespace: 'orders' }],
  [{ ...roles, podIdentity: 'apps' }],
  [{ existing: { shop: 'kafka+shop@eu', billing: 'Billing' } }],
  [{}],
])('%j says nothing wrong', (said) => {
  expect(withRoles(said)).toEqual([]);
});

test('two users with passwords share no role either: each would read both', () => {
  expect(withRoles({ existing: { shop: 'kafka', billing: 'kafka' } }, mskClusterWithPasswords)).toEqual([
    "KFK-K353 clusters.main.roles.existing.shop: 'kafka' is the role of 'billing', 'shop'",
  ]);
});

test('a role may be one application here and another on another cluster: they are told apart there', () => {
  const cluster = (application: string) => ({ ...mskCluster, roles: { existing: { [application]: 'kafka' } } });
  expect(
    told({
      clusters: { main: cluster('shop'), other: cluster('till') },
      'platform.topics': {
        'orders.created': { owner: 'orders', cluster: 'main' },
        'orders.other': { owner: 'orders', cluster: 'other' },
      },
      'platform.applications': {
        shop: { owner: 'orders', cluster: 'main', produces: { 'orders.created': {} } },
        till: { owner: 'orders', cluster: 'other', produces: { 'orders.other': {} } },
      },
    }).filter((problem) => problem.startsWith('KFK-K35')),
  ).toEqual([]);
});

test('a role that mixes IAM and ACLs is refused with what it could do', () => {
  const cluster = { ...mskClusterWithPasswords, roles: { existing: { shop: 'kafka', billing: 'kafka' } } };
  expect(told({ 'clusters.main': cluster, 'platform.applications.billing.authentication': 'iam' })).toEqual([
    "KFK-K354 clusters.main.roles.existing.shop: 'kafka' is 'billing' by IAM and 'shop' by scram-sha-512: no ACL binds whoever signs in by IAM, and the role reads what 'shop' signs in with, so it may do what all of them may",
  ]);
});
