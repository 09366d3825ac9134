import { authorityReaders } from '../../model/authority-readers';
import { heldSecret } from '../../model/held-secret';
import { type Renewable, type Renewal, renewables } from '../../model/rotation-facts';
import type { RotationPlan, RotationSubject, ToldRotation } from './kind';
import { connectionsOf, factsOf, readersOf, readerText } from './secret';

/** What a vendor makes anew, or somebody who is told how: nothing of it is done from here. */
export const planned: readonly ToldRotation[] = renewables.map((of) => ({
  of,
  covers: (subject) => renewalsOf(subject, of).length > 0 && (of !== 'certificate' || holdsCertificate(subject)),
  plan: (subject) => planOf(subject, of),
}));

export const holdsCertificate = ({ resolved, name }: Pick<RotationSubject, 'resolved' | 'name'>): boolean => {
  const application = resolved.applications.get(name);
  return application !== undefined && heldSecret(application) === 'certificate';
};

function renewalsOf(subject: RotationSubject, of: Renewable): readonly Renewal[] {
  const { cluster, resolved, name } = subject;
  const { environment } = resolved;
  return (
    factsOf(subject).renewals[of]?.({
      environment: environment.name,
      cluster,
      application: resolved.applications.has(name) ? name : undefined,
      namespace: cluster.appliedBy === 'kubernetes' ? environment.kubernetes?.namespace : undefined,
    }) ?? []
  );
}

function planOf(subject: RotationSubject, of: Renewable): RotationPlan {
  const isClients = of === 'certificate';
  return {
    environment: subject.resolved.environment.name,
    name: subject.name,
    of,
    warnings: [],
    steps: renewalsOf(subject, of).map(({ by, what, command, source }) => ({
      by,
      what: `${what} (${source})`,
      command,
    })),
    restarts: restartsOf(subject, of),
    connections: isClients ? connectionsOf(subject, 'certificate') : undefined,
  };
}

/** Who presents what is made anew, or checks what others present. */
function restartsOf(subject: RotationSubject, of: Renewable): string[] {
  if (of === 'certificate') return readersOf(subject);
  return of === 'authority' ? authorityReaders(subject.cluster, subject.resolved).map(readerText) : [];
}
