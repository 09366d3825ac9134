import { Failure } from '../../../workflows/failure';
import { DeployFailure, type StackResult } from '../../../workflows/terraform/deploy-result';

const result = (stack: string, more: Partial<StackResult>): StackResult => ({
  stack,
  status: 'not begun',
  applied: [],
  seconds: 0,
  log: `/logs/${stack}.log`,
  ...more,
});
const refused = result('orders', {
  status: 'refused',
  judgement: {
    verdict: 'destructive',
    changes: [
      { address: 'kafka_topic.a', verdict: 'destructive', code: 'KFK-D001', problem: 'gone', fix: 'keep it' },
      { address: 'kafka_acl.b', verdict: 'review', code: 'KFK-D004', problem: 'removed', fix: 'look' },
    ],
  },
});
const failed = result('users', {
  applied: ['kafka_topic.a', 'kafka_topic.b', 'kafka_acl.c'],
  status: 'failed',
  failure: new Failure('users: terraform apply failed', { why: ['no broker', 'log: x'], fix: 'start it' }),
});

test('a refusal ends with 4 and lists what destroys data, and nothing else', () => {
  const failure = new DeployFailure('prod', [refused, result('payments', { status: 'planned' })]);
  expect(failure.exit).toBe(4);
  expect(failure.message).toBe("deploy of 'prod' stopped: orders would destroy data");
  expect(failure.details.why).toEqual([
    'KFK-D001 kafka_topic.a: gone',
    '  fix: keep it',
    'nothing was applied',
    'not begun: payments',
  ]);
});

test('a failure ends with 5, says why, what is done, what is not, and how to go on', () => {
  const failure = new DeployFailure('prod', [result('topics', { status: 'applied' }), failed, result('late', {})]);
  expect(failure.exit).toBe(5);
  expect(failure.details.why).toEqual([
    'users: terraform apply failed',
    '  no broker',
    '  log: x',
    '  fix: start it',
    'applied: topics, users in part (3: kafka_topic.a, kafka_topic.b, kafka_acl.c)',
    'not begun: late',
  ]);
  expect(failure.details.fix).toContain('run the same command again');
});

test('a failure beside a refusal ends with 5 and says both', () => {
  const failure = new DeployFailure('prod', [refused, failed]);
  expect(failure.exit).toBe(5);
  expect(failure.message).toBe("deploy of 'prod' stopped: users failed; orders would destroy data");
});

test('an interrupt between two stacks is nobody’s fault', () => {
  const failure = new DeployFailure('prod', [result('topics', { status: 'applied' }), result('users', {})]);
  expect([failure.message, failure.exit]).toEqual(["deploy of 'prod' stopped: it was interrupted", 5]);
});
