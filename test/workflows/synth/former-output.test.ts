import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { local } from '../../../environments/local';
import type { Resolved } from '../../../model/resolved';
import { exitCode } from '../../../workflows/failure';
import { nameBeside } from '../../../workflows/synth/left-beside';
import { synth } from '../../../workflows/synth/synth';
import { resolve } from '../../support/describe';
import { filesBelow } from '../../support/synthesize';
import { projectWith } from '../../support/written-project';

const resolved = resolve(local);
const [firstShard] = resolved.shards;
const fewer: Resolved = { ...resolved, shards: firstShard ? [firstShard] : [] };
const stays = 'terraform/stacks/local-main-analytics';
const goes = 'terraform/stacks/local-main-payments';

/** An output folder with more files in it. */
async function outputWith(files: Readonly<Record<string, string>> = {}) {
  const out = projectWith({});
  const { folder } = await synth(resolved, out);
  for (const [path, text] of Object.entries(files)) write(join(folder, path), text);
  return { out, folder };
}

function write(file: string, text: string) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** A synth that is refused changes nothing. */
async function refused(next: Resolved, out: string, message: string | RegExp) {
  const before = filesBelow(out);
  await expect(synth(next, out)).rejects.toMatchObject({
    message: expect.stringMatching(message),
    exit: exitCode.usage,
  });
  expect(filesBelow(out)).toEqual(before);
  expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
}

describe('synth never deletes what it did not write', () => {
  test('a folder that no synth made is refused', async () => {
    await refused(resolved, projectWith({ 'local/main.c': 'code' }), 'what kafka-kit did not write');
  });

  test('so is one that looks like an output and has no report', async () => {
    await refused(resolved, projectWith({ 'local/kubernetes/main.yaml': 'mine' }), 'what kafka-kit did not write');
  });

  test('an empty folder is taken', async () => {
    const out = projectWith({});
    mkdirSync(join(out, 'local'));
    await synth(resolved, out);
    expect(existsSync(join(out, 'local', 'report'))).toBe(true);
  });

  test.each(['notes.md', 'kubernetes/main/extra.yaml', `${stays}/more.tf`, 'report/mine.json'])(
    'a file of somebody in an output is refused, and named: %s',
    async (path) => {
      const { out } = await outputWith({ [path]: 'mine' });
      await expect(synth(resolved, out)).rejects.toMatchObject({ details: { why: [path] } });
      await refused(resolved, out, 'what kafka-kit did not write');
    },
  );

  test('an output from before there was a list is replaced, and anything else in it is refused', async () => {
    const { out, folder } = await outputWith();
    rmSync(join(folder, 'report', 'files.json'));
    await synth(fewer, out);
    expect(existsSync(join(folder, goes))).toBe(false);
    rmSync(join(folder, 'report', 'files.json'));
    writeFileSync(join(folder, 'notes.md'), 'mine');
    await refused(resolved, out, 'what kafka-kit did not write');
  });

  test('an output whose list is broken counts as one from before there was a list', async () => {
    const { out } = await outputWith({ 'report/files.json': '<<<<<<<' });
    await synth(resolved, out);
    await refused(
      resolved,
      (await outputWith({ 'report/files.json': '<<<', 'notes.md': '' })).out,
      'kafka-kit did not write',
    );
  });
});

describe('what Terraform leaves beside a stack', () => {
  const left = {
    [`${stays}/terraform.tfstate`]: 'state',
    [`${stays}/terraform.tfstate.backup`]: 'backup',
    [`${stays}/terraform.tfstate.d/blue/terraform.tfstate`]: 'of a workspace',
    [`${stays}/.terraform.lock.hcl`]: 'lock',
    [`${stays}/.terraform/terraform.tfstate`]: 'its backend',
    [`${stays}/terraform.tfvars`]: 'values',
    [`${stays}/tfplan`]: 'plan',
  };

  test('comes along as it was, from one synth to the next', async () => {
    const { out, folder } = await outputWith(left);
    const link = join(folder, stays, '.terraform', 'provider');
    symlinkSync('/somewhere/else', link);
    for (const next of [resolved, fewer, resolved]) await synth(next, out);
    for (const [path, text] of Object.entries(left)) expect(readFileSync(join(folder, path), 'utf8')).toBe(text);
    expect(readlinkSync(link)).toBe('/somewhere/else');
  });

  test('is not listed as what synth wrote', async () => {
    const { out, folder } = await outputWith(left);
    await synth(resolved, out);
    expect(readFileSync(join(folder, 'report', 'files.json'), 'utf8')).not.toMatch(/tfstate|tfvars|tfplan|\.terraform/);
  });

  test.each(['terraform.tfstate', 'terraform.tfstate.d/blue/terraform.tfstate', 'main.auto.tfvars', 'errored.tfstate'])(
    'keeps a stack that left the description from going with %s',
    async (file) => {
      const { out } = await outputWith({ [`${goes}/${file}`]: 'state' });
      await refused(fewer, out, /'local-main-payments' is described no longer/);
    },
  );

  test('goes with a stack that left the description where Terraform installs it again', async () => {
    const { out, folder } = await outputWith({
      [`${goes}/.terraform/terraform.tfstate`]: 'its backend',
      [`${goes}/.terraform.lock.hcl`]: 'lock',
    });
    await synth(fewer, out);
    expect(existsSync(join(folder, goes))).toBe(false);
  });

  test('stops a synth while it is at work', async () => {
    const { out } = await outputWith({ [`${stays}/.terraform.tfstate.lock.info`]: '{}' });
    await refused(resolved, out, 'Terraform is at work');
  });
});

describe('a synth that was killed', () => {
  /** As `nameBeside` names it, by a process that has ended: no process id is that large. */
  const dead = (name: string) => name.replace(/-\d+-(\d+(-old)?)$/, '-999999999-$1');
  const nameOf = (folder: string) => dead(nameBeside(folder));

  test('leaves nothing behind for longer than the next one', async () => {
    const { out, folder } = await outputWith();
    write(join(nameOf(folder), 'report', 'half.json'), '');
    write(join(`${nameOf(folder)}-old`, 'report', 'half.json'), '');
    await synth(resolved, out);
    expect(readdirSync(out)).toEqual(['local']);
  });

  test('and had taken the former output away gives it back, with its state', async () => {
    const { out, folder } = await outputWith({ [`${stays}/terraform.tfstate`]: 'state' });
    renameSync(folder, `${nameOf(folder)}-old`);
    await synth(resolved, out);
    expect(readFileSync(join(folder, stays, 'terraform.tfstate'), 'utf8')).toBe('state');
    expect(readdirSync(out)).toEqual(['local']);
  });

  test('is told from one that runs, and from what another environment or machine writes', async () => {
    const { out, folder } = await outputWith();
    const name = nameOf(folder);
    const others = [nameBeside(folder), nameOf(`${folder}-b`), name.replace(/-[0-9a-f]{8}-/, '-00000000-')];
    for (const other of others) write(join(other, 'half'), '');
    await synth(resolved, out);
    for (const other of others) expect(existsSync(other)).toBe(true);
  });
});

test('folders that were made for an output that is refused go', async () => {
  const out = projectWith({});
  const [first, second, ...rest] = resolved.shards;
  if (!first || !second) throw new Error('two shards are needed');
  const failing = {
    ...resolved,
    shards: [first, { ...second, cluster: { ...second.cluster, dataPlane: 'nobody' } }, ...rest],
  };
  await expect(synth(failing, join(out, 'a', 'b'))).rejects.toThrow();
  expect(readdirSync(out)).toEqual([]);
});
