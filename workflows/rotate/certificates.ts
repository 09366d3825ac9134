import { join } from 'node:path';
import type { Application } from '../../model/application';
import { heldSecret } from '../../model/held-secret';
import { begun } from '../../model/rotations';
import { environmentFolders } from '../folders';
import {
  type AuthorityStage,
  authorityStage,
  isStageReached,
  renewBrokerCertificates,
  retireOldAuthority,
  signByNewAuthority,
  trustNewAuthority,
} from '../local/authority-rotation';
import { certificateEnd } from '../local/client-certificate';
import { issueClientCertificate } from '../local/cluster';
import { writeClients } from '../local-environment/clients';
import { specOf } from '../local-environment/clusters';
import { done, waiting } from './applying';
import type {
  RotationOutcome,
  RotationPlan,
  RotationStep,
  RotationSubject,
  RunRotation,
  SteppedRotation,
} from './kind';
import { holdsCertificate } from './planned';
import { connectionsOf, principalOf, readersOf, versionOf } from './secret';

const isLocal = ({ cluster }: RotationSubject): boolean => cluster.life === 'local';

const provesByCertificate = (application: Application): boolean => heldSecret(application) === 'certificate';

const planned = (
  { resolved, name }: RotationSubject,
  of: RotationPlan['of'],
  plan: Pick<RotationPlan, 'steps' | 'restarts' | 'connections'>,
): RotationPlan => ({ environment: resolved.environment.name, name, of, warnings: [], ...plan });

/** Nobody is refused in between: brokers let in every certificate of an authority that they trust, each until its end. */
export const clientCertificate: RunRotation = {
  of: 'certificate',
  runTakes: [],
  covers: (subject) => isLocal(subject) && holdsCertificate(subject),
  plan: (subject) =>
    planned(subject, 'certificate', {
      steps: [
        {
          by: 'kit',
          what: `'${subject.name}' gets another key and certificate, in its client folder`,
          command: subject.typed('rotate run', subject.name, '--of', 'certificate'),
        },
        { by: 'you', what: 'restart who presents it' },
        { by: 'vendor', what: stillGood(subject) },
      ],
      restarts: readersOf(subject),
      connections: connectionsOf(subject, 'certificate'),
    }),
  async run(subject) {
    const before = stillGood(subject);
    const { resolved, folders, name } = subject;
    await issueClientCertificate(specOf(resolved, subject.cluster, folders), name, folderOf(subject), { anew: true });
    await writeClients(resolved, folders);
    const { application } = principalOf(subject);
    // How old it is, is told by the day.
    subject.record(
      begun(resolved.rotations, application, { version: versionOf(subject), today: subject.today, users: 'one' }),
    );
    return waiting(
      [`'${name}' has another key and certificate, in its client folder`],
      [...readersOf(subject), before],
    );
  },
};

/** Where the key and certificate of an application are, of which its client folder has a copy. */
function folderOf(subject: RotationSubject): string {
  const { credential } = principalOf(subject);
  if (!credential) throw new Error(`'${subject.name}' has no credential`);
  const { resolved, folders } = subject;
  return join(environmentFolders(folders, resolved.environment.name).secrets, credential.name);
}

function stillGood(subject: RotationSubject): string {
  const end = certificateEnd(folderOf(subject));
  return end === undefined
    ? 'no certificate was made for it before'
    : `nothing takes a certificate back: every one that it had until now is let in until its end, ${end} for the last; its permissions can go at once`;
}

/** Clients trust whoever signs, so that they see nothing but brokers that go and come, one by one. */
export const brokerCertificates: RunRotation = {
  of: 'broker-certificates',
  runTakes: [],
  covers: isLocal,
  plan: (subject) =>
    planned(subject, 'broker-certificates', {
      steps: [
        {
          by: 'kit',
          what: `the brokers of '${subject.name}' get another key and certificate of the same authority and restart one by one, each when all replicas are in sync`,
          command: subject.typed('rotate run', subject.name, '--of', 'broker-certificates'),
        },
      ],
      restarts: [],
      connections: {
        survive: 'none to a broker that restarts; clients connect to the others meanwhile',
        endedBy: 'the restart of each broker',
        source: 'workflows/local/roll.ts',
      },
    }),
  async run({ resolved, cluster, folders, progress }) {
    await renewBrokerCertificates(specOf(resolved, cluster, folders), progress);
    return done(`every broker of '${cluster.name}' shows its new certificate`);
  },
};

/** Trusted first, then signing, then alone: in no moment does anybody meet a certificate that he cannot check. */
export const authority: SteppedRotation = {
  of: 'authority',
  runTakes: [],
  finishTakes: [],
  covers: isLocal,
  plan: (subject) =>
    planned(subject, 'authority', {
      steps: stepsFrom(subject),
      restarts: readersOnCluster(subject),
      connections: connectionsOf(subject, 'certificate'),
    }),
  async run(subject) {
    // Whatever is under way goes on where it was; a new one begins from rest.
    return await (stageOf(subject) === 'signs' ? sign(subject) : trust(subject));
  },
  async finish(subject) {
    const { name, cluster, resolved, folders } = subject;
    const stage = stageOf(subject);
    const reached = isStageReached(specOf(resolved, cluster, folders));
    // Nodes that a killed call has left behind come first: nobody may be told to restart before.
    if (stage === 'trusted') return await (reached ? sign(subject) : trust(subject));
    if (stage === 'signs' && !reached) return await sign(subject);
    if (stage === 'one' && reached) return done(`'${name}' has one authority, and no other is trusted`);
    return await retire(subject);
  },
};

const stageOf = ({ resolved, cluster, folders }: RotationSubject): AuthorityStage =>
  authorityStage(specOf(resolved, cluster, folders));

async function trust(subject: RotationSubject): Promise<RotationOutcome> {
  await atStage(subject, trustNewAuthority);
  return waiting(
    [`brokers of '${subject.name}' trust two authorities; client folders have both`],
    [...readersOnCluster(subject), again(subject)],
  );
}

async function sign(subject: RotationSubject): Promise<RotationOutcome> {
  await atStage(subject, signByNewAuthority);
  return waiting(
    [`the new authority has signed what brokers of '${subject.name}' and client folders have`],
    [...readersOnCluster(subject, provesByCertificate), again(subject)],
  );
}

async function retire(subject: RotationSubject): Promise<RotationOutcome> {
  await atStage(subject, retireOldAuthority);
  return done(`'${subject.name}' has one authority: whoever has a certificate of the one before is refused`);
}

async function atStage(subject: RotationSubject, stage: typeof trustNewAuthority): Promise<void> {
  const { resolved, cluster, folders, progress } = subject;
  await stage(specOf(resolved, cluster, folders), progress);
  await writeClients(resolved, folders);
}

const again = ({ typed, name }: RotationSubject): string =>
  `once everybody has: ${typed('rotate finish', name, '--of', 'authority')}`;

function stepsFrom(subject: RotationSubject): RotationStep[] {
  const { name, typed } = subject;
  const finish = typed('rotate finish', name, '--of', 'authority');
  const all: readonly (readonly [AuthorityStage, RotationStep])[] = [
    [
      'one',
      {
        by: 'kit',
        what: `brokers of '${name}' trust another authority beside the one that signs, and restart one by one; client folders get both`,
        command: typed('rotate run', name, '--of', 'authority'),
      },
    ],
    ['trusted', { by: 'you', what: 'restart every application: each reads at its start whom it trusts' }],
    [
      'trusted',
      {
        by: 'kit',
        what: 'the new authority signs: brokers get certificates of it and restart one by one, then client folders',
        command: finish,
      },
    ],
    ['signs', { by: 'you', what: 'restart every application that has a certificate' }],
    [
      'signs',
      {
        by: 'kit',
        what: 'the authority before is trusted no longer: brokers restart one by one, and refuse its certificates',
        command: finish,
      },
    ],
  ];
  const now = stageOf(subject);
  const from = all.findIndex(([stage]) => stage === now);
  return all.slice(from).map(([, step]) => step);
}

const readersOnCluster = (
  subject: RotationSubject,
  which: (application: Application) => boolean = () => true,
): string[] =>
  subject.resolved.shards
    .filter(({ cluster }) => cluster.name === subject.cluster.name)
    .flatMap(({ principals }) => principals)
    .filter(({ application }) => which(application))
    .flatMap(({ application }) => readersOf({ ...subject, name: application.name }));
