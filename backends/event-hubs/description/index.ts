import type { BackendDescription } from '../../../model/backend';
import { plainScale } from '../../../model/scale';
import { addresses } from './addresses';
import { premium } from './capabilities';
import { eventHubsClusterFacts, eventHubsClusterShape } from './cluster';
import { deliveryOf } from './delivery';
import { hubRules } from './hub-rules';
import { limits } from './limits';
import { namespaceRules } from './namespace-rules';

export const eventHubs: BackendDescription = {
  kind: 'event-hubs',
  shape: eventHubsClusterShape,
  facts: eventHubsClusterFacts,
  capabilities: premium,
  limits,
  rules: [...namespaceRules, ...hubRules],
  addresses,
  scale: plainScale,
  deliveryOf,
};
