import type { Application, ApplicationInput } from '../application';
import type { Audit } from '../audit';
import type { BackendDescriptions } from '../backend';
import type { DescribedBridge } from '../bridge';
import { compare, entriesOf, own } from '../by-name';
import type { Cluster } from '../cluster';
import type { DescribedConnectCluster } from '../connect-cluster';
import type { ConnectorInput, DescribedConnector } from '../connector';
import type { Draft } from '../draft';
import type { EnvironmentShape } from '../environment';
import type { Flow } from '../flow';
import { kubernetesOf } from '../kubernetes';
import { dnsLabelForm } from '../kubernetes-name';
import { type Key, Origin, type Place } from '../place';
import type { Plugin } from '../plugin';
import type { Problem } from '../problem';
import type { DescribedReplication } from '../replication';
import type { Topic, TopicInput } from '../topic';
import { normaliseApplication } from './normalise-application';
import { normaliseBridge } from './normalise-bridge';
import { normaliseConnectCluster, normaliseConnector } from './normalise-connector';
import type { CalledContext, NormaliseContext, Written } from './normalise-context';
import { normaliseEnvironment } from './normalise-environment';
import { normaliseFlows } from './normalise-flows';
import { normaliseOperator } from './normalise-operator';
import { normaliseReplication } from './normalise-replication';
import { normaliseSchemaRegistry } from './normalise-schema-registry';
import { normaliseTopic } from './normalise-topic';
import { Quantities } from './quantities';

/** Where the parts of a description were written. */
export interface Places {
  readonly environment: (path: readonly Key[]) => Place;
  readonly platform: (path: readonly Key[]) => Place;
}

/** A draft without what lies outside the description, and what was wrong on the way. */
export interface Normalised
  extends Omit<
    Draft,
    | 'replications'
    | 'connectors'
    | 'connectClusters'
    | 'bridges'
    | 'inventory'
    | 'rotations'
    | 'files'
    | 'literals'
    | 'strange'
    | 'today'
    | 'broken'
  > {
  readonly replications: ReadonlyMap<string, DescribedReplication>;
  readonly connectors: ReadonlyMap<string, DescribedConnector>;
  readonly connectClusters: ReadonlyMap<string, DescribedConnectCluster>;
  readonly bridges: ReadonlyMap<string, DescribedBridge>;
  readonly problems: readonly Problem[];
}

/** Decides every default, applies overrides, and reads quantities with their units. */
export function normalise(input: EnvironmentShape, backends: BackendDescriptions, places: Places): Normalised {
  const quantities = new Quantities();
  const environment = normaliseEnvironment(input, new Origin(places.environment([])), quantities);
  const clusters = clustersOf(input, backends, places, environment.audit);
  const context: NormaliseContext = {
    clusters,
    onlyCluster: onlyActive(input),
    connectClusters: Object.keys(input.connectClusters ?? {}),
    quantities,
  };

  const topics = topicsOf(input, context, places);
  const { applications, flows } = applicationsOf(input, context, places);
  const called: CalledContext = {
    ...context,
    applicationNamespaces: (cluster) => namespacesOn(cluster, input, applications),
  };
  return {
    environment,
    platform: { origin: new Origin(places.platform([])) },
    owners: new Map(
      entriesOf(input.platform.owners).map(([name, owner]) => [
        name,
        { ...owner, name, origin: new Origin(places.platform(['owners', name])) },
      ]),
    ),
    clusters,
    topics,
    applications,
    flows,
    replications: environmentNouns(input.replications, 'replications', places, (written) =>
      normaliseReplication(written, context),
    ),
    plugins: pluginsOf(input, places),
    connectors: connectorsOf(input, context, places),
    connectClusters: environmentNouns(input.connectClusters, 'connectClusters', places, (written) =>
      normaliseConnectCluster(written, context),
    ),
    bridges: environmentNouns(input.bridges, 'bridges', places, (written) => normaliseBridge(written, called)),
    schemaRegistries: environmentNouns(input.schemaRegistries, 'schemaRegistries', places, (written) =>
      normaliseSchemaRegistry(written, called),
    ),
    operators: environmentNouns(input.operators, 'operators', places, (written) => normaliseOperator(written, context)),
    overridden: {
      topics: Object.keys(input.overrides?.topics ?? {}),
      applications: Object.keys(input.overrides?.applications ?? {}),
      connectors: Object.keys(input.overrides?.connectors ?? {}),
    },
    problems: quantities.problems,
  };
}

function topicsOf(input: EnvironmentShape, context: NormaliseContext, places: Places): Map<string, Topic> {
  const topics = new Map<string, Topic>();
  for (const [name, base] of entriesOf(input.platform.topics)) {
    const override = given(own(input.overrides?.topics, name));
    const said = { ...base, ...override };
    const topic = normaliseTopic({ name, said, origin: originOf(['topics', name], override, places) }, context);
    topics.set(name, { ...topic, ...platformOf(base, topic) });
  }
  return topics;
}

function applicationsOf(input: EnvironmentShape, context: NormaliseContext, places: Places) {
  const applications = new Map<string, Application>();
  const flows: Flow[] = [];
  for (const [name, base] of entriesOf(input.platform.applications)) {
    const override = given(own(input.overrides?.applications, name));
    const said = { ...base, ...override } as ApplicationInput;
    const origin = originOf(['applications', name], override, places);
    const application = normaliseApplication({ name, said, origin }, context);
    applications.set(name, application);
    flows.push(...normaliseFlows(application, said, context.quantities));
  }
  return { applications, flows };
}

/** Where applications on a cluster run, those first that say nothing; a name that is none is told of where it is written. */
function namespacesOn(
  cluster: string,
  { kubernetes }: EnvironmentShape,
  applications: ReadonlyMap<string, Application>,
): string[] {
  if (!kubernetes) return [];
  const named = [...applications.values()].flatMap(({ cluster: where, namespace }) =>
    where === cluster && namespace !== undefined && dnsLabelForm.test(namespace) ? [namespace] : [],
  );
  return [...new Set([kubernetesOf(kubernetes).applicationNamespace, ...named.sort(compare)])];
}

/** The cluster that everything is on: the only one to which no other is copied. */
function onlyActive({ clusters, replications = {} }: EnvironmentShape): string | undefined {
  const names = Object.keys(clusters);
  const standby = new Set(Object.values(replications).map(({ to }) => to));
  const [only, ...others] = names.length === 1 ? names : names.filter((name) => !standby.has(name));
  return others.length === 0 ? only : undefined;
}

/** The nouns of one kind that only an environment has. */
const environmentNouns = <Input, Noun>(
  nouns: Readonly<Record<string, Input>> | undefined,
  kind: string,
  places: Places,
  normalised: (written: Written<Input>) => Noun,
): Map<string, Noun> =>
  new Map(
    entriesOf(nouns).map(([name, said]) => [
      name,
      normalised({ name, said, origin: new Origin(places.environment([kind, name])) }),
    ]),
  );

const pluginsOf = ({ platform }: EnvironmentShape, places: Places): Map<string, Plugin> =>
  new Map(
    entriesOf(platform.plugins).map(([name, { artifacts, repository = 'https://repo1.maven.org/maven2' }]) => [
      name,
      { name, artifacts, repository, origin: new Origin(places.platform(['plugins', name])) },
    ]),
  );

const connectorsOf = (
  input: EnvironmentShape,
  context: NormaliseContext,
  places: Places,
): Map<string, DescribedConnector> =>
  new Map(
    entriesOf(input.platform.connectors).map(([name, base]) => {
      const override = given(own(input.overrides?.connectors, name));
      const said = { ...base, ...override } as ConnectorInput;
      return [
        name,
        normaliseConnector({ name, said, origin: originOf(['connectors', name], override, places) }, context),
      ];
    }),
  );

function clustersOf(
  input: EnvironmentShape,
  backends: BackendDescriptions,
  places: Places,
  audit: Audit,
): Map<string, Cluster> {
  const clusters = new Map<string, Cluster>();
  const namespace = input.kubernetes && kubernetesOf(input.kubernetes).namespace;
  for (const [name, said] of entriesOf(input.clusters as Record<string, { backend: string }>)) {
    const backend = backends[said.backend];
    if (!backend) continue; // The shape has refused it.
    const origin = new Origin(places.environment(['clusters', name]));
    const facts = backend.facts(said, audit);
    clusters.set(name, {
      ...facts,
      record: facts.record && { ...facts.record, ...(namespace !== undefined && { namespace }) },
      name,
      backend: said.backend,
      limits: backend.limits,
      addresses: facts.addresses ?? backend.addresses,
      deliveryOf: backend.deliveryOf,
      scale: backend.scale,
      origin,
    });
  }
  return clusters;
}

/** What an override changes of who may read a topic. */
function platformOf(base: TopicInput, topic: Topic): Pick<Topic, 'platform'> {
  const { owner, classification = 'internal', readers } = base;
  const same =
    owner === topic.owner && classification === topic.classification && String(readers) === String(topic.readers);
  return same ? {} : { platform: { owner, classification, readers } };
}

/** An override without the fields that a program leaves undefined. */
const given = <Override extends object>(override: Override | undefined): Override | undefined =>
  override && (Object.fromEntries(Object.entries(override).filter(([, value]) => value !== undefined)) as Override);

function originOf(path: readonly Key[], override: object | undefined, places: Places): Origin {
  const base = places.platform(path);
  if (!override) return new Origin(base);
  return new Origin(base, {
    place: places.environment(['overrides', ...path]),
    fields: new Set(Object.keys(override)),
  });
}
