import { loadCompiled } from '../../../workflows/load/compiled';
import { environmentYaml, platformTs, platformYaml, projectWith } from '../../support/written-project';

const told = (files: Record<string, string>) =>
  loadCompiled({ folder: projectWith(files), today: '2026-11-21' }).problems.map(
    ({ code, file, path, problem, fix }) => `${file} ${code} ${path}: ${problem}; ${fix}`,
  );

test('a YAML environment may take its platform from TypeScript', () => {
  expect(
    told({ 'environments/platform.ts': platformTs, 'environments/test.yaml': environmentYaml('test', 'platform.ts') }),
  ).toEqual([]);
});

test('several environments that share a platform tell its problems once', () => {
  const platform = platformYaml.replace('contact: orders@example.com', 'contact: nobody');
  const files = {
    'environments/platform.yaml': platform,
    'environments/a.yaml': environmentYaml('a'),
    'environments/b.yaml': environmentYaml('b'),
  };
  expect(told(files)).toEqual([expect.stringMatching(/^environments\/platform\.yaml:2:13 KFK-O002 /)]);
});

test('a platform file that does not exist is one problem, where its name is written', () => {
  expect(told({ 'environments/test.yaml': environmentYaml('test', 'platfrom.yaml') })).toEqual([
    "environments/test.yaml:2:1 KFK-Y003 platform: there is no file 'platfrom.yaml'; correct the path, which starts from this file's folder",
  ]);
});

test('a platform file that is no description is one problem', () => {
  expect(
    told({
      'environments/test.yaml': environmentYaml('test', 'platform.md'),
      'environments/platform.md': '# Platform',
    }),
  ).toEqual([
    "environments/test.yaml:2:1 KFK-Y003 platform: 'platform.md' is no description; use a file that ends with .ts, .js, .cjs, .yaml, .yml, .json",
  ]);
});

test.each(['', '[]', 'text', 'topics: {}'])('a platform file of %j is told in words', (text) => {
  const [first] = told({ 'environments/test.yaml': environmentYaml('test'), 'environments/platform.yaml': text });
  expect(first).toMatch(/KFK-S00[23] (platform|owners): .* (map|missing)/);
});
