import type { BackendDescription } from '../../../model/backend';
import { addresses } from './addresses';
import { capabilities } from './capabilities';
import { strimziClusterFacts, strimziClusterShape } from './cluster';
import { deliveryOf } from './delivery';
import { limits } from './limits';
import { rotation } from './rotation';
import { rules } from './rules';
import { scale } from './scale';

export const strimzi: BackendDescription = {
  kind: 'strimzi',
  shape: strimziClusterShape,
  facts: strimziClusterFacts,
  capabilities,
  limits,
  rules,
  tags: [],
  addresses,
  deliveryOf,
  scale,
  rotation,
};
