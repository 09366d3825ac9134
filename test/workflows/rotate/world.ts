import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { credentialAges, type Rotations, recorded } from '../../../model/rotations';
import type { Failure } from '../../../workflows/failure';
import type { Description as Written } from '../../../workflows/load/description';
import { readRotations, writeRotations } from '../../../workflows/load/rotations';
import type { Rotatable, RotationSubject } from '../../../workflows/rotate/kind';
import { finishable, kindOf, runnable } from '../../../workflows/rotate/kinds';
import { finishLeftOver } from '../../../workflows/rotate/left-over';
import { subjectOf } from '../../../workflows/rotate/subject';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';

const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-rotate-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;

/** An environment whose deploys are counted in the place of being run: neither AWS nor Azure nor Kubernetes is reached. */
export function world(cluster: object, changes: object = {}) {
  const rotationsFile = join(folder, `${++count}.json`);
  const applied: Rotations[] = [];
  let described = changed<Description>(small as Description, { 'clusters.main': cluster, ...changes });
  const read = () => readRotations(rotationsFile);
  const load = () => ({
    resolved: resolve(described, { rotations: read() }),
    description: {
      rotationsFile,
      files: { inventory: 'environments/inventory/test.json', rotations: 'environments/rotations/test.json' },
    } as Written,
  });
  const props = { folders: { project: '.', state: folder, cache: folder }, today: '2026-11-21', progress: () => {} };
  let reached = true;
  const subject = (name = 'shop'): RotationSubject =>
    subjectOf({
      ...{ ...props, name, load },
      requireReached: async () => {
        if (!reached) throw new Error('the local cluster does not run');
      },
      typed: (command, ...words) => ['kafka-kit', command, 'test', ...words].join(' '),
      apply: async () => void applied.push(read()),
    });
  const options = { applied: false, interrupt: false };
  return {
    applied,
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
