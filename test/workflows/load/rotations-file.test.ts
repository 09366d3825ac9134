import { join } from 'node:path';
import { Failure } from '../../../workflows/failure';
import { readRotations } from '../../../workflows/load/rotations';
import { projectWith } from '../../support/written-project';

const read = (text: string) => readRotations(join(projectWith({ 'test.json': text }), 'test.json'));
const whyNot = (text: string) => {
  try {
    read(text);
  } catch (error) {
    if (error instanceof Failure) return error.details.why;
    throw error;
  }
  return undefined;
};
const shop = '"shop":{"version":1,"since":"2026-11-20"}';

test('a record that is right is read, whatever its names are', () => {
  const odd = '"a\\"b:{":{"version":2,"since":"2026-11-21"}';
  expect(Object.keys(read(`{"applications":{${shop},${odd}}}`).applications)).toEqual(['shop', 'a"b:{']);
});

test('of a broken record the first faults are told, and how many there are', () => {
  const broken = Object.fromEntries(Array.from({ length: 40_000 }, (_, index) => [`app-${index}`, { version: 1 }]));
  const why = whyNot(JSON.stringify({ applications: broken })) ?? [];
  expect(why).toHaveLength(11);
  expect(why[0]).toContain('applications.app-0.since: ');
  expect(why[10]).toBe('and 39990 more');
});

test.each([
  ['an application', `{"applications":{${shop},"sh\\u006fp":{"version":2,"since":"2026-11-21"}}}`, 'shop'],
  ['a field', '{"applications":{"shop":{"version":1,"version":2,"since":"2026-11-20"}}}', 'version'],
  ['all of it', `{"applications":{},"applications":{${shop}}}`, 'applications'],
])('%s that is in it twice, which a merge leaves, is refused', (_, text, name) =>
  expect(whyNot(text)).toEqual([`'${name}' is in it twice, of which only the last would count`]),
);

test('the same field of two applications is none', () =>
  expect(whyNot(`{"applications":{${shop},"till":{"version":1,"since":"2026-11-20"}}}`)).toBeUndefined());
