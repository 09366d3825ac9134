import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { releaseOf } from '../../../model/release';
import { promote } from '../../../workflows/promote/promote';
import { projectWith } from '../../support/written-project';
import { busier, environment, failureOf, files, platform, promotes, release, today } from './promotion';

describe('promote refuses', () => {
  const shorter = stringify({ ...platform, topics: { 'orders.created': { owner: 'orders', retention: '1d' } } });

  test('a release that nobody knows, and suggests the one that was meant', () => {
    const near = `${release.id.slice(0, 11)}${release.id.endsWith('0') ? '1' : '0'}`;
    expect(failureOf(() => promotes({}, { release: near }))).toEqual({
      what: `there is no release '${near}'`,
      fix: `did you mean '${release.id}'?`,
      exit: 2,
    });
  });

  test('what would lose records, until an approval of that code and address says so', () => {
    const approvals = [
      {
        code: 'KFK-D006',
        address: 'kafka_topic.orders_created',
        reason: 'agreed in INC-4711',
        owner: 'orders',
        expires: '2027-01-01',
      },
    ];
    const approved = environment('staging', { promotesFrom: 'dev', approvals });
    expect(promotes({ 'environments/platform.yaml': shorter })).toMatchObject({
      exit: 4,
      written: [],
      gates: expect.arrayContaining([
        {
          gate: 'data',
          passed: false,
          says: "records would be lost: topics['orders.created'].retention",
          fix: "take the change back, or add to 'staging' approvals of KFK-D006 for 'kafka_topic.orders_created'",
        },
      ]),
    });
    expect(promotes({ 'environments/platform.yaml': shorter, 'environments/staging.yaml': approved })).toMatchObject({
      exit: 0,
      verdict: 'review',
    });
    const expired = approved.replace('2027-01-01', '2026-11-20');
    expect(promotes({ 'environments/platform.yaml': shorter, 'environments/staging.yaml': expired })).toMatchObject({
      exit: 1,
      problems: [{ code: 'KFK-E005', path: 'approvals[0].expires' }],
    });
  });

  test('swapped arguments, and asks whether the other way was meant', () => {
    expect(promotes({}, { from: 'staging', to: 'dev' })).toMatchObject({
      exit: 2,
      gates: expect.arrayContaining([
        expect.objectContaining({ gate: 'order', passed: false, fix: 'did you mean kafka-kit promote dev staging?' }),
      ]),
    });
    const apart = environment('test');
    expect(
      promotes({ 'environments/test.yaml': apart }, { to: 'test' }).gates.find(({ gate }) => gate === 'order')?.fix,
    ).toBe("say promotesFrom: 'dev' in the environment 'test'");
  });

  test('fewer partitions, and says first how the environment keeps those it has', () => {
    const had = releaseOf({ ...platform, topics: { 'orders.created': { owner: 'orders', partitions: 6 } } });
    const more = {
      [`environments/releases/${had.id}.json`]: JSON.stringify(had.platform),
      'environments/pins.json': JSON.stringify({ staging: { release: had.id, earlier: [release.id] } }),
    };
    const refused = promotes(more);
    expect(refused.exit).toBe(4);
    expect(refused.gates.find(({ gate }) => gate === 'data')?.fix).toBe(
      "say overrides: { topics: { 'orders.created': { partitions: 6 } } } in 'staging', which keeps what is there, or take the change back, or add to 'staging' approvals of KFK-D002 for 'kafka_topic.orders_created', KFK-D002 for 'kafka_topic.orders_created_billing_dlq'",
    );
    const overrides = { topics: { 'orders.created': { partitions: 6 } } };
    const kept = environment('staging', { promotesFrom: 'dev', overrides });
    expect(promotes({ ...more, 'environments/staging.yaml': kept }).exit).toBe(0);
  });

  test.each([
    ['an acceptance past its day', { until: '2026-11-20', reason: 'tried in staging' }, 'accepts.transactions.until'],
    ['an acceptance without a reason', { until: '2027-01-01', reason: ' ' }, 'accepts.transactions.reason'],
  ])('%s', (_, said, path) => {
    const accepts = { transactions: { owner: 'orders', ...said } };
    const more = { 'environments/staging.yaml': environment('staging', { promotesFrom: 'dev', accepts }) };
    // Nothing of the platform writes in transactions: that is told too.
    expect(promotes(more)).toMatchObject({ exit: 1, problems: [{ code: 'KFK-C002' }, { code: 'KFK-E005', path }] });
  });

  test('a release that the environment cannot have, though the one before it can', () => {
    const more = {
      'environments/platform.yaml': stringify({
        ...platform,
        topics: { 'orders.created': { owner: 'orders', replicationFactor: 3 } },
      }),
      'environments/staging.yaml': environment('staging', {
        promotesFrom: 'dev',
        clusters: { main: { backend: 'kafka', brokers: 1 } },
      }),
    };
    expect(promotes(more)).toMatchObject({
      exit: 1,
      problems: [{ code: 'KFK-T007', file: expect.stringContaining('platform.yaml') }],
    });
  });

  test('a topic of the inventory that the release does not know', () => {
    const inventory = {
      topics: { 'orders.old': { cluster: 'main', shard: 'orders', partitions: 3, cleanup: 'delete' } },
      applications: {},
    };
    expect(promotes({ 'environments/inventory/staging.json': JSON.stringify(inventory) })).toMatchObject({
      exit: 1,
      problems: [{ code: 'KFK-I001' }],
    });
  });

  test('a platform that is no plain data', () => {
    const cyclic = 'name: dev\nplatform: &p { owners: {}, self: *p }\nclusters: { main: { backend: kafka } }\n';
    expect(failureOf(() => promotes({ 'environments/dev.yaml': cyclic }))).toMatchObject({
      what: expect.stringContaining("the platform of 'dev' cannot be frozen"),
      exit: 1,
    });
  });

  test('when a description cannot be read', () => {
    expect(failureOf(() => promotes({ 'environments/dev.yaml': 'name: "x\n' }))).toMatchObject({ exit: 1 });
  });
});

test('in a repository, inventories and pages need not be committed, other descriptions do', () => {
  const folder = projectWith({ ...files, 'environments/platform.yaml': busier });
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=kit', '-c', 'user.email=kit@example.com', ...args]);
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'all');
  const closed = () =>
    promote({ folder, from: 'dev', to: 'staging', today, dryRun: true }).gates.flatMap(({ passed, says }) =>
      passed ? [] : [says],
    );
  for (const file of ['inventory/dev.json', 'README.md', 'pins.json.new']) {
    mkdirSync(join(folder, 'environments/inventory'), { recursive: true });
    writeFileSync(join(folder, 'environments', file), '{"topics":{},"applications":{}}');
  }
  expect(closed()).toEqual([]);
  writeFileSync(join(folder, 'environments/sizes.ts'), 'export const large = 12;\n');
  expect(closed()).toEqual(['not committed: environments/sizes.ts']);
  expect(promote({ folder, from: 'dev', to: 'staging', today, dryRun: true }).versioned).toBe(true);
});
