import fc from 'fast-check';
import type { Compiled } from '../../../model/compile';
import type { Key } from '../../../model/place';
import { change } from '../../support/change';
import { compileDescription, small } from '../../support/describe';

/** Whatever is described, the answer is problems that can be understood, or what is to be built. */
function isAnAnswer({ problems, resolved }: Compiled): void {
  for (const { code, severity, path, problem, fix } of problems) {
    expect(code).toMatch(/^KFK-[A-Z]\d{3}$/);
    expect(['error', 'warning']).toContain(severity);
    expect([path, problem, fix].map((text) => typeof text)).toEqual(['string', 'string', 'string']);
    expect([problem, fix]).not.toContain('');
    expect(problem).not.toMatch(/could not judge|\[object |undefined is|Invalid input/);
  }
  expect(resolved === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
}

const full = {
  ...small,
  profile: 'production',
  secrets: { store: 'files', versions: { shop: 2 } },
  overrides: {
    topics: { 'orders.created': { partitions: 6, config: { 'segment.ms': 1 } } },
    applications: { shop: { quota: { produce: '1MB/s' } } },
  },
  approvals: [
    { code: 'KFK-D001', address: 'kafka_topic.x', reason: 'nobody reads it', owner: 'orders', expires: '2027-01-01' },
  ],
  accepts: { streams: { reason: 'nobody reads it', owner: 'orders', until: '2027-01-01' } },
};

/** Every place of a description, also those that are not leaves. */
const placesOf = (value: unknown, path: readonly Key[] = []): (readonly Key[])[] => [
  path,
  ...(value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]))
    : []),
];
const places = placesOf(full);

const awkward = fc.constantFrom<unknown>(
  null,
  0,
  -1,
  1.5,
  1e21,
  '',
  'x',
  '-1d',
  '0s',
  [],
  {},
  [null],
  { toString: null },
  { constructor: 1 },
  { length: 3 },
  JSON.parse('{"__proto__":{"owner":5}}'),
);
const value = fc.oneof(awkward, fc.jsonValue({ maxDepth: 3 }));
const key = fc.constantFrom(
  'constructor',
  'toString',
  '__proto__',
  'hasOwnProperty',
  'owners',
  'topics',
  'config',
  'a.b',
  '',
  '0',
  'ö',
);

test('compile answers to any JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (description) => isAnAnswer(compileDescription(description))),
    { numRuns: 200 },
  );
});

test('compile answers to any JSON in the place of any part of a description', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...places), value), { minLength: 1, maxLength: 3 }), (changes) => {
      isAnAnswer(compileDescription(changes.reduce<unknown>((so, [path, put]) => change(so, path, put), full)));
    }),
    { numRuns: 400 },
  );
});

test('compile answers to any key beside those of a description', () => {
  fc.assert(
    fc.property(fc.constantFrom(...places), key, value, (path, name, put) => {
      isAnAnswer(compileDescription(change<unknown>(full, [...path, name], put)));
    }),
    { numRuns: 300 },
  );
});

test('compile answers when any part of a description is missing', () => {
  for (const path of places) isAnAnswer(compileDescription(change<unknown>(full, path, undefined)));
});
