import { strimziAcls } from '../../../backends/strimzi/access';
import type { Permission } from '../../../model/permissions';
import { permission } from '../../support/permission';

test('what may be done with one resource stands together', () => {
  expect(strimziAcls([permission({ operation: 'Create' }), permission({ operation: 'Write' })])).toEqual([
    {
      type: 'allow',
      resource: { type: 'topic', name: 'orders.created', patternType: 'literal' },
      operations: ['Create', 'Write'],
      host: '*',
    },
  ]);
});

test('Kafka’s words become Strimzi’s: Prefixed is prefix, and a denial denies', () => {
  expect(
    strimziAcls([
      permission({ resourceType: 'TransactionalId', resourceName: 'shop-', patternType: 'Prefixed' }),
      permission({
        resourceType: 'Group',
        resourceName: 'shop',
        operation: 'Read',
        permission: 'Deny',
        host: '10.0.0.1',
      }),
    ]),
  ).toEqual([
    {
      type: 'allow',
      resource: { type: 'transactionalId', name: 'shop-', patternType: 'prefix' },
      operations: ['Write'],
      host: '*',
    },
    {
      type: 'deny',
      resource: { type: 'group', name: 'shop', patternType: 'literal' },
      operations: ['Read'],
      host: '10.0.0.1',
    },
  ]);
});

test('the cluster has no name, because there is one', () => {
  const [acl] = strimziAcls([
    permission({ resourceType: 'Cluster', resourceName: 'kafka-cluster', operation: 'Alter' }),
  ]);
  expect(acl?.resource).toEqual({ type: 'cluster' });
});

test.each<[string, Partial<Permission>]>([
  ['a prefix and a literal of the same name', { patternType: 'Prefixed' }],
  ['a topic and a group of the same name', { resourceType: 'Group' }],
  ['what is allowed and what is denied', { permission: 'Deny' }],
  ['two hosts', { host: '10.0.0.1' }],
])('%s are apart', (_, change) => {
  expect(strimziAcls([permission({}), permission(change)])).toHaveLength(2);
});
