/** What every password in a store has. */
export interface StoredPasswordProps {
  /** What the store calls it. */
  readonly name: string;
  /** Whose password it is; it stands beside it, because both change where an application has two users by turns. */
  readonly username: string;
  /** Another password is made only when this number changes. */
  readonly version: number;
}
