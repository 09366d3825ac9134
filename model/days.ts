export const millisecondsOfDay = 86_400_000;

/** The day so many milliseconds after another: `2026-12-31`. */
export const dayAfter = (day: string, milliseconds: number): string =>
  new Date(Date.parse(day) + milliseconds).toISOString().slice(0, 10);
