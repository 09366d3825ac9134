import { dirname, join, relative, resolve } from 'node:path';
import { own } from '../../model/by-name';
import { type Pins, pinnedTo } from '../../model/pins';
import type { Problem } from '../../model/problem';
import type { Release } from '../../model/release';
import type { Resolved } from '../../model/resolved';
import { type ExitCode, exitCode, Failure } from '../failure';
import { compileOn } from '../load/compiled';
import type { Description } from '../load/description';
import { type LoadOptions, load } from '../load/load';
import { onRelease } from '../load/on-release';
import { pinsFileOf, readPins, writePins } from '../load/pins';
import { releaseFileOf, writeRelease } from '../load/releases';
import { verdictOf, type WeighedChange, weighed } from './approved';
import { earlierRelease, kept, releaseOfFrom } from './candidate';
import { type Change, differenceOf } from './difference';
import { exitOf, type GateResult, judgeGates } from './gates';
import type { Grade } from './grades';
import { committedPins, isVersioned, uncommittedDescriptions } from './version-control';

export interface PromoteProps extends Pick<LoadOptions, 'folder' | 'file'> {
  readonly from: string;
  readonly to: string;
  /** The id of an earlier release. Default: what the environment before has. */
  readonly release?: string;
  /** Topics that the environment has and the release does not know stay as they are. Default: they would go. */
  readonly keepTopics?: boolean;
  /** Nothing is written. Default: false. */
  readonly dryRun?: boolean;
  readonly today: string;
}

/** What a promotion is, and what became of it. */
export interface PromotionResult {
  readonly from: string;
  readonly to: string;
  readonly release: string;
  /** What the environment had. Absent: nothing was promoted to it yet. */
  readonly before?: string;
  readonly verdict: Grade;
  readonly changes: readonly WeighedChange[];
  readonly gates: readonly GateResult[];
  readonly problems: readonly Problem[];
  /** The files that were written, to be committed. */
  readonly written: readonly string[];
  readonly exit: ExitCode;
}

/** Gives an environment the release of the one before it, when every gate is open. @throws Failure when there is nothing to promote */
export function promote(props: PromoteProps): PromotionResult {
  const { folder, file, today } = props;
  const { descriptions, problems: unreadable } = load({ folder, file, names: [props.from, props.to] });
  const [from, to] = [props.from, props.to].map((name) => descriptions.find((found) => found.name === name));
  if (!from || !to)
    throw new Failure(`not every description can be read, so '${from ? props.to : props.from}' is not known`, {
      why: unreadable.map(({ file: at, path, problem }) => [at, path, problem].filter(Boolean).join(' ')),
      exit: exitCode.problems,
    });

  const place = file === undefined ? join(folder, 'environments') : dirname(resolve(folder, file));
  const pins = readPins(pinsFileOf(place));
  const before = own(pins, to.name)?.release;
  const fromHas = releaseOfFrom(from, place, folder);
  const asked = props.release === undefined ? fromHas : earlierRelease(props.release, place, folder);
  const present = presentOf(to);
  const candidate = props.keepTopics && present ? kept(asked, present, to, today) : asked;

  const { description } = onRelease(to.written, candidate);
  const after = compileOn(description, today);
  const problems = [...(asked === fromHas ? compileOn(from, today).problems : []), ...after.problems];
  const changes = weighed(changesOf(to, present, after.resolved), environmentOf(after.resolved));
  const gates = judgeGates({
    from,
    to,
    fromHas: fromHas.id,
    asked: asked.id,
    pins,
    errors: problems.filter(({ severity }) => severity === 'error'),
    changes,
    uncommitted: isVersioned(place) ? uncommitted(from, fromHas.id, asked.id, place, folder) : undefined,
  });
  const exit = exitOf(gates);
  const written = exit === exitCode.clean && !props.dryRun ? write(candidate, to, pins, place, folder) : [];
  const verdict = verdictOf(changes);
  return {
    from: from.name,
    to: to.name,
    release: candidate.id,
    before,
    verdict,
    changes,
    gates,
    problems,
    written,
    exit,
  };
}

/** What the environment is now, whatever days have passed since: that a removal is over is no difference. */
const presentOf = (to: Description): Resolved | undefined =>
  to.basis === 'release' ? compileOn(to, '0001-01-01').resolved : undefined;

function changesOf(to: Description, present: Resolved | undefined, after: Resolved | undefined): readonly Change[] {
  if (!after) return [];
  const unseen = present === undefined && (to.basis === 'release' || to.basis === 'lost');
  return [...(unseen ? [presentUnknown(to)] : []), ...differenceOf(present, after)];
}

const presentUnknown = ({ release }: Description): Change => ({
  path: '',
  before: release,
  grade: 'review',
  because:
    'the present release cannot be compiled, so what it has and would lose is not seen here; deploy judges the plan',
});

const environmentOf = (resolved: Resolved | undefined) => resolved?.environment ?? { disposable: false, approvals: [] };

/** What is promoted from the working tree must be committed; what is promoted on, the promotion before it. */
function uncommitted(
  from: Description,
  fromHas: string,
  asked: string,
  place: string,
  folder: string,
): readonly string[] {
  if (fromHas !== asked) return [];
  if (from.basis === 'head') return uncommittedDescriptions(place, folder);
  const committed = own(committedPins(pinsFileOf(place)), from.name)?.release;
  return committed === asked ? [] : [relative(folder, pinsFileOf(place))];
}

/** The release first: a pin never names what is not there, wherever this is cut off. */
function write(release: Release, to: Description, pins: Pins, place: string, folder: string): readonly string[] {
  const after = pinnedTo(pins, to.name, release.id);
  if (after === pins && to.basis === 'release') return [];
  writeRelease(place, release);
  writePins(pinsFileOf(place), after);
  return [releaseFileOf(place, release.id), pinsFileOf(place)].map((path) => relative(folder, path));
}
