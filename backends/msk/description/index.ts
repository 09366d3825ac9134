import type { BackendDescription } from '../../../model/backend';
import { accountRules } from './account-rules';
import { addresses } from './addresses';
import { auditRules } from './audit-rules';
import { capabilitiesByTier, standard } from './capabilities';
import { mskClusterFacts } from './cluster';
import { clusterRules } from './cluster-rules';
import { configurationRules } from './configuration-rules';
import { connectRules } from './connect-rules';
import { deliveryOf } from './delivery';
import { denialRules } from './denial-rules';
import { glueRules } from './glue-rules';
import { mskClusterShape } from './input';
import { keyRules } from './key-rules';
import { kindRules } from './kind-rules';
import { limits } from './limits';
import { logRules } from './log-rules';
import { managedRules } from './managed-rules';
import { mechanismPlans } from './mechanism-plan';
import { mechanismRules } from './mechanism-rules';
import { networkRules } from './network-rules';
import { openPlans } from './open-plan';
import { openRules } from './open-rules';
import { quotaRules } from './quota-rules';
import { reachRules } from './reach-rules';
import { replicationRules } from './replication-rules';
import { replicatorRules } from './replicator-rules';
import { roleRules } from './role-rules';
import { rotation } from './rotation';
import { scale } from './scale';
import { secretVersionRules } from './secret-version-rules';
import { servedConnectorRules } from './served-connector-rules';
import { storageRules } from './storage-rules';
import { tags } from './tags';
import { throughputRules } from './throughput-rules';

export const msk: BackendDescription = {
  kind: 'msk',
  shape: mskClusterShape,
  facts: mskClusterFacts,
  capabilities: standard,
  capabilitiesByTier,
  limits,
  rules: [
    ...clusterRules,
    ...configurationRules,
    ...kindRules,
    ...storageRules,
    ...keyRules,
    ...logRules,
    ...auditRules,
    ...reachRules,
    ...throughputRules,
    ...networkRules,
    ...roleRules,
    ...quotaRules,
    ...denialRules,
    ...secretVersionRules,
    ...accountRules,
    ...mechanismRules,
    ...managedRules,
    ...openRules,
    ...connectRules,
    ...servedConnectorRules,
    ...replicatorRules,
    ...replicationRules,
    ...glueRules,
  ],
  tags,
  addresses,
  scale: {
    ...scale,
    plansOf: (cluster, recorded, users) => [
      ...(users ? openPlans(cluster, users) : []),
      ...mechanismPlans(cluster, recorded),
      ...scale.plansOf(cluster, recorded, users),
    ],
  },
  deliveryOf,
  rotation,
};
