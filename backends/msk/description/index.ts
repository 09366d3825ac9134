import type { BackendDescription } from '../../../model/backend';
import { addresses } from './addresses';
import { capabilitiesOf } from './capabilities';
import { mskClusterFacts, mskClusterShape } from './cluster';
import { deliveryOf } from './delivery';
import { limits } from './limits';
import { networkRules } from './network-rules';
import { rules } from './rules';
import { scale } from './scale';
import { tags } from './tags';

export const msk: BackendDescription = {
  kind: 'msk',
  shape: mskClusterShape,
  facts: mskClusterFacts,
  capabilities: capabilitiesOf({ kind: 'standard', version: '3.9', authentication: ['iam'], tieredStorage: false }),
  limits,
  rules: [...rules, ...networkRules],
  tags,
  addresses,
  scale,
  deliveryOf,
};
