import { builtProject } from '../support/built-project';

const topic = (version: string) => ({
  apiVersion: `kafka.strimzi.io/${version}`,
  kind: 'KafkaTopic',
  metadata: { name: 'orders' },
  spec: {},
});
const project = builtProject({
  'new/topic.yaml': topic('v1'),
  'old/topic.yaml': topic('v1beta2'),
  'old/deeper/topic.yaml': topic('v1'),
  'bad/topic.yaml': 'strimzi.io: [',
  'other/map.yaml': { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } },
  'none/readme.md': 'nothing to judge',
});
const check = (...args: readonly string[]) => project.kit('import', 'strimzi', '--check', ...args);

test('manifests that v1 reads end with 0, and what was looked at is said', () => {
  const { code, stdout, stderr } = check('new');
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toContain('1 object of Strimzi in 1 file: no problems');
});

test('others end with 1: where, which, what, and what to write', () => {
  const { code, stdout, stderr } = check('new', 'old');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(
    /old\/topic\.yaml:1:1 {2}error KFK-V002 {2}KafkaTopic\/orders apiVersion\n.*\n.*fix: write kafka/,
  );
  expect(stderr).toContain('3 objects of Strimzi in 3 files: 1 error');
});

test('a file that cannot be read ends with 2, and the rest is judged', () => {
  const { code, stderr } = check('bad', 'old', '--format', 'text');
  expect(code).toBe(2);
  expect(stderr).toContain('KFK-V001');
  expect(stderr).toContain('KFK-V002');
  expect(stderr).not.toMatch(/\n\s+at |node:internal/);
});

test('a folder without manifests is a wrong one; manifests of others are said to be of others', () => {
  const none = check('none');
  expect(none.code).toBe(2);
  expect(none.stderr).toContain('there is no manifest in none');
  const other = check('other');
  expect(other.code).toBe(0);
  expect(other.stderr).toContain('nothing of Strimzi in 1 file');
});

test('as JSON is the problems and nothing else on stdout', () => {
  const { code, stdout, stderr } = check('old', '--format', 'json');
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(JSON.parse(stdout)).toEqual({
    problems: [
      {
        code: 'KFK-V002',
        severity: 'error',
        file: 'old/topic.yaml:1:1',
        path: 'KafkaTopic/orders apiVersion',
        problem: 'kafka.strimzi.io/v1beta2 is served no longer',
        fix: expect.stringContaining('kafka.strimzi.io/v1'),
      },
    ],
  });
});
