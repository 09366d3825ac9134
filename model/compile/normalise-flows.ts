import { type Application, type ApplicationInput, transactionalTopics } from '../application';
import { entriesOf } from '../by-name';
import type { ConsumesInput, DeadLetter, Flow } from '../flow';
import { deadLetterTopicName } from '../patterns/dead-letter';
import { Origin } from '../place';
import { parseDuration } from '../units';
import type { Quantities } from './quantities';

/** An application's flows, with every default but the isolation level, which other applications decide. */
export function normaliseFlows(
  { name: application, streams, origin }: Pick<Application, 'name' | 'streams' | 'origin'>,
  said: Pick<ApplicationInput, 'produces' | 'consumes'>,
  quantities: Quantities,
): Flow[] {
  const produces = entriesOf(said.produces).map(
    ([topic]): Flow => ({ direction: 'produce', application, topic, origin: new Origin(origin.at('produces', topic)) }),
  );
  const consumes = entriesOf(said.consumes).map(([topic, flow = {}]: [string, ConsumesInput | undefined]): Flow => {
    const group = flow.group ?? streams?.applicationId ?? application;
    const place = new Origin(origin.at('consumes', topic));
    return {
      direction: 'consume',
      application,
      topic,
      group,
      deadLetter: flow.deadLetter && {
        ...deadLetterOf(flow.deadLetter, place, quantities),
        topic: deadLetterTopicName(topic, group),
      },
      lagUnder: quantities.duration(flow.lag?.under, place, 'lag', 'under'),
      isolation: flow.isolation,
      origin: place,
    };
  });
  return [...produces, ...consumes];
}

function deadLetterOf(
  said: NonNullable<ConsumesInput['deadLetter']>,
  origin: Origin,
  quantities: Quantities,
): Omit<DeadLetter, 'topic'> {
  return {
    attempts: said.attempts ?? 3,
    backoff: quantities.duration(said.backoff, origin, 'deadLetter', 'backoff') ?? parseDuration('1s'),
    retention: quantities.duration(said.retention, origin, 'deadLetter', 'retention'),
  };
}

/** Consumers of such topics read committed records unless they say otherwise. */
export function withIsolation(flows: readonly Flow[], applications: ReadonlyMap<string, Application>): readonly Flow[] {
  const topics = transactionalTopics(flows, applications);
  return flows.map((flow) =>
    flow.direction === 'produce' || flow.isolation
      ? flow
      : { ...flow, isolation: topics.has(flow.topic) ? 'read_committed' : 'read_uncommitted' },
  );
}
