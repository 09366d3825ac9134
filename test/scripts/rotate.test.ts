/** What `kafka-kit rotate` takes, and what it prints: no broker is reached. */
import { builtProject } from '../support/built-project';
import { small } from '../support/describe';

const project = builtProject({
  'environments/test.yaml': { ...small, secrets: { users: 'two' } },
  'environments/counted.yaml': { ...small, name: 'counted', secrets: { versions: { shop: 3 } } },
  'a b/k.yaml': { ...small, name: 'apart' },
});
const rotate = (...args: string[]) => project.kit('rotate', ...args);

describe('an option that a verb has no use for is refused', () => {
  test.each([
    ['plan', 'test', 'shop', '--applied'],
    ['plan', 'test', 'shop', '--interrupt'],
    ['plan', 'test', 'shop', '--since', '2026-01-01'],
    ['run', 'test', 'shop', '--since', '2026-01-01'],
    ['finish', 'test', 'shop', '--interrupt'],
    ['status', 'test', 'shop'],
    ['status', 'test', '--of', 'password'],
    ['record', 'test', 'shop', '--of', 'password'],
    ['rotate', 'test'],
    ['plan', 'test'],
    ['plan', 'test', 'shop', '--of', 'broker-certificates'],
    [],
  ])('rotate %s %s %s %s', (...args) => {
    const { code, stdout, stderr } = rotate(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).not.toBe('');
  });
});

test('what somebody else makes anew is neither run nor finished here, and nothing says that it is done', () => {
  const run = rotate('run', 'test', 'main', '--of', 'broker-certificates');
  expect([run.code, run.stderr]).toEqual([3, expect.stringContaining('is not made anew from here')]);
  const finish = rotate('finish', 'test', 'main', '--of', 'broker-certificates');
  expect([finish.code, finish.stderr]).toEqual([3, expect.stringContaining('is not made anew from here')]);
  expect(`${run.stderr}${finish.stderr}`).not.toContain('done:');
});

test('where JSON is asked for, JSON is printed', () => {
  const parsed = (...args: string[]) => JSON.parse(rotate(...args, '--format', 'json').stdout);
  expect(parsed('plan', 'test', 'shop')).toMatchObject({ name: 'shop', of: 'password' });
  expect(parsed('status', 'test')).toMatchObject([{ application: 'billing' }, { application: 'shop' }]);
  expect(parsed('finish', 'test', 'shop')).toMatchObject({ done: ["no rotation of 'shop' was begun"] });
  expect(parsed('record', 'test', 'shop', '--since', '2026-01-02')).toEqual([
    { application: 'shop', version: 1, since: '2026-01-02' },
  ]);
  expect(parsed('record', 'test', '--since', '2026-01-03')).toHaveLength(1);
  expect(parsed('record', 'test')).toEqual([]);
  expect(parsed('record', 'test', 'shop', '--since', '2026-01-01')).toHaveLength(1);
});

test('what is recorded already is told, where nothing is recorded', () => {
  expect(rotate('record', 'test').stderr).toContain('nothing to record');
});

test('whoever types an option that a verb does not know is sent to the help of that verb', () => {
  const { code, stderr } = rotate('run', 'test', 'shop', '--since', '2026-01-02');
  expect(code).toBe(2);
  expect(stderr).toContain('(see kafka-kit rotate run --help)');
});

test('commands that are told can be copied, whatever the file is called', () => {
  const { stdout } = rotate('plan', 'apart', 'shop', '--file', 'a b/k.yaml');
  expect(stdout).toContain("kafka-kit rotate run apart shop --interrupt --file 'a b/k.yaml'");
});

test('a version that is counted by hand is taken over, and then refused where it was', () => {
  const taken = rotate('record', 'counted', 'shop', '--since', '2026-01-02');
  expect([taken.code, taken.stderr]).toEqual([
    0,
    expect.stringContaining(
      "next: remove secrets.versions['shop'], which is counted in environments/rotations/counted.json now",
    ),
  ]);
  const both = rotate('status', 'counted');
  expect([both.code, both.stderr]).toEqual([1, expect.stringContaining('error KFK-X045')]);
  project.write('environments/counted.yaml', { ...small, name: 'counted' });
  expect(rotate('status', 'counted').stdout).toMatch(/shop +3 +2026-01-02/);
});

test('help of each verb shows what it takes', () => {
  expect(rotate('--help').stdout).toMatch(/plan .*\n.*run .*\n.*finish .*\n.*status .*\n.*record /);
  expect(rotate('run', '--help').stdout).toContain('--interrupt');
  expect(rotate('status', '--help').stdout).not.toContain('--interrupt');
});
