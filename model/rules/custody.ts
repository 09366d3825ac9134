import { askedBy, handlingOf } from '../classification';
import type { Cluster } from '../cluster';
import type { Draft } from '../draft';
import { featuresUsed } from '../features-used';
import { askedFor, at } from '../problem';
import type { Rule } from '../rule';
import type { Topic } from '../topic';

/** Topics whose records each cluster holds: its own, and copies of others'. A copy is what its source is. */
export function heldBy({
  topics,
  replications,
  clusters,
}: Pick<Draft, 'topics' | 'replications' | 'clusters'>): Map<Cluster, Set<Topic>> {
  const held = new Map([...clusters.values()].map((cluster) => [cluster, new Set<Topic>()] as const));
  const hold = (name: string, topic: Topic | undefined) => {
    const cluster = clusters.get(name);
    if (cluster && topic) held.get(cluster)?.add(topic);
  };
  for (const topic of topics.values()) hold(topic.cluster, topic);
  for (const { to, topics: copied } of replications.values()) for (const name of copied) hold(to, topics.get(name));
  return held;
}

/** Topics of which something writes records to where no retention of Kafka's reaches them: a cluster, or a sink. */
export function* copiesIn({
  clusters,
  topics,
  flows,
  connectors,
}: Pick<Draft, 'clusters' | 'topics' | 'flows' | 'connectors'>) {
  for (const cluster of clusters.values())
    for (const { topic: name, field, to } of cluster.custody.copies) {
      const topic = topics.get(name);
      if (topic) yield { topic, noun: cluster, field, to, by: `the cluster '${cluster.name}'` };
    }
  for (const flow of flows) {
    const topic = topics.get(flow.topic);
    const connector = flow.connector === undefined ? undefined : connectors.get(flow.connector);
    if (flow.direction === 'consume' && topic && connector)
      yield {
        topic,
        noun: connector,
        field: ['consumes', topic.name],
        to: `where ${connector.class.replace(/^.*\./, '')} writes`,
        by: `the connector '${connector.name}'`,
      };
  }
}

/** The first of a cluster's topics of which a profile asks something; to be named, for it is why. */
const heldWith = (topics: Iterable<Topic>, asks: (topic: Topic) => boolean): Topic | undefined =>
  [...topics].find((topic) => !topic.removed && asks(topic));

export const residencyHeld: Rule = {
  code: 'KFK-X068',
  severity: 'error',
  title: 'Sensitive records, and copies of them, are in regions that the environment names',
  source: 'GDPR, transfers to third countries, chapter V; ISO/IEC 27001:2022, annex A 5.34',
  *check(draft) {
    const { profile, residency } = draft.environment;
    if (!residency) return;
    for (const [cluster, topics] of heldBy(draft)) {
      const topic = heldWith(topics, (held) => handlingOf(profile, held).residency !== 'any');
      if (!topic) continue;
      const why = `'${topic.name}', which is ${topic.classification},`;
      if (cluster.custody.regions.length === 0)
        yield at(cluster, 'region')
          .problem(`${why} is there, and nothing says where that is`)
          .fix(`say its region, one of: ${residency.join(', ')}`);
      for (const { region, field } of cluster.custody.regions)
        if (!residency.some((allowed) => allowed.toLowerCase() === region.toLowerCase()))
          yield at(cluster, ...field)
            .problem(`${why} would be in '${region}', where the environment does not want it`)
            .fix(`use one of: ${residency.join(', ')}; or name it in residency`);
    }
  },
};

export const residencySaid: Rule = {
  code: 'KFK-X069',
  severity: 'error',
  profile: 'regulated',
  waivable: true,
  title: 'An environment with sensitive records names the regions in which they may be',
  source: 'GDPR, transfers to third countries, chapter V; ISO/IEC 27001:2022, annex A 5.34',
  *check(draft) {
    const { environment, topics } = draft;
    if (environment.residency) return;
    const topic = heldWith(topics.values(), (held) => handlingOf(environment.profile, held).residency === 'named');
    const regions = new Set(
      [...draft.clusters.values()].flatMap(({ custody }) => custody.regions.map((of) => of.region)),
    );
    if (topic)
      yield at(environment, 'residency')
        .problem(`nothing says in which regions '${topic.name}', which is ${topic.classification}, may be`)
        .fix(`name them: residency: [${[...regions].map((region) => `'${region}'`).join(', ') || "'eu-west-1'"}]`);
  },
};

export const notCopiedElsewhere: Rule = {
  code: 'KFK-X072',
  severity: 'error',
  profile: 'production',
  waivable: true,
  title: 'Sensitive records are not copied to where no retention of Kafka’s reaches them',
  source:
    'GDPR, storage limitation, article 5(1)(e); https://learn.microsoft.com/azure/event-hubs/event-hubs-capture-overview',
  *check(draft) {
    const { profile } = draft.environment;
    for (const { topic, noun, field, to } of copiesIn(draft)) {
      if (handlingOf(profile, topic).copies) continue;
      yield askedFor(
        askedBy(profile, topic, ({ copies }) => !copies),
        at(noun, ...field)
          .problem(`${topic.classification} data is written to ${to}, where its retention does not end it`)
          .fix('remove it, or waive this with what deletes it there'),
      );
    }
  },
};

export const ownKey: Rule = {
  code: 'KFK-X073',
  severity: 'error',
  profile: 'regulated',
  waivable: true,
  title: 'Disks with sensitive records are encrypted by a key of your own, where the vendor takes one',
  source:
    'https://learn.microsoft.com/azure/event-hubs/configure-customer-managed-key; ISO/IEC 27001:2022, annex A 8.24',
  *check(draft) {
    const { profile } = draft.environment;
    for (const [cluster, topics] of heldBy(draft)) {
      const topic = heldWith(topics, (held) => handlingOf(profile, held).ownKey);
      const { key } = cluster.custody;
      if (topic && key.whose === 'vendor')
        yield at(cluster, ...key.field)
          .problem(`'${topic.name}', which is ${topic.classification}, is encrypted by a key of the vendor's`)
          .fix(key.fix);
    }
  },
};

export const notExposed: Rule = {
  code: 'KFK-X074',
  severity: 'error',
  profile: 'regulated',
  waivable: true,
  title: 'Where an auditor asks, no cluster is reached but from networks that are named',
  source: 'best practice: encryption and private networks everywhere',
  *check({ clusters }) {
    for (const cluster of clusters.values())
      for (const { field, says } of cluster.custody.exposures)
        yield at(cluster, ...field)
          .problem(says)
          .fix(
            'remove it, name the ranges of your own networks where it takes them, or waive this with what filters before it',
          );
  },
};

export const noSharedKeys: Rule = {
  code: 'KFK-X075',
  severity: 'error',
  profile: 'regulated',
  waivable: true,
  title: 'Where an auditor asks, nobody signs in by a shared access key',
  source:
    'https://learn.microsoft.com/azure/event-hubs/authenticate-shared-access-signature: a key is held by whoever has seen it; Entra ID is recommended',
  *check({ clusters, applications }) {
    for (const cluster of clusters.values())
      for (const [index, mechanism] of cluster.authentication.entries())
        if (mechanism === 'sas')
          yield at(cluster, ...(cluster.authenticationFields?.[index] ?? ['authentication', index]))
            .problem(
              `keys open '${cluster.name}'${usersOf(cluster.name, applications) && ` to ${usersOf(cluster.name, applications)}`}: they say nothing of who uses them, and do not end`,
            )
            .fix("use 'entra-id'");
  },
};

const usersOf = (cluster: string, applications: Draft['applications']): string =>
  [...applications.values()]
    .filter((application) => application.cluster === cluster && application.authentication === 'sas')
    .map(({ name }) => `'${name}'`)
    .join(', ');

export const noPreviews: Rule = {
  code: 'KFK-X076',
  severity: 'error',
  profile: 'regulated',
  waivable: true,
  title: 'Where an auditor asks, nothing is used that its vendor calls a preview',
  source:
    'https://azure.microsoft.com/support/legal/preview-supplemental-terms/: previews have no agreement of service',
  *check(draft) {
    for (const { feature, cluster, noun, field } of featuresUsed(draft)) {
      const capability = draft.clusters.get(cluster)?.capabilities[feature];
      if (capability?.support === 'preview' && draft.environment.accepts[feature])
        yield at(noun, ...field)
          .problem(`${feature} is only a preview on '${cluster}', whoever accepts it: ${capability.caveat}`)
          .fix('do without it, or use a back end that has it');
    }
  },
};

export const custodyRules: readonly Rule[] = [
  residencyHeld,
  residencySaid,
  notCopiedElsewhere,
  ownKey,
  notExposed,
  noSharedKeys,
  noPreviews,
];
