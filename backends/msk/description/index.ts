import type { BackendDescription } from '../../../model/backend';
import { accountRules } from './account-rules';
import { addresses } from './addresses';
import { adoptionPlans } from './adoption-plan';
import { adoptionRules } from './adoption-rules';
import { capabilitiesByTier, standard } from './capabilities';
import { mskClusterFacts, mskClusterShape } from './cluster';
import { connectRules } from './connect-rules';
import { deliveryOf } from './delivery';
import { glueRules } from './glue-rules';
import { limits } from './limits';
import { managedRules } from './managed-rules';
import { networkRules } from './network-rules';
import { quotaRules } from './quota-rules';
import { replicatorRules } from './replicator-rules';
import { roleRules } from './role-rules';
import { rules } from './rules';
import { scale } from './scale';
import { secretVersionRules } from './secret-version-rules';
import { tags } from './tags';

export const msk: BackendDescription = {
  kind: 'msk',
  shape: mskClusterShape,
  facts: mskClusterFacts,
  capabilities: standard,
  capabilitiesByTier,
  limits,
  rules: [
    ...rules,
    ...networkRules,
    ...roleRules,
    ...quotaRules,
    ...secretVersionRules,
    ...accountRules,
    ...managedRules,
    ...adoptionRules,
    ...connectRules,
    ...replicatorRules,
    ...glueRules,
  ],
  tags,
  addresses,
  scale: {
    ...scale,
    plansOf: (cluster, recorded, users) => [
      ...(users ? adoptionPlans(cluster, users) : []),
      ...scale.plansOf(cluster, recorded, users),
    ],
  },
  deliveryOf,
};
