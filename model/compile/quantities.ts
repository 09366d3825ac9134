import type { Key, Origin } from '../place';
import { type Problem, problemAt } from '../problem';
import { parseDuration, parseRate, parseSize, UnitError } from '../units';
import { show } from './parse';

/** Reads quantities and collects what is wrong with them. */
export class Quantities {
  readonly problems: Problem[] = [];

  duration(text: string | undefined, origin: Origin, ...field: readonly Key[]): number | undefined {
    return this.read(parseDuration, text, origin, field);
  }

  size(text: string | undefined, origin: Origin, ...field: readonly Key[]): number | undefined {
    return this.read(parseSize, text, origin, field);
  }

  rate(text: string | undefined, origin: Origin, ...field: readonly Key[]): number | undefined {
    return this.read(parseRate, text, origin, field);
  }

  private read(
    parser: (text: string) => number,
    text: string | undefined,
    origin: Origin,
    field: readonly Key[],
  ): number | undefined {
    if (text === undefined) return undefined;
    try {
      return parser(text);
    } catch (error) {
      if (!(error instanceof UnitError)) throw error;
      const problem = `${show(text)} is given where ${error.message} is needed`;
      this.problems.push(
        problemAt(origin.at(...field), {
          code: 'KFK-U001',
          severity: 'error',
          problem,
          fix: `write ${error.message}, positive and whole`,
        }),
      );
      return undefined;
    }
  }
}
