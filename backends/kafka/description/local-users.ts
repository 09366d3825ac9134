import type { SuperUser } from '../../../model/super-user';

/** The two users of a local cluster who may do everything. The underscore keeps them apart from applications, whose names are DNS labels. */
export const brokerUser = 'kit_broker';
export const adminUser = 'kit_admin';

export const localSuperUsers: readonly SuperUser[] = [adminUser, brokerUser].map((name) => ({
  principal: `User:${name}`,
  field: ['local'],
}));
