import type { SchemaRegistry, SchemaRegistryInput } from '../schema-registry';
import type { NormaliseContext, Written } from './normalise-context';
import { normaliseCalledWorkload } from './normalise-workload';

/** Decides every default of a schema registry. */
export const normaliseSchemaRegistry = (
  written: Written<SchemaRegistryInput>,
  context: NormaliseContext,
): SchemaRegistry => ({
  ...normaliseCalledWorkload(written, context),
  instances: written.said.instances ?? 2,
  image: written.said.image,
});
