/** Ids of Strimzi's `[0-9,20]`, in the order in which new nodes get them, also downwards; nothing where it is not written so. */
export function nodeIdsOf(text: string): number[] | undefined {
  const inside = /^\[\s*(\d+(?:\s*-\s*\d+)?(?:\s*,\s*\d+(?:\s*-\s*\d+)?)*)\s*\]$/.exec(text)?.[1];
  return inside?.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    const step = from <= to ? 1 : -1;
    return Array.from({ length: Math.min(Math.abs(to - from) + 1, 1_000) }, (_, index) => from + index * step);
  });
}
