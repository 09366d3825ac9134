import type { BackendDescriptions } from '../model/backend';
import { eventHubs } from './event-hubs/description';
import type { EventHubsClusterInput } from './event-hubs/description/cluster';
import { kafka } from './kafka/description';
import type { KafkaClusterInput } from './kafka/description/cluster';

/** Everything that `backend: '…'` may say. */
export type ClusterInput = KafkaClusterInput | EventHubsClusterInput;

/** The pure half of every back end: light enough for `check`. */
export const descriptions = { kafka, 'event-hubs': eventHubs } satisfies BackendDescriptions;
