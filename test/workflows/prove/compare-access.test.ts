import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ProbeResult, probedOperations } from '../../../workflows/prove/access-probe';
import { compareAccess, type ExpectedAccess } from '../../../workflows/prove/compare-access';

const reads: ExpectedAccess = {
  application: 'payment-service',
  resourceType: 'Topic',
  resourceName: 'orders.created',
  operation: 'Read',
};

const result = (changes: Partial<ProbeResult> = {}): ProbeResult => ({
  application: 'payment-service',
  resourceType: 'Topic',
  resourceName: 'orders.created',
  operation: 'Read',
  outcome: 'allowed',
  detail: 'NONE',
  ...changes,
});

const differences = (expected: ExpectedAccess[], results: ProbeResult[]) =>
  compareAccess(expected, results).map(
    ({ difference, application, operation, resourceName }) =>
      `${difference}: ${application} ${operation} ${resourceName}`,
  );

describe('comparing what brokers allow with what is expected', () => {
  test('what is expected and allowed, and what is neither, is no difference', () => {
    expect(differences([reads], [result(), result({ operation: 'Write', outcome: 'denied' })])).toEqual([]);
  });

  test('an expected permission that the brokers refuse', () => {
    expect(differences([reads], [result({ outcome: 'denied' })])).toEqual([
      'refused: payment-service Read orders.created',
    ]);
  });

  test('a permission that nobody expects', () => {
    expect(differences([reads], [result(), result({ operation: 'Write' })])).toEqual([
      'excess: payment-service Write orders.created',
    ]);
  });

  test('a permission of one application is no permission of another', () => {
    expect(differences([reads], [result(), result({ application: 'order-service' })])).toEqual([
      'excess: order-service Read orders.created',
    ]);
  });

  test('a probe that failed proves neither, whatever is expected', () => {
    const failed = result({ outcome: 'failed', detail: 'no broker answers' });
    expect(compareAccess([], [failed])).toMatchObject([{ difference: 'unproved', detail: 'no broker answers' }]);
    expect(compareAccess([reads], [failed])).toMatchObject([{ difference: 'unproved' }]);
  });

  test('what is denied is expected to be refused, though a prefix allows it; what the allowed brings stays', () => {
    const expected: ExpectedAccess[] = [
      { ...reads, resourceName: 'orders.', patternType: 'Prefixed' },
      { ...reads, permission: 'Deny' },
    ];
    expect(differences(expected, [result({ outcome: 'denied' }), result({ operation: 'Describe' })])).toEqual([]);
    expect(differences(expected, [result()])).toEqual(['excess: payment-service Read orders.created']);
  });

  test('all that is denied is each operation, and all that is allowed as well', () => {
    const all: ExpectedAccess = { ...reads, resourceName: '*', operation: 'All' };
    expect(differences([all], [result(), result({ operation: 'Alter' })])).toEqual([]);
    expect(
      differences([all, { ...reads, operation: 'All', permission: 'Deny' }], [result({ operation: 'Alter' })]),
    ).toEqual(['excess: payment-service Alter orders.created']);
  });

  test('to create on the cluster is to make any topic, also one that is denied, and the other way round', () => {
    const create = { resourceType: 'Cluster', resourceName: 'kafka-cluster', operation: 'Create' } as const;
    const anywhere: ExpectedAccess = { ...reads, ...create, operation: 'All' };
    const denied: ExpectedAccess = { ...reads, operation: 'All', permission: 'Deny' };
    expect(differences([anywhere, denied], [result(create), result({ operation: 'Create' })])).toEqual([]);
    const anyTopic: ExpectedAccess = { ...reads, resourceName: '*', operation: 'Create' };
    expect(differences([anyTopic], [result({ operation: 'Create' }), result(create)])).toEqual([]);
    const ownTopics: ExpectedAccess = { ...anyTopic, resourceName: 'orders.', patternType: 'Prefixed' };
    expect(differences([ownTopics], [result({ operation: 'Create' }), result(create)])).toEqual([
      'excess: payment-service Create kafka-cluster',
    ]);
  });

  test('an expected permission that no probe asked for', () => {
    expect(differences([reads], [])).toEqual(['unprobed: payment-service Read orders.created']);
  });

  test('a permission that no probe knows says so', () => {
    const writesIdempotently: ExpectedAccess = {
      ...reads,
      resourceType: 'Cluster',
      resourceName: 'kafka-cluster',
      operation: 'IdempotentWrite',
    };
    expect(compareAccess([writesIdempotently], [])).toMatchObject([
      { difference: 'unprobed', detail: 'no probe knows IdempotentWrite of a Cluster' },
    ]);
  });

  test.each(['Read', 'Write', 'Delete', 'Alter'])('%s brings Describe with it', (operation) => {
    expect(differences([{ ...reads, operation }], [result({ operation }), result({ operation: 'Describe' })])).toEqual(
      [],
    );
  });

  test('AlterConfigs brings DescribeConfigs with it, and not Describe', () => {
    const altersConfigs = { ...reads, operation: 'AlterConfigs' };
    const results = ['AlterConfigs', 'DescribeConfigs', 'Describe'].map((operation) => result({ operation }));
    expect(differences([altersConfigs], results)).toEqual(['excess: payment-service Describe orders.created']);
  });

  test('Describe does not bring Read with it', () => {
    expect(differences([{ ...reads, operation: 'Describe' }], [result({ operation: 'Describe' }), result()])).toEqual([
      'excess: payment-service Read orders.created',
    ]);
  });

  test('a prefix covers the names that begin with it, and no other', () => {
    const writes: ExpectedAccess = {
      application: 'payment-service',
      resourceType: 'TransactionalId',
      resourceName: 'payment-service',
      patternType: 'Prefixed',
      operation: 'Write',
    };
    const id = (resourceName: string) => result({ resourceType: 'TransactionalId', resourceName, operation: 'Write' });
    expect(differences([writes], [id('payment-service-0'), id('order-service')])).toEqual([
      'excess: payment-service Write order-service',
    ]);
  });

  test('a literal name covers no longer name', () => {
    expect(differences([reads], [result(), result({ resourceName: 'orders.created.payment-service.dlq' })])).toEqual([
      'excess: payment-service Read orders.created.payment-service.dlq',
    ]);
  });

  test('who may create topics on the cluster may create every topic', () => {
    const creates: ExpectedAccess = {
      ...reads,
      resourceType: 'Cluster',
      resourceName: 'kafka-cluster',
      operation: 'Create',
    };
    const results = [
      result({ resourceType: 'Cluster', resourceName: 'kafka-cluster', operation: 'Create' }),
      result({ operation: 'Create' }),
    ];
    expect(differences([creates], results)).toEqual([]);
  });
});

test('the probe in Java asks for exactly the operations that the comparison knows', () => {
  const source = readFileSync(join(__dirname, '../../../workflows/prove/AccessProbe.java'), 'utf8');
  const asked: Record<string, string[]> = {};
  for (const [, type = '', operation = ''] of source.matchAll(/new Probe\("(\w+)", \w+, "(\w+)"/g))
    asked[type] = [...(asked[type] ?? []), operation];
  expect(asked).toEqual(probedOperations);
});
