/** Ids of Strimzi's `[0-9,20]`, in their order; nothing where it is not written so. */
export function nodeIdsOf(text: string): number[] | undefined {
  const inside = /^\[\s*(\d+(?:\s*-\s*\d+)?(?:\s*,\s*\d+(?:\s*-\s*\d+)?)*)\s*\]$/.exec(text)?.[1];
  return inside?.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return Array.from({ length: Math.min(Math.max(0, to - from + 1), 1_000) }, (_, index) => from + index);
  });
}

/** The ids that a pool gives back first when it has fewer nodes: Strimzi takes the highest. */
export const idsThatGo = (text: string | undefined, before: number, now: number): number[] | undefined => {
  const ids = text === undefined ? undefined : nodeIdsOf(text);
  return ids && ids.length >= before ? [...ids].sort((a, b) => a - b).slice(now, before) : undefined;
};
