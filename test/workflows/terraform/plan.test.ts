import { describeSummary, kindOf, parsePlan as parse, summarize } from '../../../workflows/terraform/plan';

/** As Terraform 1.11.4 prints it, shortened. */
const printed = (changes: object[], format_version = '1.2') =>
  JSON.stringify({ format_version, resource_changes: changes });
const parsePlan = (text: string) => parse(text, new Set(['kafka_topic']));
const topic = (name: string, actions: string[], more: object = {}, change: object = {}) => ({
  address: `kafka_topic.${name}`,
  mode: 'managed',
  type: 'kafka_topic',
  name,
  change: { actions, before: null, after: { name, secret: 'planted' }, ...change },
  ...more,
});

test('values of a plan go no further, but for the name', () => {
  const plan = parsePlan(printed([topic('orders', ['create'])]));
  expect(JSON.stringify(plan)).not.toContain('planted');
  expect(plan.resource_changes[0]?.change.after).toEqual({ name: 'orders' });
});

test('the configuration of what bears data is kept, and that of nothing else', () => {
  const config = { 'retention.ms': '1' };
  const change = { before: { config: { ...config, unset: null } }, after: { config } };
  const quota = { ...topic('user', ['update'], {}, change), address: 'kafka_quota.user', type: 'kafka_quota' };
  const { resource_changes } = parsePlan(printed([topic('orders', ['update'], {}, change), quota]));
  expect(resource_changes.map(({ change: { before, after } }) => [before, after])).toEqual([
    [{ config }, { config }],
    [{}, {}],
  ]);
});

test.each<[string, unknown, object]>([
  ['as JSON', '{"retention.ms":"1"}', { config: { 'retention.ms': '1' } }],
  ['as JSON that is broken', '{"retention.ms"', {}],
  ['as JSON of something else', '[1]', {}],
])('settings are read where a provider says them %s', (_, configs, read) => {
  const change = { before: { configs }, after: {} };
  const msk = { ...topic('orders', ['update'], {}, change), address: 'aws_msk_topic.orders', type: 'aws_msk_topic' };
  const { resource_changes } = parse(printed([msk]), new Set(['aws_msk_topic']));
  expect(resource_changes[0]?.change.before).toEqual(read);
});

test.each<[string, unknown, object]>([
  ['a hub that deletes', [{ cleanup_policy: 'Delete', retention_time_in_hours: 2 }], { 'retention.ms': '7200000' }],
  ['a hub that compacts', [{ cleanup_policy: 'Compact', retention_time_in_hours: 0 }], {}],
])("the settings of %s are read in Kafka's terms", (_, retention_description, bounds) => {
  const change = { before: { retention_description }, after: { retention_description: 'unknown' } };
  const hub = { ...topic('orders', ['update'], {}, change), address: 'azurerm_eventhub.o', type: 'azurerm_eventhub' };
  const { resource_changes } = parse(printed([hub]), new Set(['azurerm_eventhub']));
  expect(resource_changes[0]?.change.before?.config).toMatchObject({
    'cleanup.policy': expect.stringMatching(/^(delete|compact)$/),
    ...bounds,
  });
  expect(resource_changes[0]?.change.after).toEqual({});
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
