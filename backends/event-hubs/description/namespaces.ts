import type { Cluster } from '../../../model/cluster';
import { clustersOn, type Draft } from '../../../model/draft';

/** Every namespace of an environment. */
export const namespaces = (draft: Draft): Cluster[] => clustersOn(draft, 'event-hubs');

/** Those that the kit makes: of one that exists already, its network, its key and its logs are somebody else's. */
export const madeNamespaces = (draft: Draft): Cluster[] => namespaces(draft).filter(({ life }) => life === 'owned');

/** The same where outages and losses hurt. */
export const inProduction = (draft: Draft): Cluster[] =>
  draft.environment.profile === 'production' ? madeNamespaces(draft) : [];
