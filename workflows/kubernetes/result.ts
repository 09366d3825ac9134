import { exitCode, Failure } from '../failure';
import type { Judgement } from '../judgement';
import type { FieldChange } from './difference';
import type { Context } from './kubectl';
import { addressOf, identityOf } from './object';
import type { KubernetesPlan } from './plan';

export type ObjectStatus = 'unchanged' | 'planned' | 'applied' | 'failed' | 'deleted' | 'left';

/** What became of one object. */
export interface ObjectResult {
  /** Absent: it is described no longer. */
  readonly unit?: string;
  readonly address: string;
  readonly namespace?: string;
  readonly identity: string;
  readonly action: 'create' | 'change' | 'unchanged' | 'delete' | 'leave';
  status: ObjectStatus;
  readonly fields: readonly FieldChange[];
  /** Somebody else made it: what stays of that and is not described, a line each. Absent: nobody else did. */
  readonly takenOver?: { readonly kept: readonly string[] };
}

/** What became of the Kubernetes objects of an environment. */
export interface KubernetesResult {
  readonly context: Context;
  readonly judgement: Judgement;
  readonly objects: readonly ObjectResult[];
  seconds: number;
}

/** Before anything is applied. */
export const plannedResult = (context: Context, { objects, leaving, judgement }: KubernetesPlan): KubernetesResult => ({
  context,
  judgement,
  seconds: 0,
  objects: [
    ...objects.map(({ unit, desired, action, fields, takenOver }) => ({
      unit,
      address: addressOf(desired),
      namespace: desired.metadata.namespace,
      identity: identityOf(desired),
      action,
      status: action === 'unchanged' ? ('unchanged' as const) : ('planned' as const),
      fields,
      takenOver,
    })),
    ...leaving.map(({ object, fate }) => ({
      address: addressOf(object),
      namespace: object.metadata.namespace,
      identity: identityOf(object),
      action: fate,
      status: fate === 'leave' ? ('left' as const) : ('planned' as const),
      fields: [],
    })),
  ],
});

/** How many objects have a status. */
export const countOf = ({ objects }: KubernetesResult, ...statuses: readonly ObjectStatus[]): number =>
  objects.filter(({ status }) => statuses.includes(status)).length;

/** A deploy of Kubernetes objects that did not get through. */
export class KubernetesFailure extends Failure {
  constructor(
    environment: string,
    readonly result: KubernetesResult,
    { what, why, fix }: { readonly what: string; readonly why: readonly string[]; readonly fix: string },
  ) {
    const [done, left] = [countOf(result, 'applied', 'deleted'), countOf(result, 'planned')];
    super(`deploy of '${environment}' stopped: ${what}`, {
      why: [...why, `applied to Kubernetes: ${done}; not begun: ${left}`],
      fix,
      exit: exitCode.failed,
    });
    this.name = 'KubernetesFailure';
  }
}

/** A plan that would destroy data without both keys; nothing is applied. */
export class KubernetesRefusal extends Failure {
  constructor(
    environment: string,
    readonly result: KubernetesResult,
  ) {
    const destructive = result.judgement.changes.filter(({ verdict }) => verdict === 'destructive');
    super(`deploy of '${environment}' stopped: Kubernetes objects would destroy data`, {
      why: [
        ...destructive.flatMap(({ code, address, problem, fix }) => [
          `${code} ${address}: ${problem}`,
          `  fix: ${fix}`,
        ]),
        'nothing was applied to Kubernetes',
      ],
      fix: 'do what each line above says, then run the same command again',
      exit: exitCode.destructive,
    });
    this.name = 'KubernetesRefusal';
  }
}
