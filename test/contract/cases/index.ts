import type { descriptions } from '../../../backends/descriptions';
import type { ContractCase } from '../case';
import { eventHubs } from './event-hubs';
import { kafka } from './kafka';

/** A back end without a case does not compile. */
export const cases: Readonly<Record<keyof typeof descriptions, ContractCase>> = { kafka, 'event-hubs': eventHubs };
