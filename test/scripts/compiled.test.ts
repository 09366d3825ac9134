import type { Problem } from '../../model/problem';
import { resolvedOnly, type Told } from '../../scripts/compiled';

const warning = (path: string): Problem => ({
  code: 'KFK-F005',
  severity: 'warning',
  path,
  problem: 'it is odd',
  fix: 'look at it',
});

test('a command that reads its environment again and again says a problem once, and what comes new', () => {
  const said: string[] = [];
  const spy = jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  try {
    const told: Told = new Set();
    const read = (...paths: string[]) => resolvedOnly({ environments: [], problems: paths.map(warning) }, {}, told);
    read('topics.a');
    read('topics.a', 'topics.b');
    read('topics.a', 'topics.b');
  } finally {
    spy.mockRestore();
  }
  const times = (path: string) => said.join('').split(path).length - 1;
  expect([times('topics.a'), times('topics.b')]).toEqual([1, 1]);
});
