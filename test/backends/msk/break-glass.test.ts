/**
 * What ends by itself on Amazon MSK: the policies of an operator with a last day, decided by an evaluator of IAM's rules
 * before and after it, with nothing deployed in between. AWS itself is not asked.
 */
import { dataPlaneOf } from '../../../backends/terraform';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';
import { arnsOf, policiesOf } from '../../support/granted';
import { decide, type Policy } from '../../support/iam-evaluator';
import { resourcesOf, synthesized } from '../../support/synthesize';
import { mskCluster, mskClusterWithPasswords } from './cluster';

const arns = arnsOf('test-main');
const glass = { owner: 'orders', role: 'break-glass', reason: 'INC-4711', until: '2026-11-25' };
const stacksOf = (oncall: object, changes: Readonly<Record<string, unknown>> = {}) =>
  resolve(changed<Description>(small, { 'clusters.main': mskCluster, operators: { oncall }, ...changes })).shards.map(
    (shard) => synthesized((stack) => dataPlaneOf(shard.cluster).place(stack, shard)),
  );
const policiesFor = (...of: Parameters<typeof stacksOf>): Policy[] =>
  stacksOf(...of).flatMap((output) => policiesOf(output, 'oncall', arns));
const topic = `${arns.cluster.replace(':cluster/', ':topic/')}/orders.created`;
const asked = (policies: readonly Policy[], time: string, action = 'ReadData', resource = topic) =>
  decide(policies, { action: `kafka-cluster:${action}`, resource, context: { 'aws:CurrentTime': time } });

const [lastSecond, midnight] = ['2026-11-25T23:59:59Z', '2026-11-26T00:00:00Z'];

describe('broken glass', () => {
  const policies = policiesFor(glass);

  test('lets everything be done to the end of its last day, and nothing from midnight (UTC) on', () => {
    for (const [action, resource] of [
      ['ReadData', topic],
      ['DeleteTopic', topic],
      ['Connect', arns.cluster],
      ['AlterCluster', arns.cluster],
    ] as const) {
      expect([action, asked(policies, lastSecond, action, resource)]).toEqual([action, 'allowed']);
      expect([action, asked(policies, midnight, action, resource)]).toEqual([action, 'implicitly denied']);
    }
  });

  test('says so in each statement that allows, so none is forgotten', () => {
    const statements = policies.flatMap(({ Statement }) => [Statement].flat());
    expect(statements.length).toBeGreaterThan(3);
    for (const { Condition } of statements)
      expect(Condition).toEqual({ DateLessThan: { 'aws:CurrentTime': midnight } });
  });

  test('is denied what it is denied on its last day too', () => {
    const denying = policiesFor({ ...glass, denies: [{ topic: 'orders.created', operations: ['Read'] }] });
    expect(asked(denying, lastSecond)).toBe('explicitly denied');
    expect(asked(denying, midnight)).toBe('explicitly denied');
    expect(asked(denying, lastSecond, 'WriteData')).toBe('allowed');
  });
});

test('an administrator with a last day ends with it; one without has no end, and no application has', () => {
  const admin = { owner: 'orders', role: 'admin' };
  const ending = policiesFor({ ...admin, until: '2026-11-25' });
  const staying = policiesFor(admin);
  const create = (policies: readonly Policy[], time: string) => asked(policies, time, 'CreateTopic');
  expect([create(ending, lastSecond), create(ending, midnight)]).toEqual(['allowed', 'implicitly denied']);
  expect([create(staying, lastSecond), create(staying, '2036-01-01T00:00:00Z')]).toEqual(['allowed', 'allowed']);
  const policies = stacksOf(glass).flatMap((output) => [...resourcesOf(output)]);
  const shop = policies.find(([address]) => address === 'aws_iam_policy.shop')?.[1];
  expect(String(shop?.policy)).not.toContain('DateLessThan');
});

test('of one who has a password IAM ends what reads it, with the condition that it had; his ACLs end by a deploy', () => {
  const policies = policiesFor(
    { ...glass, authentication: 'scram-sha-512' },
    {
      'clusters.main': mskClusterWithPasswords,
      'platform.applications.shop.authentication': 'iam',
      'platform.applications.billing.authentication': 'iam',
    },
  );
  const secret = arns.of('aws_secretsmanager_secret_version.oncall');
  const key = (time: string, arn = secret) =>
    decide(policies, {
      action: 'kms:Decrypt',
      resource: arns.of('data.aws_kms_alias.main'),
      context: { 'aws:CurrentTime': time, 'kms:EncryptionContext:SecretARN': arn },
    });
  expect([key(lastSecond), key(midnight), key(lastSecond, `${secret}-other`)]).toEqual([
    'allowed',
    'implicitly denied',
    'implicitly denied',
  ]);
});
