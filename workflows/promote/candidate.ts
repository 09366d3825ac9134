import type { Source } from '../../model/place';
import { type Release, releaseOf } from '../../model/release';
import type { Resolved } from '../../model/resolved';
import { exitCode, Failure } from '../failure';
import { compileOn } from '../load/compiled';
import type { Description } from '../load/description';
import { onRelease } from '../load/on-release';
import type { StoredRelease } from '../load/releases';
import { withKept } from './keep';
import type { ReleaseFiles } from './release-files';

/** A release that may not be written yet, and where its lines are. */
export interface Candidate extends Release {
  readonly source: Source;
}

/** What an environment has: its release or, where a chain begins, the working tree frozen. @throws Failure when it has none */
export function releaseOfEnvironment(from: Description, files: ReleaseFiles): Candidate {
  const { name, basis, release, value, sources } = from;
  if (basis === 'head') return { ...frozen(from), source: sources.platform };
  if (basis !== 'unpromoted' && release !== undefined) return candidateOf(files.release(release));
  throw new Failure(`'${name}' has no release yet`, {
    fix: `kafka-kit promote ${value.promotesFrom} ${name}`,
    exit: exitCode.problems,
  });
}

/** A release that somebody names. */
export const namedCandidate = (id: string, files: ReleaseFiles): Candidate => candidateOf(files.named(id));

const candidateOf = ({ id, source, platform }: StoredRelease): Candidate => ({
  id,
  source,
  platform,
});

function frozen({ name, value }: Description): Release {
  try {
    return releaseOf(value.platform);
  } catch (error) {
    throw new Failure(`the platform of '${name}' cannot be frozen: ${(error as Error).message}`, {
      fix: 'describe it as plain data',
      exit: exitCode.problems,
    });
  }
}

/** The same with the topics that an environment has and that would leave it. */
export function keepingTopics(asked: Candidate, to: Description, present: Resolved, today: string): Candidate {
  const { description } = onRelease(to.written, asked);
  // Without an inventory nothing is missed: what leaves is seen by comparing.
  const { resolved } = compileOn({ ...description, inventory: { ...to.inventory, topics: {} } }, today);
  if (!resolved) return asked;
  const described = new Set(
    resolved.shards.flatMap((shard) => [...shard.topics, ...shard.removals]).map(({ name }) => name),
  );
  const leaving = [...present.topics.keys()].filter((name) => !described.has(name));
  return leaving.length === 0 ? asked : { ...asked, ...releaseOf(withKept(asked.platform, present, leaving)) };
}
