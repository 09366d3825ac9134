import fc from 'fast-check';
import { formatDuration, formatSize, parseDuration, parseRate, parseSize, UnitError } from '../../model/units';

const durations = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const sizes = { B: 1, KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 };
const positive = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

describe('a duration', () => {
  test.each(Object.entries(durations))('in %s is so many milliseconds', (unit, factor) => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 10_000 }), (n) => parseDuration(`${n}${unit}`) === n * factor));
  });

  test('is read back as it was written', () => {
    fc.assert(fc.property(positive, (ms) => parseDuration(formatDuration(ms)) === ms));
  });

  test('may have decimals that come to whole milliseconds, and none is lost to binary fractions', () => {
    fc.assert(
      fc.property(
        positive.filter((ms) => ms < 1e12),
        (ms) => {
          const text = `${Math.floor(ms / 1000)}.${String(ms % 1000).padStart(3, '0')}s`;
          return parseDuration(text) === ms;
        },
      ),
    );
    expect(parseDuration('1.005s')).toBe(1005);
    expect(parseDuration('1.5h')).toBe(5_400_000);
  });

  test.each([
    '',
    '7',
    'd',
    '7 d',
    '7D',
    '7w',
    '-7d',
    '+7d',
    '0s',
    '1e3s',
    '0.5ms',
    '1.0001s',
    '.5s',
    '7d7h',
    '7d ',
    'unlimited',
    '7constructor',
    '99999999999d',
    'Infinityd',
    'NaNs',
  ])('is not %j', (text) => {
    expect(() => parseDuration(text)).toThrow(UnitError);
  });

  test('is shown in its largest exact unit', () => {
    expect([604_800_000, 5_400_000, 90_000, 1_500, -1].map(formatDuration)).toEqual([
      '7d',
      '90m',
      '90s',
      '1500ms',
      'unlimited',
    ]);
  });
});

describe('a size', () => {
  test.each(Object.entries(sizes))('in %s is so many bytes', (unit, factor) => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 8_000 }), (n) => parseSize(`${n}${unit}`) === n * factor));
  });

  test('is read back as it was written', () => {
    fc.assert(fc.property(positive, (bytes) => parseSize(formatSize(bytes)) === bytes));
  });

  test('may have decimals that come to whole bytes', () => {
    fc.assert(
      fc.property(
        positive.filter((bytes) => bytes < 1e15),
        (bytes) => {
          const text = `${Math.floor(bytes / 1e9)}.${String(bytes % 1e9).padStart(9, '0')}GB`;
          return parseSize(text) === bytes;
        },
      ),
    );
  });

  test.each(['', '1', '1mb', '1 MB', '-1MB', '0B', '0.5B', '1MB/s', '1PB', '9007199254740992B', '1__proto__'])(
    'is not %j',
    (text) => {
      expect(() => parseSize(text)).toThrow(UnitError);
    },
  );

  test('is shown in its largest exact unit', () => {
    expect([1_048_576, 1_000_000, 1_536, 1_500, 1, -1].map(formatSize)).toEqual([
      '1MiB',
      '1MB',
      '1536B',
      '1500B',
      '1B',
      'unlimited',
    ]);
  });
});

describe('a rate', () => {
  test('is a size per second', () => {
    fc.assert(fc.property(positive, (bytes) => parseRate(`${formatSize(bytes)}/s`) === bytes));
    expect(parseRate('10MB/s')).toBe(10_000_000);
  });

  test.each(['', '/s', '10MB', '10MB/m', '10MB/s/s', '0MB/s', '10/s'])('is not %j', (text) => {
    expect(() => parseRate(text)).toThrow(UnitError);
  });
});

test('a unit that cannot be read says what is allowed', () => {
  expect(() => parseDuration('7')).toThrow("a duration such as '30s' or '7d'");
  expect(() => parseSize('7')).toThrow("a size such as '512MiB' or '1GB'");
  expect(() => parseRate('7MB')).toThrow("a rate such as '10MB/s'");
});
