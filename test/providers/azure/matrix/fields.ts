import { Fields } from '../../../support/matrix/fields';

/** What an environment on Event Hubs can say. */
export const fields = new Fields('event-hubs');
