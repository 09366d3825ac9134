import type { ApplicationConnection } from './application-connection';
import type { Cluster } from './cluster';
import type { Resolved } from './resolved';
import { consumersOfCredential, followsWithin, type SecretConsumer } from './secret-consumers';

/** Who looks at what signs for the brokers of a cluster, and how each comes to know the next authority. Nobody, where everybody knows it. */
export function authorityReaders({ name: cluster }: Pick<Cluster, 'name'>, resolved: Resolved): SecretConsumer[] {
  return resolved.connections
    .filter((one) => one.cluster === cluster && one.certificateAuthority !== undefined)
    .flatMap((connection) => {
      const application = resolved.applications.get(connection.application);
      if (!application) return [];
      if (application.workload) return consumersOfCredential(application.name, resolved);
      return [programOf(connection), ...(application.scaling ? scalerOf(connection) : [])];
    });
}

/** Programs read whom they trust when they make their client, and not again. */
function programOf({ application, delivered }: ApplicationConnection): SecretConsumer {
  const program = { kind: 'application' as const, name: application, notices: 'at-restart' as const };
  if (delivered?.store !== 'kubernetes')
    return { ...program, reads: 'its file of authorities', how: 'restart it once both are in there' };
  const { namespace, name, by } = delivered;
  return {
    ...program,
    namespace,
    reads: `the Secret '${name}'`,
    how:
      by === 'access-operator'
        ? 'it holds one authority, the next one at once: restart the pods that mount it when every broker shows that one, or give them both before'
        : `it holds both within ${followsWithin}: restart the pods that mount it before brokers show the next one`,
  };
}

const scalerOf = ({ application, delivered }: ApplicationConnection): SecretConsumer[] =>
  delivered?.store === 'kubernetes'
    ? [
        {
          kind: 'scaler',
          name: application,
          namespace: delivered.namespace,
          reads: `the Secret '${delivered.name}'`,
          notices: 'by-itself',
          how: 'KEDA makes its client anew when it cannot trust a broker, with what the Secret has then',
        },
      ]
    : [];
