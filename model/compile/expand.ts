import type { Flow } from '../flow';
import { expandDeadLetter } from '../patterns/dead-letter';
import type { Topic } from '../topic';
import type { Normalised } from './normalise';

/** Replaces each pattern by the topics and flows that it stands for. A topic that is described by hand wins. */
export function expand({ topics, applications, flows }: Pick<Normalised, 'topics' | 'applications' | 'flows'>): {
  readonly topics: ReadonlyMap<string, Topic>;
  readonly flows: readonly Flow[];
} {
  const allTopics = new Map(topics);
  const allFlows = [...flows];
  for (const flow of flows) {
    if (flow.direction !== 'consume' || !flow.deadLetter) continue;
    const source = topics.get(flow.topic);
    const consumer = applications.get(flow.application);
    if (!source || !consumer) continue; // A rule names the topic that does not exist.
    const made = expandDeadLetter({ ...flow, deadLetter: flow.deadLetter }, source, consumer.owner);
    if (!allTopics.has(made.topic.name)) allTopics.set(made.topic.name, made.topic);
    allFlows.push(made.produces);
  }
  return { topics: allTopics, flows: allFlows };
}
