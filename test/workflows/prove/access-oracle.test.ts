import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cell, cellsOf, may, type Right, rightsOf } from '../../support/access-matrix/oracle';

const platform = {
  topics: { 'orders.created': {} },
  applications: {
    shop: { owner: 'orders', produces: { 'orders.created': {} } },
    mail: { owner: 'orders', consumes: { 'orders.created': { group: 'mails', deadLetter: { attempts: 3 } } } },
    bank: { owner: 'orders', produces: { 'orders.created': {} }, transactional: true },
    sums: { owner: 'orders', consumes: { 'orders.created': {} }, streams: {} },
  },
};

const topic = (operation: string, name = 'orders.created'): Cell => ({ kind: 'Topic', name, operation });
const right = (changes: Partial<Right>): Right => ({
  ...{ who: 'shop', kind: 'Topic', name: 'orders.created', pattern: 'LITERAL', operation: 'Read' },
  ...{ host: '*', permission: 'ALLOW' },
  ...changes,
});

describe('the oracle of the access matrix', () => {
  test('imports nothing: what the kit gets wrong, it does not', () => {
    const text = readFileSync(join(__dirname, '../../support/access-matrix/oracle.ts'), 'utf8');
    expect(text).not.toMatch(/^import |require\(|import\(/m);
  });

  test('reads flows, dead letters, transactions and Kafka Streams as the guides say them', () => {
    expect(rightsOf(platform).map(({ who, operation, name }) => `${who} ${operation} ${name}`)).toEqual([
      'shop Write orders.created',
      'mail Read orders.created',
      'mail Read mails',
      'mail Write orders.created.mails.dlq',
      'bank Write orders.created',
      'bank Write bank-',
      'sums Read orders.created',
      'sums Read sums',
      'sums Write sums-',
      'sums Create sums-',
      'sums Delete sums-',
      'sums Read sums-',
      'sums Write sums-',
    ]);
  });

  test('refuses to judge an application of which it cannot read everything', () => {
    const applications = { shop: { owner: 'orders', owns: {} } };
    expect(() => rightsOf({ topics: {}, applications })).toThrow("the oracle cannot read 'owns' of shop");
  });

  test('who reads or writes may describe, and who describes may neither', () => {
    expect(may([right({})], 'shop', topic('Describe'))).toBe(true);
    expect(may([right({ operation: 'Describe' })], 'shop', topic('Read'))).toBe(false);
  });

  test('a prefix covers what begins with it', () => {
    const prefixed = [right({ name: 'orders.', pattern: 'PREFIXED' })];
    expect(may(prefixed, 'shop', topic('Read'))).toBe(true);
    expect(may(prefixed, 'shop', topic('Read', 'order'))).toBe(false);
  });

  test('a denial wins, of what it names and of calls that need that first', () => {
    const denied = (operation: string) => [right({}), right({ operation, permission: 'DENY' })];
    expect(may(denied('Read'), 'shop', topic('Read'))).toBe(false);
    expect(may(denied('Read'), 'shop', topic('Describe'))).toBe(true);
    expect(may(denied('Describe'), 'shop', topic('Read'))).toBe(false);
    expect(may(denied('All'), 'shop', topic('Describe'))).toBe(false);
  });

  test('who may create on the cluster makes any topic, and who may make topics of any name one that nobody named', () => {
    const create = { kind: 'Cluster', name: 'kafka-cluster', operation: 'Create' } as const;
    expect(may([right(create)], 'shop', topic('Create'))).toBe(true);
    expect(may([right({ name: '*', operation: 'Create' })], 'shop', create)).toBe(true);
    expect(may([right({ name: 'orders.', pattern: 'PREFIXED', operation: 'Create' })], 'shop', create)).toBe(false);
  });

  test('who may write some topic may write idempotently, and who may not needs a right of the cluster', () => {
    const idempotent = { kind: 'Cluster', name: 'kafka-cluster', operation: 'IdempotentWrite' } as const;
    const writes = (changes: Partial<Right>, ...denials: Partial<Right>[]) =>
      may(
        [
          right({ operation: 'Write', ...changes }),
          ...denials.map((denial) => right({ operation: 'Write', permission: 'DENY', ...denial })),
        ],
        'shop',
        idempotent,
      );
    expect(writes({})).toBe(true);
    expect(writes({ operation: 'All', name: 'orders.', pattern: 'PREFIXED' })).toBe(true);
    expect(writes({ operation: 'Read' })).toBe(false);
    expect(writes({ host: '192.0.2.1' })).toBe(false);
    expect(writes({ ...idempotent })).toBe(true);
    expect(writes({}, {})).toBe(false);
    expect(writes({}, { name: 'orders.', pattern: 'PREFIXED' })).toBe(false);
    expect(writes({ name: 'orders.', pattern: 'PREFIXED' }, {})).toBe(true);
    expect(writes({ name: '*' }, { name: 'orders.', pattern: 'PREFIXED' })).toBe(true);
    expect(writes({ name: '*' }, { name: '*' })).toBe(false);
  });

  test('two phases take the right to write a transaction beside their own', () => {
    const id = { kind: 'TransactionalId', name: 'bank-1' } as const;
    const [write, twoPhases] = ['Write', 'TwoPhaseCommit'].map((operation) => right({ ...id, operation })) as [
      Right,
      Right,
    ];
    const asked = { ...id, operation: 'TwoPhaseCommit' };
    expect(may([write, twoPhases], 'shop', asked)).toBe(true);
    expect(may([write], 'shop', asked)).toBe(false);
    expect(may([twoPhases], 'shop', asked)).toBe(false);
    expect(may([right({ ...id, operation: 'All' })], 'shop', asked)).toBe(true);
  });

  test('operators may what the guide says of their role', () => {
    const rights = rightsOf(platform, { maker: { role: 'admin' }, watcher: { role: 'read-only' } });
    expect(may(rights, 'maker', topic('Alter'))).toBe(true);
    expect(may(rights, 'maker', topic('Read'))).toBe(false);
    expect(may(rights, 'watcher', topic('DescribeConfigs'))).toBe(true);
    expect(may(rights, 'watcher', topic('Alter'))).toBe(false);
  });

  test('a right holds for the address that it names', () => {
    expect(may([right({ host: '127.0.0.1' })], 'shop', topic('Read'))).toBe(true);
    expect(may([right({ host: '192.0.2.1' })], 'shop', topic('Read'))).toBe(false);
  });

  test('the matrix asks for every operation on what is described, and on one of each kind that nobody has', () => {
    const names = new Set(cellsOf(rightsOf(platform), ['orders.created']).map(({ kind, name }) => `${kind} ${name}`));
    expect([...names]).toEqual([
      'Topic nobodys.topic',
      'Topic orders.created',
      'Topic orders.created.mails.dlq',
      'Topic sums-of-the-matrix',
      'Group mails',
      'Group nobodys-group',
      'Group sums',
      'TransactionalId bank-of-the-matrix',
      'TransactionalId nobodys-id',
      'TransactionalId sums-of-the-matrix',
      'Cluster kafka-cluster',
    ]);
  });
});
