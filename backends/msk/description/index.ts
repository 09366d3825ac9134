import type { BackendDescription } from '../../../model/backend';
import { accountRules } from './account-rules';
import { addresses } from './addresses';
import { adoptionPlans } from './adoption-plan';
import { adoptionRules } from './adoption-rules';
import { capabilitiesOf } from './capabilities';
import { mskClusterFacts, mskClusterShape } from './cluster';
import { connectRules } from './connect-rules';
import { deliveryOf } from './delivery';
import { glueRules } from './glue-rules';
import { limits } from './limits';
import { managedRules } from './managed-rules';
import { networkRules } from './network-rules';
import { replicatorRules } from './replicator-rules';
import { roleRules } from './role-rules';
import { rules } from './rules';
import { scale } from './scale';
import { tags } from './tags';

export const msk: BackendDescription = {
  kind: 'msk',
  shape: mskClusterShape,
  facts: mskClusterFacts,
  capabilities: capabilitiesOf({ kind: 'standard', version: '3.9', authentication: ['iam'], tieredStorage: false }),
  limits,
  rules: [
    ...rules,
    ...networkRules,
    ...roleRules,
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
