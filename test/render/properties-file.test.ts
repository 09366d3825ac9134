import { propertiesFile } from '../../render/properties-file';

test('it is sorted, a line each', () => {
  expect(propertiesFile({ b: '2', a: '1' })).toBe('a=1\nb=2\n');
});

test.each([
  ['a\\b', 'a\\\\b'],
  ['a\nb\tc\r', 'a\\nb\\tc\\r'],
  [' a ', '\\ a '],
  ['/home/jürgen/ca.pem', '/home/j\\u00fcrgen/ca.pem'],
  ['a=b:c#d!', 'a=b:c#d!'],
  ['😀', '\\ud83d\\ude00'],
])('it holds %j as Java reads it', (value, written) => {
  expect(propertiesFile({ key: value })).toBe(`key=${written}\n`);
});
