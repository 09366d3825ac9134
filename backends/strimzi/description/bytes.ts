import { parseSize, type Size, UnitError } from '../../../model/units';

/** 0 where what is written is no amount of data, which a rule refuses. */
export function bytesOf(text: Size = '0B' as Size): number {
  try {
    return parseSize(text);
  } catch (error) {
    if (error instanceof UnitError) return 0;
    throw error;
  }
}
