import type { Cluster } from '../cluster';
import type { SchemaRegistry } from '../schema-registry';
import type { Made } from './made';

/** A schema registry is an application with a topic of its own, whose records are never deleted. */
export function expandSchemaRegistry(_registry: SchemaRegistry, _clusters: ReadonlyMap<string, Cluster>): Made {
  return {};
}
