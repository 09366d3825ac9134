import { Fields } from '../../support/matrix/fields';

/** What an environment on Amazon MSK can say. */
export const fields = new Fields('msk');
