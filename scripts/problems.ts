import type { Problem } from '../model/problem';
import type { WaiverInput } from '../model/waiver';
import { paint } from './paint';
import { say } from './print';

/** Problems for people: where, which, what is wrong, who asks for it, what to do. What no profile decides is asked for by nobody. */
export function sayProblems(problems: readonly Problem[], { profiles = true } = {}): void {
  for (const { severity, code, file, path, problem, fix, profile, waiver } of problems) {
    const label = severity === 'error' ? paint.red('error') : paint.yellow('warning');
    const asks = profiles && paint.dim(`(asked for by ${profile ? `profile ${profile}` : 'every profile'})`);
    say([file && paint.bold(file), `${label} ${code}`, visible(path), asks].filter(Boolean).join('  '));
    say(`    ${visible(problem)}`);
    say(`    ${paint.dim('fix:')} ${visible(fix)}`);
    if (waiver) say(`    ${paint.dim('or waivers:')} [${visible(written(waiver))}]`);
  }
}

/** As it is pasted into a description, TypeScript or YAML: both read text in double quotes alike. */
export const written = (waiver: WaiverInput): string =>
  `{ ${Object.entries(waiver)
    .map(([field, value]) => `${field}: ${quoted(value)}`)
    .join(', ')} }`;

const quoted = (text: string): string => (/['\\\n]/.test(text) ? JSON.stringify(text) : `'${text}'`);

/** `2 errors, 1 warning`. */
export function countProblems(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const counts = [counted(errors, 'error'), counted(problems.length - errors, 'warning')];
  return counts.filter((text) => !text.startsWith('0')).join(', ') || 'no problems';
}

export const counted = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** A description may hold control characters; a terminal must not obey them. */
const visible = (text: string): string =>
  text.replace(/[^\P{Cc}\n]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
