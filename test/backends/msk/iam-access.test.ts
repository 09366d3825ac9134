import { iamStatements } from '../../../backends/msk/description/iam-access';
import type { Permission } from '../../../model/permissions';
import type { Statement } from '../../../render/msk/policy-document';

const may = (words: string, more: Partial<Permission> = {}): Permission => {
  const [operation, resourceType, name = ''] = words.split(' ');
  return {
    cluster: 'main',
    application: 'shop',
    principal: 'User:shop',
    operation: operation as Permission['operation'],
    resourceType: resourceType as Permission['resourceType'],
    resourceName: name.replace(/\*$/, ''),
    patternType: name.endsWith('*') ? 'Prefixed' : 'Literal',
    permission: 'Allow',
    host: '*',
    from: '',
    ...more,
  };
};
const inWords = ({ effect, actions, resources }: Statement) =>
  `${effect} ${actions.map((action) => action.replace('kafka-cluster:', '')).join('+')} on ${resources
    .map(({ type, name }) => (name ? `${type}/${name}` : type))
    .join(', ')}`;
const statements = (...permissions: Permission[]) => iamStatements(permissions).map(inWords);

test('a producer connects, writes its topic and sees it; it may not read', () => {
  expect(statements(may('Write Topic orders'))).toEqual([
    'Allow Connect+WriteDataIdempotently on cluster',
    'Allow DescribeTopic+WriteData on topic/orders',
  ]);
});

test('a consumer reads as its own group; nothing lets it write, not even on the cluster', () => {
  expect(statements(may('Read Group billing'), may('Read Topic orders'))).toEqual([
    'Allow Connect on cluster',
    'Allow AlterGroup+DescribeGroup on group/billing',
    'Allow DescribeTopic+ReadData on topic/orders',
  ]);
});

test('transactional ids and internal topics of streams are prefixes', () => {
  expect(
    statements(
      may('Create Topic counter-*'),
      may('Delete Topic counter-*'),
      may('Read Topic counter-*'),
      may('Write Topic counter-*'),
      may('Write TransactionalId counter-*'),
    ),
  ).toEqual([
    'Allow Connect+WriteDataIdempotently on cluster',
    'Allow CreateTopic+DeleteTopic+DescribeTopic+ReadData+WriteData on topic/counter-*',
    'Allow AlterTransactionalId+DescribeTransactionalId on transactional-id/counter-*',
  ]);
});

test('resources with the same actions share a statement; a literal is never widened to a prefix', () => {
  expect(statements(may('Read Topic a'), may('Read Topic b'), may('Read Topic b*'))).toEqual([
    'Allow Connect on cluster',
    'Allow DescribeTopic+ReadData on topic/a, topic/b, topic/b*',
  ]);
});

test('a refusal takes away its own operation and nothing that is allowed elsewhere', () => {
  expect(statements(may('Write Topic orders.*'), may('Write Topic orders.secret', { permission: 'Deny' }))).toEqual([
    'Allow Connect+WriteDataIdempotently on cluster',
    'Allow DescribeTopic+WriteData on topic/orders.*',
    'Deny WriteData on topic/orders.secret',
  ]);
});

test.each([
  ['Alter Topic t', 'AlterTopic+DescribeTopic on topic/t'],
  ['Describe Topic t', 'DescribeTopic on topic/t'],
  ['DescribeConfigs Topic t', 'DescribeTopicDynamicConfiguration on topic/t'],
  ['AlterConfigs Topic t', 'AlterTopicDynamicConfiguration+DescribeTopicDynamicConfiguration on topic/t'],
  ['Describe Group g', 'DescribeGroup on group/g'],
  ['Delete Group g', 'DeleteGroup+DescribeGroup on group/g'],
  ['Describe TransactionalId i', 'DescribeTransactionalId on transactional-id/i'],
  ['Describe Cluster kafka-cluster', 'DescribeCluster on cluster'],
  ['Alter Cluster kafka-cluster', 'AlterCluster+DescribeCluster on cluster'],
])('%s is %s', (words, statement) => {
  expect(statements(may(words))).toContain(`Allow ${statement}`);
});

test('nobody gets a policy who may do nothing', () => {
  expect(statements()).toEqual([]);
});

test('what Kafka does not know is not translated to something near', () => {
  expect(() => statements(may('Write Group billing'))).toThrow('IAM has no action for Write on a Group');
});
