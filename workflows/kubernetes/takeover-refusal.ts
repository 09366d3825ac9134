import { exitCode, Failure } from '../failure';
import { placeOf } from './object';
import type { KubernetesPlan } from './plan';
import { firstOf } from './report';
import type { KubernetesResult } from './result';
import { adoptionOf } from './takeover';

/** A plan that would take over what somebody else made, and nobody said so; nothing is applied. */
export class KubernetesTakeover extends Failure {
  constructor(
    environment: string,
    readonly result: KubernetesResult,
    toAdopt: KubernetesPlan['toAdopt'],
  ) {
    const objects = toAdopt.map(({ desired }) => desired);
    super(`deploy of '${environment}' stopped: what somebody else made would be taken over`, {
      why: [
        ...firstOf(
          objects.map((object) => [`KFK-D015 ${placeOf(object)} is there, and '${environment}' did not make it`]),
          '',
        ),
        'nothing was applied to Kubernetes',
      ],
      fix: `look at the difference; take it over by --adopt ${adoptionOf(objects)}, or give it another name`,
      exit: exitCode.review,
    });
    this.name = 'KubernetesTakeover';
  }
}
