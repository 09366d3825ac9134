import type { BackendDescriptions } from '../model/backend';
import { eventHubs } from './event-hubs/description';
import type { EventHubsClusterInput } from './event-hubs/description/cluster';
import { kafka } from './kafka/description';
import type { KafkaClusterInput } from './kafka/description/cluster';
import { msk } from './msk/description';
import type { MskClusterInput } from './msk/description/input';
import { strimzi } from './strimzi/description';
import type { StrimziClusterInput } from './strimzi/description/cluster';

/** Everything that `backend: '…'` may say. */
export type ClusterInput = KafkaClusterInput | EventHubsClusterInput | MskClusterInput | StrimziClusterInput;

/** The pure half of every back end: light enough for `check`. */
export const descriptions = { kafka, 'event-hubs': eventHubs, msk, strimzi } satisfies BackendDescriptions;
