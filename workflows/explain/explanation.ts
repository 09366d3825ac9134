import type { Application } from '../../model/application';
import type { Cluster } from '../../model/cluster';
import { manifestFile } from '../../model/kubernetes-unit';
import { chartName } from '../../model/names';
import type { Permission } from '../../model/permissions';
import { formatPath } from '../../model/place';
import { copierOf, mirrorApplication, mirroredTopic, mirrorInternals, sides } from '../../model/replication';
import type { Resolved, Shard } from '../../model/resolved';
import { busyCopies, followedBy } from '../../model/scaling';
import { kafkaConfig, type Topic } from '../../model/topic';
import { formatDuration } from '../../model/units';
import { clusterExplanation, planned } from './cluster-explanation';
import { connectorExplanation, servedConnectExplanation } from './connect-explanation';
import { credentialExplanation } from './credential';
import { type Explanation, servedIn } from './lines';
import { tokenExplanation } from './token-explanation';
import { workloadExplanation, workloadFile } from './workload-explanation';

export type { Explanation } from './lines';

/** Where a topic, an application, a replication, a connector or a cluster is, who uses it and what it becomes; nothing for a name that is none of them. */
export function explanationOf(resolved: Resolved, name: string): Explanation | undefined {
  return (
    topicExplanation(resolved, name) ??
    workloadExplanation(resolved, name, applicationExplanation(resolved, name)) ??
    replicationExplanation(resolved, name) ??
    connectorExplanation(resolved, name) ??
    servedConnectExplanation(resolved, name) ??
    clusterExplanation(resolved, name)
  );
}

function topicExplanation(resolved: Resolved, name: string): Explanation | undefined {
  const topic = resolved.topics.get(name);
  if (!topic) return undefined;
  const flows = resolved.flows.filter((flow) => flow.topic === name);
  const producers = flows.filter(({ direction }) => direction === 'produce').map(({ application }) => application);
  const consumers = flows.flatMap((flow) =>
    flow.direction === 'consume' ? [`${flow.application} as group ${flow.group}`] : [],
  );
  return {
    topic: name,
    about: topic.description ?? (topic.role === 'dead-letter' ? 'dead-letter topic' : 'records'),
    owner: ownerLine(resolved, topic.owner),
    cluster: clusterLine(resolved, topic.cluster),
    classification: topic.classification,
    ...(topic.readers ? { 'may be read by': [topic.owner, ...topic.readers] } : {}),
    ...(topic.erasure ? { erasure: topic.erasure } : {}),
    partitions: partitionsLine(topic, resolved.clusters.get(topic.cluster)),
    config: configLines(topic, resolved.clusters.get(topic.cluster)),
    'produced by': producers,
    'consumed by': consumers,
    ...placeOf(resolved, (shard) => shard.topics.includes(topic)),
    becomes: addressesOf(resolved, topic.cluster)?.topic(name) ?? '–',
    ...planned(resolved.plans.filter((plan) => plan.topic === name)),
  };
}

function applicationExplanation(resolved: Resolved, name: string): Explanation | undefined {
  const application = resolved.applications.get(name);
  if (!application) return undefined;
  const flows = resolved.flows.filter((flow) => flow.application === name);
  const permissions = resolved.permissions.filter((permission) => permission.application === name);
  return {
    application: name,
    about: operatorLine(resolved, name) ?? application.description ?? 'application',
    owner: ownerLine(resolved, application.owner),
    cluster: clusterLine(resolved, application.cluster),
    authentication: application.authentication,
    ...tokenExplanation(resolved, application),
    ...credentialExplanation(resolved, name),
    produces: flows.filter(({ direction }) => direction === 'produce').map(({ topic }) => topic),
    consumes: flows.flatMap((flow) => {
      if (flow.direction !== 'consume') return [];
      const { topic, group, isolation, deadLetter, lagUnder } = flow;
      const failures =
        deadLetter &&
        `${deadLetter.attempts} tries ${formatDuration(deadLetter.backoff)} apart, then ${deadLetter.topic}`;
      const lag = lagUnder && `lag under ${formatDuration(lagUnder)}`;
      return [[`${topic} as group ${group}, ${isolation}`, failures, lag].filter(Boolean).join('; ')];
    }),
    ...scalingOf(resolved, application),
    may: permissions.map(sentence),
    ...(application.service === undefined
      ? placeOf(resolved, ({ principals }) => principals.some((principal) => principal.application === application))
      : servedIn(resolved, application.service, application.workload?.name ?? '')),
    becomes: [
      ...new Set(
        permissions.map(
          (permission) => addressesOf(resolved, application.cluster)?.permission(permission, application) ?? '–',
        ),
      ),
    ].filter((address) => address !== '–'),
    ...translatedOf(resolved, application),
    ...planned(resolved.plans.filter((plan) => plan.application === name)),
  };
}

function replicationExplanation(resolved: Resolved, name: string): Explanation | undefined {
  const replication = resolved.replications.get(name);
  if (!replication) return undefined;
  const manifests = workloadFile(resolved, { kind: 'replication', name }, replication.to);
  return {
    replication: name,
    about: `${copierOf(replication)}, one way`,
    owner: ownerLine(resolved, replication.owner),
    from: clusterLine(resolved, replication.from),
    to: clusterLine(resolved, replication.to),
    copies: replication.topics.map((topic) => `${topic} as ${mirroredTopic(replication, topic)}`),
    'offsets of': replication.groups,
    ...(replication.service
      ? { rpo: 'none: AWS promises none', users: usersOf(name), ...servedIn(resolved, replication.service, name) }
      : {
          rpo: formatDuration(replication.rpo),
          users: usersOf(name),
          workers: `${replication.instances} in the group ${mirrorInternals(replication).groupId}, tasks.max ${replication.tasks}`,
        }),
    ...(manifests ? { manifests } : {}),
  };
}

const usersOf = (replication: string) => sides.map((side) => mirrorApplication(replication, side));

/** What scales its copies, or why nothing does. */
function scalingOf(resolved: Resolved, application: Application): Explanation {
  const { scaling, cluster } = application;
  if (!scaling) return {};
  const most = scaling.max ?? busyCopies(followedBy(application, resolved));
  return resolved.clusters.get(cluster)?.appliedBy === 'kubernetes'
    ? {
        scaling: `${scaling.min} to ${most} copies of the Deployment ${scaling.deployment}, one for ${scaling.lagThreshold} unread records`,
      }
    : { scaling: `none here: '${cluster}' is not on Kubernetes` };
}

const sentence = ({ operation, resourceType, resourceName, patternType, permission, host }: Permission) =>
  `${permission === 'Deny' ? 'not ' : ''}${operation} ${resourceType} ${patternType === 'Prefixed' ? `${resourceName}*` : resourceName}${host === '*' ? '' : ` from ${host}`}`;

/** What somebody is who looks after a cluster: `break-glass until 2026-12-31: INC-4711`. */
function operatorLine({ operators }: Resolved, name: string): string | undefined {
  const operator = operators.get(name);
  if (!operator) return undefined;
  const { role, until, reason } = operator;
  return `${role}${until ? ` until ${until}` : ''}${reason ? `: ${reason}` : ''}`;
}

function ownerLine({ owners }: Resolved, name: string): string {
  const owner = owners.get(name);
  return owner ? [name, owner.contact, owner.page && `pages ${owner.page}`].filter(Boolean).join(', ') : name;
}

function clusterLine({ clusters }: Resolved, name: string): string {
  const cluster = clusters.get(name);
  if (!cluster) return name;
  const { backend, version, brokers, storedByVendor, tier } = cluster;
  return storedByVendor
    ? `${name} (${[backend, tier].join(' ').trim()})`
    : `${name} (${backend} ${version}, ${brokers} brokers)`;
}

const partitionsLine = ({ partitions, replicationFactor, minInsyncReplicas }: Topic, cluster?: Cluster) =>
  cluster?.storedByVendor
    ? `${partitions}`
    : `${partitions}, ${replicationFactor} replicas, ${minInsyncReplicas} in sync to acknowledge`;

const configLines = (topic: Topic, cluster?: Cluster): string[] =>
  Object.entries(kafkaConfig(topic))
    .filter(([key]) => !(cluster?.storedByVendor && key === 'min.insync.replicas'))
    .map(([key, value]) => `${key}=${value}`);

/** What its cluster expresses in its own way of what an application asks for, and loses by that. */
function translatedOf({ translations }: Resolved, { cluster, origin }: Application): Explanation {
  const path = formatPath(origin.at().path);
  const own = (place: string) => place === path || ['.', '['].some((next) => place.startsWith(path + next));
  const lines = translations
    .filter((translation) => translation.cluster === cluster && translation.usedBy.some(own))
    .map(({ feature, loses }) => `${feature}: ${loses}`);
  return lines.length > 0 ? { translated: lines } : {};
}

/** The stack that applies it, or the file of manifests that holds it. */
function placeOf({ shards }: Resolved, holds: (shard: Shard) => boolean): Explanation {
  const shard = shards.find(holds);
  if (!shard) return { stack: '–' };
  const { name, key, cluster, environment } = shard;
  return cluster.appliedBy === 'terraform'
    ? { stack: name }
    : { manifests: manifestFile(cluster.name, environment.kubernetes?.namespace, chartName(cluster.name, key)) };
}

const addressesOf = ({ clusters }: Resolved, name: string) => clusters.get(name)?.addresses;
