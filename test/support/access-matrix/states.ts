import { platform } from '../../../environments/platform';
import { changed } from '../change';
import { cellsOf, type DescribedOperator, type DescribedPlatform, rightsOf } from './oracle';

/** The platform of this repository, and somebody whom no flow gives anything. */
export const base: DescribedPlatform = changed(platform as unknown as DescribedPlatform, {
  'applications.bystander': { owner: 'orders' },
});
/** A day within the seven for which glass may be broken. */
export const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
export const operators: Readonly<Record<string, DescribedOperator & Readonly<Record<string, unknown>>>> = {
  maker: { owner: 'orders', role: 'admin' },
  auditor: { owner: 'orders', role: 'read-only' },
  rescuer: {
    ...{ owner: 'orders', role: 'break-glass', until: dayFromNow(3), reason: 'the matrix asks' },
    denies: [{ topic: 'notifications.sent', operations: ['Read'] }],
  },
};

/** The state with everything that a description can say of access. */
export const restricted = 'after a flow was removed, with operators, denials and addresses';

export interface State {
  readonly platform: DescribedPlatform;
  readonly operators?: typeof operators;
}
export const states: Readonly<Record<string, State>> = {
  'as it is': { platform: base },
  'after a flow was added': {
    platform: changed(base, { 'applications.order-service.consumes': { 'revenue.totals': {} } }),
  },
  [restricted]: {
    platform: changed(base, {
      'applications.inventory-service.produces': {},
      'applications.payment-service.hosts': ['127.0.0.1', '192.0.2.7'],
      'applications.notification-service.hosts': ['192.0.2.7'],
      'applications.revenue-stream.denies': [
        { topic: 'revenue-stream-kept', prefix: true, operations: ['Delete', 'Write'] },
      ],
    }),
    operators,
  },
};
export const applications = Object.keys(base.applications);
export const rightsIn = (state: State) => rightsOf(state.platform, state.operators);
/** Everything that there is, to be asked for by everybody in every state. */
export const cells = cellsOf(Object.values(states).flatMap(rightsIn), Object.keys(base.topics));
