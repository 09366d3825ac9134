import { handlingOf } from '../classification';
import type { Draft } from '../draft';
import { useInstead } from '../near-miss';
import { at } from '../problem';
import type { Rule } from '../rule';
import type { Topic } from '../topic';

/** Who reads a topic: an application, or what the kit runs or connects as one. */
interface Reader {
  readonly name: string;
  readonly owner: string;
  readonly topic: Topic;
}

/** Everybody who reads records by a flow or by a grant. What copies a cluster is judged by where it copies to. */
function* readersIn({ flows, applications, connectors, topics }: Draft): Iterable<Reader> {
  for (const flow of flows) {
    const topic = topics.get(flow.topic);
    const application = applications.get(flow.application);
    // A connector reads for its own team, whoever runs its workers.
    const reader = (flow.connector !== undefined && connectors.get(flow.connector)) || application;
    if (flow.direction === 'consume' && topic && reader) yield { name: reader.name, owner: reader.owner, topic };
  }
  for (const { name, owner, grants = [], workload } of applications.values())
    if (workload?.kind !== 'replication')
      for (const { resourceType, operation, patternType, resourceName } of grants)
        if (resourceType === 'Topic' && operation === 'Read')
          for (const topic of topics.values())
            if (patternType === 'Literal' ? topic.name === resourceName : topic.name.startsWith(resourceName))
              yield { name, owner, topic };
}

/** Where `readers` of a topic can be written: a dead letter and what a connector makes have theirs elsewhere. */
const atReaders = (topic: Topic) =>
  topic.role === 'records' && topic.madeBy === undefined ? at(topic, 'readers') : at(topic);

const foreign = ({ owner }: Reader, topic: Topic): boolean => owner !== topic.owner;
const isNamed = ({ name, owner }: Reader, topic: Topic): boolean =>
  topic.readers?.some((reader) => reader === name || reader === owner) ?? false;

/** Everybody who reads, with each topic whose owner has to let him in: of a dead letter the source's, whoever else owns it. */
function* judgedIn(draft: Draft): Iterable<{ readonly reader: Reader; readonly by: Topic }> {
  const failures = draft.flows.flatMap((flow) =>
    flow.direction === 'consume' && flow.deadLetter
      ? [{ dead: flow.deadLetter.topic, source: draft.topics.get(flow.topic), by: flow.connector ?? flow.application }]
      : [],
  );
  for (const reader of readersIn(draft)) {
    if (reader.topic.role !== 'dead-letter') yield { reader, by: reader.topic };
    // Who could not process a record has read it already, and is judged there.
    for (const { dead, source, by } of failures)
      if (source && dead === reader.topic.name && by !== reader.name) yield { reader, by: source };
  }
}

export const readByNamed: Rule = {
  code: 'KFK-X064',
  severity: 'error',
  title: 'A topic that says who may read it is read by nobody else',
  source: "users' pain: ownership that cannot be enforced (kafka-gitops #24)",
  *check(draft) {
    for (const { reader, by } of judgedIn(draft))
      if (by.readers && foreign(reader, by) && !isNamed(reader, by)) {
        const of = by === reader.topic ? '' : ` of '${by.name}'`;
        yield atReaders(reader.topic)
          .problem(
            `'${reader.name}' of '${reader.owner}' reads it, and is none of ${of ? `the readers${of}, whose records it holds` : 'its readers'}`,
          )
          .fix(`let '${by.owner}' add '${reader.name}' to readers${of}, or take the flow away`);
      }
  },
};

export const readersSaid: Rule = {
  code: 'KFK-X065',
  severity: 'error',
  profile: 'regulated',
  waivable: true,
  title: 'Who of other teams may read sensitive records is said by whoever owns them',
  source: 'ISO/IEC 27001:2022, annex A 5.15; GDPR, purpose limitation, article 5(1)(b)',
  *check(draft) {
    const { profile } = draft.environment;
    const others = new Map<Topic, Set<string>>();
    for (const { reader, by } of judgedIn(draft))
      if (!by.readers && foreign(reader, by) && handlingOf(profile, by).readers === 'named')
        others.set(by, (others.get(by) ?? new Set()).add(reader.name));
    for (const [topic, names] of others)
      yield atReaders(topic)
        .problem(`${topic.classification} data is read by other teams, and '${topic.owner}' does not say that they may`)
        .fix(
          `write readers: [${[...names].map((name) => `'${name}'`).join(', ')}]${topic.madeBy ? ' in an entry of the topic of its own' : ''}`,
        );
  },
};

export const readersExist: Rule = {
  code: 'KFK-X066',
  severity: 'error',
  title: 'Who may read a topic is an application, a connector or an owner that there is',
  source: "users' pain: grants that nobody uses (JulieOps #518)",
  *check({ topics, applications, owners, connectors, broken }) {
    if (broken.has('applications') || broken.has('owners') || broken.has('connectors')) return;
    const known = [...applications.keys(), ...connectors.keys(), ...owners.keys()];
    for (const topic of topics.values())
      if (topic.role === 'records')
        for (const [index, reader] of (topic.readers ?? []).entries())
          if (!known.includes(reader) && !broken.has('applications', reader) && !broken.has('owners', reader))
            yield at(topic, 'readers', index).problem(`nobody is called '${reader}'`).fix(useInstead(reader, known));
  },
};

export const readersRead: Rule = {
  code: 'KFK-X067',
  severity: 'warning',
  title: 'Who may read a topic does read it',
  source: "users' pain: grants that nobody uses (JulieOps #518)",
  *check(draft) {
    if (draft.broken.has('flows')) return;
    const reading = [...readersIn(draft)];
    const known = new Set([...draft.applications.keys(), ...draft.connectors.keys(), ...draft.owners.keys()]);
    for (const topic of draft.topics.values())
      if (topic.role === 'records')
        for (const [index, said] of (topic.readers ?? []).entries())
          if (
            known.has(said) &&
            !reading.some(({ name, owner, topic: read }) => read === topic && (name === said || owner === said))
          )
            yield at(topic, 'readers', index)
              .problem(`'${said}' may read it, and nothing of it does`)
              .fix('remove it, or add its flow');
  },
};

export const readerRules: readonly Rule[] = [readByNamed, readersSaid, readersExist, readersRead];
