import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { local } from '../../../environments/local';
import type { Resolved, Shard } from '../../../model/resolved';
import { Failure } from '../../../workflows/failure';
import { FileStore } from '../../../workflows/secrets/file-store';
import { synth } from '../../../workflows/synth/synth';
import { resolve, small } from '../../support/describe';
import { filesBelow } from '../../support/synthesize';
import { projectWith } from '../../support/written-project';

const resolved = resolve(local);

/** A description whose second stack cannot be made. */
const failing = (): Resolved => {
  const [first, second, ...rest] = resolved.shards as readonly [Shard, Shard, ...Shard[]];
  const broken: Shard = { ...second, cluster: { ...second.cluster, dataPlane: 'nobody' } };
  return { ...resolved, shards: [first, broken, ...rest] };
};

test('what changes in scale against the inventory is in the report, with its steps', async () => {
  const topics = { 'orders.created': { cluster: 'main', shard: 'orders', partitions: 1, cleanup: 'delete' } };
  const { folder } = await synth(resolve(small, { inventory: { topics, applications: {} } }), projectWith({}));
  expect(JSON.parse(readFileSync(join(folder, 'report', 'plans.json'), 'utf8'))).toEqual([
    expect.objectContaining({ cluster: 'main', topic: 'orders.created', change: '3 partitions instead of 1' }),
  ]);
});

test('synth writes a stack per shard, client files and the report below the name of the environment', async () => {
  const out = projectWith({});
  const { folder, stacks } = await synth(resolved, out);
  expect(folder).toBe(join(out, 'local'));
  const applications = [...resolved.applications.keys()];
  const clientFiles = ['application.json', 'client.properties', 'librdkafka.properties'];
  expect(Object.keys(filesBelow(folder))).toEqual([
    ...applications.flatMap((application) => clientFiles.map((file) => `clients/${application}/${file}`)),
    'report/access.json',
    'report/connections.json',
    'report/files.json',
    'report/plans.json',
    'report/translations.json',
    'terraform/manifest.json',
    ...['analytics', 'fulfilment', 'orders', 'payments'].map((key) => `terraform/stacks/local-main-${key}/cdk.tf.json`),
  ]);
  expect(readdirSync(out)).toEqual(['local']);
  expect(stacks.every(({ config, resources }) => existsSync(config) && resources > 0)).toBe(true);
});

test('synth gives the same bytes twice, wherever it writes', async () => {
  const [one, two] = [projectWith({}), projectWith({})];
  for (const out of [one, two, two]) await synth(resolve(local), out);
  expect(filesBelow(two)).toEqual(filesBelow(one));
});

test('synth removes the stacks that are no longer described, and leaves other environments alone', async () => {
  const out = projectWith({ 'prod/kept.txt': 'kept' });
  await synth(resolved, out);
  const [first] = resolved.shards;
  await synth({ ...resolved, shards: first ? [first] : [] }, out);
  expect(readdirSync(join(out, 'local', 'terraform', 'stacks'))).toEqual([first?.name]);
  expect(filesBelow(join(out, 'prod'))).toEqual({ 'kept.txt': 'kept' });
});

describe('what is written holds', () => {
  const out = projectWith({});
  let text: string;
  beforeAll(async () => {
    await synth(resolved, out);
    text = Object.values(filesBelow(out)).join('\n');
  });

  test('no token that was not resolved', () => {
    expect(text).not.toMatch(/TfToken\[|\$\{TfToken|undefined|\[object /);
  });

  test('no path or name of this machine, and no day', () => {
    for (const mine of [out, process.cwd(), tmpdir(), `"${hostname()}"`]) expect(text).not.toContain(mine);
    expect(text).not.toContain(new Date().toISOString().slice(0, 10));
  });

  test('no secret that a store or a variable holds', async () => {
    const store = new FileStore(join(out, 'secrets'));
    const planted = resolved.shards
      .flatMap(({ principals }) => principals)
      .flatMap(({ credential }) => (credential ? [store.ensurePassword(credential).password] : []));
    process.env.TF_VAR_main_admin_password = 'planted-in-the-environment';
    try {
      const again = projectWith({});
      await synth(resolved, again);
      const written = Object.values(filesBelow(again)).join('\n');
      for (const secret of [...planted, 'planted-in-the-environment']) expect(written).not.toContain(secret);
    } finally {
      delete process.env.TF_VAR_main_admin_password;
    }
  });
});

describe('a synth that fails leaves the previous output whole, and nothing beside it', () => {
  const before = async (out: string) => {
    await synth(resolve(small), out);
    await synth(resolved, out);
    return filesBelow(out);
  };

  test('when a data plane throws', async () => {
    const out = projectWith({});
    const had = await before(out);
    await expect(synth(failing(), out)).rejects.toThrow("no Terraform data plane 'nobody'");
    expect(filesBelow(out)).toEqual(had);
    expect(readdirSync(out).sort()).toEqual(['local', 'test']);
  });

  test('when it is the first one: nothing is left', async () => {
    const out = projectWith({});
    await expect(synth(failing(), out)).rejects.toThrow();
    expect(readdirSync(out)).toEqual([]);
  });

  test('when a file is where its folder should be', async () => {
    const out = projectWith({ local: 'a file' });
    await expect(synth(resolved, out)).rejects.toThrow(Failure);
    expect(filesBelow(out)).toEqual({ local: 'a file' });
  });

  test('when the folder cannot be made', async () => {
    const out = projectWith({ out: 'a file' });
    await expect(synth(resolved, join(out, 'out'))).rejects.toThrow(Failure);
    expect(filesBelow(out)).toEqual({ out: 'a file' });
  });
});
