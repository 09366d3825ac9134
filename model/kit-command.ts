import type { Draft } from './draft';

/** A command as a shell reads it: what is more than a plain word stands in quotes. */
const commandLine = (...words: readonly string[]): string => words.map(quoted).join(' ');

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

/** A command of the kit on an environment, with the `--file` that it was read from: `kafka-kit rotate plan prod shop`. */
export const kitCommandOn = (
  environment: string,
  file: string | undefined,
  command: string,
  ...words: readonly string[]
): string =>
  commandLine(
    'kafka-kit',
    ...command.split(' '),
    environment,
    ...words,
    ...(file === undefined ? [] : ['--file', file]),
  );

/** A command on the environment that is judged, as whoever is told it can copy it. */
export const kitCommand = (
  { environment, files }: Pick<Draft, 'environment' | 'files'>,
  command: string,
  ...words: readonly string[]
): string => kitCommandOn(environment.name, files.description, command, ...words);
