import { differenceForGitOps } from '../../../workflows/deploy/gitops';
import { projectWith } from '../../support/written-project';

/** What is told of files below `kubernetes/main`, from what was written to what would be. */
function told(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): string[] {
  const lines: string[] = [];
  differenceForGitOps({
    environment: 'test',
    synthesized: projectWith(below('', after)),
    project: projectWith(below('out/test/', before)),
    progress: (line) => lines.push(line),
  });
  return lines;
}

const below = (folder: string, files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}kubernetes/main/${name}`, text]));

const topic = (name: string, partitions: number) =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata: { name: ${name}, namespace: kafka }\nspec: { partitions: ${partitions} }\n`;
const topics = (count: number, partitions: number) =>
  Array.from({ length: count }, (_, index) => topic(`t${10 + index}`, partitions)).join('---\n');

test('each file says what becomes of it, and what changes in it', () => {
  const before = { 'a.yaml': topic('a', 3), 'b.yaml': topic('b', 3), 'd.yaml': topic('d', 3) };
  const after = { 'b.yaml': topic('b', 6), 'c.yaml': topic('c', 3), 'd.yaml': topic('d', 3) };
  expect(told(before, after)).toEqual([
    '  + kubernetes/main/c.yaml',
    '  ~ kubernetes/main/b.yaml',
    '    ~ KafkaTopic/b in kafka',
    '        spec.partitions: 3 → 6',
    '  - kubernetes/main/a.yaml',
  ]);
});

test('of many objects of a file the first are told, and how many more', () => {
  const lines = told({ 'a.yaml': topics(40, 3) }, { 'a.yaml': topics(40, 6) });
  expect(lines).toHaveLength(1 + 2 * 30 + 1);
  expect(lines.at(-1)).toBe('    ~ … and 10 more');
});

test('of many files the first are told, and how many more', () => {
  const files = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`t${index}.yaml`, topic('t', 3)]));
  const lines = told({}, files);
  expect(lines).toHaveLength(31);
  expect(lines.at(-1)).toBe('  + … and 10 more');
});

describe('a user that nobody prunes', () => {
  const user = (name: string) =>
    `apiVersion: kafka.strimzi.io/v1\nkind: KafkaUser\nmetadata: { name: ${name}, namespace: kafka, annotations: { kustomize.toolkit.fluxcd.io/prune: disabled } }\n`;

  test('may move to another file', () => {
    expect(told({ 'a.yaml': user('billing') }, { 'b.yaml': user('billing') })).toHaveLength(2);
  });

  test('may not leave them all', () => {
    expect(() => told({ 'a.yaml': user('billing') }, {})).toThrow('access would outlive the description');
  });

  test('of many the first are told, and every one is in the command that deletes them', () => {
    const users = Array.from({ length: 40 }, (_, index) => user(`u${index}`)).join('---\n');
    expect(() => told({ 'a.yaml': users }, {})).toThrow(
      expect.objectContaining({
        details: {
          why: expect.arrayContaining(['… and 20 more']),
          fix: expect.stringMatching(/ u38 u39$/),
          exit: 3,
        },
      }),
    );
  });
});
