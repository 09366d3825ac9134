import { Matrix } from '../../support/matrix/matrix';
import { base } from './base';
import { features } from './features';
import { freeLevels } from './free';
import { oracle } from './oracle';

export const matrix = new Matrix({ base, features, free: freeLevels, oracle, depthOf });

/** What is said of a noun that no feature brought has no place. */
function depthOf([root = '', , third, field, ...rest]: readonly string[]): number | undefined {
  // A cluster that exists says nothing of its network.
  if (root === 'clusters') return third === 'network' ? 3 : undefined;
  if (root === 'connectClusters' || root === 'replications') return 2;
  if (root !== 'platform') return undefined;
  return field === 'streams' && rest.length > 0 ? 4 : 3;
}
