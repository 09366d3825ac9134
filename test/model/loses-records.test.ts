import { losesRecords, type Settings } from '../../model/loses-records';

const day = '86400000';
const month = '2592000000';

test.each<[string, Settings, Settings, string]>([
  ['a lower time', { 'retention.ms': month }, { 'retention.ms': day }, `retention.ms falls from ${month} to ${day}`],
  [
    'a time where there was none',
    { 'retention.ms': '-1' },
    { 'retention.ms': day },
    `retention.ms falls from -1 to ${day}`,
  ],
  ['a lower size', { 'retention.bytes': '2' }, { 'retention.bytes': '1' }, 'retention.bytes falls from 2 to 1'],
  [
    'a size beyond what a number holds',
    { 'retention.bytes': '9007199254740993' },
    { 'retention.bytes': '9007199254740992' },
    'retention.bytes falls',
  ],
  ['a bound that comes', {}, { 'retention.bytes': '1' }, "retention.bytes falls from the cluster's default to 1"],
  ['an unlimited time that goes', { 'retention.ms': '-1' }, {}, "retention.ms falls from -1 to the cluster's default"],
  ['compaction', { 'cleanup.policy': 'delete' }, { 'cleanup.policy': 'compact' }, 'cleanup.policy gains compact'],
  [
    'compaction beside deletion',
    { 'cleanup.policy': 'delete' },
    { 'cleanup.policy': 'compact,delete' },
    'cleanup.policy gains compact',
  ],
  ['deletion', { 'cleanup.policy': 'compact' }, { 'cleanup.policy': 'compact, delete' }, 'cleanup.policy gains delete'],
  ["deletion by Kafka's default", { 'cleanup.policy': 'compact' }, {}, 'cleanup.policy gains delete'],
])('%s loses records', (_, before, after, how) => {
  expect(losesRecords(before, after)?.how).toContain(how);
});

test.each<[string, Settings, Settings]>([
  ['no change', { 'retention.ms': day }, { 'retention.ms': day }],
  ['a higher time', { 'retention.ms': day }, { 'retention.ms': month }],
  ['an unlimited time', { 'retention.ms': day }, { 'retention.ms': '-1' }],
  ['an unlimited time that comes', {}, { 'retention.ms': '-1' }],
  ['a size that goes', { 'retention.bytes': '1' }, {}],
  ["a time below Kafka's default that goes", { 'retention.ms': day }, {}],
  ['policies in another order', { 'cleanup.policy': 'compact,delete' }, { 'cleanup.policy': 'delete,compact' }],
  ['a policy that goes', { 'cleanup.policy': 'compact,delete' }, { 'cleanup.policy': 'compact' }],
  [
    'a time that nothing is deleted by',
    { 'cleanup.policy': 'compact', 'retention.ms': month },
    { 'cleanup.policy': 'compact', 'retention.ms': day },
  ],
  ['what bounds no records', { 'max.message.bytes': '2' }, { 'max.message.bytes': '1' }],
])('%s loses none', (_, before, after) => {
  expect(losesRecords(before, after)).toBeUndefined();
});

test('what a change lowers is kept by taking it back', () => {
  const lowered = losesRecords({ 'retention.ms': month }, { 'retention.ms': day });
  expect(lowered?.toKeep).toBe('take the change back');
});

test('where only the cluster knows what a topic keeps, as of one that is adopted, it can be said first', () => {
  const adopted = losesRecords({}, { 'retention.ms': month, 'retention.bytes': '1' });
  expect(adopted?.toKeep).toBe(
    'take the change back, or make what the topic keeps now (kafka-configs --describe --all) its own ' +
      'retention.ms and retention.bytes (--alter --add-config) and describe no less',
  );
});
