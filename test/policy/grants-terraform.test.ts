/**
 * Whatever Terraform would let somebody do that no row of the description asks for is refused. AWS and Azure are
 * configuration (`cdk.tf.json`), not plans: their providers are not asked.
 */
import { readFileSync } from 'node:fs';
import { changed } from '../support/change';
import { codesOf, type Judged, judged } from './judged';
import { committed, iamPolicy, spoiltFile } from './spoilt';

jest.setTimeout(600_000);

const made = new Map<string, Promise<Judged>>();
function judgedOnce(name: string): Promise<Judged> {
  const known = made.get(name) ?? judged(committed(name));
  made.set(name, known);
  return known;
}

const grantsOf = ({ denied }: { readonly denied: readonly string[] }) =>
  denied.filter((line) => line.startsWith('KFK-X077'));

const allow = (action: string | readonly string[], resource: string) => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
});
const arn = (rest: string) => `arn:aws:kafka:eu-west-1:123456789012:${rest}`;
const parameter = 'arn:aws:ssm:eu-west-1:123456789012:parameter/kafka/prod/main/inventory-service';
const acl = (said: object) => ({
  'resource.kafka_acl.planted': {
    acl_principal: 'User:inventory-service',
    acl_operation: 'Read',
    acl_permission_type: 'Allow',
    resource_name: 'orders.paid',
    resource_type: 'Topic',
    resource_pattern_type_filter: 'Literal',
    ...said,
  },
});
const iam = (...statements: object[]) => ({
  'resource.aws_iam_policy.inventory-service.policy': iamPolicy(...statements),
});
const role = (said: object) => ({
  'resource.azurerm_role_assignment.planted': {
    principal_id: '${azurerm_user_assigned_identity.inventory-service.principal_id}',
    role_definition_name: 'Azure Event Hubs Data Receiver',
    scope: '/subscriptions/s/resourceGroups/g/providers/Microsoft.EventHub/namespaces/n/eventhubs/orders.paid',
    ...said,
  },
});

describe('Terraform', () => {
  const local = 'local/local-main-fulfilment';
  const prod = 'prod/prod-main-fulfilment';
  const azure = 'azure-prod/azure-prod-main-fulfilment';

  test.each<[stack: string, right: object, wrong: object]>([
    [local, acl({}), acl({ acl_principal: 'User:mallory' })],
    [local, acl({ acl_operation: 'Describe' }), acl({ acl_operation: 'Write' })],
    [
      local,
      acl({ acl_operation: 'Describe' }),
      acl({ acl_operation: 'Alter', resource_type: 'Cluster', resource_name: 'kafka-cluster' }),
    ],
    [local, acl({}), acl({ resource_pattern_type_filter: 'Prefixed' })],
    [local, acl({}), acl({ acl_principal: 'User:CN=inventory-service' })],
    [
      prod,
      iam(allow('kafka-cluster:ReadData', arn('topic/prod-main/u/orders.paid'))),
      iam(allow('kafka-cluster:WriteData', arn('topic/prod-main/u/orders.paid'))),
    ],
    [
      prod,
      iam(allow('kafka-cluster:Connect', arn('cluster/prod-main/u'))),
      iam(allow('kafka-cluster:AlterCluster', arn('cluster/prod-main/u'))),
    ],
    [
      prod,
      iam(allow('kafka-cluster:DescribeTopic', arn('topic/prod-main/u/orders.paid'))),
      iam(allow('kafka-cluster:ReadData', arn('topic/prod-main/*/*'))),
    ],
    [prod, iam(allow('ssm:GetParameter', parameter)), iam({ Effect: 'Allow', NotAction: 's3:*', Resource: '*' })],
    [
      prod,
      iam(allow('ssm:GetParameter', parameter)),
      iam(allow('kafka-cluster:Read*', arn('topic/prod-main/u/orders.paid'))),
    ],
    [
      prod,
      iam(allow('ssm:GetParameter', parameter)),
      { 'resource.aws_iam_policy.inventory-service.policy': '${jsonencode({"a" = 1})}' },
    ],
    [
      prod,
      {},
      {
        'resource.aws_iam_role_policy_attachment.planted': {
          role: 'x',
          policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess',
        },
      },
    ],
    [
      prod,
      {},
      { 'resource.aws_iam_role.planted.managed_policy_arns': ['arn:aws:iam::aws:policy/AdministratorAccess'] },
    ],
    [
      prod,
      {},
      {
        'resource.aws_iam_role.planted.assume_role_policy': iamPolicy({
          Effect: 'Allow',
          Principal: '*',
          Action: 'sts:AssumeRole',
        }),
      },
    ],
    [prod, {}, { 'resource.aws_iam_role.planted.inline_policy': [{ name: 'x', policy: iamPolicy(allow('*', '*')) }] }],
    [prod, {}, { 'resource.aws_iam_user_policy.planted.policy': iamPolicy(allow('Kafka-Cluster:*', '*')) }],
    [azure, role({}), role({ role_definition_name: 'Azure Event Hubs Data Sender' })],
    [
      azure,
      role({}),
      role({
        role_definition_name: 'Azure Event Hubs Data Owner',
        scope: '/subscriptions/s/resourceGroups/g/providers/Microsoft.EventHub/namespaces/n',
      }),
    ],
    [azure, role({}), role({ principal_id: '${azurerm_user_assigned_identity.mallory.principal_id}' })],
    [azure, role({}), role({ role_definition_name: 'Key Vault Administrator' })],
    [
      azure,
      {},
      role({
        role_definition_name: undefined,
        role_definition_id: '/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
      }),
    ],
    [
      azure,
      {},
      {
        'resource.azapi_resource.planted': {
          type: 'Microsoft.EventHub/namespaces/eventhubs/authorizationRules@2024-01-01',
          name: 'inventory-service',
          parent_id: '/namespaces/n/eventhubs/orders.paid',
          body: { properties: { rights: ['Send'] } },
        },
      },
    ],
  ])('%s lets nothing pass that nobody asked for (%#)', async (where, right, wrong) => {
    const [name = '', stack = ''] = where.split('/');
    const { files, test: tested } = await judgedOnce(name);
    const found = JSON.parse(readFileSync(files.find((path) => path.includes(`/${stack}/cdk.tf.json`)) ?? '', 'utf8'));
    const said = (changes: object) =>
      tested(spoiltFile(JSON.stringify(changed(found, changes as Readonly<Record<string, unknown>>)), 'json'));
    expect(grantsOf(said(right))).toEqual([]);
    expect(codesOf(grantsOf(said(wrong)))).toEqual(['KFK-X077']);
  });
});
