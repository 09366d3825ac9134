/** How a value must look, and how to mend one that does not. */
export interface Form {
  readonly form: RegExp;
  readonly fix: string;
}
