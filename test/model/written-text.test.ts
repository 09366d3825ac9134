import { eachText, type WrittenText } from '../../model/written-text';

function textsOf(description: unknown): WrittenText[] {
  const met: WrittenText[] = [];
  eachText(description, ({ path, ...text }) => met.push({ ...text, path: [...path] }));
  return met;
}

test('names, texts and numbers are met in the order in which they are written, each with its place', () => {
  expect(textsOf({ name: 'shop', topics: [{ partitions: 3 }] })).toEqual([
    { text: 'name', kind: 'name', path: ['name'] },
    { text: 'shop', kind: 'text', path: ['name'] },
    { text: 'topics', kind: 'name', path: ['topics'] },
    { text: 'partitions', kind: 'name', path: ['topics', 0, 'partitions'] },
    { text: '3', kind: 'number', path: ['topics', 0, 'partitions'] },
  ]);
});

test('what several places share is met once, also where it holds itself', () => {
  const shared: Record<string, unknown> = { owner: 'orders' };
  shared.itself = shared;
  expect(textsOf({ one: shared, other: shared }).map(({ text }) => text)).toEqual([
    ...['one', 'owner', 'orders', 'itself'],
    'other',
  ]);
});

test('a description that is no map is looked at as it is, and nothing else has texts', () => {
  expect(textsOf('shop')).toEqual([{ text: 'shop', kind: 'text', path: [] }]);
  expect(textsOf([null, undefined, true])).toEqual([]);
});
