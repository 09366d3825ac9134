import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { builtProject } from '../support/built-project';
import { small } from '../support/describe';

const project = builtProject({
  'environments/test.yaml': small,
  'broken.yaml': 'name: "x\n',
  'text.yaml': 'text',
  'cyclic.yaml': 'name: x\nplatform: &p { owners: {}, self: *p }\nclusters: {}\n',
  'throws.ts': "throw new Error('not today');\n",
  'syntax.ts': 'export const a = {\n  b: ;\n',
  'twice.ts': 'const a = 1;\nconst a = 2;\n',
  'imports.ts': "import { x } from 'no-such-package';\nexport const y = x;\n",
  'notes.md': '# Notes\n',
  blocked: 'a file where a folder is needed',
  'taken/test/main.c': 'int main;',
  'environments/inventory/test.json': '{"topics":{},"applications":{}}',
  'inventory/test.json': '{',
  'recorded.yaml': small,
});
/** A trace of this program: the user did nothing that it could explain. */
const trace = /\n\s+at |node:internal|Require stack/;

const failing = async (exit: number, args: readonly string[]) => {
  const { code, stdout, stderr } = await project.start(...args).ended;
  expect({ code, stdout }).toEqual({ code: exit, stdout: '' });
  expect(stderr).not.toBe('');
  expect(stderr).not.toMatch(trace);
};

describe('wrong use ends with 2, in words', () => {
  test.concurrent.each([
    [[]],
    [['chekc']],
    [['check', '--formt', 'json']],
    [['check', '--format', 'yaml']],
    [['lock', '--platform', 'amiga']],
    [['synth', '--out', 'taken']],
    [['check', 'tset']],
    [['check', '--file', 'missing.yaml']],
    [['check', '--file', 'environments']],
    [['check', '--file', 'notes.md']],
    [['check', '--file', 'text.yaml']],
    [['check', '--file', 'recorded.yaml']],
    [['access']],
    [['access', 'tset']],
    [['access', 'test', 'shop']],
    [['explain', 'test']],
    [['explain', 'test', 'orders.create']],
    [['deploy', 'test', '--concurrency', 'many']],
    [['evidence', 'test', '--day', 'soon']],
    [['synth', 'test', '--out', '']],
    [['synth', 'test', '--out', 'blocked']],
    [['policy', 'test', '--out', '']],
    [['policy', 'test', '--out', 'blocked']],
    [['evidence', 'tset']],
    [['promote', 'test']],
    [['promote', 'test', 'tset']],
    [['promote', 'test', 'test', '--release', 'latest']],
    [['import']],
    [['import', 'strimzi']],
    [['import', 'cruise', '--check', 'environments']],
    [['import', 'strimzi', '--check']],
    [['import', 'strimzi', '--check', 'missing.yaml']],
    [['import', 'strimzi', '--check', 'broken.yaml']],
  ])('kafka-kit %j', (args) => failing(2, args));
});

describe('a description that cannot be understood ends with 1, in words', () => {
  test.concurrent.each(['broken.yaml', 'cyclic.yaml', 'throws.ts', 'syntax.ts', 'twice.ts', 'imports.ts'])(
    'check --file %s',
    (file) => failing(1, ['check', '--file', file]),
  );
});

describe('output that cannot be written ends with 5, in words', () => {
  test.concurrent.each([
    [['synth', '--out', 'environments/test.yaml/deeper']],
    [['policy', '--out', 'environments/test.yaml/deeper']],
  ])('kafka-kit %j', (args) => failing(5, args));
});

test('evidence to - is printed, and to no file of that name', async () => {
  const { code, stdout } = await project.start('evidence', 'test', '--out', '-').ended;
  expect(code).toBe(0);
  expect(stdout).toMatch(/^# Evidence: test/);
  expect(existsSync(join(project.folder, '-'))).toBe(false);
});

describe('help', () => {
  test.concurrent.each(['evidence', 'rotate'])('of %s says with what it ends', async (command) => {
    const { stdout } = await project.start(command, '--help').ended;
    expect(stdout).toMatch(/Ends with 0, with 1 /);
  });
  test.concurrent.each([
    'check',
    'synth',
    'access',
    'explain',
    'up',
    'down',
    'status',
    'deploy',
    'promote',
    'evidence',
    'policy',
    'lock',
    'doctor',
  ])('of %s shows an example', async (command) => {
    const { code, stdout, stderr } = await project.start(command, '--help').ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`Example:\\n {2}\\$ kafka-kit ${command}`));
  });

  test.concurrent('names every command, and --version its version', async () => {
    const { code, stdout } = await project.start('--help').ended;
    expect(code).toBe(0);
    for (const command of ['check', 'synth', 'access', 'explain', 'deploy']) expect(stdout).toContain(`  ${command} `);
    expect(await project.start('--version').ended).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});
