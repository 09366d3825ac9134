import type { Cluster } from '../../../model/cluster';
import { clustersOn, type Draft } from '../../../model/draft';
import type { Topic } from '../../../model/topic';
import { eventHubsSettings } from './cluster';
import type { HubInput } from './hub';

/** Every namespace of an environment. */
export const namespaces = (draft: Draft): Cluster[] => clustersOn(draft, 'event-hubs');

/** Those that the kit makes: of one that exists already, its network, its key and its logs are somebody else's. */
export const madeNamespaces = (draft: Draft): Cluster[] => namespaces(draft).filter(({ life }) => life === 'owned');

/** What is said of hubs beside what is Kafka's. */
export const hubsSaid = (
  draft: Draft,
): { readonly cluster: Cluster; readonly name: string; readonly hub: HubInput }[] =>
  namespaces(draft).flatMap((cluster) =>
    Object.entries(eventHubsSettings(cluster).hubs ?? {}).map(([name, hub]) => ({ cluster, name, hub })),
  );

/** Every topic that is an event hub. */
export const hubs = ({ topics, clusters }: Draft): Topic[] =>
  [...topics.values()].filter((topic) => clusters.get(topic.cluster)?.backend === 'event-hubs');
