import { interruption, parseEvent, reasons, refusedAsExisting } from '../../../workflows/terraform/events';

/** As Terraform 1.11.4 prints them, shortened. */
const error = {
  '@level': 'error',
  '@message': 'Error: Error acquiring the state lock',
  '@timestamp': '2026-11-21T10:23:24Z',
  diagnostic: { severity: 'error', summary: 'Error acquiring the state lock', detail: 'Lock Info:\n  ID:  d8382a05' },
  type: 'diagnostic',
};
const line = (more: object) => parseEvent(JSON.stringify({ ...error, ...more }));

test('an event is its time and message, a diagnostic has its detail below', () => {
  expect(line({}).text).toBe(
    '2026-11-21T10:23:24Z Error: Error acquiring the state lock\n  Lock Info:\n    ID:  d8382a05',
  );
});

test('what is no event stays as it is', () => {
  expect(parseEvent('panic: runtime error')).toEqual({ type: 'text', text: 'panic: runtime error' });
});

test('a run failed for its errors, not its warnings', () => {
  const at = (severity: string, summary: string, address?: string) =>
    line({ diagnostic: { severity, summary, detail: '', address } });
  expect(reasons([at('warning', 'old'), at('error', 'no broker', 'kafka_topic.orders')])).toEqual([
    'kafka_topic.orders: no broker',
  ]);
});

test('an error that many resources have is said once, with the first of them', () => {
  const at = (address: string) =>
    line({ diagnostic: { severity: 'error', summary: 'no broker', detail: 'at b:1', address } });
  expect(reasons(['a', 'b', 'c', 'd', 'e'].map(at))).toEqual(['a, b, c and 2 more: no broker', '  at b:1']);
  expect(reasons(['a', 'b', 'c', 'd'].map(at))[0]).toBe('a, b, c, d: no broker');
});

test('a run without an error says its last words', () => {
  const text = (words: string) => parseEvent(words);
  expect(reasons(['1', '2', '3', '4', '5', ' ', '6'].map(text))).toEqual(['2', '3', '4', '5', '6']);
});

const failed = (address: string | undefined, summary: string) =>
  line({ diagnostic: { severity: 'error', summary, detail: '', address } });

test('an event of an apply names its resource', () => {
  const event = { type: 'apply_start', hook: { resource: { addr: 'kafka_topic.a' }, action: 'create' } };
  expect(parseEvent(JSON.stringify(event)).address).toBe('kafka_topic.a');
});

test('what an interrupt gave up is one line; other errors are said', () => {
  const cancelled = ['a', 'b'].map((name) => failed(name, `error waiting for topic (${name}): context canceled`));
  expect(interruption([...cancelled, failed(undefined, 'execution halted'), failed('c', 'no broker')])).toEqual([
    'it was interrupted',
    'given up half-way, and settled by the next run: a, b',
    'c: no broker',
  ]);
});

test('what exists already is told from other errors', () => {
  const topic = failed('kafka_topic.a', 'kafka server: Topic with this name already exists');
  expect(refusedAsExisting([topic, failed('kafka_topic.b', 'no broker')])).toEqual(['kafka_topic.a']);
});

test('after twenty lines the log is the better place', () => {
  const many = Array.from({ length: 30 }, (_, index) => failed(undefined, `error ${index}`));
  expect(reasons(many).slice(-2)).toEqual(['error 19', 'and 10 more lines in the log']);
});
