import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { loadCompiled } from '../../../workflows/load/compiled';
import { type PromoteProps, promote } from '../../../workflows/promote/promote';
import { projectWith } from '../../support/written-project';
import { busier, environment, failureOf, files, platform, release, releaseFile, today, told } from './promotion';

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
          'orders.created': {
            owner: 'orders',
            removed: { reason: 'nobody reads it', until: '2027-01-01', data: 'destroy' },
          },
          'orders.created.billing.dlq': {
            owner: 'orders',
            removed: { reason: 'nobody reads it', until: '2027-01-01', data: 'keep' },
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
