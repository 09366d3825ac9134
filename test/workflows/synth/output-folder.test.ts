import { lstatSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OutputFolder } from '../../../workflows/synth/output-folder';
import { synth } from '../../../workflows/synth/synth';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';
import { projectWith } from '../../support/written-project';

const former = { 'a/same.txt': 'same', 'a/longer.txt': 'some text', 'a/other.txt': 'here' };

test('what says the same is the former file, and what does not is a new one', () => {
  const project = projectWith(Object.fromEntries(Object.entries(former).map(([path, text]) => [`old/${path}`, text])));
  const [old, next] = [join(project, 'old'), join(project, 'new')];
  symlinkSync(join(old, 'a/same.txt'), join(old, 'a/link.txt'));
  const output = new OutputFolder(next, old);
  const written = {
    'a/same.txt': 'same',
    'a/longer.txt': 'some more text',
    'a/other.txt': 'Here',
    'a/link.txt': 'same',
    'b/first.txt': 'first',
  };
  for (const [path, text] of Object.entries(written)) output.write(path, text);
  for (const [path, text] of Object.entries(written)) expect(readFileSync(join(next, path), 'utf8')).toBe(text);
  for (const [path, text] of Object.entries(former)) expect(readFileSync(join(old, path), 'utf8')).toBe(text);
  expect(Object.keys(written).filter((path) => isOne(join(old, path), join(next, path)))).toEqual(['a/same.txt']);
  expect(lstatSync(join(next, 'a/link.txt')).isFile()).toBe(true);
});

const isOne = (one: string, other: string) =>
  lstatSync(one, { throwIfNoEntry: false })?.ino === lstatSync(other, { throwIfNoEntry: false })?.ino;

test('text is compared by its bytes, not by how many characters it has', () => {
  const project = projectWith({ 'old/a.txt': 'für alle' });
  new OutputFolder(join(project, 'new'), join(project, 'old')).write('a.txt', 'für alle');
  expect(isOne(join(project, 'old/a.txt'), join(project, 'new/a.txt'))).toBe(true);
});

test('a synth keeps the time of each file that stays as it is, and writes anew what somebody changed', async () => {
  const described = changed<Description>(small, { kubernetes: {}, 'clusters.main': { backend: 'strimzi' } });
  const out = projectWith({});
  const { folder } = await synth(resolve(described), out);
  const file = (path: string) => join(folder, path);
  const [kept, touched] = ['clients/shop/client.properties', 'kubernetes/main/kafka/main.yaml'];
  const before = readFileSync(file(touched), 'utf8');
  for (const path of [kept, touched]) utimesSync(file(path), 1000, 1000);
  writeFileSync(file(touched), `# mine\n${before}`);
  await synth(resolve(described), out);
  expect(lstatSync(file(kept)).mtimeMs).toBe(1_000_000);
  expect(lstatSync(file(kept)).nlink).toBe(1);
  expect(readFileSync(file(touched), 'utf8')).toBe(before);
});
