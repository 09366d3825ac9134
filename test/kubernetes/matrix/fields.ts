import { Fields } from '../../support/matrix/fields';

/** What an environment on Strimzi can say. */
export const fields = new Fields('strimzi');
