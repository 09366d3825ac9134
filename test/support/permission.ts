import type { Permission } from '../../model/permissions';

/** What `shop` may do: write `orders.created` from everywhere, unless something else is said. */
export const permission = (said: Partial<Permission>): Permission => ({
  cluster: 'main',
  application: 'shop',
  principal: 'User:shop',
  resourceType: 'Topic',
  resourceName: 'orders.created',
  patternType: 'Literal',
  operation: 'Write',
  permission: 'Allow',
  host: '*',
  from: 'applications.shop',
  ...said,
});
