import { relative } from 'node:path';
import { useInstead } from '../../model/near-miss';
import type { Source } from '../../model/place';
import { type Release, releaseOf } from '../../model/release';
import type { Resolved } from '../../model/resolved';
import { exitCode, Failure } from '../failure';
import { compileOn } from '../load/compiled';
import type { Description } from '../load/description';
import { onRelease } from '../load/on-release';
import { readRelease, releaseFileOf, releaseIds } from '../load/releases';
import { withKept } from './keep';

/** A release that may not be written yet, and where its lines are. */
export interface Frozen extends Release {
  readonly source: Source;
}

/** The release of an environment; where a chain begins, the working tree frozen. */
export function releaseOfFrom(from: Description, place: string, folder: string): Frozen {
  if (from.basis === 'head') return { ...frozen(from), source: from.sources.platform };
  if (from.basis === 'release' && from.release !== undefined) return stored(from.release, place, folder);
  throw new Failure(
    from.basis === 'lost'
      ? `the release '${from.release}' of '${from.name}' is lost`
      : `'${from.name}' has no release yet`,
    {
      fix:
        from.basis === 'lost'
          ? `restore releases/${from.release}.json from version control`
          : `kafka-kit promote ${from.value.promotesFrom} ${from.name}`,
      exit: exitCode.problems,
    },
  );
}

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

export function earlierRelease(id: string, place: string, folder: string): Frozen {
  const known = releaseIds(place);
  if (known.includes(id)) return stored(id, place, folder);
  throw new Failure(`there is no release '${id}'`, {
    fix: known.length > 0 ? useInstead(id, known) : 'promote without --release: nothing was promoted yet',
    exit: exitCode.usage,
  });
}

function stored(id: string, place: string, folder: string): Frozen {
  const { state, source, platform } = readRelease(place, id, folder);
  if (state === 'there') return { id, source, platform };
  throw new Failure(`the release '${id}' is ${state}`, {
    fix: `restore ${relative(folder, releaseFileOf(place, id))} from version control`,
    exit: exitCode.problems,
  });
}

/** The release with the topics that would leave. */
export function kept(asked: Frozen, present: Resolved, to: Description, today: string): Frozen {
  const { description } = onRelease(to.written, asked);
  // Without an inventory nothing is missed: what leaves is seen by comparing.
  const { resolved } = compileOn({ ...description, inventory: { ...to.inventory, topics: {} } }, today);
  const described = new Set(
    resolved?.shards.flatMap((shard) => [...shard.topics, ...shard.removals]).map((topic) => topic.name),
  );
  const leaving = resolved ? [...present.topics.keys()].filter((name) => !described.has(name)) : [];
  return leaving.length === 0
    ? asked
    : { ...releaseOf(withKept(asked.platform, present, leaving)), source: asked.source };
}
