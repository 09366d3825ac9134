/**
 * What the bundle reads of who is an application: a role of IAM, by a service account's token or by Pod Identity, and a
 * federated credential of Entra ID. Configuration (`cdk.tf.json`), not plans: AWS and Azure are not asked.
 */
import { readFileSync } from 'node:fs';
import { namespace, privateDnsZone } from '../backends/event-hubs/namespace';
import { mskCluster } from '../backends/msk/cluster';
import { changed } from '../support/change';
import { bound, edited, grantsOf, judgedOnce, only, type Statement, without } from './edited';
import { spoiltFile } from './spoilt';

jest.setTimeout(300_000);

const issuer = 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE';
const provider = `arn:aws:iam::111122223333:oidc-provider/${issuer}`;
const byIam = { 'clusters.main': { ...mskCluster, roles: { podIdentity: 'applications', oidcProvider: provider } } };
const byToken = 'sts:AssumeRoleWithWebIdentity';
const byPod = 'sts:TagSession';
const by = (Principal: Record<string, string>) => (statement: Statement) => ({ ...statement, Principal });
const elsewhere = ({ Condition, Principal, ...statement }: Statement): Statement => {
  const moved = (text: object | undefined) => JSON.parse(JSON.stringify(text).replaceAll('EXAMPLE', 'OTHER'));
  return { ...statement, Condition: moved(Condition), Principal: moved(Principal) };
};

test.each<[what: string, edit: Parameters<typeof edited>[2]]>([
  ['every service account of the cluster becomes, by its token', only(byToken, without)],
  [
    'another service account becomes, by its token',
    only(byToken, bound('StringEquals', `${issuer}:sub`, 'system:serviceaccount:default:billing')),
  ],
  ['a token for somebody else is enough for', only(byToken, bound('StringEquals', `${issuer}:aud`, 'anybody'))],
  ['the same service account of another cluster becomes, by its token', only(byToken, elsewhere)],
  [
    'whom another issuer calls so becomes, by his token',
    only(byToken, by({ Federated: provider.replace('EXAMPLE', 'OTHER') })),
  ],
  [
    'another namespace becomes, by Pod Identity',
    only(byPod, bound('StringEquals', 'aws:RequestTag/kubernetes-namespace', 'elsewhere')),
  ],
  [
    'the same service account of another cluster becomes, by Pod Identity',
    only(byPod, bound('StringEquals', 'aws:RequestTag/eks-cluster-name', 'other')),
  ],
  ['whoever tags his session so becomes', only(byPod, by({ AWS: 'arn:aws:iam::111122223333:root' }))],
])('a role that %s is refused', async (_, edit) => {
  const { before, after } = await edited(byIam, 'aws_iam_role.shop.assume_role_policy', edit);
  expect(before).toEqual([]);
  expect(after).toEqual([
    expect.stringContaining("it lets somebody become 'shop' who is not the service account default/shop of"),
  ]);
});

describe('the policy of a cluster', () => {
  const guests = {
    'clusters.main': {
      ...mskCluster,
      authentication: ['scram-sha-512', 'iam'],
      multiVpc: { accounts: ['111122223333'], replicator: true, authentication: ['iam'] },
    },
  };
  const more = (said: Partial<Statement>) => (statement: Statement) => ({ ...statement, ...said });

  test.each<[what: string, edit: Parameters<typeof edited>[2], said: string]>([
    [
      'another account',
      more({ Principal: { AWS: 'arn:aws:iam::999999999999:root' } }),
      'lets arn:aws:iam::999999999999:root',
    ],
    ['one role of another account', more({ Principal: { AWS: 'arn:aws:iam::111122223333:role/eve' } }), 'role/eve'],
    ['another service', more({ Principal: { Service: 'ec2.amazonaws.com' } }), 'lets ec2.amazonaws.com'],
    ['whoever it invites read records', more({ Action: 'kafka-cluster:*' }), 'kafka-cluster:*'],
    ['whoever it invites delete it', more({ Action: ['kafka:DeleteCluster'] }), 'kafka:deletecluster'],
  ])('that lets %s in is refused', async (_, edit, said) => {
    const { before, after } = await edited(guests, 'aws_msk_cluster_policy.main.policy', edit);
    expect(before).toEqual([]);
    expect(after).toEqual(expect.arrayContaining([expect.stringContaining(said)]));
  });
});

describe('a federated credential of Entra ID', () => {
  const credential = 'azurerm_federated_identity_credential';
  const said = async (changes: Readonly<Record<string, unknown>>) => {
    const { files, test: tested } = await judgedOnce({
      'clusters.main': { ...namespace, privateDnsZone, identities: { issuer: 'https://oidc.example.com/' } },
    });
    const found = files
      .map((file) => JSON.parse(readFileSync(file, 'utf8')))
      .find(({ resource }) => resource[credential]);
    const at = Object.entries(changes).map(([path, value]) => [`resource.${credential}.${path}`, value]);
    return grantsOf(tested(spoiltFile(JSON.stringify(changed(found, Object.fromEntries(at))), 'json')));
  };
  const planted = {
    name: 'planted',
    user_assigned_identity_id: '${azurerm_user_assigned_identity.shop.id}',
    issuer: 'https://oidc.example.com/',
    subject: 'system:serviceaccount:default:shop',
    audience: ['api://AzureADTokenExchange'],
  };

  test('passes as it is, and so does another of the very same', async () => {
    expect(await said({})).toEqual([]);
    expect(await said({ planted })).toEqual([]);
  });

  test.each<[what: string, changes: Readonly<Record<string, unknown>>, name?: string]>([
    ['another service account', { 'shop.subject': 'system:serviceaccount:default:billing' }],
    ['whom another issuer calls so', { 'shop.issuer': 'https://evil.example.com' }],
    ['a token for somebody else', { 'shop.audience': ['anybody'] }],
    [
      'somebody, under a name of its own',
      { planted: { ...planted, subject: 'system:serviceaccount:default:mallory' } },
    ],
    [
      'another application',
      { 'shop.user_assigned_identity_id': '${azurerm_user_assigned_identity.billing.id}' },
      'billing',
    ],
    [
      'somebody, as nobody who is described',
      { planted: { ...planted, user_assigned_identity_id: '/x/other' } },
      '/x/other',
    ],
  ])('that lets %s be an application is refused', async (_, changes, name = 'shop') => {
    expect(await said(changes)).toEqual([expect.stringContaining(`be '${name}'`)]);
  });
});
