/**
 * How often each credential of an environment was made anew, and when. `kafka-kit rotate` writes it beside the inventory
 * (`environments/rotations/<environment>.json`), and it is committed as that is: no value of a secret is in it.
 */
export interface Rotations {
  /** By application. */
  readonly applications: Readonly<Record<string, CredentialRotation>>;
}

export interface CredentialRotation {
  /** Counts up by one at each rotation. */
  readonly version: number;
  /** The day on which this version was made: `2026-12-31`. */
  readonly since: string;
  /** Brokers still take the version before it, until everybody has this one. Default: they take this one only. */
  readonly overlap?: true;
}

export const noRotations: Rotations = { applications: {} };
