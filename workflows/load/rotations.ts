import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { isDay } from '../../model/removal';
import { noRotations, type Rotations } from '../../model/rotations';
import { exitCode, Failure } from '../failure';
import { keyTwice } from './key-twice';
import { readText } from './read-text';
import { writeWhole } from './write-whole';

const notADay = 'a day such as 2026-12-31 is needed';

const rotationsShape: z.ZodType<Rotations> = z.strictObject({
  applications: z.record(
    z.string(),
    z.strictObject({
      version: z.int().min(1),
      since: z.string().refine(isDay, notADay),
      second: z.literal(true).optional(),
      overlap: z.enum(['introduced', 'delivered']).optional(),
      before: z.string().refine(isDay, notADay).optional(),
    }),
  ),
});

/** `rotations/<environment>.json` beside the description. */
export const rotationsFileOf = (descriptionFile: string, environment: string): string =>
  join(dirname(descriptionFile), 'rotations', `${environment}.json`);

/** How often credentials of an environment were made anew; never, when there is no file. @throws Failure when it is no such file. */
export function readRotations(file: string): Rotations {
  if (!existsSync(file)) return noRotations;
  try {
    const text = readText(file, 'recorded');
    const rotations = rotationsShape.parse(JSON.parse(text));
    const twice = keyTwice(text);
    if (twice !== undefined) throw new Error(`'${twice}' is in it twice, of which only the last would count`);
    return rotations;
  } catch (error) {
    throw new Failure(`${file} is no record of rotations`, {
      why: faultsOf(error),
      fix: 'restore it from version control: it says which user of an application is the newest, and is written by rotate',
      exit: exitCode.usage,
    });
  }
}

/** Writes it whole, or not at all. */
export const writeRotations = (file: string, rotations: Rotations): void =>
  writeWhole(file, `${JSON.stringify(rotations, null, 2)}\n`);

/** So many faults say that a file is broken; nobody reads more. */
const told = 10;

/** Where it is wrong: a field, or what a JSON parser says. */
function faultsOf(error: unknown): string[] {
  if (!(error instanceof z.ZodError)) return [(error as Error).message];
  const { issues } = error;
  return [
    ...issues.slice(0, told).map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`),
    ...(issues.length > told ? [`and ${issues.length - told} more`] : []),
  ];
}
