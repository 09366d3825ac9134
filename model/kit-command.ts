import type { Draft } from './draft';

/** A command on the environment that is judged, as whoever is told it can copy it: with the `--file` that it was read from. */
export const kitCommand = (
  { environment, files }: Pick<Draft, 'environment' | 'files'>,
  command: string,
  ...words: readonly string[]
): string =>
  ['kafka-kit', command, environment.name, ...(files.description ? ['--file', files.description] : []), ...words].join(
    ' ',
  );
