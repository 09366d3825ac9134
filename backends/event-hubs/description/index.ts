import type { BackendDescription } from '../../../model/backend';
import { accessLimits } from './access-limits';
import { addressesOf } from './addresses';
import { alarmRules } from './alarm-rules';
import { archiveRules } from './archive-rules';
import { capabilitiesByTier, premium } from './capabilities';
import { captureRules } from './capture-rules';
import { eventHubsClusterFacts, eventHubsClusterShape } from './cluster';
import { deliveryOf } from './delivery';
import { grantRules } from './grant-rules';
import { hubChangeRules } from './hub-change-rules';
import { hubLimits } from './hub-limits';
import { hubRules } from './hub-rules';
import { identityRules } from './identity-rules';
import { keyRules } from './key-rules';
import { limits } from './limits';
import { madeOnceRules } from './made-once-rules';
import { namespaceRules } from './namespace-rules';
import { networkRules } from './network-rules';
import { protectionRules } from './protection-rules';
import { recoveryRules } from './recovery-rules';
import { rotation } from './rotation';
import { scale } from './scale';
import { schemaGroupRules } from './schema-group-rules';
import { tags } from './tags';
import { tierRules } from './tier-rules';

export const eventHubs: BackendDescription = {
  kind: 'event-hubs',
  shape: eventHubsClusterShape,
  facts: eventHubsClusterFacts,
  capabilities: premium,
  capabilitiesByTier,
  limits: [...limits, ...hubLimits, ...accessLimits],
  rules: [
    ...namespaceRules,
    ...tierRules,
    ...networkRules,
    ...protectionRules,
    ...archiveRules,
    ...alarmRules,
    ...recoveryRules,
    ...madeOnceRules,
    ...hubRules,
    ...hubChangeRules,
    ...captureRules,
    ...identityRules,
    ...keyRules,
    ...schemaGroupRules,
    ...grantRules,
  ],
  tags,
  addresses: addressesOf(),
  scale,
  deliveryOf,
  rotation,
};
