import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { releaseOf } from '../../../model/release';
import { loadCompiled } from '../../../workflows/load/compiled';
import { promote } from '../../../workflows/promote/promote';
import { projectWith } from '../../support/written-project';
import { busier, failureOf, files, platform, promotes, release, releaseFile, today, told } from './promotion';

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
    const removed = { owner: 'orders', removed: { reason: 'nobody reads it', until: '2026-11-20', data: 'keep' } };
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
