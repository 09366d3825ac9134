import { z } from 'zod';

/** A length of time with its unit: `'250ms'`, `'10s'`, `'5m'`, `'12h'`, `'7d'`. */
export type Duration = `${number}${'ms' | 's' | 'm' | 'h' | 'd'}`;

/** An amount of data with its unit, binary (`'512MiB'`) or decimal (`'1GB'`). */
export type Size = `${number}${'B' | 'KB' | 'MB' | 'GB' | 'TB' | 'KiB' | 'MiB' | 'GiB' | 'TiB'}`;

/** Data per second with its unit: `'10MB/s'`. */
export type Rate = `${Size}/s`;

const milliseconds = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

const bytes = {
  B: 1,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
} as const;

const keys = <T extends object>(table: T) => Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];

const expected = {
  duration: "a duration such as '30s' or '7d'",
  size: "a size such as '512MiB' or '1GB'",
  rate: "a rate such as '10MB/s'",
};

export const durationShape = z.templateLiteral([z.number(), z.enum(keys(milliseconds))], { error: expected.duration });
export const sizeShape = z.templateLiteral([z.number(), z.enum(keys(bytes))], { error: expected.size });
export const rateShape = z.templateLiteral([z.number(), z.enum(keys(bytes)), '/s'], { error: expected.rate });

/** Thrown by the parsers below; its message says what is allowed. */
export class UnitError extends Error {}

/** Milliseconds of a {@link Duration}. @throws UnitError when it is no whole, positive number of milliseconds. */
export const parseDuration = (text: string): number => amount(text, milliseconds, expected.duration);

/** Bytes of a {@link Size}. @throws UnitError when it is no whole, positive number of bytes. */
export const parseSize = (text: string): number => amount(text, bytes, expected.size);

/** Bytes per second of a {@link Rate}. @throws UnitError when it is no whole, positive number of bytes per second. */
export const parseRate = (text: string): number => {
  if (!text.endsWith('/s')) throw new UnitError(expected.rate);
  return amount(text.slice(0, -2), bytes, expected.rate);
};

/** The shortest exact text of a number of milliseconds: `604800000` is `7d`; `-1` is `unlimited`. */
export function formatDuration(value: number): string {
  if (value < 0) return 'unlimited';
  return format(value, milliseconds);
}

/** The shortest exact text of a number of bytes: `1048576` is `1MiB`; `-1` is `unlimited`. */
export function formatSize(value: number): string {
  if (value < 0) return 'unlimited';
  return format(value, bytes);
}

function amount(text: string, units: Readonly<Record<string, number>>, allowed: string): number {
  const [, whole = '', decimals = '', unit = ''] = /^(\d+)(?:\.(\d+))?([A-Za-z]+)$/.exec(text) ?? [];
  const factor = Object.hasOwn(units, unit) ? units[unit] : undefined;
  if (factor === undefined) throw new UnitError(allowed);
  // Exactly: in binary fractions 1.005 times 1000 is not 1005.
  const scaled = BigInt(whole + decimals) * BigInt(factor);
  const scale = 10n ** BigInt(decimals.length);
  const value = Number(scaled / scale);
  if (scaled % scale !== 0n || !Number.isSafeInteger(value) || value <= 0) throw new UnitError(allowed);
  return value;
}

function format(value: number, units: Readonly<Record<string, number>>): string {
  const exact = Object.entries(units).filter(([, factor]) => value % factor === 0);
  const [unit, factor] = exact.reduce((best, next) => (next[1] > best[1] ? next : best));
  return `${value / factor}${unit}`;
}
