import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { local } from '../../environments/local';
import { synth } from '../../workflows/synth/synth';
import { resolve } from '../support/describe';
import { filesBelow, resourcesOf } from '../support/synthesize';

/** What each committed environment becomes. `UPDATE_GOLDEN=1 npx jest golden` writes it anew; the commit says why. */
const environments = { local };
const update = process.env.UPDATE_GOLDEN === '1';

describe.each(Object.entries(environments))('the environment %s', (name, environment) => {
  const out = mkdtempSync(join(tmpdir(), 'kafka-kit-golden-'));
  afterAll(() => rmSync(out, { recursive: true, force: true }));
  const golden = join(__dirname, 'output', name);

  const { folder, stacks } = synth(resolve(environment), out);
  const addresses = stacks
    .flatMap(({ name: stack, config }) =>
      [...resourcesOf(JSON.parse(readFileSync(config, 'utf8'))).keys()].map((address) => `${stack} ${address}\n`),
    )
    .sort()
    .join('');

  if (update) {
    rmSync(golden, { recursive: true, force: true });
    cpSync(folder, golden, { recursive: true });
    writeFileSync(join(golden, 'addresses.txt'), addresses);
  }
  const { 'addresses.txt': knownAddresses, ...known } = existsSync(golden) ? filesBelow(golden) : {};

  test('has the addresses that it had: another name would destroy and create', () => {
    expect(addresses).toBe(knownAddresses);
  });

  test('becomes the files that it became', () => {
    const written = filesBelow(folder);
    expect(Object.keys(written)).toEqual(Object.keys(known));
    for (const [file, text] of Object.entries(written)) expect({ file, text }).toEqual({ file, text: known[file] });
  });
});
