import { useInstead } from '../../model/near-miss';
import { exitCode, Failure } from '../failure';
import { authority, brokerCertificates, clientCertificate } from './certificates';
import { key } from './key';
import type { Rotatable, RotationKind, RotationSubject } from './kind';
import { password } from './password';
import { planned } from './planned';

/** The first that covers a subject does it. */
const kinds: readonly RotationKind[] = [password, key, clientCertificate, brokerCertificates, authority, ...planned];

const ofApplications: readonly Rotatable[] = ['password', 'key', 'certificate'];

/** What knows how to make something of a subject anew. @throws Failure (exit 2) where nothing of it is */
export function kindOf(subject: RotationSubject, asked: Rotatable | undefined): RotationKind {
  const isApplication = subject.resolved.applications.has(subject.name);
  const fitting = kinds
    .filter(({ of }) => ofApplications.includes(of) === isApplication)
    .filter((kind) => kind.covers(subject));
  const choices = [...new Set(fitting.map(({ of }) => of))];
  const only = fitting.find(({ of }) => asked === undefined || of === asked);
  if (only && (asked !== undefined || choices.length === 1)) return only;
  const what = isApplication ? 'the application' : 'the cluster';
  throw new Failure(
    asked === undefined && only
      ? `${what} '${subject.name}' has several things that are made anew`
      : `${what} '${subject.name}' has ${asked ? `no ${asked}` : 'nothing'} that is made anew`,
    {
      fix:
        choices.length === 0
          ? 'nothing has to be done: the platform that it runs on vouches for it'
          : asked === undefined
            ? `say --of ${choices.join(', or --of ')}`
            : `--of ${useInstead(asked, choices)}`,
      exit: exitCode.usage,
    },
  );
}
