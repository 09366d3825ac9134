import type { Application } from '../application';
import type { Bridge } from '../bridge';
import type { ConnectCluster } from '../connect-cluster';
import type { Connector } from '../connector';
import type { Flow } from '../flow';
import { expandBridge } from '../patterns/bridge';
import { expandConnect } from '../patterns/connect';
import { expandDeadLetter } from '../patterns/dead-letter';
import type { Made } from '../patterns/made';
import { expandOperator } from '../patterns/operator';
import { expandReplication } from '../patterns/replication';
import { expandSchemaRegistry } from '../patterns/schema-registry';
import type { Replication } from '../replication';
import type { Topic } from '../topic';
import type { Normalised } from './normalise';
import { withIsolation } from './normalise-flows';

/** What patterns stand for, beside what is described by hand. */
export interface Expanded {
  readonly topics: ReadonlyMap<string, Topic>;
  readonly applications: ReadonlyMap<string, Application>;
  readonly flows: readonly Flow[];
  readonly replications: ReadonlyMap<string, Replication>;
  readonly connectors: ReadonlyMap<string, Connector>;
  readonly connectClusters: ReadonlyMap<string, ConnectCluster>;
  readonly bridges: ReadonlyMap<string, Bridge>;
}

type Nouns = Pick<Normalised, 'topics' | 'applications' | 'flows'>;

/** Replaces each pattern by the topics, applications and flows that it stands for. What is described by hand wins. */
export function expand(described: Normalised, today: string): Expanded {
  const { clusters, bridges, schemaRegistries, operators } = described;
  const { connectors, connectClusters, ...connect } = expandConnect(described);
  const beside = [
    connect,
    ...[...bridges.values()].map(expandBridge),
    ...[...schemaRegistries.values()].map((registry) => expandSchemaRegistry(registry, clusters)),
    ...[...operators.values()].map((operator) => expandOperator(operator, today)),
  ].reduce(withMade, described);
  const nouns = { ...beside, ...expandDeadLetters(beside, clusters) };
  const applications = new Map(nouns.applications);
  const replications = new Map<string, Replication>();
  // Last: a replication copies what all others make.
  for (const [name, said] of described.replications) {
    const made = expandReplication(said, { ...nouns, clusters });
    replications.set(name, made.replication);
    for (const application of made.applications)
      if (!applications.has(application.name)) applications.set(application.name, application);
  }
  const { topics, flows } = nouns;
  // Who writes in transactions is known only now that all are.
  return {
    topics,
    applications,
    flows: withIsolation(flows, applications),
    replications,
    connectors,
    connectClusters,
    bridges,
  };
}

/** What is there already stays as it is. */
const withMade = <Known extends Nouns>(known: Known, made: Made): Known => ({
  ...known,
  topics: new Map([...(made.topics ?? []).map((topic) => [topic.name, topic] as const), ...known.topics]),
  applications: new Map([...(made.applications ?? []).map((it) => [it.name, it] as const), ...known.applications]),
  flows: [...known.flows, ...(made.flows ?? [])],
});

function expandDeadLetters(
  { topics, applications, flows }: Nouns,
  clusters: Normalised['clusters'],
): Pick<Nouns, 'topics' | 'flows'> {
  const allTopics = new Map(topics);
  const allFlows = [...flows];
  for (const flow of flows) {
    if (flow.direction !== 'consume' || !flow.deadLetter) continue;
    const source = topics.get(flow.topic);
    const consumer = applications.get(flow.application);
    if (!source || !consumer) continue; // A rule names the topic that does not exist.
    const made = expandDeadLetter(
      { ...flow, deadLetter: flow.deadLetter },
      { topic: source, cluster: clusters.get(source.cluster), owner: consumer.owner },
    );
    if (!allTopics.has(made.topic.name)) allTopics.set(made.topic.name, made.topic);
    allFlows.push(made.produces);
  }
  return { topics: allTopics, flows: allFlows };
}
