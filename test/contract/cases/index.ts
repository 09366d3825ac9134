import type { descriptions } from '../../../backends/descriptions';
import type { ContractCase } from '../case';
import { eventHubs, eventHubsWithKeys } from './event-hubs';
import { kafka, kafkaWithCertificates, kafkaWithTokens } from './kafka';
import { msk, mskExpress, mskServerless, mskWithCertificates, mskWithPasswords } from './msk';
import { strimzi, strimziWithCertificates, strimziWithTokens } from './strimzi';

/** A back end gives access in several ways: one case each. */
const ways = {
  'kafka with certificates': kafkaWithCertificates,
  'kafka with tokens': kafkaWithTokens,
  'event-hubs with keys': eventHubsWithKeys,
  'msk with passwords': mskWithPasswords,
  'msk with certificates': mskWithCertificates,
  'msk express': mskExpress,
  'msk serverless': mskServerless,
  'strimzi with certificates': strimziWithCertificates,
  'strimzi with tokens': strimziWithTokens,
};

/** A back end without a case does not compile. */
export const cases: Readonly<Record<keyof typeof descriptions | keyof typeof ways, ContractCase>> = {
  kafka,
  'event-hubs': eventHubs,
  msk,
  strimzi,
  ...ways,
};
