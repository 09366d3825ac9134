import type { Application } from '../application';
import { entriesOf, own } from '../by-name';
import { millisecondsOfDay as day } from '../days';
import type { Draft } from '../draft';
import { growsOld, holdsSecret, isScram } from '../held-secret';
import { kitCommand } from '../kit-command';
import { useInstead } from '../near-miss';
import { at } from '../problem';
import { type CredentialRotation, credentialAges } from '../rotations';
import type { Rule } from '../rule';
import { formatDuration } from '../units';

/** How long two passwords of one application may be good before somebody is reminded. */
const longestOverlap = 14 * day;

/** What is asked of somebody's passwords and keys at least: changed within a year. */
const longestLife = 365 * day;

/** Those that the file knows and the description, too. */
function* rotated({
  rotations,
  applications,
}: Draft): Iterable<{ readonly application: Application; readonly rotation: CredentialRotation }> {
  for (const [name, rotation] of entriesOf(rotations.applications)) {
    const application = applications.get(name);
    if (application) yield { application, rotation };
  }
}

export const rotatedAreDescribed: Rule = {
  code: 'KFK-X040',
  severity: 'warning',
  title: 'Applications whose credentials were rotated are described',
  source: 'how this kit counts: a line that fits no application says nothing of any credential',
  *check({ rotations, applications, environment, files, broken }) {
    for (const [name] of entriesOf(rotations.applications))
      if (!applications.has(name) && !broken.has('applications', name))
        yield at(environment, 'secrets')
          .problem(
            `${files.rotations} counts rotations of '${name}', and no application and no operator is called that`,
          )
          .fix(
            `delete its line there once it is gone for good and what is written without it is applied; or ${useInstead(name, applications.keys())}`,
          );
  },
};

export const overlapsEnd: Rule = {
  code: 'KFK-X041',
  severity: 'warning',
  title: 'A rotation that was begun comes to its end',
  source: "users' pain: the old password works for years, since nobody took it away",
  *check(draft) {
    for (const { application, rotation } of rotated(draft))
      if (rotation.overlap && Date.parse(draft.today) - Date.parse(rotation.since) > longestOverlap)
        yield at(application)
          .problem(`its rotation was begun on ${rotation.since}, and the credential before is still accepted`)
          .fix(
            rotation.overlap === 'introduced' && isScram(application)
              ? `go on with it: ${kitCommand(draft, 'rotate run', application.name)}`
              : `restart who has not the new one yet (${kitCommand(draft, 'rotate plan', application.name)} says who), then ${kitCommand(draft, 'rotate finish', application.name)}`,
          );
  },
};

export const credentialsAreYoung: Rule = {
  code: 'KFK-X042',
  severity: 'warning',
  title: 'A credential is made anew before it is older than it may be',
  source: 'secrets.lasts of the environment',
  *check(draft) {
    const { lasts } = draft.environment.secrets;
    if (lasts === undefined) return;
    for (const { application, since, due, overdue } of credentialAges(draft, draft.today)) {
      const noun = draft.applications.get(application);
      if (!overdue || !noun) continue;
      yield at(noun)
        .problem(
          due
            ? `its credential is of ${since} and lasts ${formatDuration(lasts)}: it was due on ${due}`
            : `its credential lasts ${formatDuration(lasts)}, and nobody recorded since when it is there`,
        )
        .fix(
          due
            ? `${kitCommand(draft, 'rotate plan', application)} says how it is made anew`
            : `record it: ${kitCommand(draft, 'rotate record', application, '--since', 'DAY')}, the day on which it was made; ${kitCommand(draft, 'rotate plan', application)} says how it is made anew`,
        );
    }
  },
};

export const credentialsEnd: Rule = {
  code: 'KFK-X043',
  severity: 'error',
  profile: 'regulated',
  waivable: true,
  title: 'Credentials have an age at which they are made anew',
  source: 'PCI DSS 4.0.1, 8.6.3: passwords of applications are changed periodically',
  *check({ environment, applications, clusters }) {
    const { lasts } = environment.secrets;
    if (
      ![...applications.values()].some((one) => growsOld(one, clusters)) ||
      (lasts !== undefined && lasts <= longestLife)
    )
      return;
    yield at(environment, 'secrets', 'lasts')
      .problem(
        lasts === undefined
          ? 'nothing says how long its applications’ credentials last'
          : `${formatDuration(lasts)} is longer than ${formatDuration(longestLife)}`,
      )
      .fix("say secrets: { lasts: '90d' }");
  },
};

export const passwordsOverlap: Rule = {
  code: 'KFK-X044',
  severity: 'error',
  profile: 'regulated',
  waivable: true,
  title: 'Passwords are made anew without locking anybody out',
  source: 'https://kafka.apache.org/documentation/#security_sasl_scram: a user has one password of a mechanism',
  *check({ environment, applications }) {
    if (environment.secrets.users === 'two' || ![...applications.values()].some(isScram)) return;
    yield at(environment, 'secrets', 'users')
      .problem('with one user, a new password refuses every client that has not got it, so nobody dares to rotate')
      .fix("say secrets: { users: 'two' }: nothing changes before the first rotation");
  },
};

export const countedOnce: Rule = {
  code: 'KFK-X045',
  severity: 'error',
  title: 'Versions of a credential are counted in one place',
  source: 'how this kit counts: of two numbers for one thing nobody knows which holds',
  *check(draft) {
    const { environment, files } = draft;
    for (const { application, rotation } of rotated(draft)) {
      const said = own(environment.secrets.versions, application.name);
      if (said === undefined) continue;
      yield at(environment, 'secrets', 'versions', application.name)
        .problem(`${said} is said, and ${files.rotations}, which rotate writes, says ${rotation.version}`)
        .fix(
          said > rotation.version && !rotation.overlap
            ? `remove it, and say version: ${said} there`
            : `remove it; ${kitCommand(draft, 'rotate run', application.name)} makes another`,
        );
    }
  },
};

export const lastsADay: Rule = {
  code: 'KFK-X047',
  severity: 'error',
  title: 'A credential lasts whole days',
  source: 'environments/rotations: the day on which it was made is what is recorded',
  *check({ environment }) {
    const { lasts } = environment.secrets;
    if (lasts !== undefined && lasts % day !== 0)
      yield at(environment, 'secrets', 'lasts')
        .problem(`${formatDuration(lasts)} is given where whole days are needed`)
        .fix(`use ${Math.max(1, Math.ceil(lasts / day))}d`);
  },
};

export const rotationsMeanSomething: Rule = {
  code: 'KFK-X048',
  severity: 'error',
  title: 'What is said of rotations is about somebody who holds a secret',
  source: 'an option that changes nothing hides a mistake',
  *check({ environment, applications, clusters, rotations, broken }) {
    if (!broken.isEmpty) return;
    const { lasts, users } = environment.secrets;
    const all = [...applications.values()];
    // Whoever rotates the last password on its way to something else comes to the end of that first.
    const isUnderWay = all.some(({ name }) => own(rotations.applications, name)?.overlap);
    if (users === 'two' && !isUnderWay && !all.some(isScram))
      yield at(environment, 'secrets', 'users')
        .problem("no application here signs in by a password of Kafka's own, which is what two users are for")
        .fix('remove it');
    if (lasts !== undefined && !all.some((one) => growsOld(one, clusters)))
      yield at(environment, 'secrets', 'lasts')
        .problem(
          all.some(holdsSecret)
            ? 'whoever made the certificates of all applications here renews them in time: they last as their cluster says'
            : 'the platforms that they run on vouch for all applications here: nobody holds a secret',
        )
        .fix('remove it');
  },
};

export const recordedHappened: Rule = {
  code: 'KFK-X049',
  severity: 'error',
  title: 'What is recorded of rotations has happened',
  source: 'how this kit counts: a day to come makes an old credential look young',
  *check({ rotations, environment, files, today }) {
    for (const [name, { version, since, overlap, before }] of entriesOf(rotations.applications)) {
      const toCome = [since, before].find((day) => day !== undefined && day > today);
      if (toCome)
        yield at(environment, 'secrets')
          .problem(`${files.rotations} says that the credential of '${name}' was made on ${toCome}, which is to come`)
          .fix('say the day on which it was made there, or restore the file from version control');
      if (overlap && version === 1)
        yield at(environment, 'secrets')
          .problem(
            `${files.rotations} says that a rotation of '${name}' is under way, to version 1, before which there is none`,
          )
          .fix('restore the file from version control');
    }
  },
};

/** KFK-X040 and following: how long credentials last, and whether two of them are accepted. */
export const rotationRules: readonly Rule[] = [
  rotatedAreDescribed,
  overlapsEnd,
  credentialsAreYoung,
  credentialsEnd,
  passwordsOverlap,
  countedOnce,
  lastsADay,
  rotationsMeanSomething,
  recordedHappened,
];
