import { formatPath } from '../../model/place';
import type { Problem } from '../../model/problem';
import type { Resolved } from '../../model/resolved';
import type { WaiverInput } from '../../model/waiver';

/** Where a waiver set something aside: its code and its path. */
export type Waived = Pick<Problem, 'code' | 'path'>;

/** What a waiver is about, in the bundle's words; all of it has to be so of what is found. */
interface Subject {
  readonly topic?: string;
  readonly cluster?: string;
  readonly connector?: string;
  /** Of the connector's configuration. */
  readonly setting?: string;
}

/**
 * Waivers that set something aside, each with what it is about. Whatever is found is set aside for that alone: of one
 * that is about something else than a topic, a cluster or a connector, or that found nothing, there is no row.
 */
export function waiversTable(resolved: Resolved, waived: readonly Waived[]) {
  const found = new Set(waived.map(({ code, path }) => `${code} ${path}`));
  return resolved.environment.waivers
    .filter(({ code, path }) => found.has(`${code} ${path}`))
    .flatMap(({ code, path, expires, owner, reason }) =>
      subjectsOf(path, resolved).map((of) => ({ code, path, expires, owner, reason, of })),
    );
}

function subjectsOf(path: WaiverInput['path'], { topics }: Resolved): Subject[] {
  const named = nameAfter('(?:overrides\\.)?topics', path);
  if (named !== undefined) return [{ topic: named }];
  const cluster = nameAfter('clusters', path);
  const hub = nameAfter('clusters.*\\.hubs', path);
  if (cluster !== undefined) return [{ cluster, ...(hub !== undefined && { topic: hub }) }];
  const connector = nameAfter('connectors', path);
  const setting = nameAfter('connectors.*\\.config', path);
  if (connector !== undefined) return setting === undefined ? [] : [{ connector, setting }];
  // A dead letter is said where its consumer is.
  return [...topics.values()]
    .filter(
      ({ role, origin }) => role === 'dead-letter' && path.startsWith(`${formatPath(origin.at().path)}.deadLetter`),
    )
    .map(({ name }) => ({ topic: name }));
}

/** `orders.created` of `overrides.topics['orders.created'].partitions`. */
function nameAfter(field: string, path: string): string | undefined {
  const [, quoted, plain] = new RegExp(`^${field}(?:\\['((?:\\\\.|[^'\\\\])*)'\\]|\\.([^.[]+))`).exec(path) ?? [];
  return quoted?.replace(/\\(.)/g, '$1') ?? plain;
}
