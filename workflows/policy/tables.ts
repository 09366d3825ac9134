import { descriptions } from '../../backends/descriptions';
import { clusterBackendOf, dataPlaneOf, serviceOf } from '../../backends/terraform';
import { compare } from '../../model/by-name';
import { handling, handlingOf, longestRetention } from '../../model/classification';
import { ownedClusters } from '../../model/cluster';
import { clusterStackName } from '../../model/names';
import { type Profile, profiles } from '../../model/profile';
import type { Resolved } from '../../model/resolved';
import { askedOf, isWaivable } from '../../model/rule';
import { rulesOn } from '../../model/rules';
import { heldBy } from '../../model/rules/custody';
import { productionReplicas } from '../../model/rules/topic-replicas';
import { tagsOf } from '../../model/tags';
import type { Topic } from '../../model/topic';
import { parseDuration } from '../../model/units';
import { accessTables } from './access-tables';
import { auditTables, recordedOf } from './audit-tables';
import { readsTables } from './reads-tables';
import { type Waived, waiversTable } from './waiver-tables';

/** What the bundle's rules read of an environment, as plain data: bounds, names and days of a description are here and in no rule of Rego. */
export function tablesOf(resolved: Resolved, waived: readonly Waived[]) {
  const { environment, topics, clusters } = resolved;
  const { profile, disposable, residency = [], approvals } = environment;
  return {
    environment: environment.name,
    profile,
    profiles,
    disposable,
    residency,
    audit_days: environment.audit.days,
    rules: rulesTable(profile),
    waivers: waiversTable(resolved, waived),
    approvals: approvals.map(({ code, address, expires }) => ({ code, address, expires })),
    bounds: { in_sync: productionReplicas.inSync, default_retention_ms: parseDuration('7d') },
    handling: handlingTable(),
    topics: Object.fromEntries([
      // Of what goes nothing is asked any more.
      ...resolved.shards.flatMap(({ removals }) => removals.map(({ name }) => [name, { removed: true }] as const)),
      ...[...topics.values()].map((topic) => [topic.name, topicRow(topic, resolved)] as const),
    ]),
    // Of a topic that is described nowhere nobody says anything.
    unknown_topic: { classification: 'internal', unclassified: true, replicas: productionReplicas.copies },
    servers: serversOf(resolved),
    // Of a cluster that is described nowhere everything is asked.
    unknown_server: { sensitive: true, own_key: true },
    ...accessTables(resolved),
    ...auditTables(resolved),
    ...readsTables(resolved),
    super_users: [...clusters.values()].flatMap(({ superUsers = [] }) => superUsers.map(({ principal }) => principal)),
    data_bearing: dataBearingOf(resolved),
    tags: Object.keys(tagsOf(environment, { cluster: '' })).sort(compare),
  };
}

export type Tables = ReturnType<typeof tablesOf>;

/** As severe as this environment's profile asks for them. */
const rulesTable = (here: Profile) =>
  Object.fromEntries(
    rulesOn(descriptions)
      .map(
        (rule) =>
          [
            rule.code,
            {
              severity: askedOf(rule, here).severity,
              profile: askedOf(rule, here).profile ?? profiles[0],
              waivable: isWaivable(rule),
              title: rule.title,
            },
          ] as const,
      )
      .sort(([a], [b]) => compare(a, b)),
  );

/** JSON has no infinity: what has no end is -1, as Kafka says it. */
const handlingTable = () =>
  Object.fromEntries(
    profiles.map((profile) => [
      profile,
      Object.fromEntries(
        Object.entries(handling[profile]).map(([classification, asked]) => {
          const longest = longestRetention(asked);
          return [
            classification,
            {
              retention_ms: Number.isFinite(longest) ? longest : -1,
              erasure: asked.erasure,
              copies: asked.copies,
            },
          ];
        }),
      ),
    ]),
  );

function topicRow(topic: Topic, { clusters }: Resolved) {
  const cluster = clusters.get(topic.cluster);
  const counts = topic.role === 'records' && !cluster?.storedByVendor;
  return {
    cluster: topic.cluster,
    role: topic.role,
    classification: topic.classification,
    ...(topic.unclassified ? { unclassified: true } : {}),
    ...(topic.erasure ? { erasure: topic.erasure } : {}),
    ...(cluster?.storedByVendor ? { stored_by_vendor: true } : {}),
    replicas: counts ? Math.min(productionReplicas.copies, cluster?.brokers ?? productionReplicas.copies) : 0,
  };
}

/** By what a cluster is called in what is synthesized. */
function serversOf(resolved: Resolved) {
  const { environment, clusters } = resolved;
  const held = heldBy(resolved);
  return Object.fromEntries(
    [...clusters.values()].map((cluster) => {
      const asked = [...(held.get(cluster) ?? [])].map((topic) => handlingOf(environment.profile, topic));
      return [
        cluster.custody.name ?? clusterStackName(environment.name, cluster.name),
        {
          cluster: cluster.name,
          sensitive: environment.residency !== undefined && asked.some((of) => of.residency !== 'any'),
          own_key: asked.some(({ ownKey }) => ownKey) && cluster.custody.key.whose !== 'elsewhere',
          ...(recordedOf(cluster) && { audit: recordedOf(cluster) }),
          ...(cluster.unasked?.closedBy ? { open: true } : {}),
        },
      ];
    }),
  );
}

/** Types of resources with which records, or what they are read by, would go. */
const dataBearingOf = ({ clusters, shards, services }: Resolved): string[] =>
  [
    ...new Set([
      ...ownedClusters(clusters, 'terraform').flatMap((cluster) => [...clusterBackendOf(cluster).dataBearing]),
      ...shards
        .filter(({ cluster }) => cluster.appliedBy === 'terraform')
        .flatMap(({ cluster }) => [...dataPlaneOf(cluster).dataBearing]),
      ...services.flatMap((service) => [...serviceOf(service).dataBearing]),
    ]),
  ].sort(compare);
