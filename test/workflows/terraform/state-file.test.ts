import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StateFile } from '../../../workflows/terraform/state-file';

const before = JSON.stringify({ version: 4, serial: 1, resources: [{ name: 'a' }] });
const after = JSON.stringify({ version: 4, serial: 2, resources: [{ name: 'a' }, { name: 'b' }] });
const half = after.slice(0, after.length / 2);

let folder: string;
let file: string;
let state: StateFile;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kit-state-'));
  file = join(folder, 'orders.tfstate');
  state = new StateFile(file);
});
afterEach(() => rmSync(folder, { recursive: true }));

const text = (path = file) => readFileSync(path, 'utf8');

/** What somebody who was killed left behind a while ago. */
function leave(left: string): void {
  writeFileSync(file, left);
  const aWhileAgo = new Date(Date.now() - 60_000);
  utimesSync(file, aWhileAgo, aWhileAgo);
}

describe('an apply that was killed while it wrote the state', () => {
  test.each([
    ['emptied', ''],
    ['half-written', half],
    ['full of zeros, as a machine that died may leave it', '\0'.repeat(64)],
  ])('%s: the state of before is read and put back', async (_, left) => {
    writeFileSync(file, before);
    state.keep();
    leave(left);
    expect(state.read()).toBe(before);
    expect(await state.restore()).toBe(true);
    expect(text()).toBe(before);
    await expect(state.refuseBroken()).resolves.toBeUndefined();
  });

  test('before it there was none: there is none again', async () => {
    state.keep();
    leave(half);
    expect(state.read()).toBeUndefined();
    expect(await state.restore()).toBe(true);
    expect(existsSync(file)).toBe(false);
  });

  test('what it had written is kept aside, for its owner only', async () => {
    writeFileSync(file, before);
    state.keep();
    leave(half);
    await state.restore();
    expect(text(`${file}.broken`)).toBe(half);
    for (const name of readdirSync(folder).filter((name) => name !== 'orders.tfstate'))
      expect([name, (statSync(join(folder, name)).mode & 0o777).toString(8)]).toEqual([name, '600']);
  });

  test('the copy outlives whatever is broken, and nothing else', () => {
    writeFileSync(file, before);
    state.keep();
    leave(half);
    state.settle();
    expect(state.read()).toBe(before);
    leave(after);
    state.settle();
    expect(readdirSync(folder)).toEqual(['orders.tfstate']);
  });
});

test('a state that is whole is left alone, whatever stands beside it', async () => {
  writeFileSync(file, before);
  state.keep();
  leave(after);
  expect(await state.restore()).toBe(false);
  expect([state.read(), text()]).toEqual([after, after]);
});

test('a Terraform that outlived its deploy has the time to finish what it writes', async () => {
  writeFileSync(file, before);
  state.keep();
  writeFileSync(file, '');
  setTimeout(() => writeFileSync(file, after), 200);
  expect(await state.restore()).toBe(false);
  expect(text()).toBe(after);
});

test('the file that Terraform makes when it takes the lock is no state yet', async () => {
  leave('');
  expect(state.read()).toBeUndefined();
  await expect(state.refuseBroken()).resolves.toBeUndefined();
  state.keep();
  expect([await state.restore(), state.read(), existsSync(file)]).toEqual([false, undefined, true]);
});

test.each([
  ['half-written', half, false],
  ['emptied, as the backup of what it held tells', '', true],
])('%s without a copy: it stays as it is, and is refused', async (_, left, hasBackup) => {
  leave(left);
  if (hasBackup) writeFileSync(`${file}.backup`, before);
  expect(state.read()).toBe(left);
  expect(await state.restore()).toBe(false);
  expect(text()).toBe(left);
  await expect(state.refuseBroken()).rejects.toThrow(`${file} is no Terraform state`);
});

test('a state that OpenTofu encrypted is one', async () => {
  leave('{"encrypted_data":"…"}');
  await expect(state.refuseBroken()).resolves.toBeUndefined();
});
