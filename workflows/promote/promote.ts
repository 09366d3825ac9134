import { own } from '../../model/by-name';
import { emptyInventory, inventoryAhead } from '../../model/inventory';
import type { Problem } from '../../model/problem';
import type { ApprovableCode } from '../../model/removal';
import type { Resolved } from '../../model/resolved';
import { destructionApproved, inventoryComplete, nothingForgotten, recordsStay } from '../../model/rules/inventory';
import { type ExitCode, exitCode, Failure } from '../failure';
import { compileOn } from '../load/compiled';
import type { Description } from '../load/description';
import { type LoadOptions, load } from '../load/load';
import { onRelease } from '../load/on-release';
import { isRefused, verdictOf, type WeighedChange, weighed } from './approved';
import { type Candidate, keepingTopics, namedCandidate, releaseOfEnvironment } from './candidate';
import { type Change, differenceOf } from './difference';
import { exitOf, type GateResult, judgeGates } from './gates';
import type { Grade } from './grades';
import { descriptionsFolder, ReleaseFiles } from './release-files';

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
  /** Whether there is version control to commit them to. */
  readonly versioned: boolean;
  readonly exit: ExitCode;
}

/**
 * Gives an environment the release of the one before it, or an earlier one, when every gate is open.
 * @throws Failure when there is nothing to promote
 */
export function promote(props: PromoteProps): PromotionResult {
  const { folder, file, today } = props;
  const { from, to } = chosen(props);
  const files = new ReleaseFiles(descriptionsFolder(folder, file), folder);
  const fromHas = releaseOfEnvironment(from, files);
  const asked = props.release === undefined ? fromHas : namedCandidate(props.release, files);
  const present = presentOf(to);
  const candidate = props.keepTopics && present ? keepingTopics(asked, to, present, today) : asked;

  const { description } = onRelease(to.written, candidate);
  const after = compileOn(description, today);
  const before = asked.id === fromHas.id ? compileOn(from, today).problems : [];
  // What the inventory does not know yet, this promotion records.
  const problems = [...before, ...after.problems.filter(({ code }) => code !== inventoryComplete.code)];
  const seen = after.resolved ?? withoutInventory(description, today);
  const changes = seen ? weighed(changesOf(to, present, seen), seen.environment) : [];
  const gates = judgeGates({
    from,
    to,
    fromHas: fromHas.id,
    asked: asked.id,
    pins: files.pins,
    errors: problems.filter((problem) => problem.severity === 'error' && !isOfData(problem, changes)),
    changes,
    uncommitted: uncommitted(from, fromHas, asked, files),
  });
  const exit = exitOf(gates);
  return {
    from: from.name,
    to: to.name,
    release: candidate.id,
    before: to.release,
    verdict: verdictOf(changes),
    changes,
    gates,
    problems,
    written:
      exit === exitCode.clean && !props.dryRun && after.resolved
        ? files.write(
            candidate,
            to,
            inventoryAhead(to.inventory, after.resolved.shards, after.resolved.clusters.values()),
          )
        : [],
    versioned: files.areVersioned,
    exit,
  };
}

/** @throws Failure when one is not known, or its file cannot be read */
function chosen({ folder, file, from, to }: PromoteProps): { readonly from: Description; readonly to: Description } {
  const { descriptions, problems } = load({ folder, file, names: [from, to] });
  const named = (name: string): Description => {
    const found = descriptions.find((description) => description.name === name);
    if (found) return found;
    throw new Failure(`not every description can be read, so '${name}' is not known`, {
      why: problems.map(({ file: at, path, problem }) => [at, path, problem].filter(Boolean).join(' ')),
      exit: exitCode.problems,
    });
  };
  return { from: named(from), to: named(to) };
}

/** What the environment is now, whatever days have passed since: that a removal is over is no difference. */
const presentOf = (to: Description): Resolved | undefined =>
  to.basis === 'release' ? compileOn(to, '0001-01-01').resolved : undefined;

/** The release where the inventory alone refuses it: what differs is told nevertheless. */
const withoutInventory = (description: Description, today: string): Resolved | undefined =>
  compileOn({ ...description, inventory: emptyInventory }, today).resolved;

/** Errors of the inventory that are a refused difference too are the data gate's: by the approval that would let each pass. */
const approvalOf: Readonly<Record<string, ApprovableCode>> = {
  [nothingForgotten.code]: 'KFK-D001',
  [destructionApproved.code]: 'KFK-D001',
  [recordsStay.code]: 'KFK-D006',
};

const isOfData = ({ code }: Problem, changes: readonly WeighedChange[]): boolean => {
  const approval = own(approvalOf, code);
  return approval !== undefined && changes.some((change) => isRefused(change) && change.approval === approval);
};

function changesOf(to: Description, present: Resolved | undefined, after: Resolved): readonly Change[] {
  const applied = to.basis !== 'unpromoted' || Object.keys(to.inventory.topics).length > 0;
  return [...(applied && !present ? [presentUnknown(to)] : []), ...differenceOf(present, after)];
}

const presentUnknown = ({ release }: Description): Change => ({
  path: '',
  before: release,
  grade: 'review',
  because: 'what it has now cannot be compiled, so what it would lose is not seen here; deploy judges the plan',
});

/** What is promoted from the working tree must be committed; what is promoted on, the promotion before it. */
function uncommitted(from: Description, fromHas: Candidate, asked: Candidate, files: ReleaseFiles) {
  if (fromHas.id !== asked.id) return [];
  return from.basis === 'head' ? files.uncommittedDescriptions() : files.uncommittedPin(from.name, asked.id);
}
