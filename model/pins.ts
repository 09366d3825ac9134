import { own } from './by-name';

/** Which release an environment has. */
export interface Pin {
  readonly release: string;
  /** What it had before, the latest first: what it may be rolled back to. */
  readonly earlier: readonly string[];
}

/** The pin of each environment that was promoted to. It is committed: `environments/pins.json`. */
export type Pins = Readonly<Record<string, Pin>>;

/** How far back an environment can be rolled. */
const kept = 10;

/** An environment gets a release; the one that it had becomes its latest earlier one. */
export function pinnedTo(pins: Pins, environment: string, release: string): Pins {
  const had = own(pins, environment);
  if (had?.release === release) return pins;
  const earlier = had ? [had.release, ...had.earlier].filter((id) => id !== release).slice(0, kept) : [];
  return { ...pins, [environment]: { release, earlier } };
}
