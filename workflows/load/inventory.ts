import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { emptyInventory, type Inventory } from '../../model/inventory';
import { exitCode, Failure } from '../failure';
import { writeWhole } from './write-whole';

const inventoryShape: z.ZodType<Inventory> = z.strictObject({
  topics: z.record(
    z.string(),
    z.strictObject({ cluster: z.string(), shard: z.string(), partitions: z.int(), cleanup: z.string() }),
  ),
  applications: z.record(z.string(), z.strictObject({ cluster: z.string(), shard: z.string() })),
});

/** `inventory/<environment>.json` beside the description. */
export const inventoryFileOf = (descriptionFile: string, environment: string): string =>
  join(dirname(descriptionFile), 'inventory', `${environment}.json`);

/** What an environment last applied; nothing when it never did. @throws Failure when the file is no inventory. */
export function readInventory(file: string): Inventory {
  if (!existsSync(file)) return emptyInventory;
  try {
    return inventoryShape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new Failure(`${file} is no inventory`, {
      fix: 'restore it from version control: it says which topics exist, and is written by deploy',
      exit: exitCode.usage,
    });
  }
}

/** Writes an inventory whole, or not at all. */
export const writeInventory = (file: string, inventory: Inventory): void =>
  writeWhole(file, `${JSON.stringify(inventory, null, 2)}\n`);
