import { quantityOf } from '../../../workflows/kubernetes/quantity';

test.each([
  ['1', 1],
  ['100m', 0.1],
  ['2k', 2000],
  ['1.5Gi', 1.5 * 2 ** 30],
  ['1Ti', 2 ** 40],
  ['a lot', 0],
])('%s', (text, bytes) => {
  expect(quantityOf(text)).toBeCloseTo(bytes);
});
