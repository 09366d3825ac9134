import type { Application } from '../application';
import type { Flow } from '../flow';
import { expandDeadLetter } from '../patterns/dead-letter';
import { expandReplication } from '../patterns/replication';
import type { Replication } from '../replication';
import type { Topic } from '../topic';
import type { Normalised } from './normalise';

/** What patterns stand for, beside what is described by hand. */
export interface Expanded {
  readonly topics: ReadonlyMap<string, Topic>;
  readonly applications: ReadonlyMap<string, Application>;
  readonly flows: readonly Flow[];
  readonly replications: ReadonlyMap<string, Replication>;
}

type Described = Pick<Normalised, 'clusters' | 'topics' | 'applications' | 'flows' | 'replications'>;

/** Replaces each pattern by the topics, applications and flows that it stands for. What is described by hand wins. */
export function expand(described: Described): Expanded {
  const { topics, flows } = expandDeadLetters(described);
  const applications = new Map(described.applications);
  const replications = new Map<string, Replication>();
  for (const [name, said] of described.replications) {
    const made = expandReplication(said, { ...described, topics, flows });
    replications.set(name, made.replication);
    for (const application of made.applications)
      if (!applications.has(application.name)) applications.set(application.name, application);
  }
  return { topics, applications, flows, replications };
}

function expandDeadLetters({ topics, applications, flows }: Described): Pick<Expanded, 'topics' | 'flows'> {
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
