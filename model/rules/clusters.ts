import { auditFeatures, auditGaps } from '../audit-gaps';
import type { Feature } from '../capabilities';
import { featuresUsed } from '../features-used';
import { at } from '../problem';
import type { Rule } from '../rule';
import { stacksOf } from '../stacks';

export const supportedFeatures: Rule = {
  code: 'KFK-C001',
  severity: 'error',
  title: 'A cluster can do what the description asks of it',
  source: "users' pain: configurations that a target silently ignores or refuses at apply",
  *check(draft) {
    for (const { feature, cluster, noun, field } of featuresUsed(draft)) {
      const capability = draft.clusters.get(cluster)?.capabilities[feature];
      if (capability?.support === 'unsupported')
        yield at(noun, ...field)
          .problem(
            `'${cluster}' has no ${feature}${capability.tier ? ` on ${capability.tier}` : ''} (${capability.source})`,
          )
          .fix(capability.instead);
      else if (capability?.support === 'preview' && !draft.environment.accepts[feature])
        yield at(noun, ...field)
          .problem(`${feature} is only a preview on '${cluster}': ${capability.caveat} (${capability.source})`)
          .fix(`accept it in writing: accepts: { ${feature}: { reason, owner, until } }`);
    }
  },
};

export const acceptanceUsed: Rule = {
  code: 'KFK-C002',
  severity: 'warning',
  title: 'What is accepted is a preview that the description uses, or what a cluster does not record',
  source: "users' pain: exceptions that nobody takes back (JulieOps #580)",
  *check(draft) {
    if (!draft.broken.isEmpty) return;
    const previews = new Set<Feature>(
      [...featuresUsed(draft)]
        .filter(({ feature, cluster }) => draft.clusters.get(cluster)?.capabilities[feature].support === 'preview')
        .map(({ feature }) => feature),
    );
    // What no cluster records is accepted by whoever has to answer for it, whether or not a profile asks.
    for (const { feature } of auditGaps(draft.clusters)) previews.add(feature);
    for (const feature of Object.keys(draft.environment.accepts) as Feature[])
      if (!previews.has(feature))
        yield at(draft.environment, 'accepts', feature)
          .problem(
            auditFeatures.some((audited) => audited === feature)
              ? `every cluster here records ${feature}: there is no gap to accept`
              : `nothing here uses ${feature} as a preview`,
          )
          .fix('remove it: what comes later is decided then');
  },
};

export const threeBrokers: Rule = {
  code: 'KFK-K001',
  severity: 'error',
  profile: 'production',
  waivable: true,
  title: 'In production a cluster has at least three brokers',
  source: 'best practice: replication factor ≥ 3 needs as many brokers',
  *check({ clusters, broken }) {
    for (const cluster of clusters.values()) {
      const { name, brokers, brokersField = 'brokers' } = cluster;
      // That there is none, another rule says.
      if (brokers < 3 && brokers > 0 && !broken.within('clusters', name, brokersField))
        yield at(cluster, brokersField)
          .problem(`${brokers} brokers cannot hold three replicas`)
          .fix('use three or more');
    }
  },
};

export const brokersCounted: Rule = {
  code: 'KFK-K002',
  severity: 'error',
  title: 'A cluster has a broker',
  source: 'https://kafka.apache.org/documentation/#brokerconfigs',
  *check({ clusters }) {
    for (const cluster of clusters.values())
      if (cluster.brokers < 1 && !cluster.brokersField)
        yield at(cluster, 'brokers')
          .problem(`${cluster.brokers} is given where at least 1 is needed`)
          .fix('write 1 or more');
  },
};

export const anyCluster: Rule = {
  code: 'KFK-K003',
  severity: 'error',
  title: 'An environment has a cluster',
  source: 'a platform is on clusters somewhere',
  *check({ clusters, environment, broken }) {
    if (clusters.size === 0 && broken.isEmpty)
      yield at(environment, 'clusters')
        .problem('it has no cluster')
        .fix("add one: clusters: { main: { backend: 'kafka' } }");
  },
};

export const uniqueStacks: Rule = {
  code: 'KFK-N001',
  severity: 'error',
  title: 'No two clusters or shards share the name of a stack',
  source: "users' pain: two repositories wiping each other's topics (kafka-gitops #24, JulieOps #580)",
  *check(draft) {
    const seen = new Map<string, string>();
    for (const { name, what, cluster } of stacksOf(draft)) {
      const other = seen.get(name);
      if (other)
        yield at(cluster)
          .problem(`${what} and ${other} would both be the stack '${name}'`)
          .fix('rename a cluster or an owner');
      else seen.set(name, what);
    }
  },
};

export const clusterRules: readonly Rule[] = [
  supportedFeatures,
  acceptanceUsed,
  threeBrokers,
  brokersCounted,
  anyCluster,
  uniqueStacks,
];
