import fc from 'fast-check';
import type { Approval } from '../../../workflows/judgement';
import { type JudgeContext, judge } from '../../../workflows/terraform/judge';
import type { Plan, ResourceChange } from '../../../workflows/terraform/plan';

type Actions = ResourceChange['change']['actions'];

const change = (address: string, actions: Actions, more: Partial<ResourceChange> = {}): ResourceChange => ({
  address,
  mode: 'managed',
  type: address.split('.')[0] ?? '',
  change: { actions, before: null, after: null },
  ...more,
});
const plan = (...resource_changes: ResourceChange[]): Plan => ({ format_version: '1.2', resource_changes });
const approval = (more: Partial<Approval> = {}): Approval => ({
  code: 'KFK-D001',
  address: 'kafka_topic.orders',
  reason: 'moved to another platform',
  owner: 'orders',
  expires: '2026-11-30',
  ...more,
});
const context = (more: Partial<JudgeContext> = {}): JudgeContext => ({
  dataBearing: new Set(['kafka_topic']),
  settingsOf: ({ hours }) => ({ 'retention.ms': String(Number(hours) * 3_600_000) }),
  disposable: false,
  removals: new Map(),
  approvals: [],
  today: '2026-11-21',
  ...more,
});
const destroy = new Map([['kafka_topic.orders', { data: 'destroy' as const }]]);
const keep = new Map([['kafka_topic.orders', { data: 'keep' as const }]]);
const only = (judged: ReturnType<typeof judge>) => judged.changes[0];

describe('what loses nothing', () => {
  test.each<[string, Actions]>([
    ['a new topic', ['create']],
    ['a changed topic', ['update']],
    ['an untouched topic', ['no-op']],
  ])('%s is safe and not listed', (_, actions) => {
    expect(judge(plan(change('kafka_topic.orders', actions)), context())).toEqual({ verdict: 'safe', changes: [] });
  });

  test('a data source is never judged', () => {
    const read = change('kafka_topic.orders', ['delete'], { mode: 'data' });
    expect(judge(plan(read), context()).verdict).toBe('safe');
  });
});

describe('the two keys', () => {
  const deletion = plan(change('kafka_topic.orders', ['delete']));

  test.each<[string, Partial<JudgeContext>]>([
    ['no key', {}],
    ['only the description', { removals: destroy }],
    ['only a disposable environment', { disposable: true }],
    ['only an approval', { approvals: [approval()] }],
    ['a description that says keep', { disposable: true, removals: keep }],
    ['an approval that ended yesterday', { removals: destroy, approvals: [approval({ expires: '2026-11-20' })] }],
    ['an approval of another topic', { removals: destroy, approvals: [approval({ address: 'kafka_topic.other' })] }],
    ['an approval of another code', { removals: destroy, approvals: [approval({ code: 'KFK-D002' })] }],
    ['an approval without a readable day', { removals: destroy, approvals: [approval({ expires: 'never' })] }],
  ])('%s: deleting a topic is destructive', (_, more) => {
    expect(judge(deletion, context(more)).verdict).toBe('destructive');
  });

  test.each<[string, Partial<JudgeContext>]>([
    ['the description and a disposable environment', { removals: destroy, disposable: true }],
    [
      'the description and an approval that ends today',
      { removals: destroy, approvals: [approval({ expires: '2026-11-21' })] },
    ],
  ])('%s: it needs a look only', (_, more) => {
    expect(judge(deletion, context(more))).toMatchObject({ verdict: 'review', changes: [{ code: 'KFK-D001' }] });
  });

  test('the fix names the keys that are missing and no other', () => {
    expect(only(judge(deletion, context()))?.fix).toBe(
      "to keep the data, take the change back; to lose it, say removed: { reason, until, data: 'destroy' } in the description " +
        'and add an approval (code: KFK-D001, address: kafka_topic.orders, reason, owner, expires)',
    );
    const expired = context({ removals: destroy, approvals: [approval({ expires: '2026-11-20' })] });
    expect(only(judge(deletion, expired))?.fix).toBe(
      'to keep the data, take the change back; to lose it, renew the approval of orders, which ended on 2026-11-20',
    );
  });
});

describe('a replacement', () => {
  test.each<[Actions]>([[['delete', 'create']], [['create', 'delete']]])('%j names the attribute', (actions) => {
    const replaced = change('kafka_topic.orders', actions, {
      action_reason: 'replace_because_cannot_update',
      change: { actions, before: null, after: null, replace_paths: [['replication_factor'], ['config', 0]] },
    });
    expect(only(judge(plan(replaced), context()))).toEqual({
      address: 'kafka_topic.orders',
      verdict: 'destructive',
      code: 'KFK-D002',
      problem:
        'kafka_topic is deleted with its data and made again, empty, because replication_factor, config.0 cannot be changed in place',
      fix: expect.stringContaining('add an approval (code: KFK-D002'),
    });
  });

  test('a tainted topic is replaced because its creation failed half-way', () => {
    const tainted = change('kafka_topic.orders', ['delete', 'create'], { action_reason: 'replace_because_tainted' });
    expect(only(judge(plan(tainted), context()))?.problem).toContain('because its creation failed half-way');
  });
});

describe('an update that loses records in place', () => {
  const keptFor = (address: string, before: number, after: number) =>
    plan(
      change(address, ['update'], {
        change: { actions: ['update'], before: { hours: before }, after: { hours: after } },
      }),
    );
  const shortened = keptFor('kafka_topic.orders', 2, 1);
  const inPlace = (more: Partial<Approval> = {}) => ({ approvals: [approval({ code: 'KFK-D006', ...more })] });

  test.each<[string, Partial<JudgeContext>]>([
    ['nobody approved', {}],
    ['the description says destroy', { removals: destroy }],
    ['the approval ended yesterday', inPlace({ expires: '2026-11-20' })],
    ['the approval is of another topic', inPlace({ address: 'kafka_topic.other' })],
    ['the approval is of another code', { approvals: [approval()] }],
  ])('is destructive where %s', (_, more) => {
    expect(judge(shortened, context(more))).toMatchObject({ verdict: 'destructive', changes: [{ code: 'KFK-D006' }] });
  });

  test.each<[string, Partial<JudgeContext>, string]>([
    ['the environment is disposable', { disposable: true }, 'the environment is disposable'],
    ['somebody approved it', inPlace(), 'orders approved it until 2026-11-30'],
  ])('needs a look where %s', (_, more, key) => {
    expect(judge(shortened, context(more))).toEqual({
      verdict: 'review',
      changes: [
        {
          address: 'kafka_topic.orders',
          verdict: 'review',
          code: 'KFK-D006',
          problem: `kafka_topic stays and loses records: retention.ms falls from 7200000 to 3600000; the description says so and ${key}`,
          fix: 'nothing, if this is what you want',
        },
      ],
    });
  });

  test('says what to approve', () => {
    expect(only(judge(shortened, context()))?.fix).toBe(
      'to keep the data, take the change back; to lose it, add an approval (code: KFK-D006, address: kafka_topic.orders, reason, owner, expires)',
    );
  });

  test('is none where records are kept for longer, or the resource bears no data or has no settings', () => {
    expect(judge(keptFor('kafka_topic.orders', 1, 2), context()).verdict).toBe('safe');
    expect(judge(keptFor('kafka_quota.orders', 2, 1), context()).verdict).toBe('safe');
    expect(judge(shortened, context({ settingsOf: () => ({}) })).verdict).toBe('safe');
  });
});

test('a topic that only changed its address needs a moved block', () => {
  const named = (name: string) => ({ name });
  const gone = change('kafka_topic.orders', ['delete'], {
    change: { actions: ['delete'], before: named('o'), after: null },
  });
  const made = (name: string) =>
    change('kafka_topic.orders_created', ['create'], {
      change: { actions: ['create'], before: null, after: named(name) },
    });
  expect(only(judge(plan(gone, made('o')), context()))).toMatchObject({
    verdict: 'destructive',
    fix: 'it only has a new address: add a moved block from kafka_topic.orders to kafka_topic.orders_created',
  });
  expect(only(judge(plan(gone, made('p')), context()))?.fix).not.toContain('moved block');
});

test('an object that an interrupted replacement left behind holds data too', () => {
  const deposed = change('kafka_topic.orders', ['delete'], { deposed: 'ab12' });
  expect(only(judge(plan(deposed), context()))).toMatchObject({
    verdict: 'destructive',
    problem: 'kafka_topic is deleted with its data (object ab12, left by an interrupted replacement)',
  });
});

test('a topic that leaves management needs a look, unless the description says so', () => {
  const forgotten = plan(change('kafka_topic.orders', ['forget']));
  expect(judge(forgotten, context())).toMatchObject({ verdict: 'review', changes: [{ code: 'KFK-D003' }] });
  expect(judge(forgotten, context({ removals: destroy })).verdict).toBe('review');
  expect(judge(forgotten, context({ removals: keep })).verdict).toBe('safe');
});

test('removed access needs a look, and so does replaced access', () => {
  expect(judge(plan(change('kafka_acl.orders_read', ['delete'])), context())).toMatchObject({
    verdict: 'review',
    changes: [{ code: 'KFK-D004', problem: 'kafka_acl is deleted: whatever relied on it is refused from then on' }],
  });
  expect(judge(plan(change('kafka_acl.orders_read', ['delete', 'create'])), context())).toMatchObject({
    verdict: 'review',
    changes: [{ code: 'KFK-D005' }],
  });
});

test('one destructive change among many decides', () => {
  const many = plan(
    change('kafka_acl.orders_read', ['delete']),
    change('kafka_topic.orders', ['delete']),
    change('kafka_topic.payments', ['create']),
  );
  expect(judge(many, context()).verdict).toBe('destructive');
});

describe('property', () => {
  const address = fc.constantFrom('kafka_topic.orders', 'kafka_topic.payments', 'kafka_acl.read', 'msk_cluster.main');
  const day = fc.constantFrom('2026-11-20', '2026-11-21', '2026-11-22', '', 'never', '2026-11-99x');
  const actions = fc.constantFrom<Actions>(
    ['no-op'],
    ['create'],
    ['read'],
    ['update'],
    ['delete'],
    ['delete', 'create'],
    ['create', 'delete'],
    ['forget'],
    ['create', 'forget'],
  );
  const changes = fc.array(
    fc
      .record({
        address,
        actions,
        reason: fc.option(fc.string(), { nil: undefined }),
        name: fc.option(fc.string(), { nil: undefined }),
      })
      .map(({ address, actions, reason, name }) =>
        change(address, actions, { action_reason: reason, change: { actions, before: { name }, after: { name } } }),
      ),
  );
  const contexts = fc.record({
    dataBearing: fc.constant(new Set(['kafka_topic', 'msk_cluster'])),
    settingsOf: fc.constant(() => ({})),
    disposable: fc.boolean(),
    removals: fc
      .array(fc.tuple(address, fc.record({ data: fc.constantFrom('keep' as const, 'destroy' as const) })))
      .map((entries) => new Map<string, { data: 'keep' | 'destroy' }>(entries)),
    approvals: fc.array(
      fc.record({
        code: fc.constantFrom('KFK-D001', 'KFK-D002', 'KFK-D003'),
        address,
        reason: fc.string(),
        owner: fc.string(),
        expires: day,
      }),
    ),
    today: fc.constant('2026-11-21'),
  });

  test('no plan that deletes or replaces data without both keys is ever less than destructive', () => {
    fc.assert(
      fc.property(changes, contexts, (changes, context) => {
        const unkeyed = changes.some(({ address, type, change: { actions } }) => {
          if (!context.dataBearing.has(type) || !actions.includes('delete')) return false;
          const code = actions.length > 1 ? 'KFK-D002' : 'KFK-D001';
          const approved = context.approvals.some(
            (approval) =>
              approval.address === address &&
              approval.code === code &&
              ['2026-11-21', '2026-11-22'].includes(approval.expires),
          );
          return !(context.removals.get(address)?.data === 'destroy' && (context.disposable || approved));
        });
        expect(judge(plan(...changes), context).verdict === 'destructive').toBe(unkeyed);
      }),
      { numRuns: 2_000 },
    );
  });

  test('every listed change is at an address of the plan, with a code, a problem and a fix', () => {
    fc.assert(
      fc.property(changes, contexts, (changes, context) => {
        for (const judged of judge(plan(...changes), context).changes) {
          expect(changes.map(({ address }) => address)).toContain(judged.address);
          expect(judged.code).toMatch(/^KFK-D\d{3}$/);
          expect(judged.problem && judged.fix).toBeTruthy();
        }
      }),
    );
  });
});
