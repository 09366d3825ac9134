import type { Key } from './place';

/** What somebody wrote into a description: a name, or what it has. */
export interface WrittenText {
  readonly text: string;
  readonly kind: 'name' | 'text' | 'number';
  /** From the environment on to the value; of a name, to the value that has it. The walk's own: whoever keeps it copies it. */
  readonly path: readonly Key[];
}

/** Every text of a description of any shape, as it is written: what is wrong is looked at, too. What several places share is met once. */
export function eachText(description: unknown, meet: (text: WrittenText) => void): void {
  const path: Key[] = [];
  const seen = new Set<object>();
  const visit = (value: unknown): void => {
    if (typeof value === 'string') meet({ text: value, kind: 'text', path });
    else if (typeof value === 'number') meet({ text: String(value), kind: 'number', path });
    else if (value !== null && typeof value === 'object' && !seen.has(value)) {
      seen.add(value);
      const isList = Array.isArray(value);
      for (const [key, inner] of Object.entries(value)) {
        path.push(isList ? Number(key) : key);
        if (!isList) meet({ text: key, kind: 'name', path });
        visit(inner);
        path.pop();
      }
    }
  };
  visit(description);
}
