import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { ClusterRecord } from '../../model/cluster-record';
import { emptyInventory, type Inventory } from '../../model/inventory';
import { exitCode, Failure } from '../failure';
import { readText } from './read-text';
import { writeWhole } from './write-whole';

const place = { cluster: z.string(), shard: z.string() };
const clusterShape = z.strictObject({
  backend: z.string(),
  version: z.string(),
  metadataVersion: z.string().optional(),
  namespace: z.string().optional(),
  fixed: z.record(z.string(), z.string()).optional(),
  holds: z.record(z.string(), z.string()).optional(),
  applied: z.record(z.string(), z.string()).optional(),
  units: z.int().optional(),
  pools: z.record(
    z.string(),
    z.strictObject({
      roles: z.array(z.string()),
      nodes: z.int(),
      size: z.string().optional(),
      volumes: z.record(
        z.string(),
        z.strictObject({
          size: z.int(),
          storageClass: z.string().optional(),
          ephemeral: z.literal(true).optional(),
        }),
      ),
    }),
  ),
}) satisfies z.ZodType<ClusterRecord>;
const inventoryShape: z.ZodType<Inventory> = z.strictObject({
  topics: z.record(
    z.string(),
    z.strictObject({
      ...place,
      partitions: z.int(),
      replicationFactor: z.int().optional(),
      cleanup: z.string(),
      retention: z.int().optional(),
      retentionSize: z.int().optional(),
      removed: z.literal(true).optional(),
    }),
  ),
  applications: z.record(
    z.string(),
    z.strictObject({ ...place, authentication: z.string().optional(), revoked: z.literal(true).optional() }),
  ),
  emptied: z.record(z.string(), z.array(z.string())).optional(),
  clusters: z.record(z.string(), clusterShape).optional(),
});

/** `inventory/<environment>.json` beside the description. */
export const inventoryFileOf = (descriptionFile: string, environment: string): string =>
  join(dirname(descriptionFile), 'inventory', `${environment}.json`);

/** What an environment last applied; nothing when it never did. @throws Failure when the file is no inventory. */
export function readInventory(file: string): Inventory {
  if (!existsSync(file)) return emptyInventory;
  try {
    return inventoryShape.parse(JSON.parse(readText(file, 'recorded')), { jitless: true });
  } catch {
    throw new Failure(`${file} is no inventory`, {
      fix: 'restore it from version control: it says which topics exist, and is written by deploy, promote and synth --record',
      exit: exitCode.usage,
    });
  }
}

export const inventoryText = (inventory: Inventory): string => `${JSON.stringify(inventory, null, 2)}\n`;

/** Writes an inventory whole, or not at all. */
export const writeInventory = (file: string, inventory: Inventory): void => writeWhole(file, inventoryText(inventory));
