/** Exit codes, the same for every command. */
export const exitCode = {
  clean: 0,
  problems: 1,
  usage: 2,
  review: 3,
  destructive: 4,
  failed: 5,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/**
 * Something that had to work and did not, told to the person who typed the command: what, why, and how to go on.
 * The commands print it without a stack trace and end with its exit code.
 */
export class Failure extends Error {
  constructor(
    /** One line: what failed. */
    what: string,
    readonly details: {
      /** Lines of evidence: a broker's own last lines, a provider's message. Default: none. */
      readonly why?: readonly string[];
      /** What to do next. Default: nothing is suggested. */
      readonly fix?: string;
      /** Default: 5, something that had to run failed. */
      readonly exit?: ExitCode;
    } = {},
  ) {
    super(what);
    this.name = 'Failure';
  }

  get exit(): ExitCode {
    return this.details.exit ?? exitCode.failed;
  }
}

/** Says what is going on: one line per call, for people; the commands print it to stderr. */
export type Progress = (line: string) => void;
