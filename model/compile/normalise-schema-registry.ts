import type { SchemaRegistry, SchemaRegistryInput } from '../schema-registry';
import { type NormaliseContext, provesBySecret, type Written } from './normalise-context';

/** Decides every default of a schema registry. */
export function normaliseSchemaRegistry(
  { name, said, origin }: Written<SchemaRegistryInput>,
  context: NormaliseContext,
): SchemaRegistry {
  const cluster = said.cluster ?? context.onlyCluster ?? '';
  return {
    name,
    owner: said.owner,
    cluster,
    instances: said.instances ?? 2,
    image: said.image,
    issuer: said.issuer,
    clients: said.clients ?? context.applicationNamespaces,
    authentication: said.authentication ?? provesBySecret(cluster, context),
    origin,
  };
}
