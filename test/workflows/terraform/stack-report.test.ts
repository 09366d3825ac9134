import type { JudgedChange, Judgement } from '../../../workflows/judgement';
import type { StackResult } from '../../../workflows/terraform/deploy-result';
import { StackReport } from '../../../workflows/terraform/stack-report';

const none = { create: 0, update: 0, delete: 0, replace: 0, forget: 0, import: 0, move: 0, noop: 0 };
const safe: Judgement = { verdict: 'safe', changes: [] };

let said: string[];
let result: StackResult;
let report: StackReport;
beforeEach(() => {
  said = [];
  result = { stack: 'orders', status: 'planned', applied: [], seconds: 0, log: '' };
  report = new StackReport(result, 10, (line) => said.push(line));
});

test('the lines of a deploy stand below each other', () => {
  report.planned(true, { ...none, create: 2 }, safe);
  report.hear({ type: 'apply_complete', text: '', address: 'a' });
  report.hear({ type: 'apply_complete', text: '', address: 'b' });
  report.applied(2.14);
  expect(said).toEqual(['  orders      plan     2 to add', '  orders      applied  2 in 2.1 s']);
  expect(result.applied).toEqual(['a', 'b']);
});

test('what an interrupted run has made is said, be it taken up or left', () => {
  report.adopted([]);
  report.abandoned([]);
  report.adopted(['kafka_topic.a', 'kafka_topic.b']);
  report.abandoned(['c']);
  expect(said).toEqual([
    '  orders      adopts   2 that exist already: kafka_topic.a, kafka_topic.b',
    '  orders      review   an interrupted run may have made these, and nothing manages them: c',
  ]);
});

test('a state that was put back is said', () => {
  report.restored();
  expect(said).toEqual(['  orders      restores the state of before an apply that was killed while it wrote one']);
});

test('what is planned again is said', () => {
  report.disconnected();
  expect(said).toEqual(['  orders      again    what is left: the provider was not connected']);
});

test('nothing to do is said', () => {
  report.planned(false, none, safe);
  expect(said).toEqual(['  orders      no changes']);
});

test('what needs a look is a line per code', () => {
  const change = (address: string): JudgedChange => ({
    address,
    verdict: 'review',
    code: 'KFK-D004',
    problem: '',
    fix: '',
  });
  const changes = ['a', 'b', 'c', 'd', 'e'].map(change);
  report.planned(true, { ...none, delete: 5 }, { verdict: 'review', changes });
  expect(said[1]).toBe('  orders      review   KFK-D004 access or configuration is removed: a, b, c and 2 more');
});

test('who waits for a lock says so', () => {
  report.hear({ type: 'state_lock_acquire', text: '' });
  expect(said).toEqual(['  orders      waits for the lock of its state']);
});
