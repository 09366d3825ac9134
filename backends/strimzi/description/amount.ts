import { UnitError } from '../../../model/units';

/** What is written, in the unit of its parser; 0 where it is no such amount, which a rule refuses. */
export function amountOf(parse: (text: string) => number, text: string): number {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof UnitError) return 0;
    throw error;
  }
}
