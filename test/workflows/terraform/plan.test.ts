import { changesIn, describeSummary, kindOf, parsePlan as parse, summarize } from '../../../workflows/terraform/plan';

/** As Terraform 1.11.4 prints it, shortened. */
const printed = (changes: object[], format_version = '1.2') =>
  JSON.stringify({ format_version, resource_changes: changes });
const parsePlan = (text: string) => parse(text, new Set(['kafka_topic']));
const topic = (name: string, actions: string[], more: object = {}, change: object = {}) => ({
  address: `kafka_topic.${name}`,
  mode: 'managed',
  type: 'kafka_topic',
  name,
  change: { actions, before: null, after: { name }, ...change },
  ...more,
});

test('attributes are kept of the types that are asked for, and of nothing else', () => {
  const after = { name: 'orders', config: { 'retention.ms': '1' } };
  const change = { before: { ...after, partitions: 3 }, after };
  const user = {
    ...topic('shop', ['update'], {}, { before: { password: 'planted' }, after: { password: 'planted' } }),
    address: 'kafka_user_scram_credential.shop',
    type: 'kafka_user_scram_credential',
  };
  const { resource_changes } = parsePlan(printed([topic('orders', ['update'], {}, change), user]));
  expect(resource_changes.map(({ change: { before, after } }) => [before, after])).toEqual([
    [{ ...after, partitions: 3 }, after],
    [null, null],
  ]);
  expect(JSON.stringify(resource_changes)).not.toContain('planted');
});

test.each<[string, unknown, object]>([
  ['one attribute', { secret: true, tags: {} }, { name: 'orders', tags: ['planted as a tag'] }],
  ['a part of one', { secret: true, tags: [false, { value: true }] }, { name: 'orders' }],
  ['all of them', true, {}],
  ['none', false, { name: 'orders', secret: 'planted', tags: ['planted as a tag'] }],
])('where %s is sensitive it goes no further, before and after', (_, marks, kept) => {
  const values = { name: 'orders', secret: 'planted', tags: ['planted as a tag'] };
  const change = { before: values, after: values, before_sensitive: marks, after_sensitive: marks };
  const [read] = parsePlan(printed([topic('orders', ['update'], {}, change)])).resource_changes;
  expect(read?.change).toEqual({ actions: ['update'], before: kept, after: kept });
});

test('a plan without changes has none', () => {
  expect(parsePlan('{"format_version":"1.0"}').resource_changes).toEqual([]);
});

test.each([
  ['2.0', "the plan's format 2.0 is unknown"],
  ['10.1', "the plan's format 10.1 is unknown"],
])('format %s is refused', (format, message) => {
  expect(() => parsePlan(printed([], format))).toThrow(message);
});

test.each([['not json'], ['null'], ['{}'], ['[]']])('%s is refused in words', (text) => {
  expect(() => parsePlan(text)).toThrow(expect.objectContaining({ name: 'Failure' }));
});

test('an action that the kit does not know is refused, not guessed', () => {
  expect(() => parsePlan(printed([topic('orders', ['obliterate'])]))).toThrow('documented shape');
});

test.each([
  [['no-op'], 'noop'],
  [['read'], 'noop'],
  [['create'], 'create'],
  [['update'], 'update'],
  [['delete'], 'delete'],
  [['delete', 'create'], 'replace'],
  [['create', 'delete'], 'replace'],
  [['forget'], 'forget'],
  [['create', 'forget'], 'forget'],
])('%j is %s', (actions, kind) => {
  const [change] = parsePlan(printed([topic('orders', actions)])).resource_changes;
  expect(change && kindOf(change)).toBe(kind);
});

test('a summary counts managed resources, imports and moves', () => {
  const summary = summarize(
    parsePlan(
      printed([
        topic('a', ['create']),
        topic('b', ['create']),
        topic('c', ['delete', 'create']),
        topic('d', ['no-op'], { previous_address: 'kafka_topic.old' }),
        topic('e', ['no-op'], {}, { importing: { id: 'e' } }),
        topic('f', ['forget']),
        { ...topic('g', ['read']), mode: 'data' },
      ]),
    ),
  );
  expect(summary).toEqual({ create: 2, update: 0, delete: 0, replace: 1, forget: 1, import: 1, move: 1, noop: 2 });
  expect(describeSummary(summary)).toBe('1 to import, 1 to move, 2 to add, 1 to replace, 1 to forget');
});

test('a plan that touches no resource changes outputs only', () => {
  expect(describeSummary(summarize(parsePlan(printed([topic('a', ['no-op'])]))))).toBe('outputs only');
});

test('changes are named with how; what is read, or stays, is none', () => {
  const plan = parsePlan(
    printed([
      topic('made', ['create']),
      topic('changed', ['update']),
      topic('gone', ['delete']),
      topic('anew', ['delete', 'create']),
      topic('stays', ['no-op']),
      topic('found', ['no-op'], {}, { importing: {} }),
      topic('moved', ['no-op'], { previous_address: 'kafka_topic.before' }),
      topic('looked_up', ['read'], { mode: 'data' }),
    ]),
  );
  expect(changesIn(plan)).toEqual([
    'kafka_topic.made: create',
    'kafka_topic.changed: update',
    'kafka_topic.gone: delete',
    'kafka_topic.anew: replace',
    'kafka_topic.found: import',
    'kafka_topic.moved: move',
  ]);
});
