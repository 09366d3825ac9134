import fc from 'fast-check';
import { judge } from '../../../workflows/terraform/judge';
import { type Actions, change, plan } from './plans';

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
