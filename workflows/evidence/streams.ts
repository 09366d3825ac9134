import type { Resolved } from '../../model/resolved';
import { compareClassifications } from '../../model/topic';
import type { StreamsEvidence } from './evidence-shape';

/** Topics that applications of Kafka Streams make for themselves: as sensitive as the most sensitive of what they read. */
export const streamsEvidence = ({ applications, flows, topics }: Resolved): StreamsEvidence[] =>
  [...applications.values()].flatMap(({ name, owner, cluster, streams }) => {
    if (!streams) return [];
    const read = flows.flatMap((flow) => {
      const topic = flow.application === name && flow.direction === 'consume' ? topics.get(flow.topic) : undefined;
      return topic ? [topic] : [];
    });
    const classification = read
      .map((topic) => topic.classification)
      .reduce((most, one) => (compareClassifications(one, most) > 0 ? one : most), 'public');
    const from = read.map((topic) => topic.name);
    return [{ application: name, owner, cluster, prefix: `${streams.applicationId}-`, classification, from }];
  });
