import { securityOf } from '../../model/authentication';
import { type Renewable, type Renewal, renewables } from '../../model/rotation-facts';
import { exitCode, Failure } from '../failure';
import type { RotationKind, RotationPlan, RotationSubject } from './kind';
import { connectionsOf, factsOf, readersOf } from './secret';

/** What a vendor makes anew, or somebody who is told how: nothing of it is done from here. */
export const planned: readonly RotationKind[] = renewables.map((of) => ({
  of,
  covers: (subject) => renewalsOf(subject, of).length > 0 && (of !== 'certificate' || holdsCertificate(subject)),
  plan: (subject) => planOf(subject, of),
  run: async (subject) => notFromHere(subject, of),
  finish: async (subject) => notFromHere(subject, of),
}));

const holdsCertificate = ({ resolved, name }: RotationSubject): boolean => {
  const application = resolved.applications.get(name);
  return application !== undefined && securityOf(application.authentication).proof === 'certificate';
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
    restarts: isClients ? readersOf(subject) : [],
    connections: isClients ? connectionsOf(subject, 'certificate') : undefined,
  };
}

function notFromHere(subject: RotationSubject, of: Renewable): never {
  const commands = renewalsOf(subject, of).flatMap(({ command }) => command ?? []);
  throw new Failure(`the ${of} of '${subject.name}' is not made anew from here`, {
    why: commands,
    fix: `do what ${subject.typed('rotate plan', subject.name, '--of', of)} says`,
    exit: exitCode.review,
  });
}
