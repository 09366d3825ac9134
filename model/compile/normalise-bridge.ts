import type { BridgeInput, DescribedBridge } from '../bridge';
import { type NormaliseContext, provesBySecret, type Written } from './normalise-context';
import { normaliseFlows } from './normalise-flows';

/** Decides every default of a bridge. */
export function normaliseBridge(
  { name, said, origin }: Written<BridgeInput>,
  context: NormaliseContext,
): DescribedBridge {
  const cluster = said.cluster ?? context.onlyCluster ?? '';
  return {
    name,
    owner: said.owner,
    cluster,
    instances: said.instances ?? 1,
    port: said.port ?? (said.certificate ? 8443 : 8080),
    certificate: said.certificate,
    allowedOrigins: said.allowedOrigins ?? [],
    clients: said.clients ?? context.applicationNamespaces,
    authentication: said.authentication ?? provesBySecret(cluster, context),
    flows: normaliseFlows({ name, origin }, said, context.quantities),
    origin,
  };
}
