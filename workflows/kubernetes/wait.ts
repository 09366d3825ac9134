import { Failure, type Progress } from '../failure';
import { inParallel } from '../parallel';
import type { KubernetesApi } from './api';
import { resourceKey } from './kinds';
import { addressOf, identityOf, placeOf } from './object';
import type { PlannedObject } from './plan';
import { width } from './proxy';
import { isAnswered, notReady } from './readiness';

export interface WaitProps {
  readonly environment: string;
  readonly objects: readonly PlannedObject[];
  /** Seconds. */
  readonly timeout: number;
  readonly progress: Progress;
  /** Ends the wait at the next look when it aborts. Default: only the timeout does. */
  readonly signal?: AbortSignal;
  /** Milliseconds between two looks. Default: 2,000. */
  readonly interval?: number;
}

/** Waits until operators have done what objects say. @throws Failure that says what is not ready, and why */
export async function waitUntilReady(api: KubernetesApi, props: WaitProps): Promise<void> {
  const { environment, objects, timeout, progress, signal, interval = 2000 } = props;
  const begun = performance.now();
  let waiting = objects.filter(({ desired }) => isAnswered(desired));
  let said = -1;
  for (;;) {
    const reasons = await reasonsOf(api, waiting);
    waiting = waiting.filter(({ desired }) => reasons.has(identityOf(desired)));
    if (waiting.length === 0) return;
    const seconds = (performance.now() - begun) / 1000;
    if (waiting.length !== said) {
      const [first] = waiting;
      progress(`  waits    for ${waiting.length} to be ready${first ? `: ${addressOf(first.desired)}` : ''}`);
      said = waiting.length;
    }
    if (seconds >= timeout || signal?.aborted)
      throw new Failure(
        signal?.aborted
          ? `'${environment}' is applied; waiting was interrupted`
          : `'${environment}' is applied, and after ${timeout} s not all of it is ready`,
        {
          why: waiting.slice(0, 20).map(({ desired }) => `${placeOf(desired)}: ${reasons.get(identityOf(desired))}`),
          fix: 'put right what they say; the same command waits again',
        },
      );
    await new Promise((done) => setTimeout(done, interval));
  }
}

/** Why each is not ready, by identity; those that are ready have no reason. */
async function reasonsOf(api: KubernetesApi, objects: readonly PlannedObject[]): Promise<Map<string, string>> {
  const lists = new Map(
    objects.map(({ resource, desired: { metadata } }) => [
      `${resourceKey(resource)} ${metadata.namespace}`,
      { resource, namespace: metadata.namespace },
    ]),
  );
  const listed = await inParallel([...lists.values()], width, ({ resource, namespace }) =>
    api.list(resource, namespace),
  );
  const live = new Map(listed.flat().map((object) => [identityOf(object), object]));
  return new Map(
    objects.flatMap(({ desired }) => {
      const identity = identityOf(desired);
      const there = live.get(identity);
      const reason = there ? notReady(there) : 'it is not there any more';
      return reason === undefined ? [] : [[identity, reason] as const];
    }),
  );
}
