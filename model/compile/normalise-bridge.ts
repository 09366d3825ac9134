import type { BridgeInput, DescribedBridge } from '../bridge';
import { parseSize } from '../units';
import type { CalledContext, Written } from './normalise-context';
import { normaliseFlows } from './normalise-flows';
import { normaliseCalledWorkload } from './normalise-workload';

/** Decides every default of a bridge. */
export function normaliseBridge(written: Written<BridgeInput>, context: CalledContext): DescribedBridge {
  const { name, said, origin } = written;
  return {
    ...normaliseCalledWorkload(written, context),
    instances: said.instances ?? 1,
    memory: context.quantities.size(said.memory, origin, 'memory') ?? parseSize('512MiB'),
    port: said.port ?? (said.issuer ? 8443 : 8080),
    allowedOrigins: said.allowedOrigins ?? [],
    flows: normaliseFlows({ name, origin }, said, context.quantities),
  };
}
