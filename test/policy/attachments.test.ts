/**
 * Whose policies of IAM are whose: the bundle refuses whatever gives one to somebody else. Configuration (`cdk.tf.json`),
 * not plans: AWS is not asked.
 */
import { readFileSync } from 'node:fs';
import { mskCluster } from '../backends/msk/cluster';
import { changed } from '../support/change';
import { grantsOf, judgedOnce } from './edited';
import { iamPolicy, spoiltFile } from './spoilt';

jest.setTimeout(300_000);

const described = {
  'clusters.main': { ...mskCluster, roles: { podIdentity: 'applications', existing: { billing: 'company-billing' } } },
};
const attachment = 'aws_iam_role_policy_attachment';
const root = { AWS: 'arn:aws:iam::999999999999:root' };
const eve = {
  'aws_iam_role.eve': {
    name: 'eve',
    assume_role_policy: iamPolicy({ Effect: 'Allow', Principal: root, Action: 'sts:AssumeRole' }),
  },
};
const shops = '${aws_iam_policy.shop.arn}';

async function said(changes: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const { files, test: tested } = await judgedOnce(described);
  const found = files
    .map((file) => JSON.parse(readFileSync(file, 'utf8')))
    .find(({ resource }) => resource[attachment]);
  const at = Object.entries(changes).map(([path, value]) => [`resource.${path}`, value]);
  return grantsOf(tested(spoiltFile(JSON.stringify(changed(found, Object.fromEntries(at))), 'json')));
}

test('a policy that is given to its application’s own role passes, made here or not', async () => {
  expect(await said({})).toEqual([]);
  expect(await said({ [`${attachment}.billing.role`]: 'company-billing', ...eve })).toEqual([]);
});

test.each<[what: string, changes: Readonly<Record<string, unknown>>]>([
  [
    'a role that anybody becomes',
    { ...eve, [`${attachment}.eve`]: { role: '${aws_iam_role.eve.name}', policy_arn: shops } },
  ],
  ['a role that anybody becomes, by its name', { ...eve, [`${attachment}.shop.role`]: 'eve' }],
  ['another application that is made here', { [`${attachment}.billing.role`]: '${aws_iam_role.shop.name}' }],
  ['another application that exists', { [`${attachment}.shop.role`]: 'company-billing' }],
  ['everybody’s role beside its own', { [`${attachment}.other`]: { role: 'everybody', policy_arn: shops } }],
  ['a user', { 'aws_iam_user_policy_attachment.shop': { user: 'eve', policy_arn: shops } }],
  ['a group', { 'aws_iam_group_policy_attachment.shop': { group: 'eve', policy_arn: shops } }],
  ['a list of roles', { 'aws_iam_policy_attachment.shop': { name: 'x', roles: ['eve'], policy_arn: shops } }],
])('a policy that is given to %s is refused', async (_, changes) => {
  expect(await said(changes)).toEqual([expect.stringContaining("nothing that is described gives '${aws_iam_policy.")]);
});
