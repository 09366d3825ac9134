import type { Application } from '../application';
import { connectionOf } from '../application-connection';
import { securityOf } from '../authentication';
import { compare, own } from '../by-name';
import type { Draft } from '../draft';
import { endedOperators } from '../ended-operator';
import { groupGrantsOf } from '../granted-together';
import { groupBy } from '../group-by';
import { type Inventory, recordedIn } from '../inventory';
import { movedFrom } from '../moves';
import { stackName } from '../names';
import { type Permission, permissionsOf } from '../permissions';
import { plansOf } from '../plan';
import type { Principal, Resolved, Shard } from '../resolved';
import { serviceStacks } from '../service-stack';
import type { Topic } from '../topic';
import { translationsOf } from '../translation';
import { permissionsFor, type User, type Users, usersOf } from '../users';
import { retiredIn, revokedIn } from './emptied-users';

/** Decides permissions, names and shards of a description without problems. */
export function derive(draft: Draft): Resolved {
  const topics = sorted(draft.topics);
  const { applications, usersByApplication } = withUsers(draft);
  const granted = groupBy(
    permissionsOf(applications.values(), draft.flows, draft.clusters),
    ({ application }) => application,
  );
  const permissions = [...granted].flatMap(([name, permissions]) =>
    (usersByApplication.get(name)?.accepted ?? []).flatMap((user) => permissionsFor(user, permissions)),
  );
  const shards = shardsOf({ ...draft, applications }, topics, granted, usersByApplication);
  return {
    environment: draft.environment,
    owners: sorted(draft.owners),
    clusters: sorted(draft.clusters),
    topics: new Map([...topics].filter(([, topic]) => !topic.removed)),
    applications,
    flows: draft.flows,
    replications: sorted(draft.replications),
    plugins: sorted(draft.plugins),
    connectors: sorted(draft.connectors),
    connectClusters: sorted(draft.connectClusters),
    bridges: sorted(draft.bridges),
    schemaRegistries: sorted(draft.schemaRegistries),
    operators: sorted(new Map([...draft.operators].filter(([name]) => applications.get(name)?.operator))),
    ended: endedOperators(draft),
    services: serviceStacks(draft),
    permissions,
    shards,
    connections: connectionsOf(shards),
    translations: translationsOf(draft),
    plans: plansOf(draft),
    rotations: draft.rotations,
    recorded: draft.inventory,
  } as unknown as Resolved;
}

function shardsOf(
  draft: Draft,
  topics: ReadonlyMap<string, Topic>,
  permissionsByApplication: ReadonlyMap<string, readonly Permission[]>,
  usersByApplication: ReadonlyMap<string, Users>,
): Shard[] {
  const { inventory, applications } = draft;
  const shardId = (cluster: string, key: string) => `${cluster}\0${key}`;
  const topicsByShard = groupBy(topics.values(), (topic) => shardId(topic.cluster, topicShard(topic, inventory)));
  // What a vendor's service runs has a stack of its own, with its role.
  const users = [...applications.values()].filter(({ service }) => service === undefined);
  const applicationsByShard = groupBy(users, (application) =>
    shardId(application.cluster, applicationShard(application, draft)),
  );
  const bySecret = usedBySecret([...permissionsByApplication.values()].flat(), applications);
  const groupGrants = new Map(
    [...draft.clusters.values()].map(({ name, grantedTogether = [] }) => [
      name,
      groupGrantsOf(grantedTogether, permissionsByApplication),
    ]),
  );

  // A shard that the inventory knows stays, though nothing is left in it: what it once applied must be taken back.
  const known = recordedIn(inventory)
    .filter(({ cluster }) => draft.clusters.has(cluster))
    .map(({ cluster, shard }) => shardId(cluster, shard));
  const shardIds = new Set([...topicsByShard.keys(), ...applicationsByShard.keys(), ...known]);

  return [...shardIds].sort(compare).map((id) => {
    const [clusterName = '', key = ''] = id.split('\0');
    const cluster = draft.clusters.get(clusterName);
    if (!cluster) throw new Error(`no cluster '${clusterName}': the rules let an unknown cluster pass`);
    const here = topicsByShard.get(id) ?? [];
    const managed = here.filter(({ removed }) => !removed);
    const applicationsHere = applicationsByShard.get(id) ?? [];
    const principals = applicationsHere.map((application) =>
      principalOf(application, usersByApplication, permissionsByApplication),
    );
    const revoked = revokedIn({ key, cluster }, usersByApplication, draft);
    return {
      name: stackName(draft.environment.name, clusterName, key),
      key,
      environment: draft.environment,
      cluster,
      topics: managed,
      topicsBySecret: new Set(managed.flatMap(({ name }) => (bySecret.has(`${clusterName}\0${name}`) ? [name] : []))),
      removals: here.filter(({ removed }) => removed).map((topic) => asRecorded(topic, inventory)),
      principals,
      groupGrants: managed.flatMap(({ name }) => groupGrants.get(clusterName)?.get(name) ?? []),
      revoked,
      retired: retiredIn(applicationsHere, { cluster, usersByApplication, draft }).filter(
        (user) => !revoked.includes(user),
      ),
      inventory: inventoryOf({ key, cluster }, { topics: managed, principals, revoked }),
    };
  });
}

/** By cluster and name. */
function usedBySecret(
  permissions: readonly Permission[],
  applications: ReadonlyMap<string, Application>,
): ReadonlySet<string> {
  const used = permissions.filter(({ resourceType, application }) => {
    const { authentication } = applications.get(application) ?? {};
    return resourceType === 'Topic' && authentication !== undefined && securityOf(authentication).proof !== 'identity';
  });
  return new Set(used.map(({ cluster, resourceName }) => `${cluster}\0${resourceName}`));
}

/** Applications as their clients are called, and all whom their clusters let in as them. */
function withUsers(draft: Draft) {
  const usersByApplication = new Map<string, Users>();
  const applications = new Map<string, Application>();
  for (const [name, application] of sorted(draft.applications)) {
    const cluster = draft.clusters.get(application.cluster);
    if (!cluster) throw new Error(`no cluster '${application.cluster}': the rules let an unknown cluster pass`);
    const users = usersOf(application, cluster, draft);
    usersByApplication.set(name, users);
    const user = users.delivered.name;
    applications.set(name, user === name ? application : { ...application, user });
  }
  return { applications, usersByApplication };
}

function principalOf(
  application: Application,
  usersByApplication: ReadonlyMap<string, Users>,
  permissionsByApplication: ReadonlyMap<string, readonly Permission[]>,
): Principal {
  const users = usersByApplication.get(application.name);
  if (!users) throw new Error(`'${application.name}' has no user`);
  const permissions = permissionsByApplication.get(application.name) ?? [];
  const withPermissions = (user: User) => ({ ...user, permissions: permissionsFor(user, permissions) });
  const [delivered, ...others] = users.accepted;
  const first = withPermissions(delivered);
  const { credential, permissions: own } = first;
  return { application, credential, permissions: own, users: [first, ...others.map(withPermissions)] };
}

const connectionsOf = (shards: readonly Shard[]) =>
  shards
    .flatMap(({ cluster, environment, principals }) =>
      principals
        // What runs beside a cluster is given its own by the chart that places it.
        .filter(({ application }) => !application.workload)
        .map(({ application, credential }) => connectionOf(application, cluster, { credential, environment })),
    )
    .sort((a, b) => compare(a.application, b.application));

function inventoryOf(
  { key: shard, cluster: { name: clusterName, storedByVendor } }: Pick<Shard, 'key' | 'cluster'>,
  { topics, principals, revoked }: Pick<Shard, 'topics' | 'principals' | 'revoked'>,
): Inventory {
  return {
    topics: Object.fromEntries(
      topics.map(({ name, cluster, partitions, replicationFactor, cleanup, retention, retentionSize }) => [
        name,
        {
          ...{ cluster, shard, partitions },
          ...(storedByVendor ? {} : { replicationFactor }),
          ...{ cleanup, retention, retentionSize },
        },
      ]),
    ),
    applications: Object.fromEntries([
      ...principals.map(
        ({ application: { name, cluster, authentication } }) => [name, { cluster, shard, authentication }] as const,
      ),
      ...revoked.map((name) => [name, { cluster: clusterName, shard, revoked: true as const }] as const),
    ]),
  };
}

/** Of a topic that goes its last entry says little more than that: what it had is no default that it falls back to. */
function asRecorded(topic: Topic, inventory: Inventory): Topic {
  const known = own(inventory.topics, topic.name);
  if (known?.cluster !== topic.cluster) return topic;
  const { partitions, cleanup } = known;
  const { replicationFactor, retention, retentionSize } = { ...topic, ...known };
  return { ...topic, partitions, replicationFactor, cleanup: cleanup as Topic['cleanup'], retention, retentionSize };
}

/** A shard is named after the first owner; a later owner changes labels, never state. */
const topicShard = ({ name, owner }: Topic, inventory: Inventory) => own(inventory.topics, name)?.shard ?? owner;

/** One that was renamed stays in the state that knows it: nothing moves between states. */
const applicationShard = (
  application: Application,
  { inventory, environment }: Pick<Draft, 'inventory' | 'environment'>,
) => {
  const { name, owner, cluster } = application;
  const known =
    own(inventory.applications, name) ?? own(inventory.applications, movedFrom(environment, application) ?? '');
  return known?.cluster === cluster ? known.shard : owner;
};

const sorted = <Noun>(nouns: ReadonlyMap<string, Noun>): Map<string, Noun> =>
  new Map([...nouns].sort(([a], [b]) => compare(a, b)));
