import type { SchemaRegistry, SchemaRegistryInput } from '../schema-registry';
import { parseSize } from '../units';
import type { CalledContext, Written } from './normalise-context';
import { normaliseCalledWorkload } from './normalise-workload';

/** Decides every default of a schema registry. */
export const normaliseSchemaRegistry = (
  written: Written<SchemaRegistryInput>,
  context: CalledContext,
): SchemaRegistry => ({
  ...normaliseCalledWorkload(written, context),
  instances: written.said.instances ?? 2,
  memory: context.quantities.size(written.said.memory, written.origin, 'memory') ?? parseSize('1GiB'),
  image: written.said.image,
});
