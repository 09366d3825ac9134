import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { loadCompiled } from '../../workflows/load/compiled';
import { synth } from '../../workflows/synth/synth';
import { objectsIn } from '../support/manifests';
import { addressesIn, filesBelow } from '../support/synthesize';

/** What each committed environment becomes. `UPDATE_GOLDEN=1 npx jest golden` writes it anew; the commit says why. */
const { environments } = loadCompiled({ folder: resolve(__dirname, '..', '..'), today: '2026-11-21' });
const update = process.env.UPDATE_GOLDEN === '1';

test('every environment compiles', () => {
  expect(environments.filter(({ resolved }) => !resolved).map(({ name }) => name)).toEqual([]);
});

describe.each(environments.map(({ name, resolved }) => [name, resolved] as const))('the environment %s', (name, it) => {
  let out: string;
  afterAll(() => rmSync(out, { recursive: true, force: true }));
  const golden = join(__dirname, 'output', name);
  let written: Record<string, string>;
  let addresses: string;
  let known: Record<string, string>;

  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'kafka-kit-golden-'));
    if (!it) throw new Error(`'${name}' does not compile`);
    const { folder, stacks, units } = await synth(it, out);
    written = filesBelow(folder);
    addresses = [
      ...stacks.flatMap(({ name: stack, config }) =>
        addressesIn(JSON.parse(readFileSync(config, 'utf8'))).map((address) => `${stack} ${address}\n`),
      ),
      ...units
        .flatMap(({ files }) => files)
        .flatMap(({ path }) =>
          objectsIn(written[path] ?? '').map(
            ({ kind, metadata: { namespace = '-', name: object } }) =>
              `${basename(path, '.yaml')} ${kind}/${namespace}/${object}\n`,
          ),
        ),
    ]
      .sort()
      .join('');
    if (update) {
      rmSync(golden, { recursive: true, force: true });
      cpSync(folder, golden, { recursive: true });
      writeFileSync(join(golden, 'addresses.txt'), addresses);
    }
    known = existsSync(golden) ? filesBelow(golden) : {};
  });

  test('has the addresses that it had: another name would destroy and create', () => {
    expect(addresses).toBe(known['addresses.txt']);
  });

  test('becomes the files that it became', () => {
    const { 'addresses.txt': _, ...files } = known;
    expect(Object.keys(written)).toEqual(Object.keys(files));
    for (const [file, text] of Object.entries(written)) expect({ file, text }).toEqual({ file, text: files[file] });
  });
});
