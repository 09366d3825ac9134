/** Texts, and what maps and lists are made of. */
const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/** A key that a map of a JSON text has twice, which a merge leaves, and which parsers take without a word. The text is valid. */
export function keyTwice(text: string): string | undefined {
  const maps: Set<string>[] = [];
  let before = '';
  for (const [token] of text.matchAll(tokens)) {
    // A list has no keys: what is counted for it stays empty.
    if (token === '{' || token === '[') maps.push(new Set());
    else if (token === '}' || token === ']') maps.pop();
    else if (token === ':') {
      const key: string = JSON.parse(before);
      if (maps.at(-1)?.has(key)) return key;
      maps.at(-1)?.add(key);
    }
    before = token;
  }
  return undefined;
}
