import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A block of code in a page. */
export interface Fence {
  /** `README.md:12`. */
  readonly place: string;
  readonly language: string;
  readonly text: string;
}

/** Every block of code in every Markdown page of the repository. */
export function fences(): Fence[] {
  const pages = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
    encoding: 'utf8',
  });
  return pages.split('\n').filter(Boolean).flatMap(fencesOf);
}

function fencesOf(page: string): Fence[] {
  const text = readFileSync(page, 'utf8');
  return [...text.matchAll(/^```(\w*)[^\n]*\n([\s\S]*?)^```/gm)].map((match) => ({
    place: `${page}:${text.slice(0, match.index).split('\n').length}`,
    language: match[1] ?? '',
    text: match[2] ?? '',
  }));
}
