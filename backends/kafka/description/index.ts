import type { BackendDescription } from '../../../model/backend';
import { plainScale } from '../../../model/scale';
import { addresses } from './addresses';
import { capabilitiesOf } from './capabilities';
import { kafkaClusterFacts, kafkaClusterShape, pinnedVersion } from './cluster';
import { limits } from './limits';
import { rotation } from './rotation';
import { rules } from './rules';

export const kafka: BackendDescription = {
  kind: 'kafka',
  shape: kafkaClusterShape,
  facts: kafkaClusterFacts,
  capabilities: capabilitiesOf(pinnedVersion, {}),
  limits,
  rules,
  tags: [],
  addresses,
  scale: plainScale,
  // Client files are written beside the credentials, on this machine.
  deliveryOf: () => undefined,
  rotation,
};
