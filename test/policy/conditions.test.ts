/**
 * What the bundle reads of conditions: a statement of IAM that holds for one secret, for one service account or until a
 * day, and a denial in IAM's words. Configuration (`cdk.tf.json`), not plans: AWS and Azure are not asked.
 */
import { readFileSync } from 'node:fs';
import { namespace, privateDnsZone } from '../backends/event-hubs/namespace';
import { mskCluster } from '../backends/msk/cluster';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';
import { type Judged, judged } from './judged';
import { spoiltFile } from './spoilt';

jest.setTimeout(300_000);

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource?: string | string[];
  Condition?: Record<string, Record<string, string>>;
}

const made = new Map<string, Promise<Judged>>();
function judgedOnce(changes: Readonly<Record<string, unknown>>): Promise<Judged> {
  const key = JSON.stringify(changes);
  const known = made.get(key) ?? judged(resolve(changed<Description>(small, changes)));
  made.set(key, known);
  return known;
}
const grantsOf = ({ denied }: { readonly denied: readonly string[] }) =>
  denied.filter((line) => line.startsWith('KFK-X077'));

/** What is said of a description's stacks as they are, and of one of them once the statements of a policy were changed. */
async function edited(
  changes: Readonly<Record<string, unknown>>,
  path: string,
  edit: (statement: Statement) => Statement | undefined,
) {
  const { files, test: tested } = await judgedOnce(changes);
  const found = files
    .filter((file) => file.endsWith('cdk.tf.json'))
    .map((file) => JSON.parse(readFileSync(file, 'utf8')))
    .find(({ resource }) => path.split('.').reduce((at, key) => at?.[key], resource) !== undefined);
  const text: string = path.split('.').reduce((at, key) => at?.[key], found?.resource);
  if (typeof text !== 'string') throw new Error(`no stack has ${path}`);
  // Functions of Terraform have quotes of their own, which are no JSON.
  const quoted = (json: string, from: string, to: string) =>
    json.replace(/\$\{[^}]*\}/g, (expression) => expression.replaceAll(from, to));
  const policy = JSON.parse(quoted(text, '"', '`'));
  const Statement = policy.Statement.flatMap((statement: Statement) => edit(statement) ?? []);
  const back = quoted(JSON.stringify({ ...policy, Statement }), '`', '"');
  expect(back).not.toBe(text);
  const spoilt = spoiltFile(JSON.stringify(changed(found, { [`resource.${path}`]: back })), 'json');
  return { before: await rightOnce(changes), after: grantsOf(tested(spoilt)) };
}

const right = new Map<string, Promise<string[]>>();
/** Of all that a description becomes, as it is. */
function rightOnce(changes: Readonly<Record<string, unknown>>): Promise<string[]> {
  const key = JSON.stringify(changes);
  const known = right.get(key) ?? judgedOnce(changes).then(({ test: tested }) => grantsOf(tested()));
  right.set(key, known);
  return known;
}

const glass = { owner: 'orders', role: 'break-glass', reason: 'INC-4711', until: '2026-11-25' };
const byIam = {
  'clusters.main': {
    ...mskCluster,
    roles: {
      podIdentity: 'applications',
      oidcProvider: 'arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE',
    },
  },
};
const withGlass = { ...byIam, 'operators.oncall': { ...glass, namespace: 'people' } };
const denying = {
  ...byIam,
  'platform.applications.billing.denies': [{ topic: 'orders.created', operations: ['Write', 'Delete'] }],
};
const withPasswords = { 'clusters.main': { ...mskCluster, authentication: ['scram-sha-512'] } };
const without = ({ Condition: _, ...statement }: Statement): Statement => statement;
const only = (action: string, edit: (statement: Statement) => Statement | undefined) => (statement: Statement) =>
  [statement.Action].flat().includes(action) ? edit(statement) : statement;
const bound = (operator: string, key: string, value: string) => (statement: Statement) => ({
  ...statement,
  Condition: { ...statement.Condition, [operator]: { ...statement.Condition?.[operator], [key]: value } },
});
const policyOf = (application: string) => `aws_iam_policy.${application}.policy`;
const trustOf = (application: string) => `aws_iam_role.${application}.assume_role_policy`;

test.each<[what: string, Readonly<Record<string, unknown>>, path: string, Parameters<typeof edited>[2], said: string]>([
  [
    'a key that opens every secret: its condition was removed',
    withPasswords,
    policyOf('shop'),
    only('kms:Decrypt', without),
    'it lets kms:decrypt open whatever',
  ],
  [
    'a key that opens somebody else’s secret: its condition was moved',
    withPasswords,
    policyOf('shop'),
    only(
      'kms:Decrypt',
      bound('StringEquals', 'kms:EncryptionContext:SecretARN', '${aws_secretsmanager_secret_version.billing.arn}'),
    ),
    'it lets kms:decrypt open whatever',
  ],
  [
    'a condition under another operator, which is met by what it should refuse',
    withPasswords,
    policyOf('shop'),
    only('kms:Decrypt', ({ Condition, ...statement }) => ({
      ...statement,
      Condition: { StringNotEquals: Condition?.StringEquals ?? {} },
    })),
    'it lets kms:decrypt open whatever',
  ],
  [
    'broken glass without its end, in one statement alone',
    withGlass,
    policyOf('oncall'),
    only('kafka-cluster:ReadData', without),
    "it lets 'oncall' kafka-cluster:",
  ],
  [
    'broken glass with a later end',
    withGlass,
    policyOf('oncall'),
    only('kafka-cluster:ReadData', bound('DateLessThan', 'aws:CurrentTime', '2026-11-27T00:00:00Z')),
    'does not end at 2026-11-26T00:00:00Z',
  ],
  [
    'a denial that was taken out of a policy of IAM',
    denying,
    policyOf('billing'),
    (statement) => (statement.Effect === 'Deny' ? undefined : statement),
    "'User:billing' is not denied to Delete orders.created there",
  ],
  [
    'a denial that lost one of its actions',
    denying,
    policyOf('billing'),
    (statement) => (statement.Effect === 'Deny' ? { ...statement, Action: 'kafka-cluster:DeleteTopic' } : statement),
    "'User:billing' is not denied to Write orders.created there",
  ],
  [
    'a denial that holds on weekdays only: it was bound to a condition',
    denying,
    policyOf('billing'),
    (statement) =>
      statement.Effect === 'Deny' ? bound('StringEquals', 'aws:PrincipalTag/day', 'weekday')(statement) : statement,
    "'User:billing' is not denied to Write orders.created there",
  ],
  [
    'a role that every service account of the cluster becomes, by its token',
    byIam,
    trustOf('shop'),
    only('sts:AssumeRoleWithWebIdentity', without),
    "it lets somebody become 'shop' who is not the service account default/shop",
  ],
  [
    'a role that another service account becomes, by its token',
    byIam,
    trustOf('shop'),
    only(
      'sts:AssumeRoleWithWebIdentity',
      bound('StringEquals', 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE:sub', 'system:serviceaccount:default:billing'),
    ),
    "it lets somebody become 'shop' who is not the service account default/shop",
  ],
  [
    'a role that another namespace becomes, by Pod Identity',
    byIam,
    trustOf('shop'),
    only('sts:TagSession', bound('StringEquals', 'aws:RequestTag/kubernetes-namespace', 'elsewhere')),
    "it lets somebody become 'shop' who is not the service account default/shop",
  ],
])('%s is refused', async (_, changes, path, edit, said) => {
  const { before, after } = await edited(changes, path, edit);
  expect(before).toEqual([]);
  expect(after).toEqual(expect.arrayContaining([expect.stringContaining(said)]));
});

test('a credential of Entra ID that names another service account is refused', async () => {
  const { files, test: tested } = await judgedOnce({
    'clusters.main': { ...namespace, privateDnsZone, identities: { issuer: 'https://oidc.example.com/' } },
  });
  const found = files
    .map((file) => JSON.parse(readFileSync(file, 'utf8')))
    .find(({ resource }) => resource.azurerm_federated_identity_credential);
  const subject = (of: string) =>
    grantsOf(
      tested(
        spoiltFile(
          JSON.stringify(
            changed(found, {
              'resource.azurerm_federated_identity_credential.shop.subject': `system:serviceaccount:${of}`,
            }),
          ),
          'json',
        ),
      ),
    );
  expect(subject('default:shop')).toEqual([]);
  expect(subject('default:billing')).toEqual([
    expect.stringContaining("it lets 'system:serviceaccount:default:billing' be 'shop'"),
  ]);
});
