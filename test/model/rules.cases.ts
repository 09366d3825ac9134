import { eventHubsCases } from '../backends/event-hubs/rules.cases';
import { mskAccessCases } from '../backends/msk/access.cases';
import { mskQuotaCases } from '../backends/msk/quota.cases';
import { mskCases } from '../backends/msk/rules.cases';
import { scaleCases } from '../backends/msk/scale.cases';
import { mskSecretVersionCases } from '../backends/msk/secret-version.cases';
import { serviceCases } from '../backends/msk/services.cases';
import { strimziCases } from '../backends/strimzi/rules.cases';
import { applicationCases } from './applications.cases';
import { auditCases } from './audits.cases';
import { authenticationCases } from './authentication.cases';
import { bridgeCases } from './bridges.cases';
import { clusterCases } from './clusters.cases';
import { connectCases } from './connect.cases';
import { denialCases } from './denials.cases';
import { environmentCases } from './environments.cases';
import { flowCases } from './flows.cases';
import { gitOpsCases } from './gitops.cases';
import { inventoryCases } from './inventory.cases';
import { secretCases } from './literals.cases';
import { moveCases } from './moves.cases';
import { operatorCases } from './operators.cases';
import { policyCases } from './policy.cases';
import { recordedApplicationCases } from './recorded-applications.cases';
import { replicationCases } from './replications.cases';
import { rotationCases } from './rotations.cases';
import type { RuleCase } from './rule-case';
import { scalingCases } from './scaling.cases';
import { schemaRegistryCases } from './schema-registries.cases';
import { stateCases } from './state.cases';
import { strangeTextCases } from './strange-texts.cases';
import { tagCases } from './tags.cases';
import { topicCases } from './topics.cases';

export const cases: Readonly<Record<string, RuleCase>> = {
  ...environmentCases,
  ...flowCases,
  ...topicCases,
  ...applicationCases,
  ...clusterCases,
  ...inventoryCases,
  ...replicationCases,
  ...eventHubsCases,
  ...strimziCases,
  ...connectCases,
  ...mskCases,
  ...mskAccessCases,
  ...mskQuotaCases,
  ...mskSecretVersionCases,
  ...scalingCases,
  ...denialCases,
  ...operatorCases,
  ...gitOpsCases,
  ...moveCases,
  ...secretCases,
  ...strangeTextCases,
  ...recordedApplicationCases,
  ...rotationCases,
  ...scaleCases,
  ...serviceCases,
  ...stateCases,
  ...tagCases,
  ...bridgeCases,
  ...schemaRegistryCases,
  ...auditCases,
  ...policyCases,
  ...authenticationCases,
};
