import { exitCode, Failure } from '../failure';
import { type ApiError, refusalOf } from './api-error';
import { type KubernetesObject, placeOf } from './object';
import type { OtherOwner } from './ownership';

/** Why an object cannot be applied. */
export interface Trouble {
  readonly kind: OtherOwner['kind'] | 'refused' | 'conflict';
  readonly line: string;
}

export const owned = (object: KubernetesObject, { kind, name }: OtherOwner): Trouble => ({
  kind,
  line: `KFK-D008 ${placeOf(object)} belongs to ${name}`,
});

export const refusalsOf = (object: KubernetesObject, error: ApiError): Trouble[] =>
  error.conflicts.length === 0
    ? [{ kind: 'refused', line: refusalOf(object, error) }]
    : error.conflicts.map(({ field, manager }) => ({
        kind: 'conflict',
        line: `KFK-D007 ${placeOf(object)}: ${field} is held by '${manager}'`,
      }));

/** What to do about each kind, the worst first. */
const remedies: readonly (readonly [Trouble['kind'], string])[] = [
  ['controller', 'let its controller apply it (commit what synth writes), or take it out of there first'],
  ['set', 'environments share no object: give one of them another namespace, or say again the one that this had'],
  ['refused', 'put right what the API server refuses'],
  ['conflict', 'agree with who holds the field, or take it by --force-conflicts'],
];

/** The worst of all decides the exit code, and every one is told. */
export function troubled(environment: string, troubles: readonly Trouble[], done = 'nothing was applied'): Failure {
  const kinds = new Set(troubles.map(({ kind }) => kind));
  const [worst] = remedies.flatMap(([kind]) => (kinds.has(kind) ? [kind] : []));
  return new Failure(`deploy of '${environment}' stopped: Kubernetes objects cannot be applied as they are`, {
    why: [...troubles.map(({ line }) => line).sort(), done],
    fix: remedies.flatMap(([kind, remedy]) => (kinds.has(kind) ? remedy : [])).join('; '),
    exit: worst === 'conflict' ? exitCode.review : worst === 'refused' ? exitCode.failed : exitCode.usage,
  });
}
