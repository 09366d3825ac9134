import { isRecord, valueAt } from '../value';
import { judgeLeaving, type KubernetesJudgeContext, type Leaving } from './judge';
import { addressOf, groupKindOf, type LiveObject, placeOf } from './object';

/** By what name other objects refer to one: only these kinds are kept for another's sake, and no user is. */
const namesOf: Readonly<Record<string, (object: LiveObject) => unknown>> = {
  ConfigMap: ({ metadata }) => metadata.name,
  'KafkaRebalance.kafka.strimzi.io': ({ metadata }) => metadata.name,
  // Its Secret is what others read. cert-manager leaves that, and renews it no more.
  'Certificate.cert-manager.io': ({ spec }) => valueAt(spec, 'secretName'),
};

/** Judges all that would be deleted: what is left behind keeps what it refers to, or it would not start again. */
export function judgeAllLeaving<Member extends { readonly object: LiveObject }>(
  members: readonly Member[],
  context: KubernetesJudgeContext,
): (Member & Leaving)[] {
  const judged = members.map((member) => ({ ...member, ...judgeLeaving(member.object, context) }));
  const left = judged
    .filter(({ fate }) => fate === 'leave')
    .map(({ object }) => ({ object, texts: new Set(textsIn(object.spec)) }));
  return judged.map((leaving) => {
    const { object, fate } = leaving;
    const name = namesOf[groupKindOf(object)]?.(object);
    const keeper = left.find(
      (other) => other.object.metadata.namespace === object.metadata.namespace && other.texts.has(name),
    );
    return fate === 'delete' && keeper ? { ...leaving, ...keptFor(keeper.object, object) } : leaving;
  });
}

const keptFor = (keeper: LiveObject, object: LiveObject): Leaving => ({
  object,
  fate: 'leave',
  finding: {
    address: addressOf(object),
    verdict: 'review',
    code: 'KFK-D011',
    problem: `${placeOf(object)} is described no longer: it is left behind with ${addressOf(keeper)}, which names it`,
    fix: `it goes when ${addressOf(keeper)} does`,
  },
});

/** Every text, however deep. */
function textsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isRecord(value) ? Object.values(value).flatMap(textsIn) : typeof value === 'string' ? [value] : [];
}
