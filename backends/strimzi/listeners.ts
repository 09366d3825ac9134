import type { StrimziListener } from '../../constructs/kubernetes/strimzi/kafka';
import type { Authentication } from '../../model/authentication';

/** The port of each way to prove who one is; 9091 and below are Strimzi's own. */
const listeners = {
  'scram-sha-512': { name: 'scram', port: 9093, authentication: 'scram-sha-512' },
  mtls: { name: 'tls', port: 9094, authentication: 'tls' },
} as const satisfies Partial<Record<Authentication, StrimziListener>>;

/** @throws Error for what no rule should have let pass */
export function listenerOf(authentication: string): StrimziListener {
  const found = Object.entries(listeners).find(([name]) => name === authentication);
  if (!found) throw new Error(`a Strimzi cluster has no listener for '${authentication}'`);
  return found[1];
}

/** The listener's address, by a name that the brokers' certificates hold, whoever signed them. */
export const bootstrapServers = (cluster: string, authentication: string, namespace: string): string =>
  `${cluster}-kafka-bootstrap.${namespace}.svc:${listenerOf(authentication).port}`;
