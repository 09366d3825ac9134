import type { BackendDescriptions } from '../model/backend';
import { kafka } from './kafka/description';
import type { KafkaClusterInput } from './kafka/description/cluster';

/** Everything that `backend: '…'` may say. */
export type ClusterInput = KafkaClusterInput;

/** The pure half of every back end: light enough for `check`. */
export const descriptions = { kafka } satisfies BackendDescriptions;
