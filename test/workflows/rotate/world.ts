import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kitCommandOn } from '../../../model/kit-command';
import { credentialAges, noRotations, type Rotations, recorded } from '../../../model/rotations';
import type { Failure } from '../../../workflows/failure';
import type { Description as Written } from '../../../workflows/load/description';
import { readRotations, writeRotations } from '../../../workflows/load/rotations';
import type { Rotatable, RotationSubject } from '../../../workflows/rotate/kind';
import { finishable, kindOf, runnable } from '../../../workflows/rotate/kinds';
import { finishLeftOver } from '../../../workflows/rotate/left-over';
import { subjectOf } from '../../../workflows/rotate/subject';
import { LostCredential } from '../../../workflows/secrets/file-store';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';
import { typeable } from '../../support/typeable';

const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-rotate-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;

/** An environment whose deploys are counted in the place of being run: neither AWS nor Azure nor Kubernetes is reached. */
export function world(cluster: object, changes: object = {}, file?: string) {
  const rotationsFile = join(folder, `${++count}.json`);
  const applied: Rotations[] = [];
  let described = changed<Description>(small as Description, { 'clusters.main': cluster, ...changes });
  const read = () => readRotations(rotationsFile);
  /** Whom brokers take, and whom clients are given. */
  const usersAt = (rotations: Rotations) =>
    JSON.stringify(
      resolve(described, { rotations }).shards.flatMap(({ principals }) =>
        principals.map(({ application, users }) => [
          application.user,
          ...users.map(({ name, credential }) => [name, credential?.version]),
        ]),
      ),
    );
  const load = () => ({
    resolved: resolve(described, { rotations: read() }),
    description: {
      rotationsFile,
      files: { inventory: 'environments/inventory/test.json', rotations: 'environments/rotations/test.json' },
    } as Written,
  });
  const props = { folders: { project: '.', state: folder, cache: folder }, today: '2026-11-21', progress: () => {} };
  let reached = true;
  let appliesLeft = Number.POSITIVE_INFINITY;
  let lost: string | undefined;
  let others: readonly string[] = [];
  /** How far credentials are rotated where they are used. */
  let there: Rotations = noRotations;
  const subject = (name = 'shop'): RotationSubject =>
    subjectOf({
      ...{ ...props, name, load },
      pendingChanges: async (rotations) => {
        if (!reached) throw new Error('the local cluster does not run');
        if (lost) throw new LostCredential(lost, []);
        const wanted = usersAt(rotations);
        return [...others, ...(wanted === usersAt(there) ? [] : [`users: ${wanted}`])];
      },
      typed: (command, ...words) => typeable(kitCommandOn('test', file, command, ...words)),
      apply: async () => {
        if (appliesLeft-- <= 0) throw new Error('killed');
        there = read();
        applied.push(there);
      },
    });
  const options = { applied: false, interrupt: false };
  return {
    applied,
    folders: props.folders,
    ages: () => credentialAges(load().resolved, '2026-11-21'),
    remember: (since: string) => writeRotations(rotationsFile, recorded(read(), 'shop', { version: 1, since })),
    rotation: () => read().applications.shop,
    all: () => read().applications,
    plan: (name?: string, of?: Rotatable) => kindOf(subject(name), of).plan(subject(name)),
    run: async (said = {}, name?: string, of?: Rotatable) => {
      const all = { ...options, ...said };
      return runnable(kindOf(subject(name), of), subject(name), all).run(subject(name), all);
    },
    finish: async (said = {}, name?: string, of?: Rotatable) => {
      const all = { ...options, ...said };
      const left = finishLeftOver(subject(name));
      return left ?? finishable(kindOf(subject(name), of), subject(name), all).finish(subject(name), all);
    },
    lose: () => {
      reached = false;
    },
    /** So many deploys get through from now on, and the next is killed before it has changed anything. */
    killAfter: (applies: number) => {
      appliesLeft = applies;
    },
    /** A password that brokers know is lost. */
    loseCredential: (application: string) => {
      lost = application;
    },
    /** What is described and not deployed besides. */
    wait: (...changes: readonly string[]) => {
      others = changes;
    },
    describeAs: (more: object) => {
      described = changed<Description>(described, { ...more });
    },
  };
}

export const byScram = { 'platform.applications.shop.authentication': 'scram-sha-512', 'secrets.users': 'two' };
export const elsewhere = { state: { backend: 's3', bucket: 'state', region: 'eu-west-1' } };
export const gitops = {
  ...byScram,
  kubernetes: {},
  gitops: { controller: 'flux', repository: 'https://git.example.com/platform.git' },
};
export const refusal = (work: Promise<unknown>) =>
  work.then(String, (error: Failure) => [error.exit, error.message, error.details.fix]);
