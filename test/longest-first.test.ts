import { existsSync } from 'node:fs';
import { join } from 'node:path';

const LongestFirst = require('./longest-first.cjs');

/** As jest knows a test: where it is, how large, and no duration, as on a clean clone. */
const file = (path: string, size = 1) => ({
  path: `/kit/test/${path}.test.ts`,
  context: {
    config: { cache: false, cacheDirectory: '/nowhere', id: 'none', testSequencer: '' },
    hasteFS: { getSize: () => size },
  },
});
const order = (...tests: ReturnType<typeof file>[]) =>
  new LongestFirst({ contexts: [], globalConfig: {} })
    .sort(tests)
    .map(({ path }: { path: string }) => path.slice('/kit/test/'.length, -'.test.ts'.length));

test('every end-to-end test that is named is there, once', () => {
  const { longest } = LongestFirst as { longest: string[] };
  expect(longest.filter((name) => !existsSync(join(__dirname, 'e2e', `${name}.test.ts`)))).toEqual([]);
  expect(new Set(longest).size).toBe(longest.length);
});

test('the longest begin first, however small their files are', () => {
  expect(order(file('e2e/demo', 900), file('e2e/deploy', 2), file('e2e/rotate-certificates', 1))).toEqual([
    'e2e/rotate-certificates',
    'e2e/deploy',
    'e2e/demo',
  ]);
});

test('a test of the same name that is no end-to-end test goes by jest’s own order', () => {
  expect(order(file('workflows/deploy', 1), file('model/topic', 900))).toEqual(['model/topic', 'workflows/deploy']);
});
