import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BaseOptions, baseAccess } from '../../../workflows/access/base-access';
import { Failure } from '../../../workflows/failure';
import { environmentTs, environmentYaml, platformTs, platformYaml, projectWith } from '../../support/written-project';

const reading = platformYaml.replace('produces', 'consumes');
const git = (folder: string, ...args: readonly string[]) =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {
    encoding: 'utf8',
    env: { ...process.env, GIT_COMMITTER_DATE: '2026-11-01T12:00:00Z' },
  });
const repository = (files: Readonly<Record<string, string>>) => {
  const folder = projectWith(files);
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message=base');
  return folder;
};
const ask = (base: string, folder: string, more: Partial<BaseOptions> = {}) =>
  baseAccess(base, { folder, environment: 'test', today: '2026-11-21', ...more })?.map(
    ({ application, operation, resourceName }) => `${application} ${operation} ${resourceName}`,
  );

const yaml = { 'environments/test.yaml': environmentYaml('test'), 'environments/platform.yaml': platformYaml };

describe('a revision', () => {
  const folder = repository(yaml);
  writeFileSync(join(folder, 'environments', 'platform.yaml'), reading);
  const status = () => [git(folder, 'status', '--porcelain'), git(folder, 'diff', '--cached'), git(folder, 'branch')];

  test('is read as it was committed, whatever the working tree says, which stays as it is', () => {
    const before = status();
    const index = readFileSync(join(folder, '.git', 'index'));
    expect(ask('main', folder)).toEqual(['shop Write orders.created']);
    expect(status()).toEqual(before);
    expect(readFileSync(join(folder, '.git', 'index')).equals(index)).toBe(true);
    expect(readFileSync(join(folder, 'environments', 'platform.yaml'), 'utf8')).toBe(reading);
  });

  test('in a folder of a repository is read from there, and by a file that is named', () => {
    const inside = repository(
      Object.fromEntries(Object.entries(yaml).map(([file, text]) => [join('kafka', file), text])),
    );
    expect(ask('HEAD', join(inside, 'kafka'))).toEqual(['shop Write orders.created']);
    expect(ask('HEAD', inside, { file: 'kafka/environments/test.yaml' })).toEqual(['shop Write orders.created']);
    expect(() => ask('HEAD', join(inside, 'kafka'), { file: '../other.yaml' })).toThrow(/not below/);
  });

  test('in TypeScript is read with the packages that are installed now', () => {
    const typescript = repository({
      'environments/test.ts': environmentTs('test'),
      'environments/platform.ts': `import { contact } from 'owners';\n${platformTs.replace("'orders@example.com'", 'contact')}`,
      '.gitignore': 'node_modules\n',
    });
    mkdirSync(join(typescript, 'node_modules', 'owners'), { recursive: true });
    writeFileSync(join(typescript, 'node_modules', 'owners', 'index.js'), "exports.contact = 'orders@example.com';");
    expect(ask('main', typescript)).toEqual(['shop Write orders.created']);
  });

  test('is judged on the day of its commit: what ended since held then', () => {
    const glass = 'operators:\n  oncall: { owner: orders, role: break-glass, until: "2026-11-03", reason: INC-4711 }\n';
    const ended = repository({ ...yaml, 'environments/test.yaml': `${environmentYaml('test')}${glass}` });
    expect(ask('main', ended)).toContain('oncall All kafka-cluster');
    expect(ask(ended, ended)).not.toContain('oncall All kafka-cluster');
  });

  test('that git does not know, or that looks like an option, is refused with what can be named', () => {
    expect(() => ask('nowhere', folder)).toThrow(/no file, no folder and no revision/);
    expect(() => ask('--output=x', folder)).toThrow(Failure);
    const whys = (where: string) => {
      try {
        ask('nowhere', where);
      } catch (error) {
        return (error as Failure).details.why;
      }
    };
    expect(whys(folder)).toEqual([]);
    expect(whys(projectWith(yaml))?.join()).toMatch(/not a git repository/);
  });

  test.each(['', ' '])('whose name is empty, as of an unset variable, is refused: %j', (base) =>
    expect(() => ask(base, folder)).toThrow(/nothing is named/),
  );

  test('without the environment, or the file, knows nothing of it', () => {
    expect(ask('main', folder, { environment: 'prod' })).toBeUndefined();
    writeFileSync(join(folder, 'new.yaml'), environmentYaml('test', 'environments/platform.yaml'));
    expect(ask('main', folder, { file: 'new.yaml' })).toBeUndefined();
  });

  test('with errors is refused, with each of them', () => {
    const broken = repository({
      ...yaml,
      'environments/platform.yaml': platformYaml.replace('owner: orders }', 'owner: nobody }'),
    });
    expect(() => ask('main', broken)).toThrow(/has errors in 'main'/);
  });
});

describe('a folder and a file', () => {
  const folder = projectWith({ ...yaml, 'rows.json': '[{"cluster": "main"}]', 'no.json': 'nothing' });

  test('are read as they are', () => {
    const rows = baseAccess('.', { folder, environment: 'test', today: '2026-11-21' });
    writeFileSync(join(folder, 'access.json'), JSON.stringify(rows));
    expect(ask('access.json', folder)).toEqual(['shop Write orders.created']);
  });

  test.each(['rows.json', 'no.json'])('%s, which access did not write, is refused', (file) => {
    expect(() => ask(file, folder)).toThrow(/is not what access --format json writes/);
  });
});
