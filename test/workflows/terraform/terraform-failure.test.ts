import type { Diagnostic, TerraformEvent } from '../../../workflows/terraform/events';
import { terraformFailure } from '../../../workflows/terraform/terraform-failure';

const run = {
  stack: 'orders',
  command: 'terraform',
  work: '/stacks/orders',
  log: '/logs/orders.log',
  interrupted: false,
  created: [{ address: 'kafka_topic.orders', id: 'orders' }],
};
const said = (diagnostic: Partial<Diagnostic>): TerraformEvent[] => [
  { type: 'diagnostic', text: '', diagnostic: { severity: 'error', summary: 'refused', detail: '', ...diagnostic } },
];
const failure = (events: TerraformEvent[], more: Partial<typeof run> = {}) =>
  terraformFailure('apply', { code: 1, killedBy: null, events }, { ...run, ...more });

test('a failure says the step, the provider’s words and the log', () => {
  expect(failure(said({}))).toMatchObject({
    message: 'orders: terraform apply failed',
    details: { why: ['refused', 'log: /logs/orders.log'], fix: undefined },
  });
});

test('a Terraform that was killed is said to be', () => {
  const { details } = terraformFailure('apply', { code: null, killedBy: 'SIGKILL', events: [] }, run);
  expect(details.why?.[0]).toBe('it was killed (SIGKILL)');
});

test('whoever interrupted it reads that first', () => {
  expect(failure(said({}), { interrupted: true }).details.why?.[0]).toBe('it was interrupted');
});

test('a lock that somebody holds can be broken by its id', () => {
  const detail = 'Lock Info:\n  ID:        0a1b\n  Path:      orders.tfstate';
  expect(failure(said({ summary: 'Error acquiring the state lock', detail })).details.fix).toBe(
    'wait for the other run; if it is dead: cd /stacks/orders && terraform force-unlock 0a1b',
  );
});

test.each([
  ['what it was to create and exists', 'kafka_topic.orders', expect.stringContaining('--adopt kafka_topic.orders')],
  ['what it was not to create', 'kafka_topic.other', undefined],
])('%s can, or cannot, be adopted', (_, address, fix) => {
  expect(failure(said({ summary: 'Topic already exists', address })).details.fix).toEqual(fix);
});
