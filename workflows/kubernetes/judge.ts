import { losesRecords, type Settings } from '../../model/loses-records';
import { type JudgedChange, judgeLoss, type SecondKey } from '../judgement';
import { isRecord, valueAt } from '../value';
import { memberLabel } from './applyset';
import { judgeFewer } from './judge-fewer';
import { addressOf, groupKindOf, type KubernetesObject, type LiveObject, placeOf } from './object';
import { quantityOf } from './quantity';

/** What the description and the environment say about what may be destroyed. */
export interface KubernetesJudgeContext extends SecondKey {
  /** What the description says about objects that leave, by address: `KafkaTopic/orders.created`. */
  readonly removals: ReadonlyMap<string, { readonly data: 'keep' | 'destroy' }>;
}

const topicKind = 'KafkaTopic.kafka.strimzi.io';
const poolKind = 'KafkaNodePool.kafka.strimzi.io';

/** Judges one object that is there and would be different. */
export function judgeChange(before: LiveObject, after: LiveObject, context: KubernetesJudgeContext): JudgedChange[] {
  const judges: Readonly<Record<string, typeof judgeChange>> = { [topicKind]: judgeTopic, [poolKind]: judgePool };
  return [
    ...(judges[groupKindOf(before)]?.(before, after, context) ?? []),
    ...(isUnmanaged(after) ? [] : judgeFewer(before, after)),
    ...judgeRestart(before, after),
  ];
}

const judgeTopic = (before: LiveObject, after: LiveObject, context: KubernetesJudgeContext): JudgedChange[] =>
  isUnmanaged(after)
    ? []
    : [
        ...judgePartitions(before, after),
        ...judgeMove(before, after, context),
        ...judgeRecords(before, after, context),
      ];

function judgePartitions(before: LiveObject, after: LiveObject): JudgedChange[] {
  const had = Number(before.spec?.partitions);
  const has = Number(after.spec?.partitions);
  if (!(has < had)) return [];
  return [
    cannotShrink(
      addressOf(after),
      `partitions fall from ${had} to ${has}, and Kafka takes none away`,
      `describe ${had} or more; for fewer make another topic`,
    ),
  ];
}

function judgeMove(before: LiveObject, after: LiveObject, context: KubernetesJudgeContext): JudgedChange[] {
  const [from, to] = [before, after].map(({ metadata }) => metadata.labels?.['strimzi.io/cluster']);
  if (from === to) return [];
  const problem = `KafkaTopic moves from '${from}' to '${to}', where it begins empty`;
  return [judgeLoss({ code: 'KFK-D002', address: addressOf(after), described: true, problem }, context)];
}

function judgeRecords(before: LiveObject, after: LiveObject, context: KubernetesJudgeContext): JudgedChange[] {
  const loss = losesRecords(settingsOf(before), settingsOf(after));
  if (!loss) return [];
  const { how, toKeep } = loss;
  const problem = `KafkaTopic stays and loses records: ${how}`;
  return [judgeLoss({ code: 'KFK-D006', address: addressOf(after), described: true, problem, toKeep }, context)];
}

/** The operator leaves the topic alone, also when its object is deleted. https://strimzi.io/docs/operators/latest/deploying.html#proc-disabling-topic-management-str */
export const isUnmanaged = ({ metadata }: KubernetesObject): boolean =>
  metadata.annotations?.['strimzi.io/managed'] === 'false';

const settingsOf = ({ spec }: LiveObject): Settings =>
  Object.fromEntries(
    Object.entries(isRecord(spec?.config) ? spec.config : {}).map(([name, value]) => [name, String(value)]),
  );

function judgePool(before: LiveObject, after: LiveObject, context: KubernetesJudgeContext): JudgedChange[] {
  const address = addressOf(after);
  const has = volumesOf(after);
  return [...volumesOf(before)].flatMap(([id, volume]) => {
    const now = has.get(id);
    if (!now || now.type !== volume.type) {
      const problem = `KafkaNodePool takes the volume ${id} from its brokers, with what is on it`;
      return [judgeLoss({ code: 'KFK-D001', address, described: true, problem }, context)];
    }
    return quantityOf(now.size) < quantityOf(volume.size)
      ? [
          cannotShrink(
            address,
            `the volume ${id} falls from ${volume.size} to ${now.size}, and no volume shrinks`,
            `describe ${volume.size} or more; for less add another pool and move what is on this one`,
          ),
        ]
      : [];
  });
}

interface Volume {
  readonly type: unknown;
  readonly size: string;
}

/** By id; what is no list of volumes is the volume 0. */
function volumesOf({ spec }: LiveObject): Map<string, Volume> {
  const storage = spec?.storage;
  const volumes = valueAt(storage, 'type') === 'jbod' ? valueAt(storage, 'volumes') : [storage];
  return new Map(
    (Array.isArray(volumes) ? volumes : []).map((volume) => [
      String(valueAt(volume, 'id') ?? 0),
      { type: valueAt(volume, 'type'), size: String(valueAt(volume, 'size') ?? '0') },
    ]),
  );
}

const cannotShrink = (address: string, problem: string, fix: string): JudgedChange => ({
  address,
  verdict: 'destructive',
  code: 'KFK-D010',
  problem,
  fix,
});

/** Kinds whose labels Strimzi copies to pods. */
const labelsReachPods: ReadonlySet<string> = new Set(
  ['Kafka', 'KafkaNodePool', 'KafkaConnect', 'KafkaMirrorMaker2', 'KafkaBridge'].map(
    (kind) => `${kind}.kafka.strimzi.io`,
  ),
);

function judgeRestart(before: LiveObject, after: LiveObject): JudgedChange[] {
  if (!labelsReachPods.has(groupKindOf(before)) || before.metadata.labels?.[memberLabel] !== undefined) return [];
  return [
    {
      address: addressOf(after),
      verdict: 'review',
      code: 'KFK-D012',
      problem: `somebody else applied it so far: it gets the label ${memberLabel}, which Strimzi copies to its pods and restarts them for, one after the other`,
      fix: 'apply it when that is acceptable; it happens once',
    },
  ];
}

/** What becomes of an object that the description no longer says. */
export interface Leaving {
  readonly object: LiveObject;
  readonly fate: 'delete' | 'leave';
  readonly finding?: JudgedChange;
}

/** Kinds with which records go, besides topics. */
const dataBearing: ReadonlySet<string> = new Set([
  'Kafka.kafka.strimzi.io',
  poolKind,
  'PersistentVolumeClaim',
  'Namespace',
  'CustomResourceDefinition.apiextensions.k8s.io',
]);
const userKind = 'KafkaUser.kafka.strimzi.io';

/** Judges one object that would be deleted. */
export function judgeLeaving(object: LiveObject, context: KubernetesJudgeContext): Leaving {
  const kind = groupKindOf(object);
  if (kind === topicKind) return leavingTopic(object, context);
  if (kind === poolKind && isEmptyPool(object)) return { object, fate: 'delete', finding: deleted(object) };
  if (dataBearing.has(kind) || (kind !== userKind && isProtected(object))) return leavingData(object, context);
  return { object, fate: 'delete', finding: deleted(object) };
}

/** A pool leaves in two steps: first its nodes go, which Strimzi refuses as long as records are on them, then the pool. */
const isEmptyPool = ({ spec, status }: LiveObject): boolean => spec?.replicas === 0 && (status?.replicas ?? 0) === 0;

const deleted = (object: LiveObject): JudgedChange => ({
  address: addressOf(object),
  verdict: 'review',
  code: 'KFK-D004',
  problem: `${object.kind} is deleted: whatever relied on it is refused from then on`,
  fix: 'make sure that nothing uses it any more',
});

function leavingTopic(object: LiveObject, context: KubernetesJudgeContext): Leaving {
  if (isUnmanaged(object)) return { object, fate: 'delete' };
  const address = addressOf(object);
  const problem = 'KafkaTopic is deleted with its data';
  const described = context.removals.get(address)?.data === 'destroy';
  return { object, fate: 'delete', finding: judgeLoss({ code: 'KFK-D001', address, problem, described }, context) };
}

/** No noun of the description says that these go: an approval that names the object does, and without it they stay. */
function leavingData(object: LiveObject, context: KubernetesJudgeContext): Leaving {
  const address = addressOf(object);
  const problem = `${object.kind} is deleted with its data`;
  const approved = judgeLoss(
    { code: 'KFK-D001', address, problem, described: true },
    { ...context, disposable: false },
  );
  if (approved.verdict !== 'destructive') return { object, fate: 'delete', finding: approved };
  return {
    object,
    fate: 'leave',
    finding: {
      address,
      verdict: 'review',
      code: 'KFK-D011',
      problem: `${placeOf(object)} is described no longer and bears data: it is left behind`,
      fix: `when its data may go, add an approval (code: KFK-D001, address: ${address}, reason, owner, expires)`,
    },
  };
}

/** What neither Argo CD nor Flux deletes. */
export const isProtected = ({ metadata: { annotations = {} } }: LiveObject): boolean =>
  /\bPrune=false\b/.test(annotations['argocd.argoproj.io/sync-options'] ?? '') ||
  annotations['kustomize.toolkit.fluxcd.io/prune'] === 'disabled';
