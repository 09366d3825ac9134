import type { BackendDescription } from '../../../model/backend';
import { addresses } from './addresses';
import { capabilities } from './capabilities';
import { strimziClusterShape } from './cluster';
import { strimziClusterFacts } from './cluster-facts';
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
