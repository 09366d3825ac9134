import { Matrix } from '../../../support/matrix/matrix';
import { base } from './base';
import { features } from './features';
import { freeLevels } from './free';
import { oracle } from './oracle';

export const matrix = new Matrix({ base, features, free: freeLevels, oracle, depthOf });

/** What is said of a noun that no feature brought has no place. */
function depthOf([root = '', , , field, ...rest]: readonly string[]): number | undefined {
  if (root !== 'platform') return undefined;
  return field === 'streams' && rest.length > 0 ? 4 : 3;
}
