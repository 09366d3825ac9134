import { relative } from 'node:path';
import { inventoryAfter } from '../model/inventory';
import { type ExitCode, exitCode } from '../workflows/failure';
import { writeInventory } from '../workflows/load/inventory';
import { synth as synthesize } from '../workflows/synth/synth';
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
  const written = environments.map(({ name, resolved, description }) => {
    const { folder, stacks } = synthesize(resolved, options.out);
    if (options.record)
      writeInventory(description.inventoryFile, resolved.shards.reduce(inventoryAfter, description.inventory));
    return {
      environment: name,
      folder: relative(process.cwd(), folder) || folder,
      stacks: stacks.map(({ name: stack, resources }) => ({ stack, resources })),
    };
  });
  if (options.format === 'json') printJson({ environments: written });
  else
    for (const { environment, folder, stacks } of written)
      say(
        `${environment}: ${counted(stacks.length, 'stack')}, ${counted(
          stacks.reduce((sum, { resources }) => sum + resources, 0),
          'resource',
        )} in ${folder}`,
      );
  return exitCode.clean;
}
