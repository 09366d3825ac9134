import type { Application } from './application';
import { type Authentication, authentications } from './authentication';
import type { Cluster } from './cluster';
import { hasClientSecret } from './oauth';

/** What an application holds and somebody can make anew. */
export type HeldSecret = 'password' | 'certificate' | 'client-secret';

type Proving = Pick<Application, 'authentication' | 'oauth'>;

const proofOf = ({ authentication }: Proving) =>
  Object.hasOwn(authentications, authentication) ? authentications[authentication as Authentication].proof : undefined;

/** Undefined where the platform that it runs on vouches for it; what is no authentication at all another rule tells. */
export function heldSecret(application: Proving): HeldSecret | undefined {
  const proof = proofOf(application);
  if (proof !== 'identity') return proof;
  return application.oauth && hasClientSecret(application.oauth) ? 'client-secret' : undefined;
}

export const holdsSecret = (application: Proving): boolean => heldSecret(application) !== undefined;

/** Whether somebody has to see to it that what it holds is made anew: not of a certificate that whoever made it renews in time. */
export function growsOld(
  application: Proving & Pick<Application, 'cluster'>,
  clusters: ReadonlyMap<string, Pick<Cluster, 'certificatesMade'>>,
): boolean {
  const held = heldSecret(application);
  if (held === undefined) return false;
  return held !== 'certificate' || !clusters.get(application.cluster)?.certificatesMade?.renewed;
}

/** Whether the platform that it runs on says who it is, so that nothing of it can be made anew. */
export const isVouchedFor = (application: Proving): boolean =>
  proofOf(application) === 'identity' && !holdsSecret(application);

/** Whether it is a password of Kafka's own, which a user has one of. */
export const isScram = ({ authentication }: Pick<Application, 'authentication'>): boolean =>
  /^scram-/.test(authentication) && Object.hasOwn(authentications, authentication);
