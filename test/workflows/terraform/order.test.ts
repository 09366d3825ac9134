import { checkOrder, ready } from '../../../workflows/terraform/order';

const node = (stack: string, ...dependsOn: string[]) => ({ stack, dependsOn });

test('what waits is ready when all it depends on is finished', () => {
  const nodes = [node('a'), node('b', 'a'), node('c', 'a', 'b')];
  const names = (finished: string[]) => ready(nodes, new Set(['b', 'c']), new Set(finished)).map(({ stack }) => stack);
  expect(names([])).toEqual([]);
  expect(names(['a'])).toEqual(['b']);
  expect(names(['a', 'b'])).toEqual(['b', 'c']);
});

test('an order that can be followed passes', () => {
  expect(() => checkOrder([node('b', 'a'), node('a'), node('c', 'b', 'a')])).not.toThrow();
});

test('a dependency that is not deployed is refused', () => {
  expect(() => checkOrder([node('b', 'a')])).toThrow(
    "stack 'b' depends on 'a', which is not among the stacks to deploy",
  );
});

test('a circle is refused, naming who is in it or behind it', () => {
  expect(() => checkOrder([node('a'), node('b', 'c'), node('c', 'b'), node('d', 'c')])).toThrow('in a circle: b, c, d');
});
