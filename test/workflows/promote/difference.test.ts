import fc from 'fast-check';
import { losesRecords } from '../../../model/loses-records';
import type { Resolved } from '../../../model/resolved';
import { cleanupPolicies, kafkaConfig } from '../../../model/topic';
import { verdictOf, weighed } from '../../../workflows/promote/approved';
import { differenceOf } from '../../../workflows/promote/difference';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';

const topic = 'platform.topics[orders.created]';
const after = (changes: Readonly<Record<string, unknown>>) => resolve(changed<Description>(small, changes));
const told = (changes: Readonly<Record<string, unknown>>, before: Resolved | undefined = resolve(small)) =>
  differenceOf(before, after(changes)).map(
    ({ grade, path, before: was = '–', after: is = '–' }) => `${grade} ${path}: ${was} → ${is}`,
  );

test('one description has no difference', () => {
  expect(told({})).toEqual([]);
});

describe('a field of a topic is graded by the way it changes', () => {
  test.each<[string, unknown, string]>([
    ['partitions', 6, "review topics['orders.created'].partitions: 3 → 6"],
    ['partitions', 2, "destructive topics['orders.created'].partitions: 3 → 2"],
    ['retention', '8d', "safe topics['orders.created'].retention: 7d → 8d"],
    ['retention', 'unlimited', "safe topics['orders.created'].retention: 7d → unlimited"],
    ['retentionSize', '1GiB', "destructive topics['orders.created'].retentionSize: unlimited → 1GiB"],
    ['maxMessageSize', '2MiB', "review topics['orders.created'].maxMessageSize: – → 2MiB"],
    ['classification', 'confidential', "review topics['orders.created'].classification: internal → confidential"],
    ['description', 'orders', "safe topics['orders.created'].description: – → orders"],
    ['config', { 'segment.ms': 60000 }, "review topics['orders.created'].config: – → segment.ms=60000"],
  ])('%s', (field, value, line) => {
    expect(told({ [`${topic}.${field}`]: value })).toContain(line);
  });

  test('less retention is destructive, and nothing else is told', () => {
    expect(told({ [`${topic}.retention`]: '1h' })).toEqual(["destructive topics['orders.created'].retention: 7d → 1h"]);
  });

  test('a policy that is gained deletes records, one that is lost keeps them', () => {
    const both = after({ [`${topic}.cleanup`]: 'compact,delete', [`${topic}.retention`]: '7d' });
    expect(told({ [`${topic}.cleanup`]: 'compact,delete', [`${topic}.retention`]: '7d' })).toEqual([
      "destructive topics['orders.created'].cleanup: delete → compact,delete",
    ]);
    expect(told({}, both)).toEqual(["review topics['orders.created'].cleanup: compact,delete → delete"]);
  });
});

test('a change of retention or policy is destructive exactly where the judge of plans says that records are lost', () => {
  const days = fc.constantFrom('1d', '7d', '30d', 'unlimited');
  const sizes = fc.constantFrom(undefined, '1GiB', '2GiB');
  const settings = fc.record({ cleanup: fc.constantFrom(...cleanupPolicies), retention: days, retentionSize: sizes });
  fc.assert(
    fc.property(settings, settings, (one, other) => {
      const [was, is] = [one, other].map(({ cleanup, retention, retentionSize }) =>
        after({
          [`${topic}.cleanup`]: cleanup,
          [`${topic}.retention`]: cleanup === 'compact' ? undefined : retention,
          [`${topic}.retentionSize`]: retentionSize,
        }),
      ) as [Resolved, Resolved];
      const [had, has] = [was, is].map(({ topics }) => topics.get('orders.created'));
      if (!had || !has) throw new Error('no topic');
      const lost = losesRecords(kafkaConfig(had), kafkaConfig(has)) !== undefined;
      const graded = differenceOf(was, is).some(
        ({ grade, path }) => grade === 'destructive' && path.startsWith("topics['orders.created']."),
      );
      // What bounds a topic that is not deleted from is graded as if it were: a person looks once too often.
      if (has.cleanup === 'compact' && !lost) return;
      expect(graded).toBe(lost);
    }),
    { numRuns: 300 },
  );
});

describe('access is told in Kafka’s terms, by application', () => {
  test('wider', () => {
    expect(told({ 'platform.applications.audit': { owner: 'orders', consumes: { 'orders.created': {} } } })).toEqual([
      'safe applications.audit: – → of orders',
      'review applications.audit: – → Allow Read Group audit',
      'review applications.audit: – → Allow Read Topic orders.created',
    ]);
  });

  test('narrower', () => {
    expect(told({ 'platform.applications.billing.consumes[orders.created].deadLetter': undefined })).toEqual([
      "destructive topics['orders.created.billing.dlq']: 3 partitions, delete, 14d → –",
      "review applications.billing.consumes['orders.created'].deadLetter: 3 tries, 1s apart → –",
      'review applications.billing: Allow Write Topic orders.created.billing.dlq → –',
    ]);
  });

  test('another group is both, and starts without offsets', () => {
    expect(told({ 'platform.applications.billing.consumes[orders.created]': { group: 'billing-2' } })).toEqual(
      expect.arrayContaining([
        "review applications.billing.consumes['orders.created'].group: billing → billing-2",
        'review applications.billing: – → Allow Read Group billing-2',
        'review applications.billing: Allow Read Group billing → –',
      ]),
    );
  });

  test('a prefix has a star', () => {
    expect(told({ 'platform.applications.shop.transactional': true })).toEqual(
      expect.arrayContaining([
        'review applications.shop.transactional: false → true',
        'review applications.shop: – → Allow Write TransactionalId shop-*',
      ]),
    );
  });
});

test('owners, quotas and who answers for what', () => {
  expect(
    told({
      'platform.owners.billing': { contact: 'billing@example.com' },
      'platform.applications.billing.owner': 'billing',
      'platform.applications.shop.quota': { produce: '1MB/s' },
      'platform.owners.orders.contact': 'team@example.com',
    }),
  ).toEqual([
    'safe owners.billing: – → billing@example.com',
    'safe owners.orders: orders@example.com, orders-oncall → team@example.com, orders-oncall',
    "review topics['orders.created.billing.dlq'].owner: orders → billing",
    'review applications.billing.owner: orders → billing',
    'review applications.shop.quota: – → producer_byte_rate=1000000',
  ]);
});

describe('a topic that goes', () => {
  const unused = { 'platform.topics[orders.old]': { owner: 'orders' } };
  const removed = (data: string) => ({
    'platform.topics[orders.old]': {
      owner: 'orders',
      removed: { reason: 'nobody reads it', until: '2027-01-01', data },
    },
  });

  test.each([
    ['with its data kept is to be reviewed', removed('keep'), 'review'],
    ['with its data destroyed is destructive', removed('destroy'), 'destructive'],
    ['without a word is destructive', {}, 'destructive'],
  ])('%s', (_, changes, grade) => {
    expect(told(changes, after(unused))).toEqual([`${grade} topics['orders.old']: 3 partitions, delete, 7d → –`]);
  });
});

describe('a destructive change', () => {
  const changes = differenceOf(resolve(small), after({ [`${topic}.retention`]: '1d' }));
  const approval = {
    code: 'KFK-D006',
    address: 'kafka_topic.orders_created',
    reason: 'agreed in INC-4711',
    owner: 'orders',
    expires: '2027-01-01',
  } as const;

  test('is refused without an approval, and with one of another address or code', () => {
    for (const approvals of [
      [],
      [{ ...approval, address: 'kafka_topic.orders_paid' }],
      [{ ...approval, code: 'KFK-D001' as const }],
    ])
      expect(verdictOf(weighed(changes, { disposable: false, approvals }))).toBe('destructive');
  });

  test('with its approval, or where the environment is disposable, is to be reviewed', () => {
    expect(verdictOf(weighed(changes, { disposable: false, approvals: [approval] }))).toBe('review');
    expect(verdictOf(weighed(changes, { disposable: true, approvals: [] }))).toBe('review');
  });
});
