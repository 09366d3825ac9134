import { isReason, unsaid } from '../../model/reason';
import { changed } from '../support/change';
import { compileDescription, small } from '../support/describe';

test.each([
  'two are bought',
  'nobody reads it',
  'old clients',
  'INC-4711',
  'CHG0012345',
  'see #4711',
  'https://tickets.example.com/4711',
  'PAY-12',
  'TODO of INC-4711',
  'to do business with them',
  'v10 clients know no other way',
  'zwei reichen uns',
  '只有两个节点可以用',
])('%s is a reason', (text) => {
  expect(isReason(text)).toBe(true);
});

test.each([
  '',
  ' ',
  '-',
  '.',
  unsaid,
  '…, …',
  'x',
  'ok',
  'n/a',
  'none',
  'because',
  'to do',
  'TODO',
  'to be done.',
  'a - b',
  'no reason',
  '12',
  '#1',
  'v10',
  'prod01',
  'aa bb',
  'ok ok',
  'n/a n/a',
  'reason Reason',
  'none given',
  'to do later',
  'TODO 12',
  'TODO later',
  'todo: think of one',
  'FIXME before it ends',
  'tbd by the team',
])('%j is none', (text) => {
  expect(isReason(text)).toBe(false);
});

describe('one measure holds', () => {
  const dated = { owner: 'orders', expires: '2026-12-31' };
  const msk = {
    'clusters.main': {
      backend: 'msk',
      region: 'eu-west-1',
      vpc: 'vpc-0a1b2c3d',
      subnets: ['subnet-0a1b2c3d', 'subnet-1a1b2c3d', 'subnet-2a1b2c3d'],
      authentication: ['scram-sha-512'],
    },
  };
  const asked: readonly (readonly [string, string, (reason: string) => Readonly<Record<string, unknown>>])[] = [
    ['a waiver', 'KFK-E005', (reason) => ({ waivers: [{ code: 'KFK-T001', path: 'topics', reason, ...dated }] })],
    [
      'an approval',
      'KFK-E005',
      (reason) => ({ approvals: [{ code: 'KFK-D001', address: 'kafka_topic.orders_created', reason, ...dated }] }),
    ],
    [
      'a removal',
      'KFK-E005',
      (reason) => ({
        'platform.topics[orders.gone]': { owner: 'orders', removed: { reason, until: '2026-12-31', data: 'keep' } },
      }),
    ],
    [
      'what is accepted',
      'KFK-E005',
      (reason) => ({ accepts: { sas: { reason, owner: 'orders', until: '2026-12-31' } } }),
    ],
    [
      'who may do everything',
      'KFK-X002',
      (reason) => ({ 'operators.oncall': { owner: 'orders', role: 'break-glass', until: '2026-11-25', reason } }),
    ],
    [
      'an administrator where an auditor asks',
      'KFK-X008',
      (reason) => ({ profile: 'regulated', 'operators.team': { owner: 'orders', role: 'admin', reason } }),
    ],
    [
      'a cluster that is open',
      'KFK-K370',
      (reason) => changed(msk, { 'clusters.main': { ...msk['clusters.main'], open: { reason, until: '2026-12-31' } } }),
    ],
    [
      'how a person leaves a compacted topic',
      'KFK-X062',
      (erasure) => ({
        profile: 'production',
        'platform.topics[orders.created]': { owner: 'orders', classification: 'personal', cleanup: 'compact', erasure },
      }),
    ],
  ];

  test.each(asked)('of %s', (_, code, with_) => {
    const told = (reason: string) =>
      compileDescription(changed<unknown>(small, with_(reason))).problems.filter(
        ({ code: found, path }) => found === code && /(reason|erasure)$/.test(path),
      );
    expect(told('-')).toHaveLength(1);
    expect(told('no reason')).toHaveLength(1);
    expect(told('agreed in INC-4711')).toEqual([]);
  });
});
