import type { Progress } from '../failure';
import { onInterrupt } from '../terraform/interrupt';
import { type ProcessLock, waitForLock } from '../terraform/process-lock';
import { clusterFolder } from './cluster-folder';
import type { ClusterPlace } from './spec';

/** Whoever starts, stops or changes a cluster does so alone. */
export const lockOf = (spec: ClusterPlace, progress: Progress): Promise<ProcessLock> =>
  waitForLock(clusterFolder(spec.folder).lock, ({ pid }) =>
    progress(`${spec.name}: waiting for process ${pid}, which starts or stops it`),
  );

/** Does work alone on a cluster; an interrupt aborts the signal. */
export async function alone<T>(
  spec: ClusterPlace,
  progress: Progress,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const lock = await lockOf(spec, progress);
  const { signal, dispose } = onInterrupt();
  try {
    return await work(signal);
  } finally {
    dispose();
    lock.release();
  }
}
