import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const docs = join(__dirname, '..', '..', 'docs');
const index = readFileSync(join(docs, 'README.md'), 'utf8');

test.each(['guides', 'reference'])('the index of the documentation leads to every page of its %s', (folder) => {
  const pages = readdirSync(join(docs, folder)).map((page) => `${folder}/${page}`);
  expect(pages.length).toBeGreaterThan(10);
  expect(pages.filter((page) => !new RegExp(`\\(${page}[#)]`).test(index))).toEqual([]);
});

test('the index of decisions leads to every decision', () => {
  const decisions = readdirSync(join(docs, 'decisions')).filter((page) => page !== 'README.md');
  const table = readFileSync(join(docs, 'decisions', 'README.md'), 'utf8');
  expect(decisions.filter((page) => !table.includes(`(${page})`))).toEqual([]);
});
