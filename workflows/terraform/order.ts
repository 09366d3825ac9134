import { exitCode, Failure } from '../failure';

interface Node {
  readonly stack: string;
  /** Names of stacks that must be applied before this one. */
  readonly dependsOn: readonly string[];
}

/** Those that wait and whose dependencies are all finished. */
export const ready = <T extends Node>(
  units: readonly T[],
  waiting: ReadonlySet<string>,
  finished: ReadonlySet<string>,
): T[] => units.filter(({ stack, dependsOn }) => waiting.has(stack) && dependsOn.every((name) => finished.has(name)));

/** Refuses a dependency that is not there and a circle: neither could ever be applied. */
export function checkOrder(units: readonly Node[]): void {
  const names = new Set(units.map(({ stack }) => stack));
  for (const { stack, dependsOn } of units) {
    const missing = dependsOn.find((name) => !names.has(name));
    if (missing === undefined) continue;
    throw new Failure(`stack '${stack}' depends on '${missing}', which is not among the stacks to deploy`, {
      fix: `deploy '${missing}' too`,
      exit: exitCode.usage,
    });
  }
  const waiting = new Set(names);
  const done = new Set<string>();
  for (let next = ready(units, waiting, done); next.length > 0; next = ready(units, waiting, done)) {
    for (const { stack } of next) {
      waiting.delete(stack);
      done.add(stack);
    }
  }
  if (waiting.size > 0) {
    throw new Failure(`stacks depend on each other in a circle: ${[...waiting].join(', ')}`, { exit: exitCode.usage });
  }
}
