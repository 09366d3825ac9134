import { Failure } from '../failure';
import { interruption, listed, reasons, refusedAsExisting } from './events';
import type { Creation } from './journal';
import type { RunResult } from './run';

/** What is known where a run of Terraform failed. */
export interface FailedRun {
  readonly stack: string;
  /** Terraform's binary. */
  readonly command: string;
  /** Its working folder. */
  readonly work: string;
  readonly log: string;
  /** Whoever started it has stopped it. */
  readonly interrupted: boolean;
  /** What it was to create of types that cannot be created where they exist already. */
  readonly created: readonly Creation[];
}

/** Why a step failed, in Terraform's own words, and what to do where that is known. */
export function terraformFailure(step: string, { events, killedBy }: RunResult, run: FailedRun): Failure {
  const { stack, command, work, log, interrupted, created } = run;
  const cause = interrupted ? interruption(events) : reasons(events);
  const why = [...(killedBy ? [`it was killed (${killedBy})`] : []), ...cause, `log: ${log}`];
  const lock = /^\s*ID:\s+(\S+)/m.exec(why.join('\n'))?.[1];
  const refused = new Set(refusedAsExisting(events));
  const existing = created.flatMap(({ address }) => (refused.has(address) ? [address] : []));
  const fix = lock
    ? `wait for the other run; if it is dead: cd ${work} && ${command} force-unlock ${lock}`
    : existing.length > 0
      ? `if ${listed(existing)} on the cluster is this platform's own, run again with --adopt ${existing.join(' ')}; if it is somebody else's, choose another name`
      : undefined;
  return new Failure(`${stack}: terraform ${step} failed`, { why, fix });
}
