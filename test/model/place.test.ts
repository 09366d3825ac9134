import fc from 'fast-check';
import { formatFile, formatPath, type Key, Origin, type Place } from '../../model/place';

describe('a path', () => {
  test.each<[readonly Key[], string]>([
    [[], ''],
    [['topics'], 'topics'],
    [['topics', 'orders'], 'topics.orders'],
    [
      ['topics', 'orders.created', 'config', 'min.insync.replicas'],
      "topics['orders.created'].config['min.insync.replicas']",
    ],
    [['approvals', 0, 'owner'], 'approvals[0].owner'],
    [['order-service'], "['order-service']"],
    [['topics', "o'neill"], "topics['o\\'neill']"],
    [['topics', 'a\\b'], "topics['a\\\\b']"],
    [['topics', ''], "topics['']"],
    [['topics', '0'], "topics['0']"],
    [['topics', 'größe'], "topics['größe']"],
  ])('%j is written %s', (path, text) => {
    expect(formatPath(path)).toBe(text);
  });

  test('is written differently from every other', () => {
    const path = fc.array(
      fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('a', "'", '\\', '].', 'a.b', '0'), fc.nat(3)),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(path, path, (a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b));
        return formatPath(a) !== formatPath(b);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a file', () => {
  const position = () => ({ line: 12, column: 5 });

  test('is told with line and column where they are known', () => {
    expect(formatFile({ source: { file: 'environments/local.yaml', position }, path: ['name'] })).toBe(
      'environments/local.yaml:12:5',
    );
  });

  test('is told alone where only it is known, and not at all for what was made in memory', () => {
    expect(formatFile({ source: { file: 'environments/local.ts' }, path: ['name'] })).toBe('environments/local.ts');
    expect(formatFile({ source: {}, path: ['name'] })).toBeUndefined();
  });
});

describe('a field was written', () => {
  const base: Place = { source: { file: 'platform.ts' }, path: ['topics', 'orders.created'] };
  const place: Place = { source: { file: 'prod.ts' }, path: ['overrides', 'topics', 'orders.created'] };
  const origin = new Origin(base, { place, fields: new Set(['config']) });

  test('in the overrides, when they say it', () => {
    expect(origin.at('config', 'segment.ms')).toEqual({ ...place, path: [...place.path, 'config', 'segment.ms'] });
  });

  test('on the noun, when they do not', () => {
    expect(origin.at('partitions')).toEqual({ ...base, path: [...base.path, 'partitions'] });
    expect(origin.at()).toEqual(base);
    expect(new Origin(base).at('config').source.file).toBe('platform.ts');
  });
});
