import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fences } from '../docs/fences';
import { Chain } from '../support/chain';
import { small } from '../support/describe';
import { succeed } from '../support/project';

interface Promoted {
  readonly release: string;
  readonly verdict: string;
  readonly gates: readonly { readonly gate: string; readonly passed: boolean }[];
  readonly changes: readonly { readonly path: string; readonly grade: string; readonly refused: boolean }[];
  readonly written: readonly string[];
}
interface Checked {
  readonly problems: readonly {
    readonly code: string;
    readonly file: string;
    readonly path: string;
    readonly severity: string;
  }[];
}

const { platform } = small;
const refunds = { ...platform, topics: { ...platform.topics, 'orders.refunded': { owner: 'orders' } } };
const billing = platform.applications.billing;
const releasesOf = ({ project }: Chain) => readdirSync(join(project.folder, 'environments/releases'));
const topicsOf = (chain: Chain, environment: string) =>
  chain.project
    .kit('check', environment)
    .stderr.split('\n')
    .find((line) => line.startsWith(environment));
const closed = ({ gates }: Promoted) => gates.filter(({ passed }) => !passed).map(({ gate }) => gate);
const checked = (chain: Chain, ...names: string[]) =>
  chain.json<Checked>('check', ...names).problems.map(({ code, file, path }) => `${code} ${file} ${path}`);

const another = new Chain();
const reader = new Chain();
const killed = new Chain();

describe('a change goes from dev to staging to prod', () => {
  const chain = new Chain();
  let first = '';
  let second = '';

  test('before the first promotion check warns, and what applies refuses: deploy, and the app of cdktf', () => {
    const { code, stderr } = chain.project.kit('check');
    expect(code).toBe(0);
    expect(stderr).toContain("'prod' has no release yet");
    expect(chain.project.kit('deploy', 'prod')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('kafka-kit promote staging prod'),
    });
    const app = join(__dirname, '..', '..', 'dist', 'main.js');
    expect(chain.project.run(process.execPath, [app], { KAFKA_KIT_ENVIRONMENTS: 'dev,prod' }).code).toBe(1);
    expect(chain.project.run(process.execPath, [app], { KAFKA_KIT_ENVIRONMENTS: 'dev' }).code).toBe(0);
    rmSync(join(chain.project.folder, 'cdktf.out'), { recursive: true });
  });

  test('what is not committed is not promoted', () => {
    const { code, stderr, stdout } = chain.promote('dev', 'staging');
    expect(code).toBe(3);
    expect(stderr).toContain('not committed: environments/dev.yaml');
    expect(stdout).toMatch(/^review +applications\.shop +– +Allow Write Topic orders\.created/m);
    expect(existsSync(join(chain.project.folder, 'environments/pins.json'))).toBe(false);
  });

  test('what staging does not have is not promoted to prod', () => {
    chain.commit('a platform');
    expect(chain.promote('staging', 'prod')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('kafka-kit promote dev staging'),
    });
  });

  test('dev is promoted to staging: a release, a pin, and what to commit', () => {
    const { code, stderr } = chain.promote('dev', 'staging');
    first = chain.pins().staging?.release ?? '';
    expect(code).toBe(0);
    expect(stderr).toContain(`git add environments/releases/${first}.json environments/pins.json`);
    expect(chain.pins()).toEqual({ staging: { release: first, earlier: [] } });
    expect(releasesOf(chain)).toEqual([`${first}.json`]);
    expect(JSON.parse(chain.project.read(`environments/releases/${first}.json`))).toEqual(platform);
  });

  test('staging’s promotion is committed before it goes on to prod', () => {
    expect(closed(chain.json('promote', 'staging', 'prod'))).toEqual(['committed']);
    chain.commit('to staging');
    expect(chain.json('promote', 'staging', 'prod')).toMatchObject({ code: 0, release: first });
    chain.commit('to prod');
    expect(checked(chain)).toEqual([]);
  });

  test('the same promotion twice changes nothing', () => {
    expect(chain.json('promote', 'staging', 'prod')).toMatchObject({ code: 0, changes: [], written: [] });
    expect(chain.git('status', '--porcelain')).toBe('');
  });

  test('staging and prod stay as they are when the working tree changes', () => {
    const before = chain.project.kit('access', 'prod', '--format', 'json').stdout;
    chain.describe({ ...refunds, applications: { ...platform.applications, billing: { ...billing, owner: 'ghost' } } });
    expect(chain.project.kit('check', 'dev').code).toBe(1);
    expect(chain.project.kit('check', 'staging', 'prod').code).toBe(0);
    expect(chain.project.kit('access', 'prod', '--format', 'json').stdout).toBe(before);
    expect(chain.promote('dev', 'staging')).toMatchObject({ code: 1, stderr: expect.stringContaining('KFK-O001') });
    chain.describe(refunds);
    chain.commit('refunds');
    expect(topicsOf(chain, 'dev')).toContain('3 topics');
    expect(topicsOf(chain, 'prod')).toContain('2 topics');
  });

  test('a look writes nothing', () => {
    expect(chain.json('promote', 'dev', 'staging', '--dry-run')).toMatchObject({
      code: 0,
      verdict: 'safe',
      changes: [{ path: "topics['orders.refunded']", grade: 'safe' }],
      written: [],
    });
    expect(chain.git('status', '--porcelain')).toBe('');
  });

  test('a step is not left out', () => {
    expect(closed(chain.json('promote', 'dev', 'prod'))).toEqual(['order']);
    expect(chain.promote('dev', 'prod').code).toBe(2);
  });

  test('it goes on to prod', () => {
    expect(chain.promote('dev', 'staging').code).toBe(0);
    second = chain.pins().staging?.release ?? '';
    expect(chain.json('promote', 'staging', 'prod', '--release', second)).toMatchObject({ code: 3 });
    chain.commit('refunds to staging');
    expect(chain.promote('staging', 'prod').code).toBe(0);
    chain.commit('refunds to prod');
    expect(topicsOf(chain, 'prod')).toContain('3 topics');
    expect(chain.pins().prod).toEqual({ release: second, earlier: [first] });
  });

  test('a rollback that would lose a topic with its records is refused', () => {
    const refused = chain.json<Promoted>('promote', 'staging', 'prod', '--release', first);
    expect(refused).toMatchObject({ code: 4, verdict: 'destructive', changes: [{ refused: true }] });
    expect(closed(refused)).toEqual(['data']);
    expect(chain.pins().prod?.release).toBe(second);
  });

  test('it is rolled back with the topic kept, which nobody may use', () => {
    const back = chain.json<Promoted>('promote', 'staging', 'prod', '--release', first, '--keep-topics');
    expect(back).toMatchObject({ code: 0, verdict: 'safe' });
    expect(topicsOf(chain, 'prod')).toContain('3 topics');
    expect(chain.project.kit('access', 'prod').stdout).not.toContain('orders.refunded');
    expect(chain.pins().prod).toEqual({ release: back.release, earlier: [second, first] });
    chain.commit('back');
    expect(chain.json('promote', 'staging', 'prod', '--release', first, '--keep-topics')).toMatchObject({
      written: [],
    });
  });

  test('and forward again', () => {
    expect(chain.promote('staging', 'prod').code).toBe(0);
    expect(chain.pins().prod?.release).toBe(second);
  });
});

test('a rollback that loses nothing is one command with an older id', () => {
  const busy = { ...platform, applications: { ...platform.applications, billing: { ...billing, instances: 2 } } };
  for (const described of [platform, busy]) {
    another.describe(described);
    another.commit('described');
    expect(another.promote('dev', 'staging').code).toBe(0);
    another.commit('promoted');
  }
  const { release = '', earlier: [older = ''] = [] } = another.pins().staging ?? {};
  expect(another.json('promote', 'dev', 'staging', '--release', older)).toMatchObject({ code: 0, release: older });
  expect(another.pins().staging).toEqual({ release: older, earlier: [release] });
});

test('the commands of the guide do what it says, as they are written: forth, forth again, and back', () => {
  const [forth = '', back = ''] = fences().flatMap(({ place, language, text }) =>
    place.startsWith('docs/guides/promotion.md') && language === 'sh' ? [text] : [],
  );
  for (const described of [platform, refunds]) {
    reader.describe(described);
    reader.commit('described');
    succeed(reader.shell(forth));
  }
  const { release, earlier } = reader.pins().prod ?? {};
  succeed(reader.shell(back));
  expect(reader.pins().prod?.earlier).toEqual([release, ...(earlier ?? [])]);
  expect(topicsOf(reader, 'prod')).toContain('3 topics');
  expect(reader.git('status', '--porcelain', 'environments')).toBe('');
});

test('a promotion that is killed at any moment leaves the environment with the release that it had, or the new one', async () => {
  for (const [index, delay] of [120, 160, 200, 240, 280, 320, 400].entries()) {
    killed.describe({ ...platform, owners: { orders: { ...platform.owners.orders, description: `${index}` } } });
    killed.commit('described');
    const { child, ended } = killed.project.start('promote', 'dev', 'staging');
    setTimeout(() => child.kill('SIGKILL'), delay);
    await ended;
    expect(killed.json<Checked>('check').problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    killed.commit('whatever it left');
  }
  expect(killed.promote('dev', 'staging').code).toBe(0);
}, 120_000);
