import type { ConnectCluster } from '../connect-cluster';
import type { Draft } from '../draft';
import { useInstead } from '../near-miss';
import { at, type Finding } from '../problem';
import type { Rule } from '../rule';
import { isSecretLiteral, reference } from '../secret-literal';
import { badName, besideRules, noInstance, provesItself, takenName, type WorkloadKind } from './beside-cluster';

const strimziConnect = 'https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaConnect-reference';

/** Those whose workers the kit runs, and not a vendor's service. */
const ownWorkers = ({ connectClusters }: Pick<Draft, 'connectClusters'>): ConnectCluster[] =>
  [...connectClusters.values()].filter(({ service }) => service === undefined);

const connect: WorkloadKind<ConnectCluster> = {
  kind: 'connect-cluster',
  noun: 'Connect cluster',
  source: strimziConnect,
  // Of `-connect-build` and more that is added to it.
  longestName: 48,
  all: ({ connectClusters }) => [...connectClusters.values()],
};

export const connectClusterName: Rule = {
  code: 'KFK-C010',
  severity: 'error',
  title: 'A Connect cluster has a name from which its pods, its user and its Secrets can have theirs',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names',
  *check(draft) {
    yield* badName(connect, draft);
    yield* takenName(connect, draft);
    for (const connectCluster of ownWorkers(draft)) {
      const clash = clashOf(connectCluster, draft);
      if (clash) yield at(connectCluster).problem(clash).fix('rename one of them');
    }
  },
};

/** Strimzi's pods of a Connect cluster are `<name>-connect`, and its Secrets begin so. */
function clashOf({ name }: ConnectCluster, { replications, applications }: Draft): string | undefined {
  if (replications.has(name)) return `the replication '${name}' has its name, by which Strimzi tells their pods apart`;
  const user = [...applications.keys()].find((application) => application.startsWith(`${name}-connect-`));
  return user && `the Secret of '${user}' could be one of the workers': those begin with '${name}-connect-'`;
}

/** MSK Connect signs in by IAM, or on a cluster of MSK not at all. */
function* servedByIam({ connectClusters, clusters }: Draft): Iterable<Finding> {
  for (const connectCluster of connectClusters.values()) {
    const cluster = clusters.get(connectCluster.cluster);
    if (connectCluster.service === undefined || !cluster) continue;
    if (connectCluster.authentication !== 'iam')
      yield at(connectCluster, 'authentication')
        .problem(`'${connectCluster.authentication}' is given where MSK Connect reaches its cluster by IAM alone`)
        .fix('remove it');
    if (!cluster.authentication.includes('iam'))
      yield at(connectCluster, 'cluster')
        .problem(
          `'${cluster.name}' lets applications use ${cluster.authentication.join(', ')}, and MSK Connect knows IAM alone`,
        )
        .fix("add 'iam' to its authentication");
  }
}

export const workerCounts: Rule = {
  code: 'KFK-C013',
  severity: 'error',
  title: 'A Connect cluster has workers, and each has processors and memory',
  source: strimziConnect,
  *check(draft) {
    yield* noInstance(connect, draft, 'write 1 or more; to stop connectors, say state: stopped');
    for (const connectCluster of ownWorkers(draft)) {
      const { cpu, memory } = connectCluster;
      if (cpu <= 0)
        yield at(connectCluster, 'cpu').problem(`${cpu} is given where more than 0 is needed`).fix('write 0.5');
      if (memory < 512 * 2 ** 20)
        yield at(connectCluster, 'memory')
          .problem('a worker does not start with so little memory')
          .fix("write '512MiB' or more");
    }
  },
};

export const imageOrBuild: Rule = {
  code: 'KFK-C014',
  severity: 'error',
  title: 'An image is ready or it is built, and what holds plugins is one of the two',
  source: 'https://strimzi.io/docs/operators/latest/deploying.html#using-kafka-connect-with-plug-ins-str',
  *check(draft) {
    for (const connectCluster of ownWorkers(draft)) {
      const { image, build, plugins } = connectCluster;
      if (image !== undefined && build)
        yield at(connectCluster, 'image')
          .problem(`'${image}' and the image that build makes cannot both run`)
          .fix('remove image, or build');
      if (image === undefined && !build && plugins.length > 0)
        yield at(connectCluster, 'plugins')
          .problem(`the operator's own image has none of ${plugins.join(', ')}`)
          .fix('say image, one that has them, or build');
    }
  },
};

export const knownPlugins: Rule = {
  code: 'KFK-C015',
  severity: 'error',
  title: 'What an image holds, or a bucket, are plugins of the platform',
  source: 'https://strimzi.io/docs/operators/latest/configuring.html#type-Build-reference',
  *check({ connectClusters, connectors, plugins, broken }) {
    // Of those that a connector names, it is said there.
    const named = new Set([...connectors.values()].map(({ plugin }) => plugin));
    for (const connectCluster of connectClusters.values())
      for (const [index, plugin] of connectCluster.plugins.entries())
        if (!plugins.has(plugin) && !named.has(plugin) && !broken.has('plugins'))
          yield (
            connectCluster.service ? at(connectCluster, 'pluginObjects', plugin) : at(connectCluster, 'plugins', index)
          )
            .problem(`the platform has no plugin '${plugin}'`)
            .fix(useInstead(plugin, plugins.keys()));
  },
};

export const buildsWhereItMay: Rule = {
  code: 'KFK-C016',
  severity: 'error',
  title: 'Images are built only where a namespace allows what building needs',
  source:
    'https://github.com/strimzi/proposals/blob/main/114-use-buildah-instead-of-kaniko.md: it needs capabilities that the level restricted takes away',
  *check({ connectClusters, clusters, environment: { kubernetes } }) {
    for (const connectCluster of connectClusters.values())
      if (
        connectCluster.build &&
        kubernetes?.podSecurity === 'restricted' &&
        clusters.get(connectCluster.cluster)?.appliedBy === 'kubernetes'
      )
        yield at(connectCluster, 'build')
          .problem(`the namespace '${kubernetes.namespace}' enforces restricted, under which no image can be built`)
          .fix("build the image elsewhere and say image, or say kubernetes.podSecurity: 'baseline'");
  },
};

/** Strimzi ignores its own; all others the kit decides. */
const decided =
  /^(group\.id|(config|offset|status)\.storage\.(topic|replication\.factor)|bootstrap\.servers|topic\.creation\.enable|connector\.client\.config\.override\.policy|exactly\.once\.source\.support|consumer\.isolation\.level|listeners|plugin\.path|client\.rack)$|^(producer\.|consumer\.|admin\.)?(ssl|sasl|security)\.|^(config\.providers|rest|admin\.listeners|prometheus\.metrics\.reporter)|\.interceptor\.classes$/;

export const workerConfig: Rule = {
  code: 'KFK-C017',
  severity: 'error',
  title: "The workers' config says nothing that the kit or Strimzi decides, and refers to no secret",
  source: `${strimziConnect}; https://strimzi.io/docs/operators/latest/configuring.html#con-common-configuration-properties-reference`,
  *check(draft) {
    for (const connectCluster of ownWorkers(draft))
      for (const [key, value] of Object.entries(connectCluster.config)) {
        if (decided.test(key))
          yield at(connectCluster, 'config', key)
            .problem(`'${key}' is decided by the rest of the description`)
            .fix(key === 'exactly.once.source.support' ? 'remove it and say exactlyOnce: true' : 'remove it');
        else if (reference.test(value))
          yield at(connectCluster, 'config', key)
            .problem(`'${value}' refers to a value of a provider that the workers do not have`)
            .fix("say it as one of a connector's secrets");
      }
  },
};

export const noSecretInWorkers: Rule = {
  code: 'KFK-C040',
  severity: 'error',
  title: "No secret is in the workers' config",
  source: "users' pain: passwords in manifests, which everybody who reads the repository knows",
  *check({ connectClusters }) {
    for (const connectCluster of connectClusters.values())
      for (const [key, value] of Object.entries(connectCluster.config))
        if (!decided.test(key) && isSecretLiteral(key, value))
          yield at(connectCluster, 'config', key)
            .problem(`'${key}' looks like a secret, and what is written here is in every manifest`)
            .fix("remove it; what one connector needs is one of that connector's secrets");
  },
};

export const connectClusterRules: readonly Rule[] = [
  connectClusterName,
  ...besideRules(connect, { cluster: 'KFK-C011' }),
  provesItself(
    { ...connect, all: ownWorkers },
    {
      code: 'KFK-C012',
      title: 'A Connect cluster proves who it is in a way that its cluster offers',
      also: servedByIam,
    },
  ),
  workerCounts,
  imageOrBuild,
  knownPlugins,
  buildsWhereItMay,
  workerConfig,
  noSecretInWorkers,
];
