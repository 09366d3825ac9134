import type { Rule } from '../../../../model/rule';
import { authorityRules } from './authorities';
import { brokerQuotaRules } from './broker-quota';
import { certificateRules } from './certificates';
import { clusterRules } from './cluster';
import { configurationRules } from './configuration';
import { cruiseControlRules } from './cruise-control';
import { keystoresAreStrimzis } from './keystores';
import { listenerRules } from './listeners';
import { nameRules } from './names';
import { poolShapeRules } from './pool-shapes';
import { poolRules } from './pools';
import { rebalanceRules } from './rebalances';
import { recordedRules } from './recorded';
import { replicaRules } from './replicas';
import { resourceRules } from './resources';
import { strimziScalingRules } from './scaling';
import { secretRules } from './secrets';
import { tieredStorageRules } from './tiered-storage';
import { tokenRules } from './tokens';
import { userRules } from './users';
import { vaultRules } from './vault';

/** Every rule of this back end, by noun. */
export const rules: readonly Rule[] = [
  ...clusterRules,
  ...certificateRules,
  ...authorityRules,
  keystoresAreStrimzis,
  ...poolRules,
  ...poolShapeRules,
  ...resourceRules,
  ...listenerRules,
  ...nameRules,
  ...userRules,
  ...vaultRules,
  ...tokenRules,
  ...configurationRules,
  ...cruiseControlRules,
  ...rebalanceRules,
  ...tieredStorageRules,
  ...secretRules,
  ...brokerQuotaRules,
  ...strimziScalingRules,
  ...recordedRules,
  ...replicaRules,
];
