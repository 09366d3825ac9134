import { stringify } from 'yaml';
import { releaseOf } from '../../../model/release';
import { loadCompiled } from '../../../workflows/load/compiled';
import { projectWith } from '../../support/written-project';
import { environment, failureOf, files, platform, promotes, release, releaseFile, today, told } from './promotion';

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
