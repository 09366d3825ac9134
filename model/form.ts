/** How a value must look, and how to mend one that does not. */
export interface Form {
  readonly form: RegExp;
  /** What is wrong with a value that looks otherwise. Default: that it is none. */
  readonly problem?: (given: string) => string;
  readonly fix: string;
}
