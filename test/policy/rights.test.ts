/**
 * Rights beside Kafka's own that open the same doors: whoever reads a secret is whom it stands for. Configuration
 * (`cdk.tf.json`), not plans: AWS and Azure are not asked.
 */
import { readFileSync } from 'node:fs';
import { namespace, privateDnsZone } from '../backends/event-hubs/namespace';
import { mskCluster } from '../backends/msk/cluster';
import { changed } from '../support/change';
import { edited, grantsOf, judgedOnce, type Statement } from './edited';
import { iamPolicy, spoiltFile } from './spoilt';

jest.setTimeout(300_000);

const byPassword = { 'clusters.main': { ...mskCluster, authentication: ['scram-sha-512'] } };

test.each<[action: string, resource: string]>([
  ['secretsmanager:GetSecretValue', '*'],
  ['secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:AmazonMSK_*'],
  ['secretsmanager:GetSecretValue', '${aws_secretsmanager_secret_version.billing.arn}'],
  [
    'secretsmanager:GetSecretValue',
    'arn:aws:secretsmanager:eu-west-1:111122223333:secret:AmazonMSK_test/main/billing-AbCdEf',
  ],
  ['secretsmanager:BatchGetSecretValue', '*'],
  ['ssm:GetParameter', '*'],
  ['ssm:GetParameter', '${aws_ssm_parameter.billing.arn}'],
  ['ssm:GetParameters', '*'],
  ['ssm:GetParameter*', '*'],
  ['kms:ReEncrypt*', '*'],
  ['kms:CreateGrant', '*'],
  ['kms:ReEncryptFrom', '*'],
  ['sts:AssumeRole', '*'],
  ['iam:PassRole', '*'],
  ['iam:PutRolePolicy', '*'],
  ['cloudtrail:StopLogging', '*'],
  ['s3:BypassGovernanceRetention', '*'],
  ['kafka:DeleteCluster', 'arn:aws:kafka:eu-west-1:111122223333:cluster/test-main/u'],
])('an application that may %s %s is refused', async (action, resource) => {
  const { before, after } = await edited(byPassword, 'aws_iam_policy.shop.policy', (statement) =>
    [statement.Action].flat().includes('ssm:GetParameter')
      ? ([statement, { Effect: 'Allow', Action: action, Resource: resource }] as unknown as Statement)
      : statement,
  );
  expect(before).toEqual([]);
  expect(after).toEqual([expect.stringContaining(`it allows ${action.toLowerCase()} on ${resource}, and nothing`)]);
});

const stackOf = async (description: Readonly<Record<string, unknown>>, team: string) => {
  const { files, test: tested } = await judgedOnce(description);
  const found = JSON.parse(readFileSync(files.find((path) => path.includes(`/${team}/`)) ?? '', 'utf8'));
  return (edit: Readonly<Record<string, unknown>>) =>
    grantsOf(tested(spoiltFile(JSON.stringify(changed(found, edit)), 'json')));
};

test('what AWS says of an application’s own secret and parameter, once it knows them, passes', async () => {
  const said = await stackOf(byPassword, 'test-main-orders');
  const policy = (application: string) => ({
    'resource.aws_iam_policy.shop.policy': iamPolicy(
      {
        Effect: 'Allow',
        Action: 'secretsmanager:GetSecretValue',
        Resource: `arn:aws:secretsmanager:eu-west-1:111122223333:secret:AmazonMSK_test/main/${application}-AbCdEf`,
      },
      {
        Effect: 'Allow',
        Action: 'ssm:GetParameter',
        Resource: `arn:aws:ssm:eu-west-1:111122223333:parameter/kafka/test/main/${application}`,
      },
    ),
  });
  expect(said(policy('shop'))).toEqual([]);
  expect(said(policy('billing'))).toHaveLength(2);
});

test('a bucket whose policy lets everybody in is refused', async () => {
  const said = await stackOf({ 'clusters.main': { ...mskCluster, audit: { bucket: 'kit-audit' } } }, 'test-main');
  const policy = 'resource.aws_s3_bucket_policy.main_audit.policy';
  expect(said({})).toEqual([]);
  expect(said({ [policy]: iamPolicy({ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' }) })).toEqual([
    expect.stringContaining('it lets everybody in'),
  ]);
});

const team = '99999999-aaaa-4bbb-8ccc-000000000000';
const hubs = { ...namespace, privateDnsZone };
const byRoles = { 'clusters.main': hubs, 'secrets.store': 'key-vault', 'secrets.vault': 'kit-vault' };
const byGroup = {
  ...byRoles,
  'clusters.main': { ...hubs, identities: { groups: { team: { id: team, members: ['shop', 'store'] } } } },
  'platform.applications.store': { owner: 'orders', produces: { 'orders.created': {} } },
};
const identity = (name: string) => `\${azurerm_user_assigned_identity.${name}.principal_id}`;
const assigned = (role: string, principal: string, scope: string) => ({
  'resource.azurerm_role_assignment.planted': { role_definition_name: role, principal_id: principal, scope },
});
const secretOf = (name: string) => `\${azurerm_key_vault_secret.${name}.resource_versionless_id}`;
const vault = '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kit-vault/secrets';
const hub = '${azurerm_eventhub.orders_created.id}';
const stranger = '99999999-aaaa-4bbb-8ccc-999999999999';

test.each<[what: string, right: object, wrong: object]>([
  [
    'another one’s connection',
    assigned('Key Vault Secrets User', identity('shop'), secretOf('shop')),
    assigned('Key Vault Secrets User', identity('shop'), secretOf('billing')),
  ],
  [
    'a connection for a stranger',
    assigned('Key Vault Secrets User', identity('shop'), `${vault}/test-main--shop`),
    assigned('Key Vault Secrets User', stranger, `${vault}/test-main--shop`),
  ],
  [
    'any other secret of the vault',
    assigned('Key Vault Secrets User', identity('shop'), `${vault}/test-main--shop`),
    assigned('Key Vault Secrets User', identity('shop'), `${vault}/payroll`),
  ],
  [
    'a hub for a stranger',
    assigned('Azure Event Hubs Data Receiver', identity('billing'), hub),
    assigned('Azure Event Hubs Data Receiver', stranger, hub),
  ],
  [
    'a hub for an identity that exists elsewhere',
    assigned('Azure Event Hubs Data Sender', identity('shop'), hub),
    assigned('Azure Event Hubs Data Sender', '${data.azurerm_client_config.main.object_id}', hub),
  ],
])('Azure: %s is refused', async (_, right, wrong) => {
  const said = await stackOf(byRoles, 'test-main-orders');
  expect(said(right as Record<string, unknown>)).toEqual([]);
  expect(said(wrong as Record<string, unknown>)).toEqual([expect.stringContaining('nothing that is described asks')]);
});

test('a group may what its members may, and no more', async () => {
  const said = await stackOf(byGroup, 'test-main-orders');
  expect(said({})).toEqual([]);
  expect(said(assigned('Azure Event Hubs Data Sender', team, hub))).toEqual([]);
  expect(said(assigned('Azure Event Hubs Data Receiver', team, hub))).toHaveLength(1);
  expect(said(assigned('Azure Event Hubs Data Sender', stranger, hub))).toHaveLength(1);
});

test('in a plan an identity is known by its id', async () => {
  const { test: tested } = await judgedOnce(byRoles);
  const plan = (principal: string) => ({
    planned_values: {
      root_module: {
        resources: [
          {
            address: 'azurerm_user_assigned_identity.shop',
            mode: 'managed',
            type: 'azurerm_user_assigned_identity',
            values: { name: 'test-main--shop', principal_id: team },
          },
          {
            address: 'azurerm_role_assignment.planted',
            mode: 'managed',
            type: 'azurerm_role_assignment',
            values: {
              role_definition_name: 'Azure Event Hubs Data Sender',
              principal_id: principal,
              scope:
                '/subscriptions/s/resourceGroups/g/providers/Microsoft.EventHub/namespaces/n/eventhubs/orders.created',
            },
          },
        ],
      },
    },
  });
  const said = (principal: string) => grantsOf(tested(spoiltFile(JSON.stringify(plan(principal)), 'json')));
  expect(said(team)).toEqual([]);
  expect(said(stranger)).toHaveLength(1);
});
