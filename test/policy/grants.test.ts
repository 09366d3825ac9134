/**
 * Whatever lets somebody do what no row of the description asks for is refused, in each back end's words; and what the kit
 * itself grants is not. AWS and Azure are configuration (`cdk.tf.json`), not plans: their providers are not asked.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import type { Resolved } from '../../model/resolved';
import { loadCompiled } from '../../workflows/load/compiled';
import { namespace as azureNamespace, privateDnsZone } from '../backends/event-hubs/namespace';
import { mskCluster } from '../backends/msk/cluster';
import { changed } from '../support/change';
import { compileDescription, small } from '../support/describe';
import { everyAccess } from '../support/every-access';
import { objectsIn } from '../support/manifests';
import { codesOf, type Judged, judged } from './judged';

jest.setTimeout(600_000);

const root = resolve(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-grants-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { environments } = loadCompiled({ folder: root, today: '2026-11-21' });

const made = new Map<string, Promise<Judged>>();
function judgedOnce(name: string, resolvedOf: () => Resolved): Promise<Judged> {
  const known = made.get(name) ?? judged(resolvedOf());
  made.set(name, known);
  return known;
}
const committed = (name: string) =>
  judgedOnce(name, () => {
    const found = environments.find((one) => one.name === name)?.resolved;
    if (!found) throw new Error(`there is no '${name}'`);
    return found;
  });

let count = 0;
function file(text: string, extension: string): string {
  const path = join(folder, String(count++));
  mkdirSync(path);
  writeFileSync(join(path, `spoilt.${extension}`), text);
  return join(path, `spoilt.${extension}`);
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
        issuer: 'https://login.example.com',
        jwks: 'https://login.example.com/keys',
        audience: 'kafka',
        userNameClaim: 'azp',
        tokenEndpoint: 'https://login.example.com/token',
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
    const { test: tested } = await committed('dev');
    const right = user('order-service', [{ operations: ['Write', 'Describe'], resource: created }]);
    expect(grantsOf(tested(file(stringify(right), 'yaml')))).toEqual([]);
    expect(grantsOf(tested(file(stringify(object), 'yaml')))).not.toEqual([]);
  });

  test('from which a denial was taken is refused', async () => {
    const { files, test: tested } = await judgedOnce('the same on Kubernetes', deniedOnKubernetes);
    const found = files
      .flatMap((path) => (path.endsWith('.yaml') ? objectsIn(readFileSync(path, 'utf8')) : []))
      .find(({ kind, metadata }) => kind === 'KafkaUser' && metadata.name === 'billing');
    const { acls } = (found as unknown as { spec: { authorization: { acls: { type: string }[] } } }).spec.authorization;
    expect(grantsOf(tested(file(stringify(found), 'yaml')))).toEqual([]);
    const without = changed(found as object, {
      'spec.authorization.acls': acls.filter(({ type }) => type === 'allow'),
    });
    expect(grantsOf(tested(file(stringify(without), 'yaml')))).toEqual([
      expect.stringContaining("'User:billing' is not denied to All the group 'other', as it is described"),
    ]);
    // A denial is no wish for the opposite.
    const allowed = changed(found as object, {
      'spec.authorization.acls': acls.map((acl) => ({ ...acl, type: 'allow' })),
    });
    expect(grantsOf(tested(file(stringify(allowed), 'yaml')))).toContainEqual(
      expect.stringContaining("it lets 'User:billing' All the group 'other'"),
    );
  });
});

const policy = (...statements: object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const allow = (action: string | readonly string[], resource: string) => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
});
const arn = (rest: string) => `arn:aws:kafka:eu-west-1:123456789012:${rest}`;
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
  'resource.aws_iam_policy.inventory-service.policy': policy(...statements),
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
    [prod, iam(allow('ssm:GetParameter', 'arn')), iam({ Effect: 'Allow', NotAction: 's3:*', Resource: '*' })],
    [
      prod,
      iam(allow('ssm:GetParameter', 'arn')),
      iam(allow('kafka-cluster:Read*', arn('topic/prod-main/u/orders.paid'))),
    ],
    [
      prod,
      iam(allow('ssm:GetParameter', 'arn')),
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
        'resource.aws_iam_role.planted.assume_role_policy': policy({
          Effect: 'Allow',
          Principal: '*',
          Action: 'sts:AssumeRole',
        }),
      },
    ],
    [prod, {}, { 'resource.aws_iam_role.planted.inline_policy': [{ name: 'x', policy: policy(allow('*', '*')) }] }],
    [prod, {}, { 'resource.aws_iam_user_policy.planted.policy': policy(allow('Kafka-Cluster:*', '*')) }],
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
    const { files, test: tested } = await committed(name);
    const found = JSON.parse(readFileSync(files.find((path) => path.includes(`/${stack}/cdk.tf.json`)) ?? '', 'utf8'));
    const said = (changes: object) =>
      tested(file(JSON.stringify(changed(found, changes as Readonly<Record<string, unknown>>)), 'json'));
    expect(grantsOf(said(right))).toEqual([]);
    expect(codesOf(grantsOf(said(wrong)))).toEqual(['KFK-X077']);
  });
});
