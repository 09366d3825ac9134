import { signals } from '../../render/monitoring/signals/signals';
import type { ClusterConnection } from '../../workflows/local/spec';
import { AuditedLocalCluster } from '../support/audited-cluster';

const topic = 'orders.created';
const group = 'payment-service';
const password = 'of-this-test-only';

let local: AuditedLocalCluster;
let connection: ClusterConnection;

/** Lines that a pod would have written, each as the part that an auditor reads. */
const written = (pattern: RegExp): string[] => local.written.filter((line) => pattern.test(line));

/** A line of the authorizer. */
const said = (what: string) => written(new RegExp(`Principal = ${what}`));

beforeAll(async () => {
  local = await AuditedLocalCluster.create('administration');
  connection = await local.up();
  const tools = local.tools(connection);
  await local.administered(connection, async (admin) => {
    await admin.createTopic('main', topic, {});
    for (const user of ['alice', 'bob']) await admin.addUser('main', user, password);
    for (const [resourceType, resourceName] of [
      ['Topic', topic],
      ['Group', group],
    ] as const)
      await admin.grant('main', {
        principal: 'User:alice',
        resourceType,
        resourceName,
        patternType: 'Literal',
        operation: 'Read',
      });
    await admin.send('main', topic, 'key', 'an order');
  });
  tools.consumeAs(local.clientFile(connection, 'alice', password), group, topic);
  tools.read(local.clientFile(connection, 'bob', password), topic);
  tools.read(local.clientFile(connection, 'mallory', 'guessed'), topic);
}, 240_000);

afterAll(() => local?.remove(), 60_000);

test('what was refused is written with principal, operation, address and resource', () => {
  expect(said('User:bob is Denied operation = DESCRIBE from host = 127\\.0\\.0\\.1')).toEqual([
    expect.stringContaining(`on resource = Topic:LITERAL:${topic} for request = Metadata`),
  ]);
});

test('a login that failed is written with its address and mechanism, and without the name that was tried', () => {
  const [line, ...more] = written(/Failed authentication with/);
  expect(more).toEqual([]);
  expect(line).toMatch(/Failed authentication with \/127\.0\.0\.1 .*SASL mechanism SCRAM-SHA-512/);
  expect(written(/mallory/)).toEqual([]);
});

test('what was made or changed is written with who did it', () => {
  const admin = 'User:kit_admin is Allowed operation = ';
  const [created] = said(`${admin}CREATE from host = 127\\.0\\.0\\.1`);
  expect(created).toContain('for request = CreateTopics');
  expect(said(`${admin}ALTER .* on resource = Cluster:LITERAL:kafka-cluster for request = CreateAcls`)).not.toEqual([]);
  expect(
    said(`${admin}ALTER .* on resource = Cluster:LITERAL:kafka-cluster for request = AlterUserScramCredentials`),
  ).not.toEqual([]);
});

test('who read and who wrote is not written, for that is a line for each request', () => {
  expect(said('.* is Allowed operation = (READ|WRITE|DESCRIBE|CLUSTER_ACTION|IDEMPOTENT_WRITE) ')).toEqual([]);
});

test.each([
  [
    'a login that failed',
    signals.failedAuthentications.metric,
    (line: string) => line.includes('listener="SCRAM"') && Number(line.split(' ').at(-1)) >= 1,
  ],
  [
    'what was refused',
    signals.deniedOperations.metric,
    (line: string) => line.includes('role="broker"') && Number(line.split(' ').at(-1)) > 0,
  ],
])('%s is counted by the rendered exporter as %s', async (_, metric, counts) => {
  const series = (await local.metrics()).filter((line) => line.startsWith(`${metric}{`));
  expect(series.filter(counts)).toHaveLength(1);
});

describe('where every access is asked for', () => {
  let all: AuditedLocalCluster;

  beforeAll(async () => {
    all = await AuditedLocalCluster.create('access');
    const connected = await all.up();
    await all.administered(connected, async (admin) => {
      await admin.createTopic('main', topic, {});
      await admin.send('main', topic, 'key', 'an order');
    });
    all.tools(connected).consumeAs(connected.adminClientFile, group, topic);
  }, 240_000);

  afterAll(() => all?.remove(), 60_000);

  test.each(['READ', 'WRITE'])('who may %s a topic, and did, is written', (operation) => {
    const pattern = new RegExp(
      `Principal = User:kit_admin is Allowed operation = ${operation} .*Topic:LITERAL:${topic} `,
    );
    expect(all.written.filter((line) => pattern.test(line))).not.toEqual([]);
  });
});
