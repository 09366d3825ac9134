import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Pins } from '../../model/pins';
import { releaseIdForm } from '../../model/release';
import { exitCode, Failure } from '../failure';
import { readText } from './read-text';

const idShape = z.string().regex(releaseIdForm);
const pinsShape: z.ZodType<Pins> = z.record(
  z.string(),
  z.strictObject({ release: idShape, earlier: z.array(idShape) }),
);

/** Beside the descriptions. */
export const pinsName = 'pins.json';
export const pinsFileOf = (folder: string): string => join(folder, pinsName);

/** Which environment has which release; none before the first promotion. @throws Failure when the file holds no pins. */
export function readPins(file: string): Pins {
  if (!existsSync(file)) return {};
  try {
    return pinsShape.parse(JSON.parse(readText(file, 'recorded')));
  } catch {
    throw new Failure(`${file} holds no pins`, {
      fix: 'restore it from version control: it says which environment has which release, and is written by promote',
      exit: exitCode.usage,
    });
  }
}

export const pinsText = (pins: Pins): string => `${JSON.stringify(pins, null, 2)}\n`;
