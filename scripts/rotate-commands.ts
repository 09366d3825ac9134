import { type Command, Option } from 'commander';
import { rotatable } from '../workflows/rotate/kind';
import { endWith } from './ending';

/** What all commands have. */
interface Shared {
  readonly file: Option;
  readonly format: (...choices: string[]) => Option;
}

const about = `
How far it is stands in rotations/<environment>.json beside the description, and nowhere else: commit it.
Ends with 0, with 1 where a description has errors, with 2 where it is used wrongly, with 3 where somebody has to do
something before it goes on or a credential is overdue, with 5 where something failed.

Example:
  $ kafka-kit rotate plan local order-service`;

const of = new Option('--of <what>', 'what is made anew')
  .choices(rotatable)
  .default(undefined, 'what the application proves itself with');
const applied = new Option('--applied', 'what was told last is applied, where deploy does not apply it from here');

/** `kafka-kit rotate …`: each verb takes what it has a use for, and nothing else. */
export function addRotate(program: Command, { file, format }: Shared): void {
  const rotate = program
    .command('rotate')
    .description('makes passwords, keys and certificates anew, and refuses nobody meanwhile')
    .showHelpAfterError('(see kafka-kit rotate --help)')
    .addHelpText('after', about);
  const verb = (usage: string, description: string, options: readonly Option[]): Command => {
    const [name = ''] = usage.split(' ');
    const help = `(see kafka-kit rotate ${name} --help)`;
    const made = rotate.command(usage).description(description).showHelpAfterError(help);
    for (const option of [file, format('text', 'json'), ...options]) made.addOption(option);
    return made;
  };
  verb(
    'plan <environment> <name>',
    'steps, commands, who has to restart, and what becomes of connections that are open',
    [of],
  ).action((environment, name, options) =>
    endWith(async () => (await import('./rotate.js')).rotatePlan(environment, name, options)),
  );
  verb('run <environment> <name>', 'goes as far as it can before clients restart; again, it goes on where it was', [
    of,
    applied,
    new Option('--interrupt', 'an application with one user may be refused until it has the new password'),
  ]).action((environment, name, options) =>
    endWith(async () => (await import('./rotate.js')).rotateRun(environment, name, options)),
  );
  verb('finish <environment> <name>', 'everybody has restarted: what was there before is taken away', [
    of,
    applied,
  ]).action((environment, name, options) =>
    endWith(async () => (await import('./rotate.js')).rotateFinish(environment, name, options)),
  );
  verb('status <environment>', 'how old credentials are, and which are due by secrets.lasts', []).action(
    (environment, options) => endWith(async () => (await import('./rotate.js')).rotateStatus(environment, options)),
  );
  verb('record <environment> [name]', 'since when credentials are there that nobody counted yet', [
    new Option('--since <day>', 'the day on which credentials were made').default(undefined, 'today'),
  ]).action((environment, name, options) =>
    endWith(async () => (await import('./rotate.js')).rotateRecord(environment, name, options)),
  );
}
