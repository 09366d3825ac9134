import { strimziAcls } from '../../../backends/strimzi/access';
import { changed } from '../../support/change';
import { compileDescription, type Description, resolve, small } from '../../support/describe';

const on = (changes: Readonly<Record<string, unknown>>) =>
  changed<Description>(small, { kubernetes: {}, 'clusters.main': { backend: 'strimzi' }, ...changes });
const aclsOf = (application: string, changes: Readonly<Record<string, unknown>>) =>
  strimziAcls(resolve(on(changes)).permissions.filter((one) => one.application === application));
const topic = { type: 'topic', name: 'orders.created', patternType: 'literal' };

test('a denial is an ACL of its own beside what is allowed, each with its host', () => {
  const denies = [
    { topic: 'orders.', prefix: true, operations: ['Delete', 'Alter'] },
    { topic: 'orders.created', operations: ['Write'], hosts: ['10.0.0.8'] },
  ];
  expect(
    aclsOf('shop', {
      'platform.applications.shop': { ...small.platform.applications.shop, hosts: ['10.0.0.7'], denies },
    }),
  ).toEqual([
    {
      type: 'deny',
      resource: { ...topic, name: 'orders.', patternType: 'prefix' },
      host: '*',
      operations: ['Alter', 'Delete'],
    },
    { type: 'allow', resource: topic, host: '10.0.0.7', operations: ['Write'] },
    { type: 'deny', resource: topic, host: '10.0.0.8', operations: ['Write'] },
  ]);
});

test('an operator is a KafkaUser with rights on every name, and on the cluster', () => {
  const acls = aclsOf('auditor', {
    operators: { auditor: { owner: 'orders', role: 'read-only', namespace: 'people' } },
  });
  expect(acls).toContainEqual({
    type: 'allow',
    resource: { type: 'cluster' },
    host: '*',
    operations: ['Describe', 'DescribeConfigs'],
  });
  expect(acls).toContainEqual({
    type: 'allow',
    resource: { ...topic, name: '*' },
    host: '*',
    operations: ['Describe', 'DescribeConfigs'],
  });
});

test.each([
  ['hosts', { 'platform.applications.shop.hosts': ['10.0.0.7'] }, 'applications.shop.hosts'],
  [
    'an operator',
    { operators: { oncall: { owner: 'orders', role: 'admin', namespace: 'people' } } },
    'operators.oncall.role',
  ],
])('where nobody asks for permissions %s is refused', (_, changes, path) => {
  const open = { backend: 'strimzi', authorization: 'none' };
  const { problems } = compileDescription(on({ disposable: true, ...changes, 'clusters.main': open }));
  expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([{ code: 'KFK-C001', path }]);
});
