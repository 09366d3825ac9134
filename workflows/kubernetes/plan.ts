import { exitCode, Failure } from '../failure';
import { type Judgement, judgementOf } from '../judgement';
import { inParallel } from '../parallel';
import { type KubernetesUnit, objectsOf } from '../synth/kubernetes-unit';
import type { KubernetesApi, Resource } from './api';
import { ApiError } from './api-error';
import { asMember, idOf, type Scope, scopeOf } from './applyset';
import { awaitsRole } from './binding';
import { type FieldChange, fieldsChanged } from './difference';
import { idleApprovals } from './idle-approvals';
import { isUnmanaged, judgeChange, type KubernetesJudgeContext, type Leaving } from './judge';
import { resourceKey, resourcesFor } from './kinds';
import { judgeAllLeaving } from './left-behind';
import { type Live, readLive } from './live';
import { addressOf, identityOf, type KubernetesObject, type LiveObject, placeOf } from './object';
import { otherOwner } from './ownership';
import { width } from './proxy';
import { setSoFar } from './set-so-far';
import { isConsented, isForeign, keptFields, needsConsent } from './takeover';
import { owned, refusalsOf, type Trouble, troubled } from './trouble';

/** An object that the description says, and what applying it would do. */
export interface PlannedObject {
  readonly unit: string;
  readonly desired: KubernetesObject;
  readonly resource: Resource;
  readonly live?: LiveObject;
  /** As the server would store it. Absent: it was not asked. */
  readonly after?: LiveObject;
  readonly action: 'create' | 'change' | 'unchanged';
  readonly fields: readonly FieldChange[];
  /** Somebody else made it: what stays of that and is not described, a line each. Absent: nobody else did. */
  readonly takenOver?: { readonly kept: readonly string[] };
}

export interface LeavingObject extends Leaving {
  readonly resource: Resource;
}

export interface KubernetesPlan {
  /** In the order in which they are applied. */
  readonly objects: readonly PlannedObject[];
  readonly leaving: readonly LeavingObject[];
  readonly judgement: Judgement;
  /** What bears data or grants access, is somebody else's, and is not taken over unless the user says so. */
  readonly toAdopt: readonly PlannedObject[];
  /** Kinds of which nobody may see whether something left. */
  readonly unseen: readonly string[];
  /** Where members were so far. */
  readonly scope: Scope;
}

export interface PlanProps {
  readonly environment: string;
  /** The namespace of the environment. */
  readonly namespace: string;
  readonly units: readonly KubernetesUnit[];
  readonly context: KubernetesJudgeContext;
  /** Takes fields from other field managers. */
  readonly force: boolean;
  /** What of somebody else's may be taken over: `KafkaUser/billing`, `KafkaTopic/*`. */
  readonly adopt: readonly string[];
  /** Whether the user named the context: only then may a cluster get an environment that it does not have. */
  readonly named: { readonly explicitly: boolean; readonly context: string };
}

/** What a deploy would change, judged; nothing is stored. @throws Failure when it must not go on, naming all reasons */
export async function planUnits(api: KubernetesApi, props: PlanProps): Promise<KubernetesPlan> {
  const { environment, namespace, units, context, force, adopt } = props;
  const scope = await setSoFar(api, { ...props, mayBegin: adopt.includes(`Namespace/${namespace}`) });
  const id = idOf(namespace);
  const wanted = wantedOf(units, context).map(({ unit, object }) => ({ unit, desired: asMember(object, id) }));
  const all = wanted.map(({ desired }) => desired);
  const resources = await resourcesFor(api, [...all, { apiVersion: 'v1', kind: 'Namespace' }]);
  requireNamespaces(all, resources);
  const absent = await absentNamespaces(api, all, resources);
  const live = await readLive(api, { desired: all, resources, scope: withoutNamespaces(scope, absent), id });
  const troubles: Trouble[] = [];
  const planned = wanted.map(({ unit, desired }) => {
    const there = live.objects.get(identityOf(desired));
    return { unit, live: there, desired: there ? asItIs(desired, there) : desired };
  });
  const objects = await inParallel(planned, width, async ({ unit, desired, live: there }): Promise<PlannedObject> => {
    const resource = resources.get(resourceKey(desired)) as Resource;
    const base = { unit, desired, resource, live: there };
    const owner = otherOwner(desired, there);
    if (owner) troubles.push(owned(desired, owner));
    if (owner || absent.has(desired.metadata.namespace ?? '')) return { ...base, action: 'create', fields: [] };
    const judged = await serverJudges(api, { resource, desired }, { force, beside: all });
    if (!('after' in judged)) {
      troubles.push(...judged.troubles);
      return { ...base, action: 'create', fields: [] };
    }
    const { after } = judged;
    const fields = there ? fieldsChanged(there, after) : [];
    const takenOver = there && isForeign(there) ? { kept: keptFields(desired, after) } : undefined;
    return {
      ...base,
      action: !there ? 'create' : fields.length > 0 ? 'change' : 'unchanged',
      fields,
      after,
      takenOver,
    };
  });
  if (troubles.length > 0) throw troubled(environment, troubles);
  const leaving = leavingOf(live, all, context);
  const changes = [
    ...objects.flatMap(({ live, after }) => (live && after ? judgeChange(live, after, context) : [])),
    ...leaving.flatMap(({ finding }) => finding ?? []),
  ];
  const addresses = new Set([...all, ...leaving.map(({ object }) => object)].map(addressOf));
  return {
    objects,
    leaving,
    judgement: judgementOf([...changes, ...idleApprovals(context, { addresses, changes })]),
    toAdopt: objects.filter(
      ({ desired, takenOver }) => takenOver && needsConsent(desired) && !isConsented(desired, adopt),
    ),
    unseen: live.unseen,
    scope,
  };
}

export interface ServerJudgesOptions {
  /** Takes fields from other field managers. */
  readonly force: boolean;
  /** Everything that is applied with it: a binding waits for its role. */
  readonly beside: readonly KubernetesObject[];
}

/** What the API server would store, or why it would not; of a binding that waits for its role, neither. */
export async function serverJudges(
  api: KubernetesApi,
  { resource, desired }: Pick<PlannedObject, 'resource' | 'desired'>,
  { force, beside }: ServerJudgesOptions,
): Promise<{ readonly after: LiveObject } | { readonly troubles: readonly Trouble[] }> {
  try {
    return { after: await api.apply(resource, desired, { dryRun: true, force }) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { troubles: awaitsRole(desired, error, beside) ? [] : refusalsOf(desired, error) };
  }
}

/** A topic that is described to go with its records goes now: its object is not wanted any more. */
function wantedOf(units: readonly KubernetesUnit[], { removals }: KubernetesJudgeContext) {
  return units.flatMap((unit) =>
    objectsOf([unit])
      .filter((object) => removals.get(addressOf(object))?.data !== 'destroy')
      .map((object) => ({ unit: unit.name, object })),
  );
}

/** What its operator leaves alone from now on keeps what it has: other values would only read as a loss. */
const asItIs = (desired: KubernetesObject, { spec }: LiveObject): KubernetesObject =>
  isUnmanaged(desired) ? { ...desired, spec } : desired;

function leavingOf(
  { members }: Live,
  desired: readonly KubernetesObject[],
  context: KubernetesJudgeContext,
): LeavingObject[] {
  const wanted = new Set(desired.map(identityOf));
  const leaving = members.filter(
    ({ object }) => !wanted.has(identityOf(object)) && object.metadata.deletionTimestamp === undefined,
  );
  return judgeAllLeaving(leaving, context);
}

function requireNamespaces(desired: readonly KubernetesObject[], resources: ReadonlyMap<string, Resource>): void {
  for (const object of desired) {
    if (object.kind === 'Secret' && object.apiVersion === 'v1') throw new Error(`${placeOf(object)} is rendered`);
    if (resources.get(resourceKey(object))?.namespaced && !object.metadata.namespace)
      throw new Failure(`${placeOf(object)} says no namespace`, {
        fix: 'describe kubernetes: { namespace } in the environment',
        exit: exitCode.usage,
      });
  }
}

/** Namespaces that this deploy makes. @throws Failure naming those that nobody makes */
async function absentNamespaces(
  api: KubernetesApi,
  desired: readonly KubernetesObject[],
  resources: ReadonlyMap<string, Resource>,
): Promise<ReadonlySet<string>> {
  const resource = resources.get('v1/Namespace') as Resource;
  const names = [...scopeOf(desired).namespaces];
  const there = await inParallel(names, width, async (name) => {
    try {
      return (await api.get(resource, name)) !== undefined;
    } catch (error) {
      // Who may not look finds out when the first object is applied.
      if (error instanceof ApiError && error.status === 403) return true;
      throw error;
    }
  });
  const absent = names.filter((_, index) => !there[index]);
  const made = new Set(desired.filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => metadata.name));
  const missing = absent.filter((name) => !made.has(name));
  if (missing.length > 0)
    throw new Failure(`namespaces are missing that the description does not make: ${missing.join(', ')}`, {
      fix: `whoever runs what is in them makes them: ${missing.map((name) => `kubectl create namespace ${name}`).join('; ')}`,
    });
  return new Set(absent);
}

const withoutNamespaces = ({ groupKinds, namespaces }: Scope, absent: ReadonlySet<string>): Scope => ({
  groupKinds,
  namespaces: new Set([...namespaces].filter((name) => !absent.has(name))),
});

/** Whether applying it would do nothing. */
export const isEmpty = ({ objects, leaving }: KubernetesPlan): boolean =>
  objects.every(({ action }) => action === 'unchanged') && leaving.every(({ fate }) => fate === 'leave');
