import { configValueProblem, topicConfigs } from '../../model/topic-config';

const judge = (name: string, value: string) => {
  const allowed = topicConfigs[name];
  if (!allowed) throw new Error(`no topic configuration '${name}'`);
  return configValueProblem(allowed, value);
};

test.each([
  ['segment.ms', '86400000'],
  ['segment.ms', '9223372036854775807'],
  ['segment.ms', ' 1 '],
  ['segment.bytes', '2147483647'],
  ['local.retention.ms', '-2'],
  ['min.cleanable.dirty.ratio', '0.5'],
  ['min.cleanable.dirty.ratio', '1'],
  ['min.cleanable.dirty.ratio', '5e-1'],
  ['compression.type', 'zstd'],
  ['preallocate', 'true'],
  ['follower.replication.throttled.replicas', '*'],
])('%s accepts %j', (name, value) => {
  expect(judge(name, value)).toBeUndefined();
});

test.each([
  ['segment.ms', '0', 'a whole number from 1'],
  ['segment.ms', '1.5', 'a whole number from 1'],
  ['segment.ms', '1e3', 'a whole number from 1'],
  ['segment.ms', '0x10', 'a whole number from 1'],
  ['segment.ms', '5.0', 'a whole number from 1'],
  ['segment.ms', '', 'a whole number from 1'],
  ['segment.ms', '7d', 'a whole number from 1'],
  ['segment.ms', '9223372036854775808', 'a whole number from 1 to 9223372036854775807'],
  ['segment.bytes', '2147483648', 'a whole number from 1048576 to 2147483647'],
  ['segment.bytes', '1048575', 'a whole number from 1048576'],
  ['local.retention.ms', '-3', 'a whole number from -2'],
  ['compression.zstd.level', '23', 'a whole number from -131072 to 22'],
  ['min.cleanable.dirty.ratio', '1.1', 'a number from 0 to 1'],
  ['min.cleanable.dirty.ratio', 'NaN', 'a number from 0 to 1'],
  ['compression.type', 'ZSTD', 'one of uncompressed, zstd'],
  ['preallocate', 'yes', 'true or false'],
])('%s refuses %j: %s is needed', (name, value, allowed) => {
  expect(judge(name, value)).toContain(allowed);
});

test('every configuration that has a field of its own names a field of a topic', () => {
  const fields = Object.values(topicConfigs).flatMap((value) => (value.type === 'field' ? [value.field] : []));
  expect(fields.sort()).toEqual(['cleanup', 'maxMessageSize', 'minInsyncReplicas', 'retention', 'retentionSize']);
});
