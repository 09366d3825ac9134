import { execFileSync } from 'node:child_process';
import type { Command } from 'commander';
import { program } from '../../scripts/program';

const commandsOf = (one: Command): Command[] => [one, ...one.commands.flatMap(commandsOf)];

let read: Record<string, unknown> | undefined;
for (const one of commandsOf(program)) {
  one.configureOutput({ writeErr: () => {}, writeOut: () => {} });
  // What it would do is not done: that it is understood is what is asked.
  if (one.commands.length === 0)
    one.action(() => {
      read = one.opts();
    });
}

/** What a shell makes of a line: its words. */
const wordsOf = (line: string): string[] =>
  execFileSync('sh', ['-c', `for word in ${line}; do printf '%s\\0' "$word"; done`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);

/** What the kit's own commands make of a line that it tells somebody to type. @throws where they do not know it */
export function optionsOf(line: string): Record<string, unknown> {
  const [name, ...words] = wordsOf(line);
  if (name !== 'kafka-kit') throw new Error(`no command of the kit: ${line}`);
  read = undefined;
  program.parse(words, { from: 'user' });
  if (!read) throw new Error(`nothing is done by: ${line}`);
  return read;
}

/** The same line, which can be typed as it stands. @throws where it cannot */
export function typeable(line: string): string {
  optionsOf(line);
  return line;
}
