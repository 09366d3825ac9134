/**
 * What the bundle reads of conditions: a statement of IAM that holds for one secret or until a day, and a denial in
 * IAM's words. Configuration (`cdk.tf.json`), not plans: AWS is not asked.
 */
import { mskCluster } from '../backends/msk/cluster';
import { bound, edited, only, without } from './edited';

jest.setTimeout(300_000);

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
const policyOf = (application: string) => `aws_iam_policy.${application}.policy`;

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
    'broken glass with an end that is counted in seconds: as a text it is before every day',
    withGlass,
    policyOf('oncall'),
    only('kafka-cluster:ReadData', bound('DateLessThan', 'aws:CurrentTime', '1999999999')),
    'does not end at 2026-11-26T00:00:00Z',
  ],
  [
    'broken glass with an end in another time zone',
    withGlass,
    policyOf('oncall'),
    only('kafka-cluster:ReadData', bound('DateLessThan', 'aws:CurrentTime', '2026-11-26T00:00:00-12:00')),
    'does not end at 2026-11-26T00:00:00Z',
  ],
  [
    'broken glass with an end that is one of two',
    withGlass,
    policyOf('oncall'),
    only(
      'kafka-cluster:ReadData',
      bound('DateLessThan', 'aws:CurrentTime', ['2026-11-26T00:00:00Z', '2099-01-01T00:00:00Z']),
    ),
    'does not end at 2026-11-26T00:00:00Z',
  ],
  [
    'broken glass with no end, of which none is late',
    withGlass,
    policyOf('oncall'),
    only('kafka-cluster:ReadData', bound('DateLessThan', 'aws:CurrentTime', [])),
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
])('%s is refused', async (_, changes, path, edit, said) => {
  const { before, after } = await edited(changes, path, edit);
  expect(before).toEqual([]);
  expect(after).toEqual(expect.arrayContaining([expect.stringContaining(said)]));
});
