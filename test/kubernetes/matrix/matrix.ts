import { Matrix } from '../../support/matrix/matrix';
import { base } from './base';
import { features } from './features';
import { freeLevels } from './free';
import { oracle } from './oracle';

export const matrix = new Matrix({ base, features, free: freeLevels, oracle, depthOf });

/** Nouns of an environment that are there only where a feature brings them; what is in them has no place else. */
function depthOf([root = '', , , field, ...rest]: readonly string[]): number | undefined {
  if (root === 'gitops') return 1;
  if (['replications', 'connectClusters', 'bridges', 'schemaRegistries'].includes(root)) return 2;
  if (root !== 'platform') return undefined;
  return field === 'scaling' && rest.length > 0 ? 4 : 3;
}
