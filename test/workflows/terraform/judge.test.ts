import type { Approval } from '../../../workflows/judgement';
import { type JudgeContext, judge } from '../../../workflows/terraform/judge';
import { type Actions, approval, change, context, plan } from './plans';

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
