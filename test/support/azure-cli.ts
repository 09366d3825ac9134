import { obtainable, wheelOf } from './python';
import { unzipped } from './zip';

/** Whether its wheel lies in the cache or can come. */
export const azureCliIsThere = obtainable('azure-cli');

/** What a command of az takes. */
export interface AzCommand {
  /** Each with its other names: `--name`, `--authorization-rule-name`. */
  readonly options: readonly {
    readonly names: readonly string[];
    readonly required: boolean;
    readonly values: readonly string[];
  }[];
}

const textOf = (path: string): string =>
  unzipped(wheelOf('azure-cli'), `azure/cli/command_modules/${path}`).toString('utf8');

/** Options that every command has. */
export const general = ['--output', '--query', '--subscription', '--only-show-errors'];

/**
 * A command as az describes it: `eventhubs eventhub authorization-rule keys renew`. @throws Error where there is none
 * @see https://github.com/Azure/azure-cli
 */
export function azCommand(words: readonly string[]): AzCommand {
  return words[0] === 'keyvault' ? ofKeyVault(words) : generated(words);
}

/** A file each, which Microsoft generates of the API. */
function generated(words: readonly string[]): AzCommand {
  const folders = words.slice(0, -1).map((word) => word.replaceAll('-', '_'));
  const verb = words.at(-1)?.replaceAll('-', '_');
  const text = textOf(`${words[0]}/aaz/latest/${folders.join('/')}/_${verb}.py`);
  if (!text.includes(`"${words.join(' ')}"`)) throw new Error(`az has no ${words.join(' ')}`);
  const schema = text.slice(text.indexOf('_build_arguments_schema'), text.indexOf('def _execute_operations'));
  return {
    options: schema
      .split(/\n {8}_args_schema\./)
      .slice(1)
      .map((argument) => ({
        names: argument.includes('AAZResourceGroupNameArg')
          ? ['--resource-group', '-g']
          : [...(/options=\[([^\]]*)\]/.exec(argument)?.[1]?.matchAll(/"([^"]+)"/g) ?? [])].map(
              ([, name = '']) => name,
            ),
        required: argument.includes('required=True'),
        values: [...(/enum=\{([^}]*)\}/.exec(argument)?.[1]?.matchAll(/"([^"]+)":/g) ?? [])].map(
          ([, value = '']) => value,
        ),
      })),
  };
}

/** Written by hand: a table of commands, and options by the commands that take them. */
function ofKeyVault(words: readonly string[]): AzCommand {
  const [group, verb] = [words.slice(0, -1).join(' '), words.at(-1)];
  const blocks = textOf('keyvault/commands.py').split('with self.command_group(').slice(1);
  if (!blocks.some((block) => block.startsWith(`'${group}'`) && block.includes(`('${verb}', `)))
    throw new Error(`az has no ${words.join(' ')}`);
  const parameters = textOf('keyvault/_params.py');
  const vaultName = /vault_name_type = CLIArgumentType\([^)]*options_list=\['(--vault-name)'\]/s.exec(parameters)?.[1];
  const scopes = [
    ...parameters.matchAll(
      /for (\w+) in \[([^\]]*)\]:\n\s+with self\.argument_context\(f?'([^']*)'[^\n]*\n(.*?)(?=\n\n)/gs,
    ),
  ];
  const mine = scopes.filter(
    ([, , verbs = '', context = '']) => context.startsWith(`${group} {`) && verbs.includes(`'${verb}'`),
  );
  const names = mine.flatMap(([, , , , block = '']) => [
    ...[...block.matchAll(/options_list=\[([^\]]*)\]/g)].map(([, list = '']) =>
      [...list.matchAll(/'([^']+)'/g)].map(([, name = '']) => name),
    ),
    ...(vaultName && block.includes('vault_name_type') ? [[vaultName]] : []),
  ]);
  return { options: names.map((each) => ({ names: each, required: false, values: [] })) };
}
