import { loadCompiled } from '../../../workflows/load/compiled';
import { environmentTs, platformTs, projectWith } from '../../support/written-project';

const load = (files: Record<string, string>) => loadCompiled({ folder: projectWith(files), today: '2026-11-21' });
const told = (files: Record<string, string>) =>
  load(files).problems.map(({ code, file, problem }) => `${file} ${code} ${problem}`);
const good = { 'environments/platform.ts': platformTs, 'environments/test.ts': environmentTs('test') };

test('a description may be split over files', () => {
  const { environments, problems } = load(good);
  expect(problems).toEqual([]);
  expect(environments.map(({ name, resolved }) => [name, resolved?.topics.size])).toEqual([['test', 1]]);
});

test('a problem names the file in which its noun was made', () => {
  const files = {
    ...good,
    'environments/platform.ts': platformTs.replace("{ owner: 'orders' }", "{ owner: 'order' }"),
  };
  expect(told(files)).toEqual(["environments/platform.ts KFK-O001 no owner is called 'order'"]);
});

test.each([
  ['no-such-package/file', 'npm install no-such-package where the description is, or correct the name'],
  ['@example/none', 'npm install @example/none where the description is, or correct the name'],
  ['./platfrom', 'correct the path, from the file that imports it'],
])('an import of %s that leads nowhere says what to do', (request, fix) => {
  const { problems } = load({ ...good, 'environments/test.ts': `import x from '${request}';\nexport const a = x;\n` });
  expect(problems.map((problem) => problem.fix)).toContain(fix);
});

test('several environments in one file are all read, each once though it is exported twice', () => {
  const two = `${environmentTs('one')}export const two = { ...one, name: 'two' };\nexport default one;\n`;
  expect(load({ ...good, 'environments/test.ts': two }).environments.map(({ name }) => name)).toEqual(['one', 'two']);
});

test('types, enums and imports of types are taken away', () => {
  const typed = `import type { Nothing } from './nowhere';
import { defineEnvironment, type EnvironmentInput } from 'kafka-platform-kit';
import { platform } from './platform.js';
enum Size { Small = 1 }
const clusters = { main: { backend: 'kafka' as const, brokers: Size.Small } } satisfies EnvironmentInput['clusters'];
export const test = defineEnvironment({ name: 'test', platform: platform!, clusters });
`;
  expect(
    load({ ...good, 'environments/test.ts': typed }).environments[0]?.resolved?.clusters.get('main')?.brokers,
  ).toBe(1);
});

test('files that import each other are read', () => {
  const a = `import { name } from './b';\nimport { platform } from './platform';\nexport const base = 'ci';\nexport const env = { get name() { return name(); }, platform, clusters: { main: { backend: 'kafka' } } };\n`;
  const b = `import { base } from './a';\nexport const name = () => base + '-1';\n`;
  const names = load({
    'environments/platform.ts': platformTs,
    'environments/a.ts': a,
    'environments/b.ts': b,
  }).environments.map(({ name }) => name);
  expect(names).toEqual(['ci-1']);
});

describe('a description that fails is a problem in its file and line, without a stack', () => {
  const broken = (text: string, name = 'environments/test.ts') => told({ ...good, [name]: text });

  test.each<[string, string, string]>([
    ['a syntax error', 'export const a = {\n  b: ;\n', 'environments/test.ts:2:6 KFK-Y002 Unexpected token'],
    [
      'an error of its own',
      "const a = 1;\n\nthrow new Error('not today');\n",
      'environments/test.ts:3:1 KFK-Y002 not today',
    ],
    [
      'an error of the language',
      'const a: any = null;\nexport const b = a.owners.orders;\n',
      'environments/test.ts:2:',
    ],
    ['a name declared twice', 'const a = 1;\n\nconst a = 2;\n', 'environments/test.ts:3'],
    ['await outside of a function', "const a = 1;\nexport const b = await fetch('x');\n", 'environments/test.ts:2'],
    [
      'a file that does not exist',
      "import { platform } from './platfrom';\nexport const a = platform;\n",
      'environments/test.ts:1:',
    ],
    [
      'a package that is not installed',
      "import x from 'no-such-package';\nexport const a = x;\n",
      'environments/test.ts:1:',
    ],
  ])('%s', (_, text, line) => {
    const lines = broken(text);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(line);
    expect(lines[0]).not.toMatch(/\n|\bat .*:\d+:\d+\)|node_modules|\/tmp\//);
  });

  test.each(["throw 'text'", 'throw null', 'throw undefined', 'throw { reason: 1 }'])('%s', (text) => {
    expect(broken(`${text};\n`)).toEqual([expect.stringMatching(/^environments\/test\.ts KFK-Y002 ./)]);
  });

  test('in a file that it imports: that file is named', () => {
    expect(broken("export const a = 1;\nthrow new Error('late');\n", 'environments/platform.ts')).toEqual(
      expect.arrayContaining([expect.stringContaining('environments/platform.ts:2:1 KFK-Y002 late')]),
    );
    expect(broken('export const a = 1;\nconst a = 2;\n', 'environments/platform.ts').join()).not.toContain(
      'environments/test.ts',
    );
  });

  test('in a function of a file that was read earlier: the line that throws is named', () => {
    const lib = "export function fail() {\n  throw new Error('in lib');\n}\n";
    const files = { ...good, 'lib/lib.ts': lib, 'lib/late.ts': 'export const later = (f: () => void) => f();\n' };
    const test = "import { fail } from '../lib/lib';\nimport { later } from '../lib/late';\nlater(fail);\n";
    expect(told({ ...files, 'environments/test.ts': test })).toEqual(['lib/lib.ts:2:1 KFK-Y002 in lib']);
  });

  test('in JSON that it imports: the JSON is named', () => {
    const test = "import data from '../data.json';\nexport const a = data;\n";
    expect(told({ ...good, 'environments/test.ts': test, 'data.json': '{,' })).toEqual([
      expect.stringMatching(/^data\.json KFK-Y002 .*JSON/),
    ]);
  });
});

test('an error that holds a secret is told without it', () => {
  const token = `ghp_${'a1B2c3D4'.repeat(4)}`;
  const [said, ...more] = told({ ...good, 'environments/test.ts': `throw new Error('no access with ${token}');\n` });
  expect([said, more]).toEqual([expect.stringContaining('KFK-Y002 it throws an error whose message'), []]);
  expect(said).not.toContain(token.slice(4, 16));
});

test('a description that ends the process is a problem, and the process goes on', () => {
  const { problems } = load({ 'environments/test.ts': 'process.exit(0);\n' });
  expect(problems.map(({ code, problem }) => `${code} ${problem}`)).toEqual([
    'KFK-Y002 a description must not end the process',
  ]);
});
