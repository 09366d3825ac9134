import type { BackendDescriptions } from '../backend';
import type { Rule } from '../rule';
import { applicationRules } from './applications';
import { auditRules } from './audits';
import { bridgeRules } from './bridges';
import { classificationRules } from './classifications';
import { clusterRules } from './clusters';
import { connectClusterRules } from './connect-clusters';
import { connectorRules } from './connectors';
import { consumerGroupRules } from './consumer-groups';
import { denialRules } from './denials';
import { environmentRules } from './environments';
import { flowRules } from './flows';
import { gitOpsRules } from './gitops';
import { inventoryRules } from './inventory';
import { keystoreRules } from './keystores';
import { limitRule } from './limits';
import { moveRules } from './moves';
import { oauthRules } from './oauth';
import { operatorRules } from './operators';
import { ownerRules } from './owners';
import { recordedApplicationRules } from './recorded-applications';
import { recordedClusterRules } from './recorded-clusters';
import { referenceRules } from './references';
import { replicationContentRules } from './replication-contents';
import { replicationRules } from './replications';
import { rotationRules } from './rotations';
import { scalePlanRules } from './scale-plans';
import { scalingRules } from './scaling';
import { schemaRegistryRules } from './schema-registries';
import { secretRules } from './secrets';
import { stateRules } from './state';
import { strangeTextRules } from './strange-texts';
import { tagRule, tagsUsedOn } from './tags';
import { topicNameRules } from './topic-names';
import { topicReplicaRules } from './topic-replicas';
import { topicRules } from './topics';
import { waiverRules } from './waivers';

/** Every rule that holds on any back end. */
const rules: readonly Rule[] = [
  ...referenceRules,
  ...topicNameRules,
  ...topicReplicaRules,
  ...topicRules,
  ...applicationRules,
  ...consumerGroupRules,
  ...flowRules,
  ...environmentRules,
  ...ownerRules,
  ...clusterRules,
  ...inventoryRules,
  ...recordedApplicationRules,
  ...recordedClusterRules,
  ...replicationRules,
  ...replicationContentRules,
  ...connectClusterRules,
  ...connectorRules,
  ...bridgeRules,
  ...schemaRegistryRules,
  ...gitOpsRules,
  ...scalingRules,
  ...stateRules,
  ...moveRules,
  ...scalePlanRules,
  ...operatorRules,
  ...oauthRules,
  ...denialRules,
  ...keystoreRules,
  ...rotationRules,
  ...classificationRules,
  ...auditRules,
  ...secretRules,
  ...strangeTextRules,
  ...waiverRules,
];

/** Every rule there is: those of the model, and those of each back end with a rule for each of its limits. */
export const rulesOn = (backends: BackendDescriptions): readonly Rule[] => [
  ...rules,
  tagsUsedOn(new Set(Object.values(backends).flatMap(({ kind, tags }) => (tags.length > 0 ? [kind] : [])))),
  ...Object.values(backends).flatMap(({ kind, rules, limits, tags }) => [
    ...rules,
    ...limits.map(limitRule),
    ...tags.map((limits) => tagRule(kind, limits)),
  ]),
];
