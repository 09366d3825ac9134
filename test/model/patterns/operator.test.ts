import type { OperatorInput } from '../../../model/operator';
import { namespace } from '../../backends/event-hubs/namespace';
import { changed } from '../../support/change';
import { compileDescription, type Description, resolve, small } from '../../support/describe';

const described = (oncall: Partial<OperatorInput>, more: Readonly<Record<string, unknown>> = {}) =>
  changed<Description>(small, { operators: { oncall: { owner: 'orders', role: 'admin', ...oncall } }, ...more });
const glass = { role: 'break-glass', reason: 'INC-4711', until: '2026-11-23' } as const;
const may = (oncall: Partial<OperatorInput>, today?: string) =>
  resolve(described(oncall), { today })
    .permissions.filter(({ application }) => application === 'oncall')
    .map(
      ({ permission, operation, resourceType, resourceName }) =>
        `${permission} ${operation} ${resourceType} ${resourceName}`,
    );

test('an administrator makes and changes topics, groups and permissions; it reads no record and writes none', () => {
  expect(may({})).toEqual([
    'Allow Alter Cluster kafka-cluster',
    'Allow AlterConfigs Cluster kafka-cluster',
    'Allow Delete Group *',
    'Allow Read Group *',
    'Allow Alter Topic *',
    'Allow AlterConfigs Topic *',
    'Allow Create Topic *',
    'Allow Delete Topic *',
    'Allow Describe TransactionalId *',
  ]);
});

test('who only reads looks at everything and changes nothing', () => {
  const operations = new Set(may({ role: 'read-only' }).map((line) => line.split(' ')[1]));
  expect([...operations].sort()).toEqual(['Describe', 'DescribeConfigs']);
});

test('broken glass lets do everything, and the permissions name the role that gives it', () => {
  expect(may(glass)).toEqual([
    'Allow All Cluster kafka-cluster',
    'Allow All Group *',
    'Allow All Topic *',
    'Allow All TransactionalId *',
  ]);
  const { permissions } = resolve(described(glass));
  expect(new Set(permissions.filter(({ application }) => application === 'oncall').map(({ from }) => from))).toEqual(
    new Set(['operators.oncall.role']),
  );
});

test('on its last day an operator is there; on the next nothing is left of it, and check says so', () => {
  expect(may(glass, '2026-11-23')).toHaveLength(4);
  const { resolved, problems } = compileDescription(described(glass), { today: '2026-11-24' });
  expect(resolved?.applications.has('oncall')).toBe(false);
  expect(resolved?.operators.has('oncall')).toBe(false);
  expect(resolved?.connections.map(({ application }) => application)).toEqual(['billing', 'shop']);
  expect(problems).toMatchObject([{ code: 'KFK-X005', severity: 'warning', path: 'operators.oncall.until' }]);
});

test('an operator has a credential and a connection of its own, in the shard of its owner', () => {
  const { shards, connections } = resolve(described({}));
  const principals = shards.flatMap(({ principals }) => principals);
  expect(principals.find(({ application }) => application.name === 'oncall')?.credential).toMatchObject({
    key: 'password',
  });
  expect(connections.map(({ application }) => application)).toContain('oncall');
});

test('what is denied to an operator holds against its role, and no flow is said to be in its way', () => {
  const denies = [{ topic: 'orders.created', operations: ['All'] as const }];
  expect(may({ ...glass, denies })).toContain('Deny All Topic orders.created');
});

test('an operator without flows is not said to be idle', () => {
  expect(compileDescription(described({})).problems).toEqual([]);
});

test.each([
  ['an owner that the platform has not', { owner: 'nobody' }, 'KFK-O001', 'operators.oncall.owner'],
  ['a cluster that is not there', { cluster: 'other' }, 'KFK-P001', 'operators.oncall.cluster'],
  ['a way that its cluster does not offer', { authentication: 'mtls' }, 'KFK-A010', 'operators.oncall.authentication'],
])('%s is refused where it is written', (_, said, code, path) => {
  expect(compileDescription(described(said)).problems).toMatchObject([{ code, path }]);
});

test('on Event Hubs it is refused, with what to use in its place', () => {
  const { problems } = compileDescription(
    described({}, { 'clusters.main': namespace, secrets: { vault: 'example-vault' } }),
  );
  expect(problems).toMatchObject([
    {
      severity: 'error',
      path: 'operators.oncall.role',
      fix: expect.stringContaining('Privileged Identity Management'),
    },
  ]);
});
