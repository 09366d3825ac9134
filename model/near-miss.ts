import { distance } from 'fastest-levenshtein';

/**
 * The candidate that was probably meant, if one is near enough: a third of the letters may differ, or the part before a
 * dot is missing. A number has no letters: 4.2 is no misspelled 4.0.
 */
export function nearMiss(word: string, candidates: Iterable<string>): string | undefined {
  if (/^[\d.]+$/.test(word)) return undefined;
  const all = [...candidates];
  const [longer, another] = all.filter((candidate) => candidate.endsWith(`.${word}`));
  if (longer && !another) return longer;
  let best: string | undefined;
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of all) {
    const far = distance(word.toLowerCase(), candidate.toLowerCase());
    if (far < least) [best, least] = [candidate, far];
  }
  return best;
}

/** `did you mean 'partitions'?`, when one is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const all = [...candidates];
  const near = nearMiss(word, all);
  // Several that lack the same part before a dot, as `kafka.m7g.large` and `express.m7g.large`.
  const longer = all.filter((candidate) => candidate.endsWith(`.${word}`));
  const meant = longer.length > 1 && longer.length < 4 ? longer : near ? [near] : [];
  return meant.length > 0 ? `did you mean ${meant.map((name) => `'${name}'`).join(' or ')}?` : undefined;
}

/** `did you mean 'partitions'?` when one is near, else `use one of: 'a', 'b', 'c'`. */
export function useInstead(word: string, candidates: Iterable<string>): string {
  const all = [...candidates];
  return didYouMean(word, all) ?? useOneOf(all);
}

/** `use one of: 'a', 'b', 'c'`, for a value that is no name at all. */
export function useOneOf(all: readonly string[]): string {
  if (all.length === 0) return 'remove it';
  const shown = all.slice(0, 16).map((name) => `'${name}'`);
  return `use one of: ${shown.join(', ')}${all.length > shown.length ? ', …' : ''}`;
}
