import { Command, InvalidArgumentError, Option } from 'commander';
import { version } from '../package.json';
import { endWith } from './ending';
import { addRotate } from './rotate-commands';

const file = new Option('--file <file>', 'one description, TypeScript or YAML').default(
  undefined,
  'every file of environments/',
);
const format = (...choices: string[]) =>
  new Option('--format <format>', 'what is printed').choices(choices).default('text');
const concurrency = (text: string) => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('a whole number from 1 is needed');
  return number;
};
const seconds = (text: string) => {
  const [, number = '0', unit = 's'] = /^([1-9]\d*)(s|m|h)$/.exec(text) ?? [];
  if (number === '0') throw new InvalidArgumentError("a duration such as '10m' is needed");
  return Number(number) * { s: 1, m: 60, h: 3600 }[unit as 's' | 'm' | 'h'];
};

/** Where Terraform runs, as it calls them. */
const platforms = ['darwin', 'freebsd', 'linux', 'openbsd', 'windows'].flatMap((system) =>
  ['386', 'amd64', 'arm', 'arm64'].map((machine) => `${system}_${machine}`),
);

/** Everything that can be typed; what is typed is read by `kafka-kit.ts`. */
export const program = new Command('kafka-kit')
  .description('One description of a Kafka platform becomes least-privilege infrastructure.')
  .version(version)
  .showHelpAfterError('(see kafka-kit --help)')
  .exitOverride();

const inventoryNote = 'What an environment has is read from inventory/<environment>.json beside its description.';
const codes =
  'Ends with 0, with 1 where a description has errors, with 2 where it is used wrongly, with 5 where something failed';

/** What else there is to know of a command. Default: nothing. */
const notes: Readonly<Record<string, readonly string[]>> = {
  check: ['', inventoryNote, `${codes}.`],
  synth: [
    '',
    'The folder <out>/<environment> is replaced whole: what an earlier synth wrote goes, what Terraform left beside a',
    'stack stays, and a file of anybody else is refused (2). --record writes inventory/<environment>.json beside the',
    'description, before it is applied: plans of scale end with it.',
    `${codes}.`,
  ],
  access: [
    '',
    'With --diff it ends with 3 where somebody may do what he could not; a change that only narrows ends with 0.',
    'A revision is read into a temporary folder: working tree and index stay as they are.',
    `${codes}.`,
  ],
  policy: [
    '',
    'The folder <out>/<environment> is replaced whole. conftest and opa read it with its tables:',
    '  $ terraform show -json plan > plan.json',
    '  $ conftest test --policy policy/prod --data policy/prod plan.json',
    `${codes}.`,
  ],
  evidence: ['', 'It begins with what asks for attention; nothing but an older report is written over.', `${codes}.`],
  explain: ['', inventoryNote, `${codes}.`],
  lock: [
    '',
    'Writes locks/<providers>.terraform.lock.hcl beside the description, as environments/locks/; so no file is there',
    'unless Terraform could say what belongs in it.',
    `${codes}.`,
  ],
};

/** A command whose work is loaded only when it is run, so that `check` never waits for `synth`'s libraries. */
function command(usage: string, description: string, example: string, options: readonly Option[] = []): Command {
  const [name = ''] = usage.split(' ');
  const made = program
    .command(usage)
    .description(description)
    .showHelpAfterError(`(see kafka-kit ${name} --help)`)
    .addHelpText('after', [...(notes[name] ?? []), '', 'Example:', `  $ kafka-kit ${example}`].join('\n'));
  for (const option of options) made.addOption(option);
  return made;
}

command('check [environments...]', 'every problem of the descriptions, at once', 'check local', [
  file,
  format('text', 'json', 'sarif'),
]).action(async (environments, options) =>
  endWith(async () => (await import('./check.js')).check(environments, options)),
);
command(
  'synth [environments...]',
  'writes Terraform, Kubernetes manifests, client files and a report, a folder per environment',
  'synth local --out out',
  [
    file,
    format('text', 'json'),
    new Option('--out <folder>', 'where it is written, a folder per environment').default('out'),
    new Option('--record', 'also add what bears data to the committed inventory'),
  ],
).action(async (environments, options) =>
  endWith(async () => (await import('./synth.js')).synth(environments, options)),
);
command('access <environment>', 'who may do what, and which flow asks for it', 'access local --diff main', [
  file,
  format('text', 'json', 'csv'),
  new Option(
    '--diff <base>',
    'what is wider, and narrower, than in a git revision of this folder, a folder with a checkout, or a file of --format json',
  ).default(undefined, 'everything there is'),
]).action(async (environment, options) =>
  endWith(async () => (await import('./access.js')).access(environment, options)),
);
command(
  'explain <environment> <name>',
  'one topic, application, replication, connector, cluster or what runs beside it: who uses it, what it becomes, in which steps it changes',
  'explain local orders.created',
  [file, format('text', 'json')],
).action(async (environment, name, options) =>
  endWith(async () => (await import('./explain.js')).explain(environment, name, options)),
);
command('up [environment]', 'starts the local Kafka clusters of an environment', 'up local', [
  file,
  new Option('--compose', 'starts nothing: writes a Compose file each, and prints what starts them in Docker'),
]).action(async (environment, options) => endWith(async () => (await import('./up.js')).up(environment, options)));
command('down [environment]', 'stops the local Kafka clusters of an environment', 'down local', [
  file,
  new Option('--data <data>', 'what becomes of records, credentials and Terraform state')
    .choices(['keep', 'destroy'])
    .default('keep'),
]).action(async (environment, options) => endWith(async () => (await import('./down.js')).down(environment, options)));
command('status [environment]', 'what runs on this machine, and where its files are', 'status local', [
  file,
  format('text', 'json'),
]).action(async (environment, options) =>
  endWith(async () => (await import('./status.js')).status(environment, options)),
);
command(
  'deploy <environment>',
  'shows, judges and applies every stack and Kubernetes object',
  'deploy local --dry-run',
  [
    file,
    format('text', 'json'),
    new Option('--dry-run', 'shows what would change, and applies nothing: ends with 3 where something would'),
    new Option('--concurrency <number>', 'stacks at a time').argParser(concurrency).default(2),
    new Option(
      '--adopt <addresses...>',
      'what exists already and this platform takes over, such as kafka_topic.orders_created or KafkaUser/billing',
    ).default([], 'what an interrupted deploy made'),
    new Option('--context <name>', 'Kubernetes: a context of the kubeconfig').default(
      undefined,
      'the current one, where it has the environment already',
    ),
    new Option('--wait [duration]', 'Kubernetes: until operators have done it, such as 10m').argParser(seconds),
    new Option('--force-conflicts', 'Kubernetes: takes fields that somebody else holds'),
  ],
).action(async (environment, options) =>
  endWith(async () => (await import('./deploy.js')).deploy(environment, options)),
);
command(
  'promote <from> <to>',
  'gives an environment the release of the one before it, when every gate is open',
  'promote dev staging --dry-run',
  [
    file,
    format('text', 'json'),
    new Option('--release <id>', 'an earlier release: rolls back').default(
      undefined,
      'what the environment before has',
    ),
    new Option('--keep-topics', 'topics that the release does not know stay, without access'),
    new Option('--dry-run', 'shows differences and gates, and writes nothing'),
  ],
).action(async (from, to, options) => endWith(async () => (await import('./promote.js')).promote(from, to, options)));
command(
  'import <source>',
  'what manifests of Strimzi need before its 1.0 reads them; a description is made of them later',
  'import strimzi --check manifests',
  [new Option('--check <paths...>', 'files and folders of manifests'), format('text', 'json')],
).action(async (source, options) => endWith(async () => (await import('./import.js')).importFrom(source, options)));
command(
  'lock [environments...]',
  "writes the lock files of the stacks' providers, to be committed",
  'lock prod --platform linux_amd64',
  [
    file,
    new Option('--platform <platforms...>', 'from where it is applied')
      .choices(platforms)
      .default(['linux_amd64', 'linux_arm64', 'darwin_arm64']),
    new Option('--mirror <folder>', 'a folder that providers come from').default(undefined, 'the registry'),
  ],
).action(async (environments, options) => endWith(async () => (await import('./lock.js')).lock(environments, options)));
command(
  'policy [environments...]',
  'writes the rules as a bundle of Open Policy Agent, which judges plans and manifests without the kit',
  'policy prod --out policy',
  [
    file,
    format('text', 'json'),
    new Option('--out <folder>', 'where it is written, a folder per environment').default('policy'),
  ],
).action(async (environments, options) =>
  endWith(async () => (await import('./policy.js')).policy(environments, options)),
);
command(
  'evidence <environment>',
  'for an auditor: who may read what, how it is protected, how long it stays, and what is not recorded',
  'evidence local --out evidence.md',
  [
    file,
    new Option('--format <format>', 'what is printed').choices(['markdown', 'json']).default('markdown'),
    new Option('--out <file>', 'where it is written, - for standard output').default(undefined, 'it is printed'),
    new Option('--day <day>', 'as of which day, such as 2026-12-31').default(undefined, 'today'),
  ],
).action(async (environment, options) =>
  endWith(async () => (await import('./evidence.js')).evidence(environment, options)),
);
addRotate(program, { file, format });
command('doctor', 'what this machine has, lacks, and where to get it', 'doctor', [format('text', 'json')]).action(
  async (options) => endWith(async () => (await import('./doctor.js')).doctor(options)),
);
