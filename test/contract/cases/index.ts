import type { descriptions } from '../../../backends/descriptions';
import type { ContractCase } from '../case';
import { eventHubs } from './event-hubs';
import { kafka } from './kafka';
import { msk, mskWithPasswords } from './msk';
import { strimzi } from './strimzi';

/** A back end without a case does not compile; one that gives access in two ways has two. */
export const cases: Readonly<Record<keyof typeof descriptions | 'msk with passwords', ContractCase>> = {
  kafka,
  'event-hubs': eventHubs,
  msk,
  'msk with passwords': mskWithPasswords,
  strimzi,
};
