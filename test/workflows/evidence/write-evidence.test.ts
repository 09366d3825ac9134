import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeEvidence } from '../../../workflows/evidence/write-evidence';

const folder = mkdtempSync(join(tmpdir(), 'kit-evidence-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string) => join(folder, name);
const report = '# Evidence: shop\n';

test('a report is written where nothing is, and over an older one, as Markdown or as JSON', () => {
  writeEvidence(file('new/evidence.md'), '# Evidence: old\n');
  writeEvidence(file('new/evidence.md'), report);
  expect(readFileSync(file('new/evidence.md'), 'utf8')).toBe(report);
  writeFileSync(file('evidence.json'), JSON.stringify({ version: 1, attention: [], notProven: [] }));
  writeEvidence(file('evidence.json'), report);
  expect(readFileSync(file('evidence.json'), 'utf8')).toBe(report);
});

test('a description is not written over, nor is a folder, a link, a pipe, or what has no name', () => {
  const description = 'name: shop\n';
  writeFileSync(file('shop.yaml'), description);
  mkdirSync(file('folder'));
  symlinkSync(file('shop.yaml'), file('link'));
  execFileSync('mkfifo', [file('pipe')]);
  const refusal = (name: string) => {
    try {
      writeEvidence(name, report);
    } catch (error) {
      return (error as { message: string }).message;
    }
  };
  expect(['shop.yaml', 'folder', 'link', 'pipe'].map((name) => refusal(file(name)))).toEqual([
    expect.stringContaining('holds something else than evidence'),
    expect.stringContaining('is a folder'),
    expect.stringContaining('is no regular file'),
    expect.stringContaining('is no regular file'),
  ]);
  expect(refusal('')).toContain('is no name of a file');
  expect(readFileSync(file('shop.yaml'), 'utf8')).toBe(description);
  expect(lstatSync(file('pipe')).isFIFO()).toBe(true);
});
