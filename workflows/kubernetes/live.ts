import { inParallel } from '../parallel';
import type { KubernetesApi, Resource } from './api';
import { ApiError } from './api-error';
import { isMember, memberLabel, type Scope } from './applyset';
import { resourceKey } from './kinds';
import { groupKindOf, identityOf, type KubernetesObject, type LiveObject } from './object';
import { width } from './proxy';

export interface LiveProps {
  readonly desired: readonly KubernetesObject[];
  /** By `apiVersion/kind`, of what is desired. */
  readonly resources: ReadonlyMap<string, Resource>;
  /** Where members were so far. */
  readonly scope: Scope;
  readonly id: string;
}

export interface Live {
  /** By identity: what is desired and there, and what is there of the set. */
  readonly objects: ReadonlyMap<string, LiveObject>;
  /** Members, and how each is served. */
  readonly members: readonly { readonly object: LiveObject; readonly resource: Resource }[];
  /** Kinds in which members could not be looked for, because nobody may list them in all of the cluster. */
  readonly unseen: readonly string[];
}

/** Reads what is there by listing kinds in namespaces: a thousand objects are a few requests. */
export async function readLive(api: KubernetesApi, props: LiveProps): Promise<Live> {
  const { id } = props;
  const lists = await listsFor(api, props);
  const unseen: string[] = [];
  const found = await inParallel(lists, width, async ({ resource, namespace, all }) => {
    try {
      const objects = await api.list(resource, namespace, all ? undefined : `${memberLabel}=${id}`);
      return objects.map((object) => ({ object, resource }));
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 403 && !resource.namespaced)) throw error;
      unseen.push(resource.kind);
      return [];
    }
  });
  const named = await inParallel(clusterScoped(props), width, async ({ object, resource }) => {
    const live = await api.get(resource, object.metadata.name);
    return live ? [{ object: live, resource }] : [];
  });
  const there = [...found.flat(), ...named.flat()];
  const byIdentity = new Map(there.map((entry) => [identityOf(entry.object), entry]));
  return {
    objects: new Map([...byIdentity].map(([identity, { object }]) => [identity, object])),
    members: [...byIdentity.values()].filter(({ object }) => isMember(object, id)),
    unseen,
  };
}

interface List {
  readonly resource: Resource;
  readonly namespace?: string;
  /** Whatever there is, not only members: what is desired may be there as somebody else's. */
  readonly all: boolean;
}

async function listsFor(api: KubernetesApi, { desired, resources, scope }: LiveProps): Promise<List[]> {
  const lists = new Map<string, List>();
  const add = (resource: Resource, namespace: string | undefined, all: boolean) => {
    const key = `${groupKindOf(resource)} ${namespace ?? ''}`;
    if (!lists.has(key)) lists.set(key, { resource, namespace, all });
  };
  for (const object of desired) {
    const resource = resources.get(resourceKey(object)) as Resource;
    add(resource, resource.namespaced ? object.metadata.namespace : undefined, resource.namespaced);
  }
  const known = new Map([...resources.values()].map((resource) => [groupKindOf(resource), resource]));
  for (const groupKind of scope.groupKinds) {
    const resource = known.get(groupKind) ?? (await servedAs(api, groupKind));
    if (!resource) continue; // With its definition its objects went as well.
    const namespaces = resource.namespaced ? [...scope.namespaces] : [undefined];
    for (const namespace of namespaces) add(resource, namespace, false);
  }
  return [...lists.values()];
}

async function servedAs(api: KubernetesApi, groupKind: string): Promise<Resource | undefined> {
  const [kind = '', ...group] = groupKind.split('.');
  const version = await api.preferredVersion(group.join('.'));
  const resources = version ? await api.resources(version) : [];
  return resources.find((resource) => resource.kind === kind);
}

const clusterScoped = ({ desired, resources }: LiveProps) =>
  desired.flatMap((object) => {
    const resource = resources.get(resourceKey(object)) as Resource;
    return resource.namespaced ? [] : [{ object, resource }];
  });
