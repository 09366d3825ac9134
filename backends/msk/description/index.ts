import type { BackendDescription } from '../../../model/backend';
import { plainScale } from '../../../model/scale';
import { addresses } from './addresses';
import { capabilitiesOf } from './capabilities';
import { mskClusterFacts, mskClusterShape } from './cluster';
import { deliveryOf } from './delivery';
import { limits } from './limits';
import { networkRules } from './network-rules';
import { rules } from './rules';

export const msk: BackendDescription = {
  kind: 'msk',
  shape: mskClusterShape,
  facts: mskClusterFacts,
  capabilities: capabilitiesOf('3.9', ['iam']),
  limits,
  rules: [...rules, ...networkRules],
  addresses,
  scale: plainScale,
  deliveryOf,
};
