import { relative } from 'node:path';
import { inventoryAhead } from '../model/inventory';
import { type ExitCode, exitCode } from '../workflows/failure';
import { writeInventory } from '../workflows/load/inventory';
import { objectsOf } from '../workflows/synth/kubernetes-unit';
import { synth as synthesize } from '../workflows/synth/synth';
import { locksBeside } from '../workflows/terraform/lock-file';
import { compiled, type FileOption, resolvedOnly } from './compiled';
import { printJson, say } from './print';
import { counted } from './problems';

export interface SynthOptions extends FileOption {
  readonly format: 'text' | 'json';
  readonly out: string;
  readonly record?: boolean;
}

/** `kafka-kit synth`: nothing is written unless every description is without errors. */
export async function synth(names: readonly string[], options: SynthOptions): Promise<ExitCode> {
  const environments = resolvedOnly(compiled(names, options), options);
  const written: Written[] = [];
  for (const { name, resolved, description } of environments) {
    const { folder, stacks, units } = await synthesize(resolved, options.out, {
      locks: locksBeside(description.inventoryFile),
    });
    if (options.record)
      writeInventory(
        description.inventoryFile,
        inventoryAhead(description.inventory, resolved.shards, resolved.clusters.values()),
      );
    written.push({
      environment: name,
      folder: relative(process.cwd(), folder) || folder,
      stacks: stacks.map(({ name: stack, resources }) => ({ stack, resources })),
      units: units.map((unit) => ({ unit: unit.name, objects: objectsOf([unit]).length })),
    });
  }
  if (options.format === 'json') printJson({ environments: written });
  else for (const environment of written) say(summaryOf(environment));
  return exitCode.clean;
}

/** The JSON of one environment. */
interface Written {
  readonly environment: string;
  readonly folder: string;
  readonly stacks: readonly { readonly stack: string; readonly resources: number }[];
  readonly units: readonly { readonly unit: string; readonly objects: number }[];
}

function summaryOf({ environment, folder, stacks, units }: Written): string {
  const resources = stacks.reduce((sum, stack) => sum + stack.resources, 0);
  const objects = units.reduce((sum, unit) => sum + unit.objects, 0);
  const parts = [
    ...(stacks.length > 0 ? [counted(stacks.length, 'stack'), counted(resources, 'resource')] : []),
    ...(units.length > 0 ? [counted(units.length, 'unit'), counted(objects, 'object')] : []),
  ];
  return `${environment}: ${parts.join(', ')} in ${folder}`;
}
