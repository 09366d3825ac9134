import { parseDuration, UnitError } from './units';

export const millisecondsOfDay = 86_400_000;

/** How many days that is: 1.5 for 36 hours. */
export const daysIn = (milliseconds: number): number => milliseconds / millisecondsOfDay;

/** How many hours that is: Go, and so Vault and cert-manager, has no days. */
export const hoursIn = (milliseconds: number): number => milliseconds / 3_600_000;

/** The day so many milliseconds after another: `2026-12-31`. */
export const dayAfter = (day: string, milliseconds: number): string =>
  new Date(Date.parse(day) + milliseconds).toISOString().slice(0, 10);

/** The first moment after a day, in UTC, as IAM and Vault write it. */
export const endOfDay = (day: string): string => `${dayAfter(day, millisecondsOfDay)}T00:00:00Z`;

/** Days of a length of time as it is written: `36h` is 1.5; no number where it is none, which a rule refuses. */
export function daysOf(text: string): number {
  try {
    return daysIn(parseDuration(text));
  } catch (error) {
    if (error instanceof UnitError) return Number.NaN;
    throw error;
  }
}
