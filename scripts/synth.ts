import { join, relative } from 'node:path';
import { inventoryAhead } from '../model/inventory';
import type { Resolved } from '../model/resolved';
import { type ExitCode, exitCode } from '../workflows/failure';
import { writeInventory } from '../workflows/load/inventory';
import { objectsOf } from '../workflows/synth/kubernetes-unit';
import { synth as synthesize } from '../workflows/synth/synth';
import { locksBeside } from '../workflows/terraform/lock-file';
import { compiled, type FileOption, resolvedOnly, typed } from './compiled';
import { outFolder } from './out-folder';
import { printJson, say } from './print';
import { counted } from './problems';

export interface SynthOptions extends FileOption {
  readonly format: 'text' | 'json';
  readonly out: string;
  readonly record?: boolean;
}

/** `kafka-kit synth`: nothing is written unless every description is without errors. */
export async function synth(names: readonly string[], options: SynthOptions): Promise<ExitCode> {
  const out = outFolder(options.out);
  const environments = resolvedOnly(compiled(names, options), options);
  const written: Written[] = [];
  for (const { name, resolved, description } of environments) {
    const { folder, stacks, units } = await synthesize(resolved, out, {
      locks: locksBeside(description.inventoryFile),
      renew: typed('lock', name, options),
    });
    if (options.record) {
      writeInventory(
        description.inventoryFile,
        inventoryAhead(description.inventory, resolved.shards, resolved.clusters.values()),
      );
      for (const line of endedPlans(resolved, folder)) say(line);
    }
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

/** Once it is recorded, nobody can tell what is described from what is there: whoever applies has the steps from here. */
function endedPlans({ environment, plans }: Resolved, folder: string): string[] {
  if (plans.length === 0) return [];
  return [
    `${environment.name} is recorded as it is described, before it is applied. From now on check and explain say no more of:`,
    ...plans.map(({ cluster, topic, change }) => `  ${topic ?? cluster}: ${change}`),
    `  their steps, also those after the apply, are in ${join(relative(process.cwd(), folder), 'report', 'plans.json')}, until the next synth: keep them with the change`,
  ];
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
