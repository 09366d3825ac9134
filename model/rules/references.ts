import type { Application } from '../application';
import type { Draft } from '../draft';
import { didYouMean, useInstead } from '../near-miss';
import { at } from '../problem';
import { betweenTwo } from '../replication-ends';
import type { Rule } from '../rule';
import type { Topic } from '../topic';

/** A name that nobody has: neither a noun, nor one that was described too wrongly to be understood. */
const isUnknown = (
  draft: Draft,
  kind: 'owners' | 'topics' | 'applications' | 'clusters' | 'connectors',
  name: string,
) => !draft[kind].has(name) && !draft.broken.has(kind, name);

/** What a pattern made: what it was made from is judged. */
const isMade = (noun: Topic | Application): boolean =>
  'role' in noun ? noun.role !== 'records' || noun.madeBy !== undefined : noun.workload !== undefined;

export const knownOwner: Rule = {
  code: 'KFK-O001',
  severity: 'error',
  title:
    'Every topic, application, replication, connector and what runs beside a cluster belongs to an owner of the platform',
  source: "users' pain: ownership that cannot be enforced (kafka-gitops #24)",
  *check(draft) {
    const described = [...draft.topics.values(), ...draft.applications.values()].filter((noun) => !isMade(noun));
    const { replications, connectClusters, connectors, bridges, schemaRegistries } = draft;
    const others = [replications, connectClusters, connectors, bridges, schemaRegistries];
    for (const noun of [...described, ...others.flatMap((nouns) => [...nouns.values()])])
      if (isUnknown(draft, 'owners', noun.owner))
        yield at(noun, 'owner')
          .problem(`no owner is called '${noun.owner}'`)
          .fix(useInstead(noun.owner, draft.owners.keys()));
  },
};

export const knownTopic: Rule = {
  code: 'KFK-F001',
  severity: 'error',
  title: 'A flow names a topic of the platform',
  source: "users' pain: access requested for topics that do not exist (Klaw #2507)",
  *check(draft) {
    for (const flow of draft.flows)
      if (isUnknown(draft, 'topics', flow.topic))
        yield at(flow)
          .problem(`no topic is called '${flow.topic}'`)
          .fix(didYouMean(flow.topic, draft.topics.keys()) ?? 'describe it under topics, or remove the flow');
  },
};

/** It says no cluster, and the replications are not understood, or go nowhere, that would leave one. */
const mayBeOnly = ({ broken, replications, clusters }: Draft, { cluster }: Topic | Application) =>
  cluster === '' &&
  (broken.has('replications') || [...replications.values()].some((one) => !betweenTwo(one, clusters)));

export const knownCluster: Rule = {
  code: 'KFK-P001',
  severity: 'error',
  title: 'With more than one cluster, topics and applications say where they are',
  source: "users' pain: reconciling only the first of several clusters (Jikkou 1.1.0)",
  *check(draft) {
    if (draft.clusters.size === 0) return; // Another rule says so, or it was described wrongly.
    for (const noun of [...draft.topics.values(), ...draft.applications.values()])
      if (isUnknown(draft, 'clusters', noun.cluster) && !isMade(noun) && !mayBeOnly(draft, noun))
        yield at(noun, 'cluster')
          .problem(
            noun.cluster
              ? `no cluster of '${draft.environment.name}' is called '${noun.cluster}'`
              : `'${draft.environment.name}' has ${draft.clusters.size} clusters and this says none of them`,
          )
          .fix(
            noun.cluster
              ? useInstead(noun.cluster, draft.clusters.keys())
              : `add cluster: ${[...draft.clusters.keys()].map((name) => `'${name}'`).join(' or ')}`,
          );
  },
};

export const oneCluster: Rule = {
  code: 'KFK-F007',
  severity: 'error',
  title: 'An application and the topics of its flows are on one cluster',
  source: 'https://kafka.apache.org/documentation/#producerconfigs_bootstrap.servers: a client reaches one cluster',
  *check({ flows, topics, applications }) {
    for (const flow of flows) {
      const topic = topics.get(flow.topic);
      const application = applications.get(flow.application);
      if (topic?.role === 'records' && application && topic.cluster !== application.cluster)
        yield at(flow)
          .problem(`'${flow.topic}' is on '${topic.cluster}' and '${flow.application}' on '${application.cluster}'`)
          .fix('place both on one cluster');
    }
  },
};

export const knownOverride: Rule = {
  code: 'KFK-E001',
  severity: 'error',
  title: 'Overrides change nouns of the platform; they neither add nor remove any',
  source: 'https://kubectl.docs.kubernetes.io/references/kustomize/: an overlay that adds nouns is a second platform',
  *check(draft) {
    for (const noun of ['topics', 'applications', 'connectors'] as const)
      for (const name of draft.overridden[noun])
        if (isUnknown(draft, noun, name) || (noun === 'applications' && draft.applications.get(name)?.workload))
          yield at(draft.environment, 'overrides', noun, name)
            .problem(`the platform has no ${noun.slice(0, -1)} '${name}'`)
            .fix(didYouMean(name, draft[noun].keys()) ?? 'describe it in the platform, or remove the override');
  },
};

export const referenceRules: readonly Rule[] = [knownOwner, knownTopic, knownCluster, oneCluster, knownOverride];
