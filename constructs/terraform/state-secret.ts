/** What a provider puts into the state of its own accord, and why that opens nothing. */
export interface StateSecret {
  /** Sensitive attributes that the provider computes. */
  readonly attributes: readonly string[];
  /** What is in them. */
  readonly holds: string;
  /** What each resource of the type says, so that they open nothing. Absent: they do. */
  readonly harmless?: { readonly attribute: string; readonly is: boolean };
  /** How that makes them harmless, and where it does not hold. */
  readonly because: string;
  readonly source: string;
}
