import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { releaseOf } from '../../../model/release';
import { Failure } from '../../../workflows/failure';
import { loadCompiled } from '../../../workflows/load/compiled';
import { type PromoteProps, promote } from '../../../workflows/promote/promote';
import { small } from '../../support/describe';
import { projectWith } from '../../support/written-project';

const today = '2026-11-21';
const { platform, clusters } = small;
const environment = (name: string, more: object = {}) =>
  stringify({ name, platform: 'platform.yaml', clusters, ...more });
const release = releaseOf(platform);
const releaseFile = `environments/releases/${release.id}.json`;
const files = {
  'environments/platform.yaml': stringify(platform),
  'environments/dev.yaml': environment('dev'),
  'environments/staging.yaml': environment('staging', { promotesFrom: 'dev' }),
  [releaseFile]: JSON.stringify(release.platform, null, 2),
  'environments/pins.json': JSON.stringify({ staging: { release: release.id, earlier: [] } }),
};
const busier = stringify({
  ...platform,
  applications: { ...platform.applications, shop: { ...platform.applications.shop, instances: 2 } },
});
const told = (more: Record<string, string>, names: string[] = []) =>
  loadCompiled({ folder: projectWith({ ...files, ...more }), names, today }).problems.map(
    ({ code, file, path, problem, fix }) => `${code} ${file} ${path}: ${problem}; ${fix}`,
  );
const promotes = (more: Record<string, string>, props: Partial<PromoteProps> = {}) =>
  promote({ folder: projectWith({ ...files, ...more }), from: 'dev', to: 'staging', today, ...props });
const failureOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return { what: error.message, fix: error.details.fix, exit: error.exit };
    throw error;
  }
  throw new Error('nothing failed');
};

test('a chain whose environments have their releases has no problem', () => {
  expect(told({})).toEqual([]);
});

describe('check tells', () => {
  test('a pin to a release that is not there', () => {
    const pins = { staging: { release: '0123456789ab', earlier: [] } };
    expect(told({ 'environments/pins.json': JSON.stringify(pins, null, 2) })).toEqual([
      "KFK-P005 environments/pins.json:3:5 staging.release: there is no release '0123456789ab' in releases/; restore releases/0123456789ab.json from version control, or run kafka-kit promote dev staging",
    ]);
  });

  test('a pin of an environment that there is not', () => {
    const pins = { staging: { release: release.id, earlier: [] }, stagign: { release: release.id, earlier: [] } };
    expect(told({ 'environments/pins.json': JSON.stringify(pins, null, 2) })).toEqual([
      "KFK-P004 environments/pins.json:6:3 stagign: there is no environment 'stagign'; did you mean 'staging'?",
    ]);
  });

  test('a release that was changed by hand, and not what is wrong in it', () => {
    const changed = JSON.stringify({ ...platform, topics: {} });
    expect(told({ [releaseFile]: changed })).toEqual([
      `KFK-P006 ${releaseFile} : the release '${release.id}' was changed: its content is that of '${releaseOf(JSON.parse(changed)).id}'; restore it from version control; what is to change goes into the platform and is promoted`,
    ]);
  });

  test.each(['', '{', 'owners: {}'])('a release of %j', (text) => {
    expect(told({ [releaseFile]: text })).toEqual([expect.stringContaining(`the release '${release.id}' is no JSON`)]);
  });

  test('nothing of a release that is only formatted otherwise', () => {
    expect(told({ [releaseFile]: JSON.stringify(release.platform) })).toEqual([]);
  });

  test('what is wrong in a release that no longer compiles, in the line of its file', () => {
    const old = releaseOf({ ...platform, topics: { 'orders.created': { owner: 'orders', partitions: 0 } } });
    const more = {
      [`environments/releases/${old.id}.json`]: JSON.stringify(old.platform, null, 2),
      'environments/pins.json': JSON.stringify({ staging: { release: old.id, earlier: [] } }),
    };
    expect(told(more)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^KFK-T011 environments/releases/${old.id}\\.json:\\d+:7 topics\\['orders\\.created'\\]\\.partitions: 0 `,
        ),
      ),
    ]);
  });

  test('a chain that leads in a circle', () => {
    expect(told({ 'environments/dev.yaml': environment('dev', { promotesFrom: 'staging' }) })).toEqual(
      expect.arrayContaining([
        'KFK-P003 environments/dev.yaml:6:1 promotesFrom: it promotes from itself: dev ← staging ← dev; remove promotesFrom where the chain begins',
      ]),
    );
  });

  test('a name that no environment has', () => {
    expect(told({ 'environments/staging.yaml': environment('staging', { promotesFrom: 'deb' }) })).toEqual([
      "KFK-P002 environments/staging.yaml:6:1 promotesFrom: there is no environment 'deb'; did you mean 'dev'?",
    ]);
  });

  test('an override of a topic that only the working tree has: it waits, and is no error', () => {
    const more = {
      'environments/platform.yaml': stringify({
        ...platform,
        topics: { ...platform.topics, 'orders.refunded': { owner: 'orders' } },
      }),
      'environments/staging.yaml': environment('staging', {
        promotesFrom: 'dev',
        overrides: { topics: { 'orders.refunded': { partitions: 6 }, 'orders.created': { partitions: 6 } } },
      }),
    };
    expect(told(more, ['staging'])).toEqual([
      expect.stringMatching(
        /^KFK-P008 environments\/staging\.yaml:\d+:5 overrides\.topics\['orders\.refunded'\]: .* waits/,
      ),
    ]);
    const { environments } = loadCompiled({ folder: projectWith({ ...files, ...more }), names: ['staging'], today });
    expect(environments[0]?.resolved?.topics.get('orders.created')?.partitions).toBe(6);
    expect(promotes(more).changes.map(({ path, after }) => `${path} ${after}`)).toEqual([
      "topics['orders.refunded'] 6 partitions, delete, 7d",
    ]);
  });

  test('a platform of its own that an environment describes in vain', () => {
    const own = environment('staging', { promotesFrom: 'dev', platform: { ...platform, applications: {} } });
    expect(told({ 'environments/staging.yaml': own })).toEqual([expect.stringMatching(/^KFK-P009 .* platform: /)]);
  });

  test('of one environment only what is its own', () => {
    expect(told({ 'environments/pins.json': '{"staging":{"release":"0123456789ab","earlier":[]}}' }, ['dev'])).toEqual(
      [],
    );
  });
});

test.each(['', '[]', '{"staging":"0123456789ab"}', '{"staging":{"release":"latest","earlier":[]}}'])(
  'pins of %j end the command, and say how to restore them',
  (text) => {
    expect(failureOf(() => told({ 'environments/pins.json': text }))).toMatchObject({
      what: expect.stringContaining('environments/pins.json holds no pins'),
      fix: expect.stringContaining('version control'),
      exit: 2,
    });
  },
);

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
        reason: 'agreed',
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
    ['an acceptance past its day', { until: '2026-11-20', reason: 'tried' }, 'accepts.transactions.until'],
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

describe('what a promotion records', () => {
  const state = { backend: 's3', bucket: 'state', region: 'eu-west-1' };
  const away = { ...files, 'environments/staging.yaml': environment('staging', { promotesFrom: 'dev', state }) };
  const inventoryFile = 'environments/inventory/staging.json';
  const inventoryIn = (folder: string) => JSON.parse(readFileSync(join(folder, inventoryFile), 'utf8'));
  const promoted = (folder: string, more: Partial<PromoteProps> = {}) =>
    promote({ folder, from: 'dev', to: 'staging', today, ...more });

  test('is lacking before it, and check says so of what is described, whether or not it was applied', () => {
    expect(told(away, ['staging'])).toEqual([
      'KFK-I006 environments/staging.yaml:1:1 name: its inventory lacks 4 of what is described, so once that is applied nobody would be warned when it leaves: orders.created, orders.created.billing.dlq, billing, shop; kafka-kit synth staging --record, and commit environments/inventory/staging.json',
    ]);
  });

  test('is what the environment will have, among the files to commit; the same twice writes nothing', () => {
    const folder = projectWith(away);
    expect(promoted(folder, { dryRun: true })).toMatchObject({ exit: 0, written: [], problems: [] });
    expect(promoted(folder)).toMatchObject({
      exit: 0,
      problems: [],
      versioned: false,
      written: [releaseFile, 'environments/pins.json', inventoryFile],
    });
    expect(inventoryIn(folder).topics['orders.created']).toMatchObject({ retention: 604_800_000, retentionSize: -1 });
    expect(loadCompiled({ folder, names: ['staging'], today }).problems).toEqual([]);
    expect(promoted(folder)).toMatchObject({ exit: 0, written: [] });
  });

  test('is nothing when the inventory cannot be written: neither is the pin', () => {
    const folder = projectWith({ ...away, 'environments/platform.yaml': busier });
    mkdirSync(join(folder, `${inventoryFile}.new`), { recursive: true });
    const pins = readFileSync(join(folder, 'environments/pins.json'), 'utf8');
    expect(failureOf(() => promoted(folder)).exit).toBe(5);
    expect(readFileSync(join(folder, 'environments/pins.json'), 'utf8')).toBe(pins);
    expect(readdirSync(join(folder, 'environments/releases'))).toEqual([`${release.id}.json`]);
  });

  test('guards the next one: what would lose a topic, or its records, is the data gate’s', () => {
    const folder = projectWith(away);
    promoted(folder);
    const describedAs = (topic: object) =>
      writeFileSync(
        join(folder, 'environments/platform.yaml'),
        stringify({ ...platform, topics: { 'orders.created': { owner: 'orders', ...topic } } }),
      );
    describedAs({ retention: '1h' });
    const { exit, problems, gates } = promoted(folder);
    expect({ exit, codes: problems.map(({ code }) => code) }).toEqual({ exit: 4, codes: ['KFK-I007'] });
    expect(gates.filter(({ passed }) => !passed).map(({ gate }) => gate)).toEqual(['data']);
    writeFileSync(
      join(folder, 'environments/platform.yaml'),
      stringify({
        owners: platform.owners,
        topics: {
          'orders.created': { owner: 'orders', removed: { reason: 'unused', until: '2027-01-01', data: 'destroy' } },
          'orders.created.billing.dlq': {
            owner: 'orders',
            removed: { reason: 'unused', until: '2027-01-01', data: 'keep' },
          },
        },
      }),
    );
    expect(promoted(folder)).toMatchObject({ exit: 4, problems: [{ code: 'KFK-I002' }], written: [] });
  });

  test('of a rollback is what the older release has, with the topics that are kept', () => {
    const folder = projectWith(away);
    promoted(folder);
    const refunds = { ...platform, topics: { ...platform.topics, 'orders.refunded': { owner: 'orders' } } };
    writeFileSync(join(folder, 'environments/platform.yaml'), stringify(refunds));
    expect(promoted(folder)).toMatchObject({ exit: 0 });
    expect(promoted(folder, { release: release.id })).toMatchObject({ exit: 4, verdict: 'destructive', written: [] });
    expect(promoted(folder, { release: release.id, keepTopics: true })).toMatchObject({ exit: 0 });
    expect(Object.keys(inventoryIn(folder).topics)).toContain('orders.refunded');
  });
});

describe('what a promotion leaves', () => {
  test('mends a release that was lost', () => {
    const folder = projectWith(files);
    rmSync(join(folder, releaseFile));
    expect(promote({ folder, from: 'dev', to: 'staging', today })).toMatchObject({ exit: 0, release: release.id });
    expect(releaseOf(JSON.parse(readFileSync(join(folder, releaseFile), 'utf8'))).id).toBe(release.id);
  });

  test('of an environment whose release no longer compiles is to be reviewed: what it has is not seen', () => {
    const old = releaseOf({ ...platform, topics: { 'orders.created': { owner: 'nobody' } } });
    const more = {
      [`environments/releases/${old.id}.json`]: JSON.stringify(old.platform),
      'environments/pins.json': JSON.stringify({ staging: { release: old.id, earlier: [] } }),
    };
    const { exit, verdict, changes } = promotes(more);
    expect({ exit, verdict }).toEqual({ exit: 0, verdict: 'review' });
    expect(changes[0]?.because).toContain('deploy judges the plan');
  });

  test('of an environment that was applied before it had releases is to be reviewed, for the same reason', () => {
    const inventory = {
      topics: { 'orders.created': { cluster: 'main', shard: 'orders', partitions: 3, cleanup: 'delete' } },
      applications: {},
    };
    const more = { 'environments/pins.json': '{}', 'environments/inventory/staging.json': JSON.stringify(inventory) };
    expect(promotes(more).changes[0]?.because).toContain('deploy judges the plan');
    expect(promotes({ 'environments/pins.json': '{}' }).changes[0]?.path).toBe('owners.orders');
  });

  test('of a removal that is over is the next release, compared with what the environment has', () => {
    const removed = { owner: 'orders', removed: { reason: 'unused', until: '2026-11-20', data: 'keep' } };
    const old = releaseOf({ ...platform, topics: { ...platform.topics, 'orders.old': removed } });
    const more = {
      [`environments/releases/${old.id}.json`]: JSON.stringify(old.platform),
      'environments/pins.json': JSON.stringify({ staging: { release: old.id, earlier: [] } }),
    };
    expect(told(more)).toEqual([expect.stringContaining('KFK-E005')]);
    expect(promotes(more)).toMatchObject({ exit: 0, verdict: 'safe', changes: [] });
  });

  test('is nothing when it is cut off before the pin: the environment has what it had', () => {
    const folder = projectWith({
      ...files,
      'environments/platform.yaml': busier,
    });
    const pins = join(folder, 'environments/pins.json');
    const before = readFileSync(pins, 'utf8');
    mkdirSync(`${pins}.new`); // The pins cannot be written.
    expect(failureOf(() => promote({ folder, from: 'dev', to: 'staging', today })).exit).toBe(5);
    expect(readFileSync(pins, 'utf8')).toBe(before);
    expect(loadCompiled({ folder, names: ['staging'], today }).problems).toEqual([]);
    rmSync(`${pins}.new`, { recursive: true });
    expect(promote({ folder, from: 'dev', to: 'staging', today }).exit).toBe(0);
  });

  test('of descriptions outside of environments/ lies beside them', () => {
    const chain = ['dev', 'staging'].map(
      (name) =>
        `export const ${name} = { name: '${name}', platform, clusters: { main: { backend: 'kafka' } }, ${name === 'staging' ? "promotesFrom: 'dev'" : ''} };`,
    );
    const folder = projectWith({
      'shop/chain.ts': `const platform = ${JSON.stringify(platform)};\n${chain.join('\n')}\n`,
    });
    const props = { folder, file: 'shop/chain.ts', from: 'dev', to: 'staging', today };
    expect(promote(props)).toMatchObject({
      exit: 0,
      written: [`shop/releases/${release.id}.json`, 'shop/pins.json', 'shop/inventory/staging.json'],
    });
    expect(loadCompiled(props).environments.map(({ description }) => description.basis)).toEqual(['head', 'release']);
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
